import { type Digest, IN_TITLE, QUOTED } from "./digest.ts";

/** What each term of a set weighs. All are whole numbers, so that sums are exact in whatever order they are made. */
export interface Weights {
  /** Bits of each stem, in sixteenths; 0 for what tells nothing. */
  readonly bits: Int32Array;
  /** Bits of each stem as a number, in sixteenths. */
  readonly numbers: Int32Array;
}

/** Two words in a row of fewer bits tell nothing. */
const FEWEST_PAIR = 5;

/** Bits of two words in a row, in sixteenths; 0 for what tells nothing. */
export function findPairBits({ pairs, words }: Digest, at: number, { bits }: Weights): number {
  const sum = bits[words.ids[pairs.parts[2 * at]!]!]! + bits[words.ids[pairs.parts[2 * at + 1]!]!]!;
  return sum < 16 * FEWEST_PAIR ? 0 : sum;
}

/** What two reports have of words in a row, in sixteenths of bits. */
export interface Rows {
  /** Sum of the products, as for a cosine. */
  readonly dot: number;
  /** Of those that stand within quotation marks in both. */
  readonly quoted: number;
  /** Of those that stand equally far apart in both texts, the most. */
  readonly passage: number;
}

/** Room to work in, as this is called for millions of pairs: how far apart a row stands in the two texts, and its bits. */
const MOST = 64;
const shifts = new Int32Array(MOST);
const shiftBits = new Int32Array(MOST);

/** Compares the words in a row of two reports, whichever is given first. Of more than 64 shared the first by hash tell the passage. */
export function findRows(a: Digest, b: Digest, weights: Weights): Rows {
  const [hashesA, hashesB] = [a.pairs.hashes, b.pairs.hashes];
  let [dot, quoted, shared] = [0, 0, 0];
  for (let i = 0, j = 0; i < hashesA.length && j < hashesB.length; ) {
    const step = hashesA[i]! - hashesB[j]!;
    if (step === 0) {
      const bits = findPairBits(a, i, weights);
      const marks = a.pairs.marks[i]! | (b.pairs.marks[j]! << 2);
      dot += bits * findPairBits(b, j, weights);
      if (marks === (QUOTED | (QUOTED << 2))) quoted += bits;
      if ((marks & (IN_TITLE | (IN_TITLE << 2))) === 0 && shared < MOST) {
        shifts[shared] = a.pairs.places[2 * i]! - b.pairs.places[2 * j]!;
        shiftBits[shared++] = bits;
      }
    }
    if (step <= 0) i++;
    if (step >= 0) j++;
  }
  return { dot, quoted, passage: findMost(shared) };
}

/** Fewest rows of two words in a passage. */
const FEWEST_ROWS = 3;

function findMost(count: number): number {
  let most = 0;
  for (let i = 0; i + FEWEST_ROWS <= count; i++) {
    let [bits, rows] = [0, 0];
    for (let j = i; j < count; j++) {
      if (shifts[j] !== shifts[i]) continue;
      bits += shiftBits[j]!;
      rows++;
    }
    if (rows >= FEWEST_ROWS && bits > most) most = bits;
  }
  return most;
}
