import { join } from "node:path";
import asc from "assemblyscript/asc";

/** How the kernel is compiled: no runtime, as it sees to its memory itself, which all threads share. */
const FLAGS = [
  ...["-O3", "--runtime", "stub"],
  ...["--importMemory", "--sharedMemory", "--initialMemory", "16", "--maximumMemory", "65536"],
  ...["--enable", "threads", "--enable", "simd"],
  // Every instance writes the constants anew, from here on: between the addresses of kernel/memory.ts and `FIRST`.
  ...["--memoryBase", "1024"],
];

/** Compiles kernel/main.ts into `out`, by default src/reuse/kernel.wasm. The same sources give the same bytes. */
export async function buildKernel(out: string = "src/reuse/kernel.wasm"): Promise<void> {
  const { error, stderr } = await asc.main(["kernel/main.ts", ...FLAGS, "--outFile", out], {
    ...{},
  });
  if (error) throw new Error(`${stderr.toString()}${error.message}`);
}

if (process.argv[1] === import.meta.filename) {
  process.chdir(join(import.meta.dirname));
  await buildKernel();
}
