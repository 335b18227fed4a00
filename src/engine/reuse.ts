import { checkReuse, InputError, REUSE_DEFAULTS, type ReuseOptions } from "../corpus.ts";
import { loadCorpus, startReading } from "./corpus.ts";
import { Crew } from "./crew.ts";
import { type Days, makeJudge } from "./days.ts";
import { loadImage, saveImage } from "./image.ts";
import { checkRoom, type Kernel, OutOfMemory } from "./kernel.ts";
import { makePlan, Parts } from "./parts.ts";
import { countBoilerplate, makeReportRow, makeRows, type Row } from "./row.ts";
import { type Corpus, readNames } from "./settle.ts";
import { checkSink, findSinkFormat, type SinkFormat, type SomeRows, writeRows } from "./sink.ts";
import { findSources } from "./source.ts";
import { type Done, ENTRY_BYTES, type GroupTask, type PairTask, ROW, SHARDS } from "./task.ts";

/** What a run over a corpus may be told, beside the options of the library. */
export interface CorpusReuseOptions extends ReuseOptions {
  /** Threads, this one included. Default 1. */
  readonly threads?: number;
  /** Whether to go on from what an interrupted run has finished. */
  readonly resume?: boolean;
  readonly isStrict?: boolean;
  /** When reports must be from; null, the default, for all times. */
  readonly days?: Days | null;
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly onRefused?: (error: InputError) => void;
  readonly onProgress?: (progress: ReuseProgress) => void;
  /** Ends the run at the next task, leaving what is finished for `resume`. */
  readonly signal?: AbortSignal;
}

export interface ReuseProgress {
  readonly step: "reading" | "indexing" | "pairing" | "writing";
  /** Bytes of files while reading, else reports or shards. */
  readonly done: number;
  /** 0 where it is not known. */
  readonly total: number;
}

/** What was done. */
export interface ReuseSummary {
  readonly reports: number;
  readonly words: number;
  readonly rows: number;
  /** Lines, records and files that could not be used. */
  readonly refused: number;
  /** Bytes in memory: words; where they stand in the texts; index. And all the kernel took, buffers included. */
  readonly bytes: { readonly words: number; readonly places: number; readonly index: number; readonly all: number };
}

/** Reports of one shard: finished together, kept together. */
const SHARD = 512;
/** Shards of the keys that one task brings together. */
const GROUPED = 8;

/**
 * Writes to `out` (.jsonl, .csv or .parquet) what the reports share: passages by the id of a and of b and by place, what is boilerplate
 * of a report behind its passages, and at the end a row for each report that has either. The ids decide the order and which of two is a, so that
 * neither the order of the files nor the number of threads changes a byte.
 *
 * Memory: about 6.3 bytes a word and 120 a report for as long as the run lasts (words 4, where they stand 1, index 1.2; more where much is
 * shared), 4 GiB at most, which is some 650,000 reports of 1,000 words. Time: linear in the words; for each fingerprint in the pairs of reports that
 * have it, at most `common`². An interrupted run leaves `OUT.parts`, and never a part of `out` itself.
 */
export async function writeReuse(
  paths: readonly string[],
  out: string,
  options: CorpusReuseOptions = {},
): Promise<ReuseSummary> {
  const { gram, window, common } = { ...REUSE_DEFAULTS, ...options };
  checkReuse({ gram, window, common });
  const signal = options.signal ?? new AbortController().signal;
  const { threads = 1, days = null } = options;
  const judge = days && makeJudge(days, (await import("../flat.ts")).readPublished);
  const crew = new Crew({ threads, gram, window, days, judge }, signal);
  try {
    return await run(crew, paths, out, { ...options, gram, window, common });
  } catch (error) {
    if (error instanceof OutOfMemory || (error instanceof Error && error.message === "no room"))
      throw new InputError(
        "too-large",
        paths.join(" "),
        "more words than fit into 4 GiB of memory; take fewer reports at a time, for example by --since and --until",
      );
    throw error;
  } finally {
    await crew.close();
  }
}

type Settings = CorpusReuseOptions & Required<ReuseOptions>;

async function run(crew: Crew, paths: readonly string[], out: string, options: Settings): Promise<ReuseSummary> {
  const sources = await findSources(paths);
  await checkSink(out, sources);
  const { gram, window, common } = options;
  const progress = options.onProgress ?? (() => {});
  const size = sources.reduce((sum, source) => sum + source.size, 0);
  const parts: Parts = new Parts(out, () =>
    makePlan(sources, readNames(crew.kernel, corpus!), { gram, window, common }),
  );
  const plan = JSON.stringify({ sources, gram, window, common, days: options.days ?? null });
  const saved = options.resume ? await loadImage(parts.folder, crew.kernel, plan) : null;
  const reading = saved?.reading ?? startReading();
  let corpus: Corpus | null = saved?.corpus ?? null;
  let linked = saved?.linked ?? 0;
  let refused = 0;
  try {
    if (corpus === null) {
      corpus = await loadCorpus(crew, sources, reading, {
        ...(options.stdin && { stdin: options.stdin }),
        isStrict: options.isStrict ?? false,
        days: options.days ?? null,
        onRefused: (error) => {
          refused++;
          options.onRefused?.(error);
        },
        onProgress: (done) => progress({ step: "reading", done, total: size }),
      });
      linked = await groupPrints(crew, corpus, common, progress);
    }
    await parts.open(options.resume ?? false);
    await pairReports(crew, corpus, parts, progress);
  } catch (error) {
    // Standard input cannot be read again, and half a grouping cannot be gone on with.
    const isWhole = corpus === null || linked > 0;
    if (options.signal?.aborted && isWhole && sources.every(({ path }) => path !== "-"))
      await saveImage(parts.folder, crew.kernel, plan, { reading, corpus, linked });
    throw error;
  }
  const rows = await writeRows(out, assemble(crew, corpus, parts, findSinkFormat(out), progress));
  await parts.remove();
  return {
    reports: corpus.reports,
    words: corpus.bytes.words / 4,
    rows,
    refused,
    bytes: {
      words: corpus.bytes.words,
      places: corpus.bytes.places,
      index: corpus.bytes.prints + linked * ENTRY_BYTES,
      all: crew.kernel.call.used(),
    },
  };
}

type OnProgress = (progress: ReuseProgress) => void;

/** Brings the fingerprints of each key together; gives how many are linked. */
async function groupPrints(crew: Crew, corpus: Corpus, common: number, progress: OnProgress): Promise<number> {
  const { heads, batches } = corpus;
  const tasks = Array.from(
    { length: SHARDS / GROUPED },
    (_, at): GroupTask => ({ kind: "group", from: at * GROUPED, to: (at + 1) * GROUPED, heads, batches, common }),
  );
  let linked = 0;
  let done = 0;
  await crew.spread(tasks, (_, result) => {
    linked += result.linked;
    progress({ step: "indexing", done: ++done, total: tasks.length });
  });
  // Their lists are linked in whatever order the threads came by. Few: not worth handing out.
  checkRoom(crew.kernel.call.sortCommon(0, corpus.reports));
  return linked;
}

/** Pairs the reports of each shard that is not finished, and keeps the rows. */
async function pairReports(crew: Crew, { reports }: Corpus, parts: Parts, progress: OnProgress): Promise<void> {
  const writing: Promise<void>[] = [];
  let done = 0;
  async function* makeTasks(): AsyncGenerator<PairTask> {
    for (let from = 0; from < reports; from += SHARD) {
      const finished = await parts.read(from / SHARD);
      if (finished) coverRows(crew, finished);
      else yield { kind: "pair", from, to: Math.min(from + SHARD, reports) };
    }
  }
  const keep = ({ from, to }: PairTask, { rows }: Done): void => {
    writing.push(parts.write(from / SHARD, rows));
    done += to - from;
    progress({ step: "pairing", done, total: reports });
  };
  try {
    await crew.spread(makeTasks(), keep);
    await Promise.all(writing);
  } catch (error) {
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

/** All rows in order: those of the shards, then one for each report that shares something. */
async function* assemble(
  { kernel }: Crew,
  corpus: Corpus,
  parts: Parts,
  format: SinkFormat,
  progress: OnProgress,
): AsyncGenerator<SomeRows> {
  const { reports } = corpus;
  const common = kernel.allocate(reports * 4); // words of each report that are boilerplate
  const render = format === "jsonl" ? makeLineRenderer(kernel) : makeRowRenderer(kernel, corpus);
  for (let from = 0; from < reports; from += SHARD) {
    const rows = await parts.read(from / SHARD);
    if (!rows) throw new Error(`shard ${from / SHARD} is gone`);
    const boilerplate = kernel.numbers(common, reports);
    for (let at = 0; at < rows.length; at += ROW) boilerplate[rows[at]!]! += countBoilerplate(rows, at);
    yield render.rows(rows);
    progress({ step: "writing", done: from, total: reports });
  }
  for (let from = 0; from < reports; from += SHARD) yield render.reports(from, Math.min(from + SHARD, reports), common);
}

/** Makes what goes to the sink of the numbers of rows, and of the reports from one rank to another; `common` as in `assemble`. */
interface Renderer {
  readonly rows: (rows: Uint32Array) => SomeRows;
  readonly reports: (from: number, to: number, common: number) => SomeRows;
}

/** By the kernel: in JavaScript it takes as long as pairing. */
function makeLineRenderer(kernel: Kernel): Renderer {
  const { call } = kernel;
  const show = (bytes: number): SomeRows => {
    if (bytes < 0) checkRoom(0);
    return { lines: kernel.bytes(call.linesAt(), bytes), count: call.linesPut() };
  };
  return {
    rows: (rows) => {
      const count = rows.length / ROW;
      kernel.numbers(checkRoom(call.reserveGiven(count)), rows.length).set(rows);
      return show(call.renderRows(count));
    },
    reports: (from, to, common) => show(call.renderReports(from, to, common)),
  };
}

function makeRowRenderer(kernel: Kernel, corpus: Corpus): Renderer {
  const names = readNames(kernel, corpus);
  const makeReport = (rank: number, common: number): Row[] => {
    const covered = kernel.call.countCovered(rank);
    return covered > 0 || common > 0 ? [makeReportRow(names.ids[rank]!, names.words[rank]!, covered, common)] : [];
  };
  return {
    rows: (rows) => makeRows(rows, names),
    reports: (from, to, common) =>
      Array.from(kernel.numbers(common, to).subarray(from), (words, at) => makeReport(from + at, words)).flat(),
  };
}
