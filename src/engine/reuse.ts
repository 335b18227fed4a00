import { checkReuse, InputError, REUSE_DEFAULTS, type ReuseOptions } from "../corpus.ts";
import { loadCorpus, startReading } from "./corpus.ts";
import { Crew } from "./crew.ts";
import { type Days, makeJudge } from "./days.ts";
import { checkRoom, OutOfMemory } from "./kernel.ts";
import { findRows, type OnProgress, type ReuseProgress } from "./pairing.ts";
import { makePlan, Parts } from "./parts.ts";
import { type Corpus, readNames } from "./settle.ts";
import { checkSink } from "./sink.ts";
import { findSources } from "./source.ts";
import { ENTRY_BYTES, type GroupTask, SHARDS } from "./task.ts";

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

/** Shards of the keys that one task brings together. */
const GROUPED = 8;

/**
 * Writes to `out` (.jsonl, .csv or .parquet) what the reports share: passages by the id of a and of b and by place, what is boilerplate
 * of a report behind its passages, and at the end a row for each report that has either. The ids decide the order and which of two is a, so that
 * neither the order of the files nor the number of threads changes a byte.
 *
 * Memory: about 6.3 bytes a word and 200 a report for as long as the run lasts (words 4, where they stand 1, index 1.2; more where much is
 * shared; of a report its own line of the result is held to the end), 4 GiB at most, which is some 650,000 reports of 1,000 words.
 * Time: linear in the words; for each fingerprint in the pairs of reports that have it, at most `common`². An interrupted run leaves
 * `OUT.parts`, and never a part of `out` itself.
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
  const sources = findSources(paths);
  checkSink(out, sources);
  const { gram, window, common } = options;
  const progress = options.onProgress ?? (() => {});
  const size = sources.reduce((sum, source) => sum + source.size, 0);
  const parts: Parts = new Parts(out, () =>
    makePlan(sources, readNames(crew.kernel, corpus!), { gram, window, common }),
  );
  const plan = JSON.stringify({ sources, gram, window, common, days: options.days ?? null });
  const saved = options.resume ? await (await import("./image.ts")).loadImage(parts.folder, crew.kernel, plan) : null;
  const reading = saved?.reading ?? startReading();
  let corpus: Corpus | null = saved?.corpus ?? null;
  let linked = saved?.linked ?? 0;
  let refused = 0;
  let rows = 0;
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
    rows = await findRows(crew, corpus, { parts, out, progress });
  } catch (error) {
    // Standard input cannot be read again, and half a grouping cannot be gone on with.
    const isWhole = corpus === null || linked > 0;
    if (options.signal?.aborted && isWhole && sources.every(({ path }) => path !== "-"))
      await (await import("./image.ts")).saveImage(parts.folder, crew.kernel, plan, { reading, corpus, linked });
    throw error;
  }
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
