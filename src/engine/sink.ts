import { InputError, renderCell } from "../corpus.ts";
import { checkOutput, type Put, writeWith } from "./output.ts";
import { COLUMNS, type Row } from "./row.ts";
import type { Source } from "./source.ts";

export type SinkFormat = "jsonl" | "csv" | "parquet";

/** Bytes that are gathered before they go to the file. */
const GATHERED = 1 << 20;
/** Rows of one row group of Parquet. */
const GROUP = 100_000;
const NAMES = Object.keys(COLUMNS) as (keyof Row)[];

/** The format that a file's name asks for. Throws `InputError` for another ending. */
export function findSinkFormat(path: string): SinkFormat {
  const ending = /\.(jsonl|csv|parquet)$/iu.exec(path)?.[1]?.toLowerCase();
  if (ending === undefined) throw new InputError("option", path, "the name must end in .jsonl, .csv or .parquet");
  return ending as SinkFormat;
}

/** Throws `InputError`, before any work is done, where the result could not be written: another ending, or what `checkOutput` tells. */
export function checkSink(path: string, sources: readonly Source[]): void {
  findSinkFormat(path);
  checkOutput(
    path,
    sources.map((source) => source.path),
  );
}

/** Rows of a result, some at a time: as they are, or, where the kernel has rendered them, as lines of JSON. */
export type SomeRows = readonly Row[] | { readonly lines: Uint8Array; readonly count: number };

/**
 * Writes all the rows, which come some at a time (rendered for `.jsonl` alone), or nothing, as `writeWith` does; gives how many. The same
 * rows give the same bytes. Throws `InputError` where the place cannot be written.
 */
export async function writeRows(path: string, rows: AsyncIterable<SomeRows>): Promise<number> {
  const format = findSinkFormat(path);
  return writeWith(path, (put) => (format === "parquet" ? writeParquet(put, rows) : writeLines(put, rows, format)));
}

async function writeLines(put: Put, rows: AsyncIterable<SomeRows>, format: "jsonl" | "csv"): Promise<number> {
  const render = format === "csv" ? renderCsv : renderJson;
  let parts: Uint8Array[] = format === "csv" ? [Buffer.from(`${NAMES.join(",")}\r\n`)] : [];
  let bytes = 0;
  let count = 0;
  const flush = (): Promise<void> => put(Buffer.concat(parts));
  for await (const some of rows) {
    const part = "lines" in some ? some.lines : Buffer.from(some.map(render).join(""));
    count += "lines" in some ? some.count : some.length;
    parts.push(part);
    bytes += part.length;
    if (bytes < GATHERED) continue;
    await flush();
    parts = [];
    bytes = 0;
  }
  await flush();
  return count;
}

/**
 * Without the fields that are null, in the order of the columns. By hand and a kind at a time: `JSON.stringify` of the row takes several
 * times as long.
 */
function renderJson(row: Row): string {
  const a = JSON.stringify(row.a);
  const { kind, words, aShare } = row;
  if (kind === "report")
    return `{"kind":"report","a":${a},"words":${words},"aShare":${aShare},"boilerplate":${row.boilerplate}}\n`;
  const head = `{"kind":"${kind}","a":${a},"aFrom":${row.aFrom},"aTo":${row.aTo}`;
  if (kind === "boilerplate") return `${head},"words":${words},"reports":${row.reports}}\n`;
  const other = `"b":${JSON.stringify(row.b)},"bFrom":${row.bFrom},"bTo":${row.bTo}`;
  return `${head},${other},"words":${words},"runs":${row.runs},"aShare":${aShare},"bShare":${row.bShare}}\n`;
}

function renderCsv(row: Row): string {
  return `${NAMES.map((name) => renderCell(row[name])).join(",")}\r\n`;
}

async function writeParquet(put: Put, rows: AsyncIterable<SomeRows>): Promise<number> {
  const { ByteWriter, parquetWriteRows } = await import("hyparquet-writer"); // loaded where it is asked for
  const types = { text: "STRING", count: "INT32", share: "DOUBLE" } as const;
  let count = 0;
  async function* counted(): AsyncGenerator<Record<string, unknown>> {
    for await (const some of rows) {
      if ("lines" in some) throw new RangeError("lines of JSON are no rows of Parquet");
      count += some.length;
      for (const row of some) yield { ...row };
    }
  }
  const writer = new ByteWriter();
  const flush = async (): Promise<void> => {
    await put(writer.getBytes());
    writer.index = 0;
  };
  const columns = NAMES.map((name) => ({ name, type: types[COLUMNS[name]], nullable: true }));
  await parquetWriteRows({
    writer: Object.assign(writer, { flush, finish: flush }), // once a row group, and at the end
    rows: counted(),
    columns,
    rowGroupSize: GROUP,
    createdBy: "stemma",
  });
  return count;
}
