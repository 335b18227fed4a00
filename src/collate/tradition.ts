import { isAnswer, isOfNames, type Kinship } from "./answer.ts";
import { pairBetween } from "./between.ts";
import type { Candidate } from "./candidate.ts";
import type { IsDenied } from "./denied.ts";
import { findLearned } from "./doubtful.ts";
import { dropOutdone } from "./outdone.ts";
import type { Pinned } from "./pin.ts";
import { measureSame } from "./same.ts";
import { type Bag, joinBags, measureSimilarity } from "./similarity.ts";
import { type Growing, isKeptApart, joinSpeech } from "./speech.ts";
import { isExcerpt } from "./twin.ts";
import { findBeside, type Unit } from "./unit.ts";

/** Units that say the same, by report: places in the list of units, each list in text order. */
export type Group = ReadonlyMap<number, readonly number[]>;

/** Tells how two units are credited. */
export type Credit = (a: Unit, b: Unit) => Kinship;

/** What is known of the units beside their words. */
export interface Known {
  readonly credit: Credit;
  readonly isDenied: IsDenied;
  readonly pinned: Pinned;
  /** Those of the reports, in the order in which units count them. */
  readonly texts: readonly string[];
}

/** Leads are the first so many units. */
const LEAD = 3;

/** The candidates, told of what was learned, and those of them that are answers. */
function listAnswers(
  units: readonly Unit[],
  candidates: readonly Candidate[],
  { credit, isDenied, texts }: Known,
): { candidates: Candidate[]; answers: Candidate[] } {
  const kinships = new Map(candidates.map((one) => [one, credit(units[one.a]!, units[one.b]!)]));
  const isSpoken = ({ a, b }: Candidate) => units[a]!.quotation !== null || units[b]!.quotation !== null;
  const isRuled = (one: Candidate) => {
    const kinship = kinships.get(one)!;
    if (one.identical || (one.nearly && kinship !== "other")) return true;
    if (!isAnswer(one.similarity, kinship)) return false;
    if (kinship !== "unknown" || !isSpoken(one) || !isOfNames(one.similarity)) return true;
    return measureSame(units[one.a]!.words, units[one.b]!.words) >= LEAST_SAME;
  };
  const isLead = (unit: Unit) => unit.quotation === null && units[unit.place - LEAD]?.report !== unit.report;
  const learned = new Set(
    findLearned(
      candidates.filter((one) => !isRuled(one)),
      (one) => {
        const [a, b] = [units[one.a]!, units[one.b]!];
        const [textA, textB] = [texts[a.report]!, texts[b.report]!];
        return { a, b, kinship: kinships.get(one)!, textA, textB, isLead: isLead(a) && isLead(b) };
      },
    ),
  );
  const told = candidates.map((one) => (learned.has(one) ? { ...one, learned: true } : one));
  const answers = told.filter((one, at) => one.learned || isRuled(candidates[at]!));
  return {
    candidates: told,
    answers: dropStrays(units, told, answers).filter(({ a, b }) => !isDenied(units[a]!, units[b]!)),
  };
}

/** What shares little but names with what somebody says, and is by what was learned less likely the same, is something else. */
const LEAST_SAME = 0.25;

/** Sentences from which a quotation is a statement of its own: a whole tweet, a speech. */
const LONG_SPEECH = 3;
/** Dice's coefficient from which one sentence of two such is the same all the same. */
const SAME_SENTENCE = 0.75;

/** The same from which two sentences of such have something in common. */
const SOME_LIKENESS = 0.25;

/** Without the one pair of sentences that are alike in two long quotations that have nothing else in common: people repeat their slogans. */
function dropStrays(
  units: readonly Unit[],
  candidates: readonly Candidate[],
  answers: readonly Candidate[],
): Candidate[] {
  const sentences = new Map<number | null, number>();
  for (const { quotation } of units) sentences.set(quotation, (sentences.get(quotation) ?? 0) + 1);
  const keyOfSpeech = ({ a, b }: Candidate): string => `${units[a]!.quotation} ${units[b]!.quotation}`;
  const alike = candidates.filter(({ similarity }) => similarity.dice >= SOME_LIKENESS);
  const counts = Map.groupBy(alike, keyOfSpeech);
  const isLong = (unit: Unit): boolean => unit.quotation !== null && sentences.get(unit.quotation)! >= LONG_SPEECH;
  return answers.filter((one) => {
    const isSame = one.identical || one.nearly || one.similarity.dice >= SAME_SENTENCE;
    return (
      isSame || (counts.get(keyOfSpeech(one))?.length ?? 0) > 1 || !isLong(units[one.a]!) || !isLong(units[one.b]!)
    );
  });
}

/** Mean likeness of the units of two groups below which they stay apart, though two of them answer each other. */
const LEAST_MEAN = 0.35;
/** Of the pairs between two groups, so many must answer each other; more where the two that are linked are not close. */
const LEAST_ANSWERED = 0.5;
const LEAST_ANSWERED_LOOSE = 0.67;
/** Rank of what differs in a word or two, however little the words tell. */
const NEARLY = 0.9;
/** What is close, as Dice's coefficient. */
const CLOSE = 0.58;
/** What a neighbor must add to the likeness of two wordings to be taken in. */
const LEAST_GAIN = 0.06;
/** The most sentences that one wording has. */
const MOST_UNITS = 4;

/**
 * Groups the units that say the same, one to several a report, in the order of their first unit. Tuned for precision: two
 * units are linked only if each is the other's best answer, their words pass `isAnswer` and neither asserts what the other denies; groups grow by the best link
 * first and merge only if their units are alike on the whole; then neighbors that carry what is still unanswered are taken
 * in, so that one sentence may answer two. Where each report repeats its wording, only one of them is paired. What a reader
 * pinned comes before all this, and no step brings together what a reader keeps apart.
 */
export function findTraditions(
  units: readonly Unit[],
  bags: readonly Bag[],
  candidates: readonly Candidate[],
  known: Known,
): Group[] {
  const { credit, pinned } = known;
  const told = listAnswers(units, candidates, known);
  const groups = mergeLinks(units, told.candidates, dropOutdone(units, told.candidates, told.answers), pinned);
  const taken = new Set([...groups].flatMap((group) => [...group.values()].flat()));
  for (const group of groups) takeNeighbors(units, bags, group, taken, known);
  groups.push(...pairBetween(units, groups, { credit, pinned }));
  return joinSpeech(units, bags, groups, pinned).sort((a, b) => firstUnit(a) - firstUnit(b));
}

/** 0 to 1, to tell the better of two answers. */
function rank({ identical, nearly, learned, similarity: { dice, plain, contained } }: Candidate): number {
  const least = nearly ? NEARLY : learned ? LEAST_MEAN : 0;
  return identical ? 1 : Math.max(least, dice * 0.6 + plain * 0.2 + contained * 0.2);
}

/** Answers that are the best for both sides, best first, then in text order. */
function findLinks(units: readonly Unit[], answers: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  const key = (unit: number, other: number) => `${unit}/${units[other]!.report}`;
  for (const answer of answers) {
    for (const [unit, other] of [
      [answer.a, answer.b],
      [answer.b, answer.a],
    ] as const) {
      const known = best.get(key(unit, other));
      if (known === undefined || rank(answer) > rank(known)) best.set(key(unit, other), answer);
    }
  }
  return answers
    .filter((answer) => best.get(key(answer.a, answer.b)) === answer && best.get(key(answer.b, answer.a)) === answer)
    .sort((p, q) => rank(q) - rank(p) || p.a - q.a || p.b - q.b);
}

/** Grows groups from the pinned ones by the best link first, at most one unit a report but for pins. */
function mergeLinks(
  units: readonly Unit[],
  candidates: readonly Candidate[],
  answers: readonly Candidate[],
  pinned: Pinned,
): Growing[] {
  const likeness = new Map(candidates.map((candidate) => [keyOf(candidate.a, candidate.b), rank(candidate)]));
  const answered = new Set(answers.map(({ a, b }) => keyOf(a, b)));
  const groupOf = new Map<number, Growing>();
  for (const group of pinned.groups) for (const place of [...group.values()].flat()) groupOf.set(place, group);
  const alone = (unit: number): Growing => new Map([[units[unit]!.report, [unit]]]);
  for (const link of findLinks(units, answers)) {
    const [left, right] = [groupOf.get(link.a) ?? alone(link.a), groupOf.get(link.b) ?? alone(link.b)];
    if (left === right || [...right.keys()].some((report) => left.has(report))) continue;
    if (isKeptApart(left, right, pinned) || !isOneGroup(left, right, link)) continue;
    for (const [report, places] of right) left.set(report, places);
    for (const places of left.values()) for (const place of places) groupOf.set(place, left);
  }
  return [...new Set(groupOf.values())];

  /** A short sentence that several contain must not draw together those that say different things beside it. */
  function isOneGroup(left: Growing, right: Growing, { identical, nearly, similarity }: Candidate): boolean {
    const keys = [...left.values()].flatMap(([a]) => [...right.values()].map(([b]) => keyOf(a!, b!)));
    const mean = keys.reduce((sum, key) => sum + (likeness.get(key) ?? 0), 0) / keys.length;
    const share = keys.filter((key) => answered.has(key)).length / keys.length;
    const isClose = identical || nearly || similarity.dice >= CLOSE;
    return mean >= LEAST_MEAN && share >= (isClose ? LEAST_ANSWERED : LEAST_ANSWERED_LOOSE);
  }
}

function keyOf(a: number, b: number): string {
  return a < b ? `${a}/${b}` : `${b}/${a}`;
}

/** Takes in units next to those of the group, as long as they make its wordings answer each other better, or are an excerpt of one. */
function takeNeighbors(
  units: readonly Unit[],
  bags: readonly Bag[],
  group: Growing,
  taken: Set<number>,
  { credit, pinned }: Known,
): void {
  for (const report of [...group.keys()].sort((a, b) => a - b)) {
    const own = group.get(report)!;
    for (let next = findNeighbor(); next !== undefined && own.length < MOST_UNITS; next = findNeighbor()) {
      own.push(next);
      own.sort((a, b) => a - b);
      taken.add(next);
    }

    function findNeighbor(): number | undefined {
      return [findBeside(units, own.at(-1)!, 1), findBeside(units, own[0]!, -1)].find((place) => {
        if (place === undefined || taken.has(place)) return false;
        const unit = units[place]!;
        if ((unit.quotation === null) !== (units[own[0]!]!.quotation === null)) return false;
        const others = [...group].filter(([other]) => other !== report).map(([, places]) => places);
        if (others.flat().some((other) => pinned.isForbidden(other, place))) return false;
        return others.some((places) => {
          const kinship = credit(unit, units[places[0]!]!);
          return kinship !== "other" && (isGain(place, places) || (kinship === "same" && isLeft(place, places)));
        });
      });
    }

    /** Whether one of the others has all its words, and what is taken in already has them not. */
    function isLeft(place: number, others: readonly number[]): boolean {
      const isOf = (other: number) => isExcerpt(units[place]!, units[other]!);
      return others.some(isOf) && !own.some(isOf);
    }

    function isGain(place: number, others: readonly number[]): boolean {
      const theirs = joinBags(others.map((other) => bags[other]!));
      const before = measureSimilarity(joinBags(own.map((at) => bags[at]!)), theirs);
      const after = measureSimilarity(joinBags([...own, place].map((at) => bags[at]!)), theirs);
      const added = bags[place]!.bits;
      return after.dice - before.dice >= LEAST_GAIN && added > 0 && (after.shared - before.shared) / added >= 0.5;
    }
  }
}

function firstUnit(group: Group): number {
  return Math.min(...[...group.values()].map((places) => places[0]!));
}
