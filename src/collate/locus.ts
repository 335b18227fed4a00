import { expandContraction } from "../lang/en/contraction.ts";
import { FUNCTION_WORDS } from "../lang/en/grammar.ts";
import { foldSpelling } from "../lang/en/spelling.ts";
import type { Span } from "../text/span.ts";
import type { Column } from "./align.ts";
import type { Locus, Reading, Siglum } from "./collation.ts";
import type { Bond } from "./gap.ts";
import { joinTurned } from "./turned.ts";
import type { Word } from "./word.ts";

/** Columns that are one place: each witness's words there, in its own order. */
export type Cluster = readonly Column[];

/** What each witness has in a cluster, in its own order; empty if nothing. */
export type Place = readonly (readonly Word[])[];

/** The places of clusters, in their order. */
export function makePlaces(clusters: readonly Cluster[]): Place[] {
  return clusters.map((cluster) => cluster[0]!.map((_, at) => listWords(cluster, at)));
}

/** The loci of clusters, in their order. `places`: those of the same clusters. */
export function makeLoci(clusters: readonly Cluster[], places: readonly Place[], sigla: readonly Siglum[]): Locus[] {
  const reach = sigla.map((_, at) => findReach(places, at));
  const findState = (words: readonly Word[], { first, last }: Reach, at: number): Reading["state"] =>
    words.length > 0 ? "words" : at >= first && at <= last ? "omission" : "lacuna";
  return places.map((place, at) => {
    const editorial = isEditorial(clusters[at]![0]!); // insertions stand in clusters of their own
    const labels: string[] = [];
    const readings = place.map((words, i): Reading => {
      const state = findState(words, reach[i]!, at);
      const group = findGroup(state === "words" ? writeForms(words) : state === "omission" ? "" : "~", labels);
      const isInserted = editorial && words.some((word) => word.editorial);
      return { siglum: sigla[i]!, state, spans: joinSpans(words), group, editorial: isInserted };
    });
    return { kind: editorial ? "editorial" : findKind(readings, place), readings };
  });
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
  return joinTurned(joinFillers(joinSpelled(clusters)), bonds);
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

/** Joins two places of which the words are the same together, and not one by one: "re-", "enter" and "reenter". */
function joinSpelled(clusters: readonly Column[][]): Column[][] {
  const joined: Column[][] = [];
  for (const cluster of clusters) {
    const last = joined.at(-1);
    const both = last === undefined ? [] : [...last, ...cluster];
    const isParted = last !== undefined && !isEven(last) && !isEven(cluster);
    if (isParted && (isVariant(last) || isVariant(cluster)) && isSpelledAlike(both)) last.push(...cluster);
    else joined.push(cluster);
  }
  return joined;
}

/** Whether all witnesses have the same words. */
function isEven(cluster: Cluster): boolean {
  return cluster.every((column) => isUniform(column) && !column.includes(null));
}

function isSpelledAlike(cluster: Cluster): boolean {
  if (cluster.some(isEditorial)) return false;
  const written = cluster[0]!.map((_, at) => writeLetters(listWords(cluster, at))).filter((letters) => letters !== "");
  return written.every((letters) => letters === written[0]);
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

/** No witness has words in both, and both are insertions or neither. */
function isInstead(cluster: Cluster, stretch: Cluster): boolean {
  if (isEditorial(cluster[0]!) !== isEditorial(stretch[0]!)) return false;
  return stretch[0]!.every((word, i) => word === null || cluster.every((column) => column[i] === null));
}

/** Insertions stand in columns of their own, so one word tells. */
function isEditorial(column: Column): boolean {
  for (const word of column) if (word !== null) return word.editorial;
  return false;
}

/** The first and last place of a reach; -1 if there is none. */
interface Reach {
  readonly first: number;
  readonly last: number;
}

/**
 * The first and last place at which a witness has words of its speaker beside another's; what it goes on with alone, it alone
 * reaches. An insertion reaches nowhere.
 */
function findReach(places: readonly Place[], at: number): Reach {
  const has = (words: readonly Word[]) => words.some((word) => !word.editorial);
  const isMet = (place: Place) => has(place[at]!) && place.some((words, i) => i !== at && has(words));
  return { first: places.findIndex(isMet), last: places.findLastIndex(isMet) };
}

/** The place of a label among those met at a place, where it is noted if it is new. */
function findGroup(label: string, labels: string[]): number {
  const known = labels.indexOf(label);
  return known === -1 ? labels.push(label) - 1 : known;
}

/** One for all who have nothing, which at most places are many. */
const NOTHING: readonly Word[] = [];
const NOWHERE: readonly Span[] = [];

function listWords(cluster: Cluster, at: number): readonly Word[] {
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

const HYPHENS = /[-‐‑]/gu;

/** The kind of a place where no editor put in words. */
function findKind(readings: readonly Reading[], place: Place): Locus["kind"] {
  if (isAgreed(readings)) return "same";
  if (place.every((words) => words.every(isFunctional))) return "form";
  return isOne(readings, place, writeStems) || isOne(readings, place, writeLetters) ? "form" : "variant";
}

/** Whether it is a function word, or is made of such: "we've". */
function isFunctional({ content, fold }: Word): boolean {
  return (
    !content ||
    expandContraction(fold)
      .split(" ")
      .every((word) => FUNCTION_WORDS.has(word))
  );
}

/** Whether the words of all that reach here are one, written so. */
function isOne(readings: readonly Reading[], place: Place, write: (words: readonly Word[]) => string): boolean {
  let known: string | null = null;
  for (let at = 0; at < place.length; at++) {
    if (readings[at]!.state === "lacuna") continue;
    const own = write(place[at]!);
    if (known !== null && own !== known) return false;
    known = own;
  }
  return true;
}

function writeStems(words: readonly Word[]): string {
  return words.length === 1 ? words[0]!.stem : words.map((word) => word.stem).join(" ");
}

/** Whatever stands between them, in American spelling: "re-enter" is "reenter", "health care" is "healthcare". */
function writeLetters(words: readonly Word[]): string {
  return words.map((word) => foldSpelling(word.fold.replace(HYPHENS, ""))).join("");
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
