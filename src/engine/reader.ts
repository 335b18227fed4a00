import { type FlatReport, InputError } from "../corpus.ts";
import { flattenReport, readFlat, readFlatLine } from "../flat.ts";
import { type ByteOptions, readBytes } from "./bytes.ts";
import { readLines } from "./line.ts";
import { readParquet } from "./parquet.ts";
import { findSources, type Source } from "./source.ts";

export interface ReaderOptions extends ByteOptions {
  /** Is told each line, record or file that cannot be used, by its place; reading goes on. Without it they are passed over. */
  readonly onRefused?: (error: InputError) => void;
  /** Whether to throw at the first of them instead. */
  readonly isStrict?: boolean;
}

/**
 * The reports in files of JSON lines (plain or gzip, `-` for standard input), Parquet files, single texts and pages, and
 * folders of all these, one at a time in the order of `findSources`, then of the file. Holds one line, one chunk of a file and the ids in memory, so that a
 * corpus may be of any size. An id that an earlier report has is told to `onRefused`, and the later report goes by its
 * place. Throws `InputError` for a path that leads nowhere.
 */
export async function* readCorpus(paths: readonly string[], options: ReaderOptions = {}): AsyncGenerator<FlatReport> {
  const ids = new Set<string>();
  for (const source of findSources(paths)) {
    for await (const report of readSource(source, options)) {
      if (!ids.has(report.id)) {
        ids.add(report.id);
        yield report;
        continue;
      }
      refuse(
        new InputError("option", report.place, `an earlier report has the id ${report.id}; this one goes by its place`),
        options,
      );
      ids.add(report.place);
      yield { ...report, id: report.place };
    }
  }
}

/** The reports of one file; ids as they stand there. Throws nothing for what is in it, unless strict. */
export async function* readSource(source: Source, options: ReaderOptions = {}): AsyncGenerator<FlatReport> {
  const read = { lines: readLineFile, parquet: readParquetFile, whole: readWhole }[source.kind];
  try {
    yield* read(source, options);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    refuse(error, options);
  }
}

async function* readLineFile(source: Source, options: ReaderOptions): AsyncGenerator<FlatReport> {
  const tooLong = ({ number, reason }: { number: number; reason: string }): void =>
    refuse(new InputError("too-large", `${source.path}:${number}`, reason), options);
  for await (const { number, bytes } of readLines(readBytes(source, options), tooLong))
    yield* attempt(() => readFlatLine(bytes, `${source.path}:${number}`), options);
}

async function* readParquetFile(source: Source, options: ReaderOptions): AsyncGenerator<FlatReport> {
  let number = 0;
  for await (const row of readParquet(source.path)) {
    number++;
    yield* attempt(() => readFlat(row, `${source.path}:${number}`), options);
  }
}

async function* readWhole(source: Source, options: ReaderOptions): AsyncGenerator<FlatReport> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readBytes(source, options)) chunks.push(chunk.slice());
  const { readReports } = await import("../index.ts"); // loaded when the first such file comes
  const { reports, refused } = await readReports([{ name: source.path, bytes: Buffer.concat(chunks) }]);
  for (const error of refused) refuse(error, options);
  yield* reports.map(flattenReport);
}

function attempt(read: () => FlatReport[], options: ReaderOptions): FlatReport[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    refuse(error, options);
    return [];
  }
}

function refuse(error: InputError, { isStrict, onRefused }: ReaderOptions): void {
  if (isStrict) throw error;
  onRefused?.(error);
}
