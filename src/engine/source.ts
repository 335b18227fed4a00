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
 * read as lines where its ending tells nothing. The same file twice is taken once. Throws `InputError` for a path that leads nowhere and for
 * a folder with nothing to read in it.
 */
export function findSources(paths: readonly string[]): Source[] {
  const found = new Map<string, Source>();
  for (const path of paths) {
    for (const source of openPath(path)) if (!found.has(source.path)) found.set(source.path, source);
  }
  return [...found.values()];
}

/** Asked at once: the pool of threads takes longer to answer than the file system. */
function openPath(path: string): Source[] {
  if (path === "-") return [{ path, kind: "lines", size: 0, changed: 0 }];
  try {
    if (!statSync(path).isDirectory()) return [openFile(path, findKind(path) ?? "lines")];
    const files = listFolder(path);
    if (files.length === 0) throw new InputError("empty", path, "no file in this folder that could be read");
    return files.map((file) => openFile(file, findKind(file)!));
  } catch (error) {
    throw explainRead(error, path);
  }
}

function openFile(path: string, kind: SourceKind): Source {
  const found = statSync(path);
  return { path, kind, size: found.isFile() ? found.size : 0, changed: found.mtimeMs };
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
