import type { Span } from "../text/span.ts";
import type { Column } from "./align.ts";
import type { Locus, Reading, Siglum } from "./collation.ts";
import type { Bond } from "./gap.ts";
import { joinTurned } from "./turned.ts";
import type { Word } from "./word.ts";

/** Columns that are one place: each witness's words there, in its own order. */
export type Cluster = readonly Column[];

/** The loci of clusters, in their order. */
export function makeLoci(clusters: readonly Cluster[], sigla: readonly Siglum[]): Locus[] {
  const reach = sigla.map((_, at) => findReach(clusters, at));
  return clusters.map((cluster, place) => makeLocus(cluster, place, sigla, reach));
}

/**
 * Joins columns into places, in order; every column is in one. Columns in which the same witnesses read the same are one
 * place; where some witnesses have words that no other answers and next to them the others have words of their own, both are
 * one: words against words, not two omissions. Insertions by editors are places by themselves.
 */
export function joinColumns(columns: readonly Column[], bonds: readonly Bond[] = []): Cluster[] {
  const stretches: Column[][] = [];
  for (const column of columns) {
    const last = stretches.at(-1);
    if (last !== undefined && continues(last.at(-1)!, column)) last.push(column);
    else stretches.push([column]);
  }
  const clusters: Column[][] = [];
  let end = 0; // place of the first column behind the stretch
  for (const stretch of stretches) {
    end += stretch.length;
    const last = clusters.at(-1);
    if (last !== undefined && isInstead(last, stretch) && isOnePlace(columns, end, last, stretch))
      last.push(...stretch);
    else clusters.push([...stretch]);
  }
  return joinTurned(joinFillers(clusters), bonds);
}

/** Joins function words that nothing answers with different words beside them, those before first: "losing", "the loss of". */
function joinFillers(clusters: readonly Column[][]): Column[][] {
  const joined: Column[][] = [];
  for (const [at, cluster] of clusters.entries()) {
    const last = joined.at(-1);
    if (last !== undefined && isFiller(cluster) && isVariant(last)) last.push(...cluster);
    else if (last !== undefined && isFiller(last) && isVariant(cluster) && at > 0) last.push(...cluster);
    else joined.push([...cluster]);
  }
  return joined;
}

/** Function words of one witness or more, where another that has words on both sides has none. */
function isFiller(cluster: Cluster): boolean {
  return (
    !isEditorial(cluster[0]!) &&
    cluster.every((column) => column.every((word) => !word?.content)) &&
    cluster.every(isUniform) &&
    cluster[0]!.includes(null)
  );
}

function isVariant(cluster: Cluster): boolean {
  return !cluster.every(isUniform);
}

function isUniform(column: Column): boolean {
  const forms = new Set(column.flatMap((word) => (word === null ? [] : [word.form])));
  return forms.size === 1;
}

/** Words at either end of a wording, beyond what both share, stand for each other only if they are as few as this. */
const MOST_AT_END = 3;
/** Columns on either side in which to look for what both share. */
const FAR = 200;

/** Whether both have words in one column before and behind, so that what differs lies between; or little differs. */
function isOnePlace(columns: readonly Column[], end: number, cluster: Cluster, stretch: Cluster): boolean {
  if (cluster.length <= MOST_AT_END && stretch.length <= MOST_AT_END) return true;
  const start = end - cluster.length - stretch.length;
  const before = columns.slice(Math.max(0, start - FAR), start);
  const behind = columns.slice(end, end + FAR);
  return [before, behind].every((side) =>
    side.some((column) => isShared(column, cluster) && isShared(column, stretch)),
  );
}

function isShared(column: Column, cluster: Cluster): boolean {
  return column.some((word, i) => word !== null && cluster.some((own) => own[i] !== null));
}

/** The same witnesses have words in both, and the same of them agree. */
function continues(a: Column, b: Column): boolean {
  return isEditorial(a) === isEditorial(b) && a.every((_, at) => findAgreeing(a, at) === findAgreeing(b, at));
}

/** The first witness that reads as one does; -1 if it has nothing. */
function findAgreeing(column: Column, at: number): number {
  const form = column[at]?.form;
  return form === undefined ? -1 : column.findIndex((word) => word?.form === form);
}

/** No witness has words in both, and neither is an insertion. */
function isInstead(cluster: Cluster, stretch: Cluster): boolean {
  if (isEditorial(cluster[0]!) || isEditorial(stretch[0]!)) return false;
  return stretch[0]!.every((word, i) => word === null || cluster.every((column) => column[i] === null));
}

function isEditorial(column: Column): boolean {
  return column.some((word) => word?.editorial);
}

/**
 * The first and last place at which a witness has words of its speaker beside another's; what it goes on with alone, it alone
 * reaches. An insertion reaches nowhere.
 */
function findReach(clusters: readonly Cluster[], at: number): { first: number; last: number } {
  const has = (cluster: Cluster, i: number) => cluster.some((column) => column[i] && !column[i]!.editorial);
  const isMet = (cluster: Cluster) => has(cluster, at) && cluster[0]!.some((_, i) => i !== at && has(cluster, i));
  return { first: clusters.findIndex(isMet), last: clusters.findLastIndex(isMet) };
}

function makeLocus(
  cluster: Cluster,
  place: number,
  sigla: readonly Siglum[],
  reach: readonly { first: number; last: number }[],
): Locus {
  const words = sigla.map((_, at) => cluster.flatMap((column) => column[at] ?? []));
  const forms: string[] = [];
  const readings = sigla.map((siglum, at): Reading => {
    const form = words[at]!.map((word) => word.form).join(" ");
    const isReached = place >= reach[at]!.first && place <= reach[at]!.last;
    const state = words[at]!.length > 0 ? "words" : isReached ? "omission" : "lacuna";
    const label = state === "words" ? form : state === "omission" ? "" : "~";
    if (!forms.includes(label)) forms.push(label);
    return {
      siglum,
      state,
      spans: joinSpans(words[at]!),
      group: forms.indexOf(label),
      editorial: words[at]!.some((word) => word.editorial),
    };
  });
  return { kind: findKind(cluster, readings, words), readings };
}

function findKind(cluster: Cluster, readings: readonly Reading[], words: readonly (readonly Word[])[]): Locus["kind"] {
  if (isEditorial(cluster[0]!)) return "editorial";
  const reached = readings.filter((reading) => reading.state !== "lacuna");
  if (new Set(reached.map((reading) => reading.group)).size === 1) return "same";
  const stems = reached.map((reading) => words[readings.indexOf(reading)]!.map((word) => word.stem).join(" "));
  const isFiller = words.every((own) => own.every((word) => !word.content));
  return isFiller || new Set(stems).size === 1 ? "form" : "variant";
}

/** One span for each run of words that stand together in one part of the wording, with the marks that hang on them. */
function joinSpans(words: readonly Word[]): Span[] {
  const spans: { from: number; to: number; part: number }[] = [];
  for (const { whole, part } of words) {
    const last = spans.at(-1);
    if (last !== undefined && last.part === part) last.to = whole.to;
    else spans.push({ ...whole, part });
  }
  return spans.map(({ from, to }) => ({ from, to }));
}
