/** What a stored digit stands for: small weights are told apart more finely than large ones, which are few. */
const SIZES: readonly number[] = [1, 2, 4, 7, 12, 21, 37, 66, 117];
export const LEVELS: readonly number[] = [0, ...SIZES, ...SIZES.map((size) => -size)];
/** Weights a place, one for each label but `OUT`. */
export const WEIGHTS = 6;

/** Bits of a digit. */
const BITS = 5;
/** The lowest two digits of a row. */
export const PAIR: number = (1 << (2 * BITS)) - 1;
/** Bits of two digits. */
export const WIDTH: number = 2 * BITS;
/** Added to each weight to keep it positive. */
export const MIDDLE = 127;
/** The lower of two weights; 256 features of at most 254 stay below it. */
export const LANE = 65_535;

/** Of any two digits their weights, two to a number of 32 bits, so that one addition adds both. */
export const SUMS: Int32Array = Int32Array.from({ length: PAIR + 1 }, (_, pair) => {
  const lift = (digit: number): number => (LEVELS[digit] ?? 0) + MIDDLE;
  return lift(pair & ((1 << BITS) - 1)) | (lift(pair >> BITS) << 16);
});

/**
 * The six digits of each place in one number: the table is read at random, and the smaller it is the more of it stays near. `digits`
 * are those of `places`; the others of 2^`bits` places weigh nothing.
 */
export function makeRows(bits: number, places: Int32Array, digits: Uint8Array): Int32Array {
  const rows = new Int32Array(1 << bits);
  for (let i = 0, at = 0; i < places.length; i++) {
    let row = 0;
    for (let k = 0; k < WEIGHTS; k++) row |= digits[at++]! << (k * BITS);
    rows[places[i]!] = row;
  }
  return rows;
}

/** The characters that store digits: the printable ones of ASCII, without the quotation mark and the backslash. */
const CHARACTERS = 93;
const SKIPPED = 92;
const FIRST = 35;

/** Three digits to two characters: a table as a string. `digits` in threes. */
export function writeDigits(digits: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < digits.length; i += 3) {
    const number = (digits[i]! * LEVELS.length + digits[i + 1]!) * LEVELS.length + digits[i + 2]!;
    parts.push(characterOf(Math.floor(number / CHARACTERS)), characterOf(number % CHARACTERS));
  }
  return parts.join("");
}

/** Skips the backslash; the character behind the last is a blank. */
function characterOf(figure: number): string {
  const code = FIRST + figure;
  return String.fromCharCode(code < SKIPPED ? code : code + 1 > 126 ? 32 + code - 126 : code + 1);
}

/** Ascending places as what each is beyond the one before; a figure of `CHARACTERS` - 1 is not yet all of it. */
export function writePlaces(places: Int32Array): string {
  const parts: string[] = [];
  places.forEach((place, i) => {
    let beyond = place - (i === 0 ? 0 : places[i - 1]!);
    for (; beyond >= CHARACTERS - 1; beyond -= CHARACTERS - 1) parts.push(characterOf(CHARACTERS - 1));
    parts.push(characterOf(beyond));
  });
  return parts.join("");
}

/** The inverse of `writePlaces`. */
export function readPlaces(written: string): Int32Array {
  const places = new Int32Array(written.length);
  let [count, place] = [0, 0];
  for (let i = 0; i < written.length; i++) {
    const figure = figureOf(written.charCodeAt(i));
    place += figure;
    if (figure < CHARACTERS - 1) places[count++] = place;
  }
  return places.subarray(0, count);
}

/** The inverse of `writeDigits`. */
export function readDigits(written: string): Uint8Array {
  const digits = new Uint8Array((written.length / 2) * 3);
  const base = LEVELS.length;
  for (let i = 0, at = 0; i < written.length; i += 2, at += 3) {
    const number = figureOf(written.charCodeAt(i)) * CHARACTERS + figureOf(written.charCodeAt(i + 1));
    const rest = (number / base) | 0;
    digits[at + 2] = number - rest * base;
    digits[at] = (rest / base) | 0;
    digits[at + 1] = rest - digits[at]! * base;
  }
  return digits;
}

function figureOf(code: number): number {
  if (code < FIRST) return code - 32 + 126 - FIRST;
  return code < SKIPPED ? code - FIRST : code - 1 - FIRST;
}
