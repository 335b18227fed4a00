import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import asc from "assemblyscript/asc";

/** How the passage engine is compiled: no runtime, as it sees to its memory itself, which all threads share. */
const SHARED = [
  ...["-O3", "--runtime", "stub"],
  ...["--importMemory", "--sharedMemory", "--initialMemory", "16", "--maximumMemory", "65536"],
  ...["--enable", "threads", "--enable", "simd"],
  // Every instance writes the constants anew, from here on: between the addresses of kernel/memory.ts and `FIRST`.
  ...["--memoryBase", "1024"],
];
const OWN = ["-O3", "--runtime", "stub", "--enable", "simd"];

/** Compiles kernel/main.ts into `out`, by default src/reuse/kernel.wasm. The same sources give the same bytes. */
export async function buildKernel(out: string = "src/reuse/kernel.wasm"): Promise<void> {
  await compile("kernel/main.ts", SHARED, out);
}

/** Compiles kernel/tag/main.ts into the text of src/quote/tag/wasm.ts: the library opens no files. The same sources give the same text. */
export async function buildTagKernel(): Promise<string> {
  const out = join(tmpdir(), `stemma-tag-${process.pid}.wasm`);
  await compile("kernel/tag/main.ts", OWN, out);
  const bytes = readFileSync(out).toString("base64");
  rmSync(out);
  return `/** kernel/tag/main.ts, compiled by \`npm run kernel\`. */\nexport const WASM = "${bytes}";\n`;
}

async function compile(from: string, flags: readonly string[], out: string): Promise<void> {
  const { error, stderr } = await asc.main([from, ...flags, "--outFile", out], {});
  if (error) throw new Error(`${stderr.toString()}${error.message}`);
}

if (process.argv[1] === import.meta.filename) {
  process.chdir(join(import.meta.dirname));
  await buildKernel();
  writeFileSync("src/quote/tag/wasm.ts", await buildTagKernel());
}
