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
  const stretches = joinAgreeing(columns);
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

/** Stretches of columns in which the same witnesses have words and the same of them agree; insertions are by themselves. */
function joinAgreeing(columns: readonly Column[]): Column[][] {
  const stretches: Column[][] = [];
  let before: number[] = [];
  for (const column of columns) {
    const agreeing = listAgreeing(column);
    if (before.length > 0 && agreeing.every((other, at) => other === before[at])) stretches.at(-1)!.push(column);
    else stretches.push([column]);
    before = agreeing;
  }
  return stretches;
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
  const form = column.find((word) => word !== null)!.form;
  return column.every((word) => word === null || word.form === form);
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

/** For each witness the first that reads as it does, -1 if it has nothing; then 1 if the column is an insertion. */
function listAgreeing(column: Column): number[] {
  const agreeing: number[] = [];
  for (let at = 0; at < column.length; at++) {
    const form = column[at]?.form;
    let other = form === undefined ? -1 : 0;
    while (other !== -1 && column[other]?.form !== form) other++;
    agreeing.push(other);
  }
  agreeing.push(isEditorial(column) ? 1 : 0);
  return agreeing;
}

/** No witness has words in both, and neither is an insertion. */
function isInstead(cluster: Cluster, stretch: Cluster): boolean {
  if (isEditorial(cluster[0]!) || isEditorial(stretch[0]!)) return false;
  return stretch[0]!.every((word, i) => word === null || cluster.every((column) => column[i] === null));
}

/** Insertions stand in columns of their own, so one word tells. */
function isEditorial(column: Column): boolean {
  for (const word of column) if (word !== null) return word.editorial;
  return false;
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
  const words = sigla.map((_, at) => listWords(cluster, at));
  const forms: string[] = [];
  const editorial = isEditorial(cluster[0]!); // insertions stand in clusters of their own
  const readings = sigla.map((siglum, at): Reading => {
    const own = words[at]!;
    const isReached = place >= reach[at]!.first && place <= reach[at]!.last;
    const state = own.length > 0 ? "words" : isReached ? "omission" : "lacuna";
    const label = state === "words" ? writeForms(own) : state === "omission" ? "" : "~";
    const known = forms.indexOf(label);
    const group = known === -1 ? forms.push(label) - 1 : known;
    return { siglum, state, spans: joinSpans(own), group, editorial: editorial && own.some((word) => word.editorial) };
  });
  return { kind: findKind(cluster, readings, words), readings };
}

/** One for all who have nothing, which at most places are many. */
const NOTHING: readonly Word[] = [];
const NOWHERE: readonly Span[] = [];

/** What a witness has in a cluster. */
export function listWords(cluster: Cluster, at: number): readonly Word[] {
  let words: Word[] | null = null;
  for (const column of cluster) {
    const word = column[at]!;
    if (word === null) continue;
    if (words === null) words = [word];
    else words.push(word);
  }
  return words ?? NOTHING;
}

function writeForms(words: readonly Word[]): string {
  return words.length === 1 ? words[0]!.form : words.map((word) => word.form).join(" ");
}

function findKind(cluster: Cluster, readings: readonly Reading[], words: readonly (readonly Word[])[]): Locus["kind"] {
  if (isEditorial(cluster[0]!)) return "editorial";
  if (isAgreed(readings)) return "same";
  if (words.every((own) => own.every((word) => !word.content))) return "form";
  const stems = new Set<string>();
  for (const [at, own] of words.entries())
    if (readings[at]!.state !== "lacuna") stems.add(own.map((word) => word.stem).join(" "));
  return stems.size === 1 ? "form" : "variant";
}

/** Whether all that reach here read the same. */
function isAgreed(readings: readonly Reading[]): boolean {
  let agreed = -1;
  for (const { state, group } of readings) {
    if (state === "lacuna") continue;
    if (agreed !== -1 && group !== agreed) return false;
    agreed = group;
  }
  return true;
}

/** One span for each run of words that stand together in one part of the wording, with the marks that hang on them. */
function joinSpans(words: readonly Word[]): readonly Span[] {
  if (words.length < 2) return words.length === 0 ? NOWHERE : [words[0]!.whole];
  const spans: { from: number; to: number }[] = [];
  let last = -1; // part of the word before
  for (const { whole, part } of words) {
    if (part === last) spans.at(-1)!.to = whole.to;
    else spans.push({ from: whole.from, to: whole.to });
    last = part;
  }
  return spans;
}
