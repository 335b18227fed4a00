import { type Grid, isSpelling } from "./grid.ts";

/** What kind of change parts the readings of a character, for how easily it arises twice or is undone. */
export type Change = "word" | "filler" | "spelling" | "gap" | "lacuna";

/** One place at which texts differ, as evidence of descent: one event, whatever its length. */
export interface Character {
  /** For each text the number of its reading, from 0; -1 where it says nothing: within a longer gap or a lacuna. */
  readonly states: Int8Array;
  readonly change: Change;
  /** Whether reading 1 is that nothing stands there, and 0 that something does. */
  readonly isGap: boolean;
  /** First column of the place. */
  readonly column: number;
}

/** A gap of so many words within a text, or this many at its ends, is damage rather than an omission. */
const LEAST_LACUNA = 40;
const LEAST_END = 8;
/** A form that makes up this share of all words, and stands twice in each text in the mean, is a filler: "and", "the". */
const FILLER_SHARE = 0.002;
const FILLER_TIMES = 2;
/** Neighboring places parted in the same way are one event: a phrase for a phrase, two words that changed places. */
const NEAR = 4;
const MOST_STATES = 100;

/**
 * The places at which texts differ. Words in one column: those that are spellings of each other are one reading, and what
 * parts the spellings is a character of its own. Gaps: one character for each distinct run of columns, in which those with a
 * longer gap say nothing (simple indel coding, Simmons and Ochoterena 2000), so that a long omission is one event and a lacuna
 * none against its neighbors. Order: by column.
 */
export function findCharacters(grid: Grid): Character[] {
  const gaps = findGaps(grid);
  const found = [...findWordCharacters(grid), ...gaps].sort((a, b) => a.column - b.column);
  return joinEvents(found);
}

/** How often a filler stands in all texts together at least. */
function countFiller({ columns, counts }: Pick<Grid, "columns" | "counts">): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return Math.max(total * FILLER_SHARE, (columns[0]?.length ?? 0) * FILLER_TIMES);
}

function findWordCharacters({ columns, forms, counts }: Grid): Character[] {
  const leastFiller = countFiller({ columns, counts });
  const isFiller = (word: number) => counts[word]! >= leastFiller;
  return columns.flatMap((words, column) => {
    const distinct = [...new Set(words)].filter((word) => word >= 0);
    if (distinct.length < 2) return [];
    const roots = groupSpellings(distinct, forms, counts);
    const heads = [...new Set(roots.values())];
    const found: Character[] = [];
    if (heads.length > 1) {
      const states = Int8Array.from(words, (word) => (word < 0 ? -1 : heads.indexOf(roots.get(word)!)));
      found.push({ states, change: heads.every(isFiller) ? "filler" : "word", isGap: false, column });
    }
    for (const head of heads) {
      const spellings = distinct.filter((word) => roots.get(word) === head);
      if (spellings.length < 2) continue;
      const states = Int8Array.from(words, (word) => spellings.indexOf(word));
      found.push({ states, change: "spelling", isGap: false, column });
    }
    return found;
  });
}

/** For each form the commonest one that it is a spelling of, in steps of one; fewer than `MOST_STATES` forms. */
function groupSpellings(
  distinct: readonly number[],
  forms: readonly string[],
  counts: readonly number[],
): Map<number, number> {
  const sorted = [...distinct].sort((a, b) => counts[b]! - counts[a]! || a - b).slice(0, MOST_STATES);
  const roots = new Map<number, number>();
  for (const word of sorted) {
    const like = sorted.find((other) => roots.has(other) && isSpelling(forms[other]!, forms[word]!));
    roots.set(word, like === undefined ? word : roots.get(like)!);
  }
  return roots;
}

/** A run of columns in which a text has no word. */
interface Gap {
  readonly from: number;
  readonly to: number;
}

function findGaps({ columns, counts }: Grid): Character[] {
  const count = columns[0]?.length ?? 0;
  const leastFiller = countFiller({ columns, counts });
  const common = columns.map((column) => column.filter((word) => word >= 0).length * 2 > count);
  const gaps = Array.from({ length: count }, (_, at) => listGaps(columns, at));
  const distinct = new Map(gaps.flat().map((gap) => [`${gap.from}/${gap.to}`, gap]));
  return [...distinct.values()].map((gap) => {
    const states = Int8Array.from(gaps, (own) => {
      const over = own.find(({ from, to }) => from <= gap.from && to >= gap.to);
      return over === undefined ? 0 : over.from === gap.from && over.to === gap.to ? 1 : -1;
    });
    const words = common.slice(gap.from, gap.to).filter(Boolean).length;
    const isEnd = gap.from === 0 || gap.to === columns.length;
    const isLacuna = words >= (isEnd ? LEAST_END : LEAST_LACUNA);
    const isFiller = columns
      .slice(gap.from, gap.to)
      .every((column) => column.every((word) => word < 0 || counts[word]! >= leastFiller));
    const change = isLacuna ? "lacuna" : gap.to - gap.from === 1 && isFiller ? "filler" : "gap";
    return { states, change, isGap: true, column: gap.from };
  });
}

function listGaps(columns: readonly Int32Array[], at: number): Gap[] {
  const gaps: Gap[] = [];
  for (let from = 0; from < columns.length; from++) {
    if (columns[from]![at]! >= 0) continue;
    let to = from + 1;
    while (to < columns.length && columns[to]![at]! < 0) to++;
    gaps.push({ from, to });
    from = to;
  }
  return gaps;
}

/** Takes one of neighboring characters that part the texts alike: of those, the one that tells most. */
function joinEvents(characters: readonly Character[]): Character[] {
  const last = new Map<string, { at: number; column: number }>();
  const kept: Character[] = [];
  for (const character of characters) {
    const key = nameParts(character.states);
    const before = last.get(key);
    if (before !== undefined && character.column - before.column <= NEAR) {
      if (RANK.indexOf(character.change) < RANK.indexOf(kept[before.at]!.change)) kept[before.at] = character;
      last.set(key, { at: before.at, column: character.column });
    } else {
      last.set(key, { at: kept.length, column: character.column });
      kept.push(character);
    }
  }
  return kept;
}

const RANK: readonly Change[] = ["word", "gap", "filler", "spelling", "lacuna"];

/** The same for two characters that part the texts alike, whatever the numbers of their readings. */
function nameParts(states: Int8Array): string {
  const seen: number[] = [];
  return [...states]
    .map((state) => {
      if (state < 0) return "-";
      if (!seen.includes(state)) seen.push(state);
      return seen.indexOf(state);
    })
    .join(",");
}
