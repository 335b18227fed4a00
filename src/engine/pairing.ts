import type { Crew } from "./crew.ts";
import { checkRoom, type Kernel } from "./kernel.ts";
import type { Parts, Shard } from "./parts.ts";
import { countBoilerplate, makeReportRow, makeRows, type Row } from "./row.ts";
import { type Corpus, readNames } from "./settle.ts";
import { findSinkFormat, type SomeRows, writeRows } from "./sink.ts";
import { copyLines, type Done, type PairTask, ROW } from "./task.ts";

export interface ReuseProgress {
  readonly step: "reading" | "indexing" | "pairing";
  /** Bytes of files while reading, else reports or shards. */
  readonly done: number;
  /** 0 where it is not known. */
  readonly total: number;
}

export type OnProgress = (progress: ReuseProgress) => void;

/** Reports of one shard: finished together, kept together. */
const SHARD = 512;

/** Where rows are kept and go to. */
interface Outlet {
  readonly parts: Parts;
  readonly out: string;
  readonly progress: OnProgress;
}

/** Pairing under way: settled for each shard in its order, and for all. */
interface Pairing {
  readonly shards: readonly Promise<void>[];
  readonly whole: Promise<void>;
}

/** Pairs the reports and meanwhile writes the rows, in their order; gives how many. Throws what either throws, once both have ended. */
export async function findRows(crew: Crew, corpus: Corpus, outlet: Outlet): Promise<number> {
  const shards = Array.from({ length: Math.ceil(corpus.reports / SHARD) }, () => Promise.withResolvers<void>());
  const whole = pairReports(crew, corpus, outlet, shards);
  const pairing = { shards: shards.map(({ promise }) => promise), whole };
  const [paired, writing] = await Promise.allSettled([
    whole.finally(() => crew.close()),
    writeRows(outlet.out, assemble(crew, corpus, outlet, pairing)),
  ]);
  if (paired.status === "rejected") throw paired.reason;
  if (writing.status === "rejected") throw writing.reason;
  return writing.value;
}

/** Pairs the reports of each shard that is not finished, keeps the rows, and says of each shard when it is finished, or that it will not be. */
async function pairReports(
  crew: Crew,
  { reports }: Corpus,
  { parts, out, progress }: Outlet,
  shards: readonly PromiseWithResolvers<void>[],
): Promise<void> {
  const asLines = findSinkFormat(out) === "jsonl";
  const writing: Promise<void>[] = [];
  let done = 0;
  async function* makeTasks(): AsyncGenerator<PairTask> {
    for (let from = 0; from < reports; from += SHARD) {
      const finished = await parts.read(from / SHARD);
      if (finished) {
        coverRows(crew, finished.rows);
        shards[from / SHARD]!.resolve();
      } else yield { kind: "pair", from, to: Math.min(from + SHARD, reports), asLines };
    }
  }
  const keep = ({ from, to }: PairTask, { rows, lines }: Done): void => {
    const kept = parts.write(from / SHARD, { rows, lines: asLines ? lines : null });
    kept.catch(() => {}); // thrown once no task is under way
    writing.push(kept);
    shards[from / SHARD]!.resolve();
    done += to - from;
    progress({ step: "pairing", done, total: reports });
  };
  try {
    await crew.spread(makeTasks(), keep);
    await Promise.all(writing);
  } catch (error) {
    for (const { promise, reject } of shards) {
      promise.catch(() => {}); // whoever writes may not have come to it
      reject(error);
    }
    await Promise.allSettled(writing);
    await parts.save(); // what is finished is kept where the run is interrupted
    throw error;
  }
}

/** Marks the words of passages that an earlier run found; the kernel does so by itself with those it finds. */
function coverRows({ kernel }: Crew, rows: Uint32Array): void {
  for (let at = 0; at < rows.length; at += ROW) {
    if (countBoilerplate(rows, at) > 0) continue;
    kernel.call.cover(rows[at]!, rows[at + 8]!, rows[at + 9]!);
    kernel.call.cover(rows[at + 1]!, rows[at + 10]!, rows[at + 11]!);
  }
}

/** All rows in order: those of the shards as they are finished, then one for each report that shares something. */
async function* assemble(
  { kernel }: Crew,
  corpus: Corpus,
  { parts, out }: Outlet,
  { shards, whole }: Pairing,
): AsyncGenerator<SomeRows> {
  const { reports } = corpus;
  const common = kernel.allocate(reports * 4); // words of each report that are boilerplate
  const render = findSinkFormat(out) === "jsonl" ? makeLineRenderer(kernel) : makeRowRenderer(kernel, corpus);
  const own: (() => SomeRows)[] = []; // of the reports; they stand at the end
  for (const [number, finished] of shards.entries()) {
    await finished;
    const shard = await parts.take(number);
    if (!shard) throw new Error(`shard ${number} is gone`);
    const { rows } = shard;
    const boilerplate = kernel.numbers(common, reports);
    for (let at = 0; at < rows.length; at += ROW) boilerplate[rows[at]!]! += countBoilerplate(rows, at);
    yield render.rows(shard);
    // Nothing that is paired later has to do with these.
    own.push(render.reports(number * SHARD, Math.min((number + 1) * SHARD, reports), common));
  }
  await whole; // an interrupted run leaves no result, be all its shards finished
  for (const take of own) yield take();
}

/**
 * Makes what goes to the sink of the numbers of rows, and of the reports from one rank to another, to be taken later; `common` as in
 * `assemble`.
 */
interface Renderer {
  readonly rows: (shard: Shard) => SomeRows;
  readonly reports: (from: number, to: number, common: number) => () => SomeRows;
}

/** By the kernel: in JavaScript it takes as long as pairing. The lines of reports are made while other threads still pair. */
function makeLineRenderer(kernel: Kernel): Renderer {
  const { call } = kernel;
  return {
    rows: ({ rows, lines }) => {
      const count = rows.length / ROW;
      if (lines) return { lines, count };
      const at = checkRoom(call.reserveGiven(count));
      kernel.numbers(at, rows.length).set(rows);
      return { lines: copyLines(kernel, call.renderRows(at, count)), count };
    },
    reports: (from, to, common) => {
      const lines = copyLines(kernel, call.renderReports(from, to, common));
      const some = { lines, count: call.linesPut() };
      return () => some;
    },
  };
}

function makeRowRenderer(kernel: Kernel, corpus: Corpus): Renderer {
  const names = readNames(kernel, corpus);
  const makeReport = (rank: number, common: number): Row[] => {
    const covered = kernel.call.countCovered(rank);
    return covered > 0 || common > 0 ? [makeReportRow(names.ids[rank]!, names.words[rank]!, covered, common)] : [];
  };
  return {
    rows: ({ rows }) => makeRows(rows, names),
    // Not made before they are taken: a row takes ten times as much memory as its line.
    reports: (from, to, common) => () =>
      Array.from(kernel.numbers(common, to).subarray(from), (words, at) => makeReport(from + at, words)).flat(),
  };
}
