import type { AsyncBuffer, FileMetaData } from "hyparquet";
import { InputError } from "../corpus.ts";
import { explainRead } from "./trouble.ts";

/** Rows that are decoded at a time at most; a row group of the file may be a million. */
const BATCH = 4096;

/**
 * The rows of a Parquet file in order, each as an object of its columns, times and dates as in RFC 3339; a time without a zone has none there either, and is
 * a day where its clock says midnight. At most one row group's pages of the batch are in memory. Throws
 * `InputError` "malformed" where the file is no Parquet or breaks off.
 */
export async function* readParquet(path: string): AsyncGenerator<Record<string, unknown>> {
  const parquet = await import("hyparquet"); // loaded when the first such file comes
  const { compressors } = await import("hyparquet-compressors");
  const file = await explain(path, () => parquet.asyncBufferFromFile(path));
  const metadata = await explain(path, () => parquet.parquetMetadataAsync(file));
  const local = findLocal(metadata);
  for (const { from, to } of findBatches(metadata)) {
    const read = { file: file as AsyncBuffer, metadata, compressors, parsers: DATES, rowStart: from, rowEnd: to };
    for (const row of await explain(path, () => parquet.parquetReadObjects(read), from)) {
      for (const name of local) row[name] = dropZone(row[name]);
      yield row;
    }
  }
}

/** Days or thousandths, millionths … of a second since the epoch as words; null for a time that no calendar has. */
const DATES = {
  dateFromDays: (days: number) => showTime(days * 86_400_000)?.slice(0, 10),
  timestampFromMilliseconds: (time: bigint) => showTime(Number(time)),
  timestampFromMicroseconds: (time: bigint) => showTime(Number(time / 1000n)),
  timestampFromNanoseconds: (time: bigint) => showTime(Number(time / 1_000_000n)),
};

function showTime(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Columns of times that are of no zone. */
function findLocal({ schema }: FileMetaData): string[] {
  return schema
    .filter(({ logical_type: type }) => type?.type === "TIMESTAMP" && !type.isAdjustedToUTC)
    .map(({ name }) => name);
}

function dropZone(time: unknown): unknown {
  return typeof time === "string" ? time.replace(/(?:T00:00:00\.000)?Z$/u, "") : time;
}

/** Ranges of rows, none across the bounds of a row group, as a group is unpacked whole for any row in it. */
function findBatches(metadata: FileMetaData): { from: number; to: number }[] {
  const batches: { from: number; to: number }[] = [];
  let start = 0;
  for (const { num_rows } of metadata.row_groups) {
    const end = start + Number(num_rows);
    for (let from = start; from < end; from += BATCH) batches.push({ from, to: Math.min(from + BATCH, end) });
    start = end;
  }
  return batches;
}

/** What `read` gives. Throws `InputError` with the reason, and how many rows have been read before. */
async function explain<T>(path: string, read: () => Promise<T>, before = 0): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const explained = explainRead(error, path);
    if (explained !== error || !(error instanceof Error)) throw explained;
    // The reader says in words what it finds wrong; where it reads past the end instead, what the engine says helps nobody.
    const reason = error instanceof RangeError ? "it breaks off or is damaged" : error.message;
    const rest = before === 0 ? "" : `; the ${before} rows before are read`;
    throw new InputError("malformed", path, `not Parquet that can be read: ${reason}${rest}`);
  }
}
