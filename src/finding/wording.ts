import type { Collation, Locus, Tradition } from "../collate/collation.ts";
import { expandContraction } from "../lang/en/contraction.ts";
import { foldWord } from "../text/fold.ts";
import { isOverlapping, isWithin, type Span, sliceSpan } from "../text/span.ts";
import { findWords } from "../text/token.ts";
import { type Finding, type Known, nameSigla, type Rule } from "./finding.ts";
import { countContent, findQuoted, isQuoted } from "./quoted.ts";

/**
 * `quote-wording-differs`: two reports print different words in quotation marks for one utterance. Alert where both have words
 * at one place and they differ; notice where they differ only in form ("I've", "I have"), where one leaves words out between words it
 * quotes, or where it may have been said twice: they name different outlets as where it was said, or have few words in common. Silent where both have the same runs in marks in another order.
 */
export const findWordingDiffers: Rule = (known) =>
  known.collations.flatMap((collation, place) => {
    const quoted = findQuoted(known, collation);
    const runs = listRuns(known, collation, quoted);
    if (isOne(runs)) return [];
    const differing = collation.loci.flatMap((_, at) => findDiffering(known, collation, at, quoted) ?? []);
    if (differing.length === 0) return [];
    const isVariant =
      differing.some((difference) => difference.isVariant) && !isOne(runs.map((own) => own.map(expandAll)));
    const concerned = new Set(differing.filter((d) => d.isVariant || !isVariant).flatMap((d) => d.witnesses));
    const witnesses = [...concerned].sort((a, b) => a - b);
    const doubt = known.trace.repeated.has(place)
      ? "they name different outlets as where it was said"
      : isUnlike(collation, witnesses, quoted) && !isTraced(known, place)
        ? "few of the words are the same"
        : null;
    return [makeFinding(collation, place, witnesses, quoted, { isVariant, doubt })];
  });

/**
 * Dice's coefficient below which words that two quote are more likely two utterances than one: of the pairs of news stories that were
 * read, all five below it were, and none above.
 */
const LEAST_ALIKE = 0.6;

/** Whether no two of the witnesses are alike, nor made one by a reader, though all they have is in marks: a few words of it are fewer by nature. */
function isUnlike(
  { tradition, pairs }: Collation,
  witnesses: readonly number[],
  quoted: readonly (readonly Span[])[],
): boolean {
  const isWhole = (at: number) =>
    tradition.witnesses[at]!.spans.every((span) => quoted[at]!.some((marked) => isWithin(span, marked)));
  if (!witnesses.every(isWhole)) return false;
  const sigla = new Set(witnesses.map((at) => tradition.witnesses[at]!.siglum));
  return pairs
    .filter(({ a, b }) => sigla.has(a) && sigla.has(b))
    .every(({ similarity, pinned }) => similarity < LEAST_ALIKE && !pinned);
}

/** Whether an utterance is known for one: all have it from one source, or one has it from a translation. */
function isTraced({ trace: { stemma, retranslations } }: Known, place: number): boolean {
  const primary = stemma.primaries.find(({ collation }) => collation === place);
  const isOne = primary !== undefined && primary.node !== null && primary.independent === 1;
  return isOne || retranslations.some(({ collations }) => collations.includes(place));
}

/** The folded words of each run in marks, by witness; none of those who do not quote. */
function listRuns({ reports }: Known, { tradition }: Collation, quoted: readonly (readonly Span[])[]): string[][] {
  return tradition.witnesses.flatMap(({ report: id }, at) => {
    const { text } = reports.find(({ report }) => report.id === id)!.report;
    const runs = quoted[at]!.map((span) =>
      findWords(text, span)
        .map((word) => foldWord(sliceSpan(text, word)))
        .join(" "),
    );
    return runs.some((run) => run !== "") ? [runs] : [];
  });
}

/** Whether all have the same words, or no run that is not one of those of the one that has the most, in whatever order. */
function isOne(wordings: readonly (readonly string[])[]): boolean {
  if (new Set(wordings.map((runs) => runs.join(" "))).size === 1) return true;
  const most = wordings.reduce((known, runs) => (runs.length > known.length ? runs : known), []);
  return wordings.every((runs) => runs.every((run) => most.includes(run)));
}

/** A run with its contractions written out. */
function expandAll(run: string): string {
  return run.split(" ").map(expandContraction).join(" ");
}

interface Differing {
  /** Places of the witnesses that differ. */
  readonly witnesses: readonly number[];
  readonly isVariant: boolean;
}

/** The quoting witnesses at a locus at which two of them differ; null if they do not. */
function findDiffering(
  known: Known,
  collation: Collation,
  place: number,
  quoted: readonly (readonly Span[])[],
): Differing | null {
  const { loci } = collation;
  const { kind, readings } = loci[place]!;
  if (kind === "same" || kind === "editorial") return null;
  const words = readings.flatMap((reading, at) => (isQuoted(reading, quoted[at]!) ? [at] : []));
  const isOther = (a: number, b: number) =>
    readings[a]!.group !== readings[b]!.group && isComparable(known, collation, place, quoted, [a, b]);
  const others = words.filter((a) => words.some((b) => isOther(a, b)));
  if (others.length > 0) return { witnesses: others, isVariant: kind === "variant" };
  const omissions = readings.flatMap((_, at) => (isLeftOut(loci, place, at, quoted[at]!) ? [at] : []));
  return words.length > 0 && omissions.length > 0 ? { witnesses: [...words, ...omissions], isVariant: false } : null;
}

/**
 * Whether the runs in marks in which two witnesses have their words at a locus are of one sentence: they share a content word, or neither
 * shares any with a run of the other. What another run goes on with may have been said elsewhere: “a harsh winter” that “nobody foresaw”.
 */
function isComparable(
  known: Known,
  { loci, tradition }: Collation,
  place: number,
  quoted: readonly (readonly Span[])[],
  sides: readonly [number, number],
): boolean {
  const [one, other] = sides.map((at) => findRun(loci[place]!, at, quoted[at]!));
  const met = loci
    .filter((locus) => hasSame(known, tradition, locus, sides))
    .map((locus) => sides.map((at) => findRun(locus, at, quoted[at]!)))
    .filter((runs) => !runs.includes(undefined));
  return met.some(([a, b]) => a === one && b === other) || !met.some(([a, b]) => a === one || b === other);
}

/** The run in marks in which a witness's words at a locus begin. */
function findRun({ readings }: Locus, at: number, quoted: readonly Span[]): Span | undefined {
  const first = readings[at]!.spans[0];
  return first && quoted.find((span) => isOverlapping(span, first));
}

/** Whether two witnesses have the same words at a locus, of content at least one. */
function hasSame(
  { reports }: Known,
  { witnesses }: Tradition,
  { kind, readings }: Locus,
  [a, b]: readonly [number, number],
): boolean {
  const isAlike = kind === "form" ? readings[b]!.state === "words" : readings[a]!.group === readings[b]!.group;
  if (!isAlike || readings[a]!.state !== "words") return false;
  const { text } = reports.find(({ siglum }) => siglum === witnesses[a]!.siglum)!.report;
  return countContent(text, readings[a]!.spans) > 0;
}

/** Whether a witness omits what stands at a locus between words that it prints between one pair of marks. */
function isLeftOut(loci: Collation["loci"], place: number, at: number, quoted: readonly Span[]): boolean {
  if (loci[place]!.readings[at]!.state !== "omission") return false;
  const before = loci.slice(0, place).findLast(({ readings }) => readings[at]!.state === "words");
  const behind = loci.slice(place + 1).find(({ readings }) => readings[at]!.state === "words");
  const [last, next] = [before?.readings[at]?.spans.at(-1), behind?.readings[at]?.spans[0]];
  if (last === undefined || next === undefined) return false;
  return quoted.some((span) => span.from < last.to && next.from < span.to);
}

function makeFinding(
  { tradition }: Collation,
  place: number,
  witnesses: readonly number[],
  quoted: readonly (readonly Span[])[],
  { isVariant, doubt }: { readonly isVariant: boolean; readonly doubt: string | null },
): Finding {
  const sigla = witnesses.map((at) => tradition.witnesses[at]!.siglum);
  const passages = witnesses.flatMap((at) => {
    const { report, spans } = tradition.witnesses[at]!;
    return (quoted[at]!.length > 0 ? quoted[at]! : spans).map(({ from, to }) => ({ report, from, to }));
  });
  const difference = isVariant
    ? `${nameSigla(sigla)} print different words in quotation marks for one utterance`
    : `${nameSigla(sigla)} quote one utterance in slightly different form`;
  const twice = doubt === null ? "" : `; ${doubt}: it may have been said twice`;
  return {
    rule: "quote-wording-differs",
    weight: isVariant && doubt === null ? "alert" : "notice",
    message: `${difference}${twice}.`,
    passages,
    collation: place,
  };
}
