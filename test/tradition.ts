import { FREQUENCY } from "../src/lang/en/frequency.ts";
import { FUNCTION_WORDS } from "../src/lang/en/grammar.ts";
import { type Chance, makeChance } from "../src/text/chance.ts";

/** Copies of one text with the tree of their copying: a child may have two parents; names in `edges` that are no witness are lost. */
export interface Made {
  readonly id: string;
  readonly witnesses: Readonly<Record<string, string>>;
  readonly edges: readonly (readonly [parent: string, child: string])[];
}

/** How a tradition is made. */
export interface Copying {
  readonly extant: number;
  /** Words of the first text. */
  readonly words: number;
  /** Share of words that a scribe of middling care changes. */
  readonly changed: number;
  /** Share of the copies that are lost. */
  readonly lost: number;
  /** Share of the copies made from two exemplars. */
  readonly contaminated: number;
}

/** A word with its place in the first text, so that two copies can be held against each other. */
interface Inked {
  readonly key: number;
  readonly form: string;
  /** What stood there before a slip that the next reader notices; null where nothing looks wrong. */
  readonly meant: string | null;
}

interface Copy {
  readonly name: string;
  readonly text: readonly Inked[];
  readonly parents: readonly Copy[];
  readonly isLost: boolean;
}

const FILLERS: readonly string[] = [...FUNCTION_WORDS].slice(0, 120);
const CONTENT: readonly string[] = FREQUENCY.slice(2).flatMap((row) => row.split(" "));
/** Letters that scribes take for each other or write either way: habits that agree by chance. */
const HABITS: readonly (readonly [string, string])[] = [
  ["i", "y"],
  ["u", "v"],
  ["c", "k"],
  ["s", "z"],
  ["t", "tt"],
  ["l", "ll"],
  ["e", ""],
  ["n", "nn"],
];

/**
 * A text copied down a random tree, as hands do it: scribes differ in care and in habits of spelling; some words are prone to
 * change and change alike in several copies; slips that make no sense are often mended by the next scribe; the eye skips lines;
 * neighbors change places; leaves of a finished copy are lost, before or after it was copied; and some scribes had a second
 * exemplar, for a part of the text or for single readings. The same for the same seed.
 */
export function makeTradition(seed: number, copying: Copying): Made {
  const chance = makeChance(seed * 7919 + 17);
  const copies: Copy[] = [];
  const hubs = chance.draw();
  for (let extant = 0; extant < copying.extant; ) {
    const isLost = chance.draw() < (copies.length === 0 ? 0.6 : copying.lost);
    const parents = copies.length === 0 ? [] : drawParents(copies, hubs, copying.contaminated, chance);
    const text = copies.length === 0 ? drawText(copying.words, chance) : copyOut(parents, copying.changed, chance);
    const torn = chance.draw() < 0.08 ? tear(text, chance) : text;
    copies.push({ name: `${isLost ? "lost" : "w"}${copies.length}`, text: torn, parents, isLost });
    extant += isLost ? 0 : 1;
  }
  const kept = dropBarren(copies);
  const witnesses = kept
    .filter(({ isLost }) => !isLost)
    .map(({ name, text }) => [name, write(chance.draw() < 0.1 ? tear(text, chance) : text)]);
  return {
    id: `made-${seed}`,
    witnesses: Object.fromEntries(witnesses),
    edges: kept.flatMap(({ name, parents }) => parents.map((parent) => [parent.name, name] as const)),
  };
}

/** Lost copies that no extant one goes back to leave no trace. */
function dropBarren(copies: readonly Copy[]): Copy[] {
  const fertile = new Set<Copy>();
  for (const copy of copies.toReversed())
    if (!copy.isLost || fertile.has(copy)) for (const each of [copy, ...copy.parents]) fertile.add(each);
  return copies.filter((copy) => fertile.has(copy));
}

function drawParents(copies: readonly Copy[], hubs: number, contaminated: number, chance: Chance): Copy[] {
  const pick = () =>
    copies[chance.draw() < hubs * 0.5 ? chance.below(Math.ceil(copies.length / 3)) : chance.below(copies.length)]!;
  const first = pick();
  const second = pick();
  const isApart = second !== first && !first.parents.includes(second) && !second.parents.includes(first);
  return isApart && chance.draw() < contaminated ? [first, second] : [first];
}

function drawText(count: number, chance: Chance): Inked[] {
  return Array.from({ length: count }, (_, key) => ({ key, form: drawWord(chance), meant: null }));
}

/** Fillers for nearly half; the common ones of either kind more often, after Zipf. */
function drawWord(chance: Chance): string {
  const list = chance.draw() < 0.45 ? FILLERS : CONTENT;
  return list[Math.floor(list.length ** chance.draw()) - 1 + (list === CONTENT ? chance.below(30) : 0)] ?? list[0]!;
}

function copyOut(parents: readonly Copy[], changed: number, chance: Chance): Inked[] {
  const exemplar = parents.length === 1 ? parents[0]!.text : mix(parents[0]!.text, parents[1]!.text, chance);
  const care = changed * -Math.log((1 - chance.draw()) * (1 - chance.draw())) * 0.5; // Gamma of shape 2, mean `changed`
  const habits = HABITS.filter(() => chance.draw() < 0.25);
  const copy: Inked[] = [];
  let skip = 0;
  let swapped: Inked | null = null;
  for (const word of exemplar) {
    if (skip-- > 0) continue;
    skip = chance.draw() < 0.4 / exemplar.length ? 3 + chance.below(22) : 0;
    const kept: Inked = word.meant !== null && chance.draw() < 0.4 ? { ...word, form: word.meant, meant: null } : word;
    const isChanged = chance.draw() < care * 2 * measureProne(word.key) ** 2 * 1.5;
    const kind = isChanged ? chance.draw() : 1;
    const next = kind < 0.1 ? [] : kind < 0.93 ? [change(kept, habits, chance)] : [kept];
    if (kind >= 0.87 && kind < 0.93) next.push({ key: word.key + chance.draw(), form: drawWord(chance), meant: null });
    if (kind >= 0.93 && kind < 1) swapped = kept;
    else copy.push(...next, ...(swapped ? [swapped] : []));
    if (kind < 0.93 || kind === 1) swapped = null;
  }
  return copy;

  function change(word: Inked, own: readonly (readonly [string, string])[], { draw, below }: Chance): Inked {
    const kind = draw();
    const isFiller = FUNCTION_WORDS.has(word.form);
    if (isFiller)
      return { ...word, form: FILLERS[(hash(word.form) + below(3) * below(2)) % FILLERS.length]!, meant: null };
    const habit = own.find(([from]) => word.form.includes(from));
    if (kind < 0.4) return { ...word, form: habit ? word.form.replace(...habit) : slur(word.form, below(4) * 3 + 1) };
    if (kind < 0.75)
      return { ...word, form: CONTENT[(hash(word.form) + below(4) * below(3)) % CONTENT.length]!, meant: null };
    return { ...word, form: slur(word.form, below(60)), meant: word.meant ?? word.form };
  }
}

/** 0 to 1, the same for a place in all copies: hard places are hard for everyone. */
function measureProne(key: number): number {
  return makeChance(Math.floor(key)).draw();
}

function hash(word: string): number {
  return [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65521, 7);
}

/** One letter misread. */
function slur(word: string, by: number): string {
  const at = by % word.length;
  return word.slice(0, at) + "aeiounrmst"[by % 10] + word.slice(at + 1 - (by % 3 === 0 ? 1 : 0));
}

/** From two exemplars: the second from some place on or up to it, or single readings of the second here and there. */
function mix(a: readonly Inked[], b: readonly Inked[], chance: Chance): Inked[] {
  const share = 0.25 + chance.draw() * 0.35;
  if (chance.draw() < 0.5) {
    const cut = a[Math.floor(a.length * (1 - share))]?.key ?? 0;
    return [...a.filter(({ key }) => key < cut), ...b.filter(({ key }) => key >= cut)];
  }
  const others = new Map(b.map((word) => [word.key, word]));
  const own = new Set(a.map(({ key }) => key));
  const mended = b.filter(({ key }) => !own.has(key) && chance.draw() < share);
  return [...a.map((word) => (chance.draw() < share ? (others.get(word.key) ?? word) : word)), ...mended].sort(
    (x, y) => x.key - y.key,
  );
}

/** Without a stretch of a twentieth to two fifths, at either end or between. */
function tear(text: readonly Inked[], chance: Chance): Inked[] {
  const length = Math.floor(text.length * (0.05 + chance.draw() * 0.35));
  const from = [0, text.length - length, chance.below(text.length - length)][chance.below(3)]!;
  return [...text.slice(0, from), ...text.slice(from + length)];
}

function write(text: readonly Inked[]): string {
  return text.map(({ form }) => form).join(" ");
}
