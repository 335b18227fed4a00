import { mkdir, open, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Reading } from "./corpus.ts";
import type { Kernel } from "./kernel.ts";
import type { Corpus } from "./settle.ts";

/** How far an interrupted run had come: reading, or pairing what is read. */
export interface State {
  readonly reading: Reading;
  /** Null while not all is read. */
  readonly corpus: Corpus | null;
  /** Fingerprints that are linked. */
  readonly linked: number;
}

/** Bytes that are written or read at a time. */
const CHUNK = 1 << 26;

/** Puts the kernel's memory and the state beside the finished shards; `plan` says what they are of. Throws what writing throws. */
export async function saveImage(folder: string, kernel: Kernel, plan: string, state: State): Promise<void> {
  await mkdir(folder, { recursive: true });
  const bytes = kernel.call.used();
  const file = await open(join(folder, "memory"), "w");
  try {
    for (let at = 0; at < bytes; at += CHUNK) await file.appendFile(kernel.bytes(at, Math.min(CHUNK, bytes - at)));
  } finally {
    await file.close();
  }
  // The state is what makes the memory count: last, and whole or not at all.
  await writeFile(join(folder, "state.new"), JSON.stringify({ plan, bytes, state }));
  await rename(join(folder, "state.new"), join(folder, "state"));
}

/** What `saveImage` left for the same plan, its memory put into a fresh kernel; null where there is none. Throws `OutOfMemory`. */
export async function loadImage(folder: string, kernel: Kernel, plan: string): Promise<State | null> {
  const text = await readFile(join(folder, "state"), "utf8").catch(() => null);
  const saved = text === null ? null : JSON.parse(text);
  if (saved?.plan !== plan) return null;
  kernel.allocate(saved.bytes);
  const file = await open(join(folder, "memory"), "r");
  try {
    for (let at = 0; at < saved.bytes; ) {
      const { bytesRead } = await file.read(kernel.bytes(at, Math.min(CHUNK, saved.bytes - at)));
      if (bytesRead === 0) throw new Error(`${join(folder, "memory")} breaks off`);
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
  return saved.state;
}
