import type { Named, Siglum } from "../collate/collation.ts";
import type { Quotation } from "../quote/quotation.ts";
import { type BlockKind, findBody, type Passage, type Report } from "../report/report.ts";
import { findReuse } from "../reuse/find.ts";
import type { SharedPassage } from "../reuse/reuse.ts";
import { foldWord } from "../text/fold.ts";
import { clipSpans, findFirst, isOverlapping, type Span, sliceSpan } from "../text/span.ts";
import { findWords } from "../text/token.ts";

/** What two reports have in the same words outside quotations, where each should have its own. */
export interface Copied {
  /** Places in the list of reports, a before b. */
  readonly a: number;
  readonly b: number;
  /** Words of the passages that stand in no quotation of either; what is printed twice counts once. */
  readonly words: number;
  /** How large a share that is, 0 to 1, of all such words in the body of each of the two. */
  readonly shares: ReadonlyMap<Siglum, number>;
  /** In order of place in a: the passage in a, then the one in b. */
  readonly passages: readonly Passage[];
  /** The same of captions, agency tags and page furniture, of two outlets. */
  readonly furniture: readonly Passage[];
}

/** One report with what is asked of its places. */
interface Side {
  readonly siglum: Siglum;
  readonly report: Report;
  /** Its words in text order, and folded. */
  readonly words: readonly Span[];
  readonly folds: readonly string[];
  /** How many of the words before each, and of all, are in no run of what is said. */
  readonly own: Int32Array;
  readonly body: readonly Span[];
  readonly around: readonly Span[];
}

type Shared = Pick<SharedPassage, "a" | "b">;

/** So many words are not written twice by chance, nor are they a stock phrase. */
const LEAST_WORDS = 20;
/** Words in a row by which something said is known again. */
const RUN = 4;
/** "(@elmouth_harbour)" behind the name that signs an embedded post. */
const POST = /\(@\w{1,20}\)/u;
/** Fewer words of a caption are a name. */
const LEAST_FURNITURE = 6;
/** What stands around a report and is taken over with it, or is an outlet's own. */
const AROUND: ReadonlySet<BlockKind> = new Set(["caption", "agency", "furniture"]);

/** Pairs of reports that share wording of the reporters' own, by a, then b. */
export function findCopied(reports: readonly Named[], quotations: readonly Quotation[]): Copied[] {
  const { pairs } = findReuse(reports.map(({ report }) => report.text));
  const said = listSaid(reports, quotations);
  const sides = reports.map((named) => makeSide(named, said));
  return pairs.flatMap(({ a, b, passages }) => {
    const [left, right] = [sides[a]!, sides[b]!];
    const distinct = dropTwins(left, passages);
    const own = distinct
      .flatMap((passage) => clip(passage, left.body, right.body))
      .map((passage) => ({
        passage,
        words: Math.min(countOwn(left, passage.a), countOwn(right, passage.b)),
      }))
      .filter(({ words }) => words > 0);
    const words = own.reduce((sum, each) => sum + each.words, 0);
    if (words < LEAST_WORDS) return [];
    const isOther = left.report.outlet !== right.report.outlet;
    const around = isOther ? distinct.flatMap((passage) => clip(passage, left.around, right.around)) : [];
    const furniture = around.filter((passage) => countOwn(left, passage.a) >= LEAST_FURNITURE);
    const list = (some: readonly Shared[]) => some.flatMap((each) => [locate(left, each.a), locate(right, each.b)]);
    const shares = new Map([left, right].map((side) => [side.siglum, words / countBody(side)]));
    return [{ a, b, words, shares, passages: list(own.map(({ passage }) => passage)), furniture: list(furniture) }];
  });
}

/** What of a passage lies within blocks on both sides, from the first to the last; none if it is on one side only. */
function clip({ a, b }: Shared, left: readonly Span[], right: readonly Span[]): Shared[] {
  const sides = [clipTo(left, a), clipTo(right, b)];
  return sides[0] && sides[1] ? [{ a: sides[0], b: sides[1] }] : [];
}

function clipTo(blocks: readonly Span[], span: Span): Span | null {
  const parts = clipSpans(blocks, span);
  return parts.length === 0 ? null : { from: parts[0]!.from, to: parts.at(-1)!.to };
}

function makeSide({ siglum, report }: Named, said: ReadonlySet<string>): Side {
  const words = findWords(report.text);
  const folds = words.map((word) => foldWord(sliceSpan(report.text, word)));
  return {
    siglum,
    report,
    words,
    folds,
    own: sumOwn(folds, said),
    body: findBody(report),
    around: report.blocks.filter(({ kind }) => AROUND.has(kind)),
  };
}

/** Without what is printed twice in either: a caption under each picture of a row, a lead that stands in the text again. */
function dropTwins(side: Side, passages: readonly SharedPassage[]): SharedPassage[] {
  const kept: SharedPassage[] = [];
  const seen = new Set<string>();
  for (const passage of passages.toSorted((x, y) => y.words - x.words || x.a.from - y.a.from || x.b.from - y.b.from)) {
    const [from, to] = findRange(side, passage.a);
    const words = side.folds.slice(from, to).join(" ");
    const isTwin = kept.some(({ a, b }) => isOverlapping(a, passage.a) || isOverlapping(b, passage.b));
    if (isTwin || seen.has(words)) continue;
    seen.add(words);
    kept.push(passage);
  }
  return kept.sort((x, y) => x.a.from - y.a.from);
}

/** Runs of folded words that some report has between marks, or in a block that is signed as a post. */
function listSaid(reports: readonly Named[], quotations: readonly Quotation[]): ReadonlySet<string> {
  const said = new Set<string>();
  for (const { report } of reports) {
    const own = quotations.filter((quotation) => quotation.report === report.id).flatMap(({ quoted }) => quoted);
    const posts = report.blocks.filter((block) => POST.test(sliceSpan(report.text, block)));
    for (const span of [...own, ...posts]) for (const run of listRuns(foldWords(report.text, span))) said.add(run);
  }
  return said;
}

/** Of each word on the run that it begins; the last words begin none. */
function listRuns(words: readonly string[]): string[] {
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(" "));
}

/** How many words before each place, and before the end, are in no run of what is said. */
function sumOwn(folds: readonly string[], said: ReadonlySet<string>): Int32Array {
  const isSaid = new Uint8Array(folds.length);
  for (const [at, run] of listRuns(folds).entries()) if (said.has(run)) isSaid.fill(1, at, at + RUN);
  const own = new Int32Array(folds.length + 1);
  for (let at = 0; at < folds.length; at++) own[at + 1] = own[at]! + 1 - isSaid[at]!;
  return own;
}

/** Words of a span in no run of what is said, which may begin before it. */
function countOwn(side: Side, span: Span): number {
  const [from, to] = findRange(side, span);
  return side.own[to]! - side.own[from]!;
}

function countBody(side: Side): number {
  return side.body.reduce((sum, block) => sum + countOwn(side, block), 0);
}

/** The places of the words of a span: the first, and the one behind the last. */
function findRange({ words }: Side, { from, to }: Span): readonly [number, number] {
  return [findFirst(words, from), findFirst(words, to)];
}

function foldWords(text: string, span: Span): string[] {
  return findWords(text, span).map((word) => foldWord(sliceSpan(text, word)));
}

function locate({ report }: Side, { from, to }: Span): Passage {
  return { report: report.id, from, to };
}
