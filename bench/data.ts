import { createReadStream, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** What a bench is given: where the yardsticks are, and where its words go. */
export interface Bench {
  /** Folder that holds one folder a yardstick. */
  readonly data: string;
  /** One line of figures for the reader. */
  readonly print: (line: string) => void;
  /** One prediction for `--dump`, written as a line of JSON; does nothing without it. */
  readonly dump: (record: object) => void;
}

/** One file of a yardstick. */
export interface DataFile {
  /** Name within its folder. */
  readonly name: string;
  /** Whether shipped weights were trained on its lines (`-train` in the name): score it by cross-validation and say so. */
  readonly isTrain: boolean;
  readonly path: string;
}

/** The `.jsonl` and `.jsonl.gz` files of a yardstick's folder, by name; none where there is no such folder. */
export function findDataFiles(data: string, folder: string): DataFile[] {
  const path = join(data, folder);
  return listFolder(path)
    .filter((name) => /\.jsonl(\.gz)?$/u.test(name))
    .sort()
    .map((name) => ({ name, isTrain: name.includes("-train"), path: join(path, name) }));
}

/**
 * Records of one file in order, one at a time, so that a file larger than memory is no trouble. The caller knows their
 * shape. Not by `node:readline`, which ends a line at U+2028 too, as JSON does not.
 */
export async function* readRecords<T>(file: DataFile): AsyncGenerator<T> {
  const bytes = createReadStream(file.path);
  const stream: Readable = file.name.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  stream.setEncoding("utf8");
  let rest: string[] = [];
  for await (const chunk of stream as AsyncIterable<string>) {
    const lines = chunk.split("\n");
    rest.push(lines.shift()!);
    for (const line of lines) {
      yield* parseRecord<T>(rest.join(""));
      rest = [line];
    }
  }
  yield* parseRecord<T>(rest.join(""));
}

/** The record on a line; none for an empty line. */
function parseRecord<T>(line: string): T[] {
  return line.trim() === "" ? [] : [JSON.parse(line) as T];
}

/** A figure to three places. */
export function formatFigure(figure: number): string {
  return figure.toFixed(3);
}

/** Harmonic mean of two figures; 0 if both are. */
export function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
