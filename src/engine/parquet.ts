import type { AsyncBuffer, FileMetaData } from "hyparquet";
import { InputError } from "../corpus.ts";
import { explainRead } from "./trouble.ts";

/** Rows that are decoded at a time at most; a row group of the file may be a million. */
const BATCH = 4096;

/**
 * The rows of a Parquet file in order, each as an object of its columns. At most one row group's pages of the batch are in memory. Throws
 * `InputError` "malformed" where the file is no Parquet or breaks off.
 */
export async function* readParquet(path: string): AsyncGenerator<Record<string, unknown>> {
  const parquet = await import("hyparquet"); // loaded when the first such file comes
  const { compressors } = await import("hyparquet-compressors");
  const file = await explain(path, () => parquet.asyncBufferFromFile(path));
  const metadata = await explain(path, () => parquet.parquetMetadataAsync(file));
  for (const { from, to } of findBatches(metadata)) {
    const read = { file: file as AsyncBuffer, metadata, compressors, rowStart: from, rowEnd: to };
    yield* await explain(path, () => parquet.parquetReadObjects(read));
  }
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

async function explain<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const explained = explainRead(error, path);
    if (explained !== error || !(error instanceof Error)) throw explained;
    throw new InputError("malformed", path, `not Parquet that can be read: ${error.message}`);
  }
}
