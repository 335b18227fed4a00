import type { Collation, Locus, Named, Siglum } from "../collate/collation.ts";
import { makeWords, type Word } from "../collate/word.ts";
import { FUNCTION_WORDS } from "../lang/en/grammar.ts";
import type { Quotation } from "../quote/quotation.ts";
import type { Passage } from "../report/report.ts";
import { foldWord } from "../text/fold.ts";
import { measureInformation } from "../text/information.ts";
import { measureLikeness } from "../text/similarity.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import { findStem } from "../text/stem.ts";
import { findWords } from "../text/token.ts";

/** Signs that one report's quotations came through another language. */
export interface Retranslation {
  /** The report whose wording came through it; null if it is one of the two, and nothing tells which. */
  readonly siglum: Siglum | null;
  /** The reports that word the same utterances otherwise, the one above among them; in order. */
  readonly sigla: readonly Siglum[];
  /** Places in the list of collations. */
  readonly collations: readonly number[];
  /** What stands in each other's place, in both; in order of siglum, then of place. */
  readonly passages: readonly Passage[];
}

/** Utterances of two reports in two wordings. */
interface Worded {
  readonly a: Siglum;
  readonly b: Siglum;
  readonly collation: number;
  readonly passages: readonly Passage[];
  /** Bits of b's words beyond those of a's where they differ. */
  readonly harder: number;
}

/** So many other words stand for content words, and no more than this share of all of them. */
const LEAST_REPLACED = 2;
const MOST_REPLACED = 0.6;
/** So many content words are the same. */
const LEAST_SAME = 4;
/** Words so alike are forms of one name; so many of the names are answered. */
const SAME_NAME = 0.6;
const LEAST_NAMES = 0.7;
/** Bits by which one's words must be the rarer. */
const LEAST_HARDER = 2;

/**
 * One utterance in two wordings between quotation marks, with the same names and numbers, yet other words for the same and other
 * function words between: an editor shortens, a translator says it again. Of two reports the one with the commoner words has
 * it at second hand, as a translator puts a plain word for an idiom (the old rule of the harder reading, Bengel 1734); of more,
 * the one that stands against most; and never the one that the words were said to. `primary`: by collation, who that is. `repeated`: collations of
 * words that may have been said twice, which need no translator to differ.
 */
export function findRetranslations(
  reports: readonly Named[],
  quotations: readonly Quotation[],
  collations: readonly Collation[],
  {
    primary,
    repeated,
  }: { readonly primary: (collation: number) => Siglum | null; readonly repeated: ReadonlySet<number> },
): Retranslation[] {
  const texts = new Map(reports.map(({ report }) => [report.id as string, report.text]));
  const worded = collations.flatMap((collation, place) =>
    repeated.has(place) ? [] : compareAll(collation, place, texts, quotations),
  );
  const against = (siglum: Siglum) =>
    new Set(worded.filter(({ a, b }) => a === siglum || b === siglum).flatMap(({ a, b }) => [a, b])).size;
  const second = worded.map(({ a, b, collation }) => {
    const first = primary(collation);
    if (first === a || first === b) return first === a ? b : a;
    if (against(a) !== against(b)) return against(a) > against(b) ? a : b;
    const total = worded.filter((other) => other.a === a && other.b === b).reduce((sum, each) => sum + each.harder, 0);
    return Math.abs(total) < LEAST_HARDER ? null : total > 0 ? a : b;
  });
  const groups = Map.groupBy(worded.keys(), (at) => second[at] ?? `${worded[at]!.a} ${worded[at]!.b}`);
  return [...groups.values()].map((places) => {
    const own = places.map((at) => worded[at]!);
    return {
      siglum: second[places[0]!]!,
      sigla: [...new Set(own.flatMap(({ a, b }) => [a, b]))].sort(bySiglum),
      collations: [...new Set(own.map(({ collation }) => collation))],
      passages: dropTwins(own.flatMap(({ passages }) => passages)),
    };
  });
}

function compareAll(
  { tradition, loci, pairs }: Collation,
  place: number,
  texts: ReadonlyMap<string, string>,
  quotations: readonly Quotation[],
): Worded[] {
  if (tradition.of !== "utterance" || loci.every(({ kind }) => kind === "same")) return [];
  const isQuoted = tradition.witnesses.map((witness) =>
    witness.quotations.some((at) => quotations[at]!.kind === "direct"),
  );
  const words = tradition.witnesses.map(({ report, spans }) => makeWords(texts.get(report)!, spans, spans));
  return pairs.flatMap(({ a, b, differences }) => {
    const [i, j] = [a, b].map((siglum) => tradition.witnesses.findIndex((witness) => witness.siglum === siglum));
    if (!isQuoted[i!] || !isQuoted[j!]) return [];
    if (differences.some(({ kind }) => kind === "number" || kind === "date")) return [];
    if (!namesAnswer(words[i!]!, words[j!]!) || !namesAnswer(words[j!]!, words[i!]!)) return [];
    const ids = [tradition.witnesses[i!]!.report, tradition.witnesses[j!]!.report] as const;
    const found = compareLoci(loci, [i!, j!], [texts.get(ids[0])!, texts.get(ids[1])!]);
    if (found === null) return [];
    const passages = found.spans.flatMap(([left, right]) => [
      ...left.map((span) => ({ report: ids[0], from: span.from, to: span.to })),
      ...right.map((span) => ({ report: ids[1], from: span.from, to: span.to })),
    ]);
    return [{ a, b, collation: place, passages, harder: found.harder }];
  });
}

/** Whether nearly all names of one wording stand in the other in some form; "Russia's leader" answers "the Russian leader". */
function namesAnswer(words: readonly Word[], others: readonly Word[]): boolean {
  const names = words.filter(({ name, editorial }) => name && !editorial);
  const answered = names.filter(({ fold }) =>
    others.some((other) => !other.editorial && measureLikeness(fold, other.fold) >= SAME_NAME),
  );
  return answered.length >= LEAST_NAMES * names.length;
}

/** What stands in each other's place, if it is enough and not too much. */
function compareLoci(
  loci: readonly Locus[],
  [i, j]: readonly [number, number],
  [textA, textB]: readonly [string, string],
): { spans: [readonly Span[], readonly Span[]][]; harder: number } | null {
  const spans: [readonly Span[], readonly Span[]][] = [];
  let [same, harder, isFillerOther] = [0, 0, false];
  for (const { kind, readings } of loci) {
    const [a, b] = [readings[i]!, readings[j]!];
    if (kind === "editorial" || a.state === "lacuna" || b.state === "lacuna") continue;
    const [left, right] = [listStems(textA, a.spans), listStems(textB, b.spans)];
    if (a.group === b.group) same += left.content.length;
    else if (
      kind === "variant" &&
      left.content.length > 0 &&
      right.content.length > 0 &&
      !isOneName(left.content, right.content)
    ) {
      spans.push([a.spans, b.spans]);
      harder += measureHardest(textB, b.spans) - measureHardest(textA, a.spans);
    } else isFillerOther = true;
    if (a.group !== b.group && left.fillers.join() !== right.fillers.join()) isFillerOther = true;
  }
  const isEnough = spans.length >= LEAST_REPLACED && same >= LEAST_SAME && isFillerOther;
  return isEnough && spans.length <= MOST_REPLACED * (spans.length + same) ? { spans, harder } : null;
}

/** The same stems, or one word in two forms. */
function isOneName(a: readonly string[], b: readonly string[]): boolean {
  return a.join() === b.join() || (a.length === 1 && b.length === 1 && measureLikeness(a[0]!, b[0]!) >= SAME_NAME);
}

/** Bits of the rarest word; what hyphens join is one, as an idiom is rarer than its parts. */
function measureHardest(text: string, spans: readonly Span[]): number {
  const words = spans.flatMap((span) => sliceSpan(text, span).split(/[^\p{L}\p{N}\p{M}'’-]+/u));
  return Math.max(...words.map((word) => (word === "" ? 0 : measureInformation(findStem(foldWord(word))))));
}

function listStems(text: string, spans: readonly Span[]): { content: string[]; fillers: string[] } {
  const folds = spans.flatMap((span) => findWords(text, span).map((word) => foldWord(sliceSpan(text, word))));
  return {
    content: folds.filter((fold) => !FUNCTION_WORDS.has(fold)).map(findStem),
    fillers: folds.filter((fold) => FUNCTION_WORDS.has(fold)),
  };
}

function bySiglum(a: Siglum, b: Siglum): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

function dropTwins(passages: readonly Passage[]): Passage[] {
  return [...new Map(passages.map((passage) => [`${passage.report}/${passage.from}`, passage])).values()];
}
