import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../corpus.ts";
import type { Corpus } from "./corpus.ts";
import type { Source } from "./source.ts";

/** Rows of finished shards on disk, in a folder beside the result, which an interrupted run leaves and the next one goes on from. */
export class Parts {
  readonly #folder: string;

  constructor(out: string) {
    this.#folder = `${out}.parts`;
  }

  /**
   * Makes the folder ready for this plan. With `resume` a folder of the same plan is kept; without it, whatever is there goes. Throws
   * `InputError` where the folder is of another plan or cannot be written.
   */
  async open(plan: string, resume: boolean): Promise<void> {
    if (!resume) await this.remove();
    const found = await readFile(this.#name("plan"), "utf8").catch(() => null);
    if (found === plan) return;
    if (found !== null)
      throw new InputError(
        "option",
        this.#folder,
        "the reports or the options have changed since; without --resume it begins anew",
      );
    try {
      await mkdir(this.#folder).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "EEXIST") throw error;
      });
      await writeFile(this.#name("plan"), plan);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw code ? new InputError("option", this.#folder, `cannot be written (${code})`) : error;
    }
  }

  /** The rows of a shard; null where it is not finished. */
  async read(shard: number): Promise<Uint32Array | null> {
    const bytes = await readFile(this.#name(String(shard))).catch(() => null);
    return bytes && new Uint32Array(new Uint8Array(bytes).buffer);
  }

  /** Keeps the rows of a finished shard, whole or not at all. */
  async write(shard: number, rows: Uint32Array): Promise<void> {
    const name = this.#name(String(shard));
    await writeFile(`${name}.new`, new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength));
    await rename(`${name}.new`, name);
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  #name(part: string): string {
    return join(this.#folder, part);
  }
}

/** What rows depend on, in one line: the files, the reports and the options. */
export function makePlan(sources: readonly Source[], { ids, words }: Corpus, settings: object): string {
  const hash = createHash("sha256");
  for (const { path, size, changed } of sources) hash.update(`${path} ${size} ${changed}\n`);
  hash.update(ids.join("\n")).update(new Uint8Array(words.buffer, words.byteOffset, words.byteLength));
  return `stemma reuse 1 ${JSON.stringify(settings)} ${hash.digest("hex")}\n`;
}
