import { closeSync, openSync, readSync } from "node:fs";
import type { Gunzip } from "node:zlib";
import { InputError } from "../corpus.ts";
import type { Source } from "./source.ts";
import { explainRead } from "./trouble.ts";

/** Bytes of a file that are held at a time. */
export const CHUNK: number = 1 << 20;

/** What reading may be told. */
export interface ByteOptions {
  /** Standard input, for the path `-`. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Is told the bytes taken from the file so far, still packed where it is gzip. */
  readonly onBytes?: (bytes: number) => void;
}

/**
 * The bytes of a file from its start, unpacked where it begins as gzip does, whatever its name. A chunk is good until the
 * next one is asked for. Throws `InputError` where it cannot be read or the gzip breaks off, after all that came before.
 */
export async function* readBytes(source: Source, options: ByteOptions = {}): AsyncGenerator<Uint8Array> {
  const { path } = source;
  const raw = count(path === "-" ? (options.stdin ?? []) : readFile(path), options.onBytes);
  try {
    const first = await raw.next();
    if (first.done) return;
    const chunks = putBack(first.value, raw);
    yield* isGzip(first.value) ? unpack(chunks, path) : chunks;
  } finally {
    await raw.return(undefined); // closes the file where the reader stops early
  }
}

/** Whether a file that begins so is gzip. A pipe may give a single byte first; no line of JSON begins with this one. */
export function isGzip(chunk: Uint8Array): boolean {
  return chunk[0] === 0x1f && (chunk.length === 1 || chunk[1] === 0x8b);
}

async function* putBack(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

/** Read at once rather than by the pool of threads: a chunk takes a fifth of a millisecond, and asking for it as long again. */
async function* readFile(path: string): AsyncGenerator<Uint8Array> {
  const file = attempt(() => openSync(path, "r"), path);
  try {
    const buffer = new Uint8Array(CHUNK);
    for (;;) {
      const read = attempt(() => readSync(file, buffer), path);
      if (read === 0) return;
      await new Promise(setImmediate); // between two chunks a signal is heard
      yield buffer.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

function attempt(read: () => number, path: string): number {
  try {
    return read();
  } catch (error) {
    throw explainRead(error, path);
  }
}

async function* count(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    onBytes(bytes);
    if (chunk.length > 0) yield chunk;
  }
}

/**
 * By hand rather than by a pipe: where the file breaks off, a pipe drops what it has unpacked and not yet handed on, which
 * depends on the moment. Where it is damaged, zlib itself drops what it was just unpacking.
 */
async function* unpack(chunks: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  const { createGunzip } = await import("node:zlib"); // loaded when the first such file comes
  const stream = createGunzip({ chunkSize: 1 << 18 });
  const trouble: Error[] = [];
  let ready: Uint8Array[] = [];
  stream.on("data", (bytes: Uint8Array) => ready.push(bytes)).on("error", (error) => trouble.push(error));
  const take = (): Uint8Array[] => {
    const taken = ready;
    ready = [];
    return taken;
  };
  for await (const chunk of chunks) {
    await put(stream, chunk);
    yield* take();
    if (stream.closed) break;
  }
  if (!stream.closed) await finish(stream);
  yield* take();
  if (trouble.length > 0) throw explainGzip(trouble[0]!, path);
}

/** Waits until the bytes are unpacked, or the stream closes over damage in them: then it never says that it is done. */
function put(stream: Gunzip, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off("close", done);
      resolve();
    };
    // A copy, as the stream may look at it after the reader's buffer has been filled anew.
    stream.once("close", done).write(bytes.slice(), done);
  });
}

function finish(stream: Gunzip): Promise<void> {
  return new Promise((done) => {
    stream.once("close", done); // it may have come to its end already, where zeros stand behind
    stream.end();
  });
}

function explainGzip(error: Error, path: string): InputError {
  const { code } = error as NodeJS.ErrnoException;
  const reason =
    code === "Z_BUF_ERROR"
      ? "the gzip file breaks off before its end; what stands before is read"
      : "the gzip file is damaged, or something else follows in it; what could be unpacked before is read";
  return new InputError("unreadable", path, reason);
}
