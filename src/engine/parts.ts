import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { InputError } from "../corpus.ts";
import { tellFailure } from "./code.ts";
import type { Names } from "./settle.ts";
import type { Source } from "./source.ts";

/** Rows of a shard, `ROW` numbers each, and, where a thread has rendered them, as lines of JSON. */
export interface Shard {
  readonly rows: Uint32Array;
  readonly lines: Uint8Array | null;
}

/** Bytes of rows and lines that are held before they go to disk: few runs have more. */
const HELD = 1 << 24;

/**
 * Rows of finished shards: in memory, and, where they are many or the run is interrupted, on disk in a folder beside the result, which the
 * next run goes on from.
 */
export class Parts {
  readonly folder: string;
  readonly #plan: () => string;
  readonly #held = new Map<number, Shard>();
  /** On their way to disk, and not yet to be found there. */
  readonly #leaving = new Map<number, Shard>();
  #bytes = 0;
  #isThere = false;

  /** `plan` says in one line what the rows depend on; it is asked for where the folder is read or made. */
  constructor(out: string, plan: () => string) {
    this.folder = `${out}.parts`;
    this.#plan = plan;
  }

  /**
   * With `resume` a folder of the same plan is kept; without it, whatever is there goes. Throws
   * `InputError` where the folder is of another plan.
   */
  async open(resume: boolean): Promise<void> {
    if (!existsSync(this.folder)) return; // as a rule, and soon told
    if (!resume) return this.remove();
    const { readFile } = await files();
    const found = await readFile(this.#name("plan"), "utf8").catch(() => null);
    if (found === null) return;
    this.#isThere = true;
    if (found === this.#plan()) return;
    throw new InputError(
      "option",
      this.folder,
      "the reports or the options have changed since; without --resume it begins anew",
    );
  }

  /** The rows of a shard; null where it is not finished. */
  async read(shard: number): Promise<Shard | null> {
    const held = this.#held.get(shard) ?? this.#leaving.get(shard);
    if (held || !this.#isThere) return held ?? null;
    const { readFile } = await files();
    const bytes = await readFile(this.#name(String(shard))).catch(() => null);
    return bytes && { rows: new Uint32Array(new Uint8Array(bytes).buffer), lines: null };
  }

  /** As `read`, for the last time in this run: only the numbers are still held, for the next one. */
  async take(shard: number): Promise<Shard | null> {
    const found = await this.read(shard);
    if (!found?.lines || !this.#held.has(shard)) return found;
    this.#held.set(shard, { rows: found.rows, lines: null });
    this.#bytes -= found.lines.byteLength;
    return found;
  }

  /** Keeps the rows of a finished shard. Throws as `save`. */
  async write(shard: number, found: Shard): Promise<void> {
    this.#held.set(shard, found);
    this.#bytes += found.rows.byteLength + (found.lines?.byteLength ?? 0);
    if (this.#bytes > HELD) await this.save();
  }

  /** Puts what is held on disk, each shard whole or not at all. Throws `InputError` where the folder cannot be written. */
  async save(): Promise<void> {
    const held = [...this.#held];
    for (const [shard, found] of held) this.#leaving.set(shard, found);
    this.#held.clear();
    this.#bytes = 0;
    const { mkdir, writeFile } = await files();
    try {
      await mkdir(this.folder, { recursive: true });
      if (!this.#isThere) await writeFile(this.#name("plan"), this.#plan());
      this.#isThere = true;
      for (const [shard, { rows }] of held) {
        await this.#saveShard(String(shard), rows);
        this.#leaving.delete(shard);
      }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw code ? new InputError("option", this.folder, tellFailure("cannot be written", code)) : error;
    }
  }

  async #saveShard(shard: string, rows: Uint32Array): Promise<void> {
    const { rename, writeFile } = await files();
    const name = this.#name(shard);
    await writeFile(`${name}.new`, new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength));
    await rename(`${name}.new`, name);
  }

  async remove(): Promise<void> {
    if (existsSync(this.folder)) await (await files()).rm(this.folder, { recursive: true, force: true });
  }

  #name(part: string): string {
    return join(this.folder, part);
  }
}

/** Loaded where a folder is read or written, which few runs do: it takes 3 ms. */
function files(): Promise<typeof import("node:fs/promises")> {
  return import("node:fs/promises");
}

/** What rows depend on, in one line: the files, the reports and the options. */
export function makePlan(sources: readonly Source[], { ids, words }: Names, settings: object): string {
  // Loaded here alone: it takes as long as reading hundreds of reports.
  const hash = process.getBuiltinModule("node:crypto").createHash("sha256");
  for (const { path, size, changed } of sources) hash.update(`${path} ${size} ${changed}\n`);
  hash.update(ids.join("\n")).update(new Uint8Array(words.buffer, words.byteOffset, words.byteLength));
  return `stemma reuse 1 ${JSON.stringify(settings)} ${hash.digest("hex")}\n`;
}
