/** Bytes asked for at once. A list that is kept keeps as many. */
const BLOCK = 1 << 16;

let block = new ArrayBuffer(BLOCK);
let free = 0;

/** Lists of zeros, cut out of large blocks: one of some hundred bytes that asks for memory of its own takes six times as long to make. */
export function makeBytes(length: number): Uint8Array {
  const at = cut(length);
  return new Uint8Array(block, at, length);
}

export function makeInts(length: number): Int32Array {
  const at = cut(length * 4);
  return new Int32Array(block, at, length);
}

export function makeFloats(length: number): Float32Array {
  const at = cut(length * 4);
  return new Float32Array(block, at, length);
}

export function makeFigures(length: number): Float64Array {
  const at = cut(length * 8);
  return new Float64Array(block, at, length);
}

export function copyBytes(list: Uint8Array): Uint8Array {
  const copy = makeBytes(list.length);
  copy.set(list);
  return copy;
}

export function copyFigures(list: Float64Array): Float64Array {
  const copy = makeFigures(list.length);
  copy.set(list);
  return copy;
}

/** Where the next `bytes` begin; in a new block where the present one has too few. */
function cut(bytes: number): number {
  if (free + bytes > block.byteLength) {
    block = new ArrayBuffer(Math.max(BLOCK, bytes));
    free = 0;
  }
  const at = free;
  free = (at + bytes + 7) & ~7;
  return at;
}
