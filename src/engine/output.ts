import {
  accessSync,
  type BigIntStats,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import process from "node:process";
import { InputError } from "../corpus.ts";
import { explainWrite } from "./trouble.ts";

/** Writes behind what was written before; done when the system has it. */
export type Put = (bytes: string | Uint8Array) => Promise<void>;

/**
 * Throws `InputError`, before any work is done, where a result could not be written: no such folder, a folder of that name, no
 * permission, or one of the files that are to be read, under whatever name. A pipe or device may be both.
 */
export function checkOutput(path: string, inputs: readonly string[]): void {
  try {
    const found = look(path);
    if (found?.isDirectory()) throw new InputError("option", path, "this is a folder; name a file to write");
    if (found) accessSync(path, constants.W_OK);
    if (found && !found.isFile()) return;
    if (found && inputs.some((input) => isSame(found, look(input))))
      throw new InputError("option", path, "this is one of the files to read; not overwritten");
    const target = followLink(path);
    const folder = look(dirname(target));
    if (!folder?.isDirectory()) throw new InputError("option", path, "there is no such folder to write to");
    if (findStream(found) === null) accessSync(dirname(target), constants.W_OK);
  } catch (error) {
    throw explainWrite(error, path);
  }
}

/**
 * Throws `InputError` where two of the paths lead to one file, for the second of them. What is there and no file, such as
 * `/dev/null`, takes any number.
 */
export function checkApart(paths: readonly string[]): void {
  const targets = new Set<string>();
  for (const path of paths) {
    const found = look(path);
    if (found && !found.isFile()) continue;
    const target = findPlace(path);
    if (targets.has(target)) throw new InputError("option", path, "two results cannot go to one file");
    targets.add(target);
  }
}

/** Writes what is given, in its order, as `writeWith` does. Throws the reason of `signal` if that is aborted, and no file is left then. */
export async function writeOutput(
  path: string,
  content: string | Uint8Array | Iterable<string>,
  signal?: AbortSignal,
): Promise<void> {
  await writeWith(path, async (put) => {
    for (const part of typeof content === "string" || content instanceof Uint8Array ? [content] : content) {
      signal?.throwIfAborted();
      await put(part);
    }
    signal?.throwIfAborted();
  });
}

/**
 * Calls `write` to write a file whole or not at all: into a new file beside it, which takes its place at the end, and its owner
 * and mode where there was one. A link stays, and where it leads is written. A pipe, a device and whatever else is there and no file is
 * written into as it is, and so are standard output and standard error under any name. Throws `InputError` where the place
 * cannot be written; whatever is thrown, the new file is gone.
 */
export async function writeWith<T>(path: string, write: (put: Put) => Promise<T>): Promise<T> {
  try {
    const found = look(path);
    const stream = findStream(found);
    if (stream) return await write(untilClosed(putInto(stream)));
    return await (found && !found.isFile() ? writeInto(path, write) : writeBeside(followLink(path), found, write));
  } catch (error) {
    throw explainWrite(error, path);
  }
}

async function writeInto<T>(path: string, write: (put: Put) => Promise<T>): Promise<T> {
  const { open } = await import("node:fs/promises"); // takes 3 ms to load
  const file = await open(path, constants.O_WRONLY); // never made: what was there may have gone
  try {
    return await write(untilClosed((bytes) => file.appendFile(bytes)));
  } finally {
    await file.close();
  }
}

async function writeBeside<T>(path: string, old: BigIntStats | null, write: (put: Put) => Promise<T>): Promise<T> {
  if (old) accessSync(path, constants.W_OK);
  const temporary = join(dirname(path), `.stemma-${process.pid}-${Date.now()}.tmp`);
  try {
    const written = await writeNew(temporary, old, write);
    renameSync(temporary, path);
    return written;
  } catch (error) {
    removeIfThere(temporary);
    throw error;
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {} // what went wrong before is what counts
}

/** Written at once, not by the pool of threads: the system takes the bytes as fast as they could be handed over. */
async function writeNew<T>(path: string, old: BigIntStats | null, write: (put: Put) => Promise<T>): Promise<T> {
  const file = openSync(path, "wx", old ? Number(old.mode & 0o777n) : 0o666);
  try {
    if (old) keepMode(file, old);
    return await write(async (bytes) => {
      writeFileSync(file, bytes); // not `writeSync`, which may write a part
      await new Promise(setImmediate); // between two writes a signal is heard
    });
  } finally {
    closeSync(file);
  }
}

/** Owner and group as far as this user may give them. */
function keepMode(file: number, old: BigIntStats): void {
  const own = fstatSync(file, { bigint: true });
  try {
    if (own.uid !== old.uid || own.gid !== old.gid) fchownSync(file, Number(old.uid), Number(old.gid));
  } catch {} // not this user's to give
  if (own.mode !== old.mode) fchmodSync(file, Number(old.mode & 0o7777n));
}

/** A reader that goes away early has what it wanted: the rest is dropped. */
function untilClosed(put: Put): Put {
  let isClosed = false;
  return async (bytes) => {
    if (isClosed) return;
    await put(bytes).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      isClosed = true;
    });
  };
}

function putInto(stream: NodeJS.WritableStream): Put {
  stream.on("error", () => {}); // each write is told of its own
  return (bytes) => new Promise((done, fail) => stream.write(bytes, (error) => (error ? fail(error) : done())));
}

/**
 * Standard output or standard error, where that is what was found. Opened anew, a file would be written over from its start, and a
 * socket could not be opened.
 */
function findStream(found: BigIntStats | null): NodeJS.WritableStream | null {
  if (found && isSame(found, lookAt(1))) return process.stdout;
  return found && isSame(found, lookAt(2)) ? process.stderr : null;
}

function isSame(one: BigIntStats, other: BigIntStats | null): boolean {
  return other !== null && one.ino === other.ino && one.dev === other.dev;
}

/** What stands at a path; null where nothing does, or nothing that may be seen. */
function look(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return null;
  }
}

function lookAt(stream: number): BigIntStats | null {
  try {
    return fstatSync(stream, { bigint: true });
  } catch {
    return null; // closed by whoever started us
  }
}

/** The one name, free of links, of a file that is there or will be; its folder is there. */
function findPlace(path: string): string {
  const target = followLink(path);
  return join(realpathSync(dirname(target)), basename(target));
}

/** Where a link leads in the end, though nothing be there yet; the path itself where it is no link. Throws where links go round in a circle. */
function followLink(path: string): string {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path;
  try {
    return realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return followLink(resolve(realpathSync(dirname(path)), readlinkSync(path)));
  }
}
