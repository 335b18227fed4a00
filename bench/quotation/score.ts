import type { GoldAttribution, Pair } from "../../train/quotation/article.ts";
import { f1, formatFigure } from "../data.ts";

export type Role = "source" | "cue" | "content";
export const ROLES: readonly Role[] = ["content", "source", "cue"];

/** How many things were predicted, how many wanted, and how many are both. */
export interface Tally {
  predicted: number;
  wanted: number;
  both: number;
}

export interface Tallies {
  readonly exact: Readonly<Record<Role, Tally>>;
  readonly overlap: Readonly<Record<Role, Tally>>;
  readonly attribution: Tally;
  /** Contents predicted as direct speech, by characters, for their precision. */
  readonly direct: Tally;
  /** Contents of direct speech that are found, by characters, for their recall. */
  readonly directFound: Tally;
  /** Direct speech that has a source: how much there is (`wanted`), is found (`predicted`), and is credited to that source. */
  readonly directSource: Tally;
  /** For each tenth of confidence how many attributions there are, and how many are right. */
  readonly reliability: readonly { count: number; right: number; sum: number }[];
}

/** An attribution with what the scores of direct speech and of confidence need beside it. */
export interface Found extends GoldAttribution {
  readonly isDirect: boolean;
  readonly confidence: number;
}

export function makeTallies(): Tallies {
  const none = (): Tally => ({ predicted: 0, wanted: 0, both: 0 });
  const make = (): Record<Role, Tally> => ({ source: none(), cue: none(), content: none() });
  const reliability = Array.from({ length: 10 }, () => ({ count: 0, right: 0, sum: 0 }));
  return {
    exact: make(),
    overlap: make(),
    attribution: none(),
    direct: none(),
    directFound: none(),
    directSource: none(),
    reliability,
  };
}

/** Precision, recall and F1. */
export function formatTally({ predicted, wanted, both }: Tally): string {
  const precision = predicted === 0 ? 0 : both / predicted;
  const recall = wanted === 0 ? 0 : both / wanted;
  return [precision, recall, f1(precision, recall)].map(formatFigure).join(" ");
}

/** Adds an article to the tallies. */
export function tally(
  tallies: Tallies,
  text: string,
  found: readonly Found[],
  wanted: readonly GoldAttribution[],
): void {
  for (const role of ROLES) {
    const [predicted, gold] = [partsOf(found, role), partsOf(wanted, role)];
    add(tallies.exact[role], keysOf(text, predicted), keysOf(text, gold));
    add(tallies.overlap[role], unitsOf(predicted.flat()), unitsOf(gold.flat()));
  }
  tallyAttributions(tallies, found, wanted);
  tallyDirect(tallies, text, found, wanted);
}

/**
 * Direct speech: attributions by PolNeAR whose every content begins with an opening mark and ends with a closing one, so words in marks
 * within a clause are none. Precision: characters predicted as direct that are anybody's content; recall: characters of direct speech
 * that are predicted as content of any kind. Sources: of direct speech of which a content is found with a Jaccard of half or more, and
 * which names a source, the share credited to it; what is not found counts in the recall alone.
 */
function tallyDirect(
  { direct, directFound, directSource }: Tallies,
  text: string,
  found: readonly Found[],
  wanted: readonly GoldAttribution[],
): void {
  const gold = wanted.filter(({ content }) => content.every((pair) => isMarked(text, pair)));
  const words = (attributions: readonly GoldAttribution[]): Set<number> =>
    new Set([...unitsOf(partsOf(attributions, "content").flat())].filter((at) => !TRIMMED.test(text[at]!)));
  add(direct, words(found.filter(({ isDirect }) => isDirect)), words(wanted));
  add(directFound, words(found), words(gold));
  for (const own of gold) {
    if (own.source.length === 0) continue;
    const units = unitsOf(own.content);
    const hit = found.find(({ content }) => jaccard(unitsOf(content), units) >= 0.5);
    directSource.wanted++;
    if (hit !== undefined) directSource.predicted++;
    if (hit !== undefined && isCredited(hit, own)) directSource.both++;
  }
}

function isMarked(text: string, [from, to]: Pair): boolean {
  const words = text
    .slice(from, to)
    .trim()
    .replace(/[.,;]+$/u, "");
  return /^(?:["“‘']|'')/u.test(words) && /(?:["”’']|'')$/u.test(words) && words.length > 2;
}

function partsOf(attributions: readonly GoldAttribution[], role: Role): (readonly Pair[])[] {
  return attributions.flatMap((attribution) => (attribution[role]?.length ? [attribution[role]] : []));
}

function add(tally: Tally, predicted: ReadonlySet<string | number>, wanted: ReadonlySet<string | number>): void {
  tally.predicted += predicted.size;
  tally.wanted += wanted.size;
  tally.both += predicted.intersection(wanted).size;
}

/** Each part's spans, trimmed, as one string to compare. */
function keysOf(text: string, parts: readonly (readonly Pair[])[]): Set<string> {
  return new Set(parts.map((spans) => spans.map((span) => trimPair(text, span).join("-")).join(" ")));
}

const TRIMMED = /[\s"'“”‘’„«».,;:]/u;

function trimPair(text: string, [start, end]: Pair): Pair {
  let [from, to] = [start, end];
  while (from < to && TRIMMED.test(text[from]!)) from++;
  while (to > from && TRIMMED.test(text[to - 1]!)) to--;
  return [from, to];
}

function unitsOf(spans: readonly Pair[]): Set<number> {
  const units = new Set<number>();
  for (const [from, to] of spans) for (let i = from; i < to; i++) units.add(i);
  return units;
}

/** Each wanted attribution answers one predicted at most, the first that fits. */
function tallyAttributions(
  { attribution, reliability }: Tallies,
  found: readonly Found[],
  wanted: readonly GoldAttribution[],
): void {
  const open = new Set(wanted.map((own) => ({ ...own, units: unitsOf(own.content) })));
  attribution.predicted += found.length;
  attribution.wanted += open.size;
  for (const own of found) {
    const units = unitsOf(own.content);
    const hit = [...open].find((gold) => jaccard(units, gold.units) >= 0.5 && isCredited(own, gold));
    const tenth = reliability[Math.min(9, Math.floor(own.confidence * 10))]!;
    tenth.count++;
    tenth.sum += own.confidence;
    if (hit === undefined) continue;
    open.delete(hit);
    attribution.both++;
    tenth.right++;
  }
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const both = a.intersection(b).size;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

function isCredited(found: GoldAttribution, gold: GoldAttribution): boolean {
  return gold.source.length === 0 || !unitsOf(gold.source).isDisjointFrom(unitsOf(found.source));
}

/** Precision, recall and F1 of the contents of direct speech. */
export function formatDirect({ direct, directFound }: Tallies): string {
  const [precision, recall] = [direct.both / direct.predicted, directFound.both / directFound.wanted];
  return [precision, recall, f1(precision, recall)].map(formatFigure).join(" ");
}
