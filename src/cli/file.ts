import { type FileHandle, open } from "node:fs/promises";
import { explainRead } from "../engine/trouble.ts";
import { InputError } from "../index.ts";

/**
 * Bytes of one input that are taken into memory at most: 256 MiB, for files of many records. `readReports` has a lower
 * limit for a single report.
 */
export const LARGEST: number = 256 * 1024 * 1024;

/** The bytes of a file, a pipe or a device. Throws `InputError` with the reason if there is none to be had. */
export async function readInput(path: string): Promise<Uint8Array> {
  const file = await open(path).catch((error: unknown) => {
    throw explainRead(error, path);
  });
  try {
    const { size } = await file.stat();
    if (size > LARGEST) throw tooLarge(path);
    return await readStream(readable(file), path);
  } catch (error) {
    throw explainRead(error, path);
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
