import { type Input, type ReadResult, readReports } from "../index.ts";
import { readBytes } from "./bytes.ts";
import { readLines } from "./line.ts";
import { readParquet } from "./parquet.ts";
import type { Source } from "./source.ts";

/**
 * The whole reports that stand at the places, as `FlatReport` names them: read as `readReports` reads them, so that title and
 * byline are part of the text. A file in which none of them stands is not opened. What cannot be read is among `refused`; a place that is
 * not there is passed over. Throws `InputError` for a file that cannot be read.
 */
export async function openReports(sources: readonly Source[], places: ReadonlySet<string>): Promise<ReadResult> {
  // Several reports of one line or file: `corpus.jsonl:7#2`.
  const whole = new Set([...places].map((place) => place.replace(/#\d+$/u, "")));
  const inputs: Input[] = [];
  for (const source of sources) {
    const read = { lines: openLines, parquet: openRows, whole: openWhole }[source.kind];
    const isNeeded = source.kind === "whole" ? whole.has(source.path) : hasRecords(whole, source.path);
    if (isNeeded) inputs.push(...(await read(source, whole)));
  }
  const { reports, refused } = await readReports(inputs);
  return {
    reports: reports.filter(({ origin }) => places.has(origin.place)),
    refused: refused.filter(({ place }) => places.has(place)),
  };
}

function hasRecords(places: ReadonlySet<string>, path: string): boolean {
  return places.values().some((place) => place.startsWith(`${path}:`));
}

async function openLines(source: Source, places: ReadonlySet<string>): Promise<Input[]> {
  const inputs: Input[] = [];
  for await (const { number, bytes } of readLines(readBytes(source), () => {})) {
    const name = `${source.path}:${number}`;
    if (places.has(name)) inputs.push({ name, bytes: bytes.slice() });
  }
  return inputs;
}

async function openRows({ path }: Source, places: ReadonlySet<string>): Promise<Input[]> {
  const inputs: Input[] = [];
  let number = 0;
  for await (const row of readParquet(path)) {
    const name = `${path}:${++number}`;
    if (places.has(name)) inputs.push({ name, bytes: new TextEncoder().encode(writeRow(row)) });
  }
  return inputs;
}

/** A row as JSON; a whole number too large for that as its digits. */
function writeRow(row: Record<string, unknown>): string {
  return JSON.stringify(row, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

async function openWhole(source: Source): Promise<Input[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readBytes(source)) chunks.push(chunk.slice());
  return [{ name: source.path, bytes: Buffer.concat(chunks) }];
}
