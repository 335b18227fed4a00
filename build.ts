import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Makes the published package: `dist/` with one .js and one .d.ts for each file of `src/` that is not a test, and the kernel. */
function build(): void {
  const root = import.meta.dirname;
  rmSync(join(root, "dist"), { recursive: true, force: true });
  const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  execFileSync(process.execPath, [compiler, "-p", join(root, "tsconfig.build.json")], { stdio: "inherit" });
  copyFileSync(join(root, "src", "reuse", "kernel.wasm"), join(root, "dist", "reuse", "kernel.wasm"));
  const program = join(root, "dist", "cli", "main.js");
  if (existsSync(program)) chmodSync(program, 0o755);
}

build();
