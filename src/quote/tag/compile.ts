import type { Decoder, Plan } from "./decoder.ts";
import { KernelDecoder } from "./kernel.ts";
import { PlainDecoder } from "./plain.ts";
import { WASM } from "./wasm.ts";

let kernel: WebAssembly.Module | null | undefined;

/** The fast one; the plain one with the same figures where WebAssembly or its SIMD is missing or forbidden. */
export function makeDecoder(plan: Plan): Decoder {
  if (kernel === undefined) kernel = compile();
  return kernel === null ? new PlainDecoder(plan) : new KernelDecoder(plan, kernel);
}

/** The kernel, null where the host cannot compile it. */
export function compile(): WebAssembly.Module | null {
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(WASM), (byte) => byte.charCodeAt(0)));
  } catch {
    return null;
  }
}
