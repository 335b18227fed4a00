import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Parts } from "./parts.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "stemma-parts-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("Parts", () => {
  it("gives a finished shard at any moment: held, on its way to disk, and on disk for the next run", async () => {
    const out = join(folder, "out.jsonl");
    const parts = new Parts(out, () => "a plan");
    await parts.open(false);
    const shards = [1, 2, 3].map((value) => new Uint32Array(3_000_000).fill(value)); // two are more than is held
    const saving = shards.map((rows, at) => parts.write(at, { rows, lines: new Uint8Array([at]) }));
    for (const [at, rows] of shards.entries()) {
      const taken = await parts.take(at);
      expect(taken?.rows).toBe(rows);
      expect(taken?.lines).toEqual(new Uint8Array([at]));
    }
    await Promise.all(saving);
    await parts.save();
    const next = new Parts(out, () => "a plan");
    await next.open(true);
    for (const [at, rows] of shards.entries()) {
      const read = await next.read(at);
      expect(Buffer.compare(new Uint8Array(read!.rows.buffer), new Uint8Array(rows.buffer))).toBe(0);
      expect(read!.lines).toBeNull();
    }
    expect(await next.read(3)).toBeNull();
    await next.remove();
    expect(existsSync(next.folder)).toBe(false);
  });
});
