import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../corpus.ts";
import { explainRead } from "./trouble.ts";

/** How a file is read: lines of JSON, plain or gzip; Parquet; or one text, page or JSON file, read whole. */
export type SourceKind = "lines" | "parquet" | "whole";

/** One file to read. `-` is standard input, lines of JSON of unknown size. */
export interface Source {
  readonly path: string;
  readonly kind: SourceKind;
  /** Bytes on disk; 0 for a pipe. */
  readonly size: number;
  /** Milliseconds of the epoch at which the file was last written; 0 for a pipe. */
  readonly changed: number;
}

const ENDINGS: readonly (readonly [RegExp, SourceKind])[] = [
  [/\.(?:jsonl|ndjson)(?:\.gz)?$/iu, "lines"],
  [/\.parquet$/iu, "parquet"],
  [/\.(?:txt|text|md|html?|xhtml|json|jsonld)$/iu, "whole"],
];

/**
 * The files that the paths lead to, in the order given; those of a folder and the folders in it by path, in code units.
 * In a folder, files of other endings and those that begin with a point are passed over; a file that is named itself is
 * read as lines where its ending tells nothing. The same file twice, under whatever name, is taken once. Throws `InputError` for a path that leads nowhere and for
 * a folder with nothing to read in it.
 */
export function findSources(paths: readonly string[]): Source[] {
  const found = new Map<string, Source>();
  for (const path of paths) {
    for (const { source, file } of openPath(path)) if (!found.has(file)) found.set(file, source);
  }
  return [...found.values()];
}

/** A source and what is the same under all names that its file has. */
interface Opened {
  readonly source: Source;
  readonly file: string;
}

/** Asked at once: the pool of threads takes longer to answer than the file system. */
function openPath(path: string): Opened[] {
  if (path === "-") return [{ source: { path, kind: "lines", size: 0, changed: 0 }, file: path }];
  try {
    if (!statSync(path).isDirectory()) return [openFile(path, findKind(path) ?? "lines")];
    const files = listFolder(path);
    if (files.length === 0) throw new InputError("empty", path, "no file in this folder that could be read");
    return files.map(openListed);
  } catch (error) {
    throw explainRead(error, path);
  }
}

/** What cannot be looked at, as a link that leads nowhere, is refused when it comes to be read, and takes no other file with it. */
function openListed(path: string): Opened {
  const kind = findKind(path)!;
  try {
    return openFile(path, kind);
  } catch {
    return { source: { path, kind, size: 0, changed: 0 }, file: path };
  }
}

function openFile(path: string, kind: SourceKind): Opened {
  const found = statSync(path);
  const source: Source = { path, kind, size: found.isFile() ? found.size : 0, changed: found.mtimeMs };
  return { source, file: found.ino === 0 ? path : `${found.dev}:${found.ino}` };
}

function listFolder(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter(isReadable)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function isReadable(entry: Dirent): boolean {
  return !entry.isDirectory() && !entry.name.startsWith(".") && findKind(entry.name) !== null;
}

function findKind(name: string): SourceKind | null {
  return ENDINGS.find(([ending]) => ending.test(name))?.[1] ?? null;
}
