import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { env } from "node:process";
import { expect, it } from "vitest";
import { SCRIPT, SCRIPT_HASH } from "./script.ts";

it("SCRIPT_HASH is the hash of SCRIPT, or no browser runs it", () => {
  const hash = `sha256-${createHash("sha256").update(SCRIPT).digest("base64")}`;
  const file = new URL("script.ts", import.meta.url);
  if (env.UPDATE) writeFileSync(file, readFileSync(file, "utf8").replace(/sha256-[\w+/=]*/u, hash));
  else expect(SCRIPT_HASH).toBe(hash);
});
