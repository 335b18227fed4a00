import { randomUUID } from "node:crypto";
import { type FileHandle, open, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { InputError } from "../index.ts";

/**
 * Bytes of one input that are taken into memory at most: 256 MiB, for files of many records. `readReports` has a lower
 * limit for a single report.
 */
export const LARGEST: number = 256 * 1024 * 1024;

/** The bytes of a file, a pipe or a device. Throws `InputError` with the reason if there is none to be had. */
export async function readInput(path: string): Promise<Uint8Array> {
  const file = await open(path).catch((error: unknown) => {
    throw explain(error, path);
  });
  try {
    const { size } = await file.stat();
    if (size > LARGEST) throw tooLarge(path);
    return await readStream(readable(file), path);
  } catch (error) {
    throw explain(error, path);
  } finally {
    await file.close();
  }
}

function readable(file: FileHandle): AsyncIterable<Uint8Array> {
  return file.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>;
}

/** All the bytes of a stream, as far as the limit. */
export async function readStream(stream: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > LARGEST) throw tooLarge(name);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(name: string): InputError {
  return new InputError("too-large", name, `more than ${LARGEST / 1024 / 1024} MiB`);
}

function explain(error: unknown, path: string): unknown {
  if (error instanceof InputError) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return new InputError("missing", path, "no such file");
  if (code === "EISDIR") return new InputError("folder", path, "this is a folder, not a report");
  return code ? new InputError("unreadable", path, `cannot be read (${code})`) : error;
}

/**
 * Writes the whole file or nothing: into a new file beside it that then takes its name. Throws `InputError` "option" if
 * the place cannot be written or if it is one of `inputs`, which are never overwritten, and the reason of `signal` if that is aborted.
 */
export async function writeOutput(
  path: string,
  content: string | Uint8Array | Iterable<string>,
  inputs: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    if (await isAmong(path, inputs))
      throw new InputError("option", path, "this is one of the files that were read; not overwritten");
    await writeFile(temporary, content, { flag: "wx", ...(signal && { signal }) });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    signal?.throwIfAborted();
    throw explainWrite(error, path);
  }
}

/** Whether the path leads to the same file as one of the others, under whatever name. */
async function isAmong(path: string, others: readonly string[]): Promise<boolean> {
  const all = await Promise.all([path, ...others].map((one) => stat(one, { bigint: true }).catch(() => null)));
  const [target, ...rest] = all;
  return rest.some((other) => target && other && target.ino === other.ino && target.dev === other.dev);
}

function explainWrite(error: unknown, path: string): unknown {
  if (error instanceof InputError) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR")
    return new InputError("option", path, "there is no such folder to write to");
  if (code === "EISDIR") return new InputError("option", path, "this is a folder; name a file to write");
  return code ? new InputError("option", path, `cannot be written (${code})`) : error;
}
