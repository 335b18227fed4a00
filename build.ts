import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { rolldown } from "rolldown";
import { PAGES_FILE, packPages } from "./src/engine/pages.ts";

const ROOT = import.meta.dirname;

/**
 * Makes the published package in `dist/`: the library as one .js and one .d.ts for each file of `src/` that is not a test, the
 * kernel and its usual pages of characters, and the program in a few large files, since to find and open two hundred small ones is a fifth of a short run.
 */
async function build(): Promise<void> {
  rmSync(join(ROOT, "dist"), { recursive: true, force: true });
  const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  execFileSync(process.execPath, [compiler, "-p", join(ROOT, "tsconfig.build.json")], { stdio: "inherit" });
  copyFileSync(join(ROOT, "src", "reuse", "kernel.wasm"), join(ROOT, "dist", "reuse", "kernel.wasm"));
  writeFileSync(join(ROOT, "dist", "reuse", PAGES_FILE), packPages());
  await bundleProgram(join(ROOT, "dist", "cli"));
  chmodSync(join(ROOT, "dist", "cli", "main.js"), 0o755);
}

/**
 * The program and its worker instead of their separate files. Dependencies stay outside, under their own licenses. The worker is CommonJS,
 * which a thread loads in half the time, and shares no file with the program.
 */
async function bundleProgram(folder: string): Promise<void> {
  rmSync(folder, { recursive: true });
  await bundle(folder, join(ROOT, "src", "cli", "main.ts"), "esm");
  await bundle(folder, join(ROOT, "src", "engine", "worker.ts"), "cjs");
}

async function bundle(folder: string, input: string, format: "esm" | "cjs"): Promise<void> {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const names = Object.keys(dependencies);
  const made = await rolldown({
    input,
    platform: "node",
    external: (id) => id.startsWith("node:") || names.some((name) => id === name || id.startsWith(`${name}/`)),
  });
  const ending = format === "esm" ? "js" : "cjs";
  await made.write({
    dir: folder,
    format,
    entryFileNames: `[name].${ending}`,
    chunkFileNames: `[name]-[hash].${ending}`,
  });
  await made.close();
}

await build();
