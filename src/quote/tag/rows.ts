/** What a stored digit stands for: small weights are told apart more finely than large ones, which are few. */
const SIZES: readonly number[] = [1, 2, 4, 7, 12, 21, 37, 66, 117];
export const LEVELS: readonly number[] = [0, ...SIZES, ...SIZES.map((size) => -size)];
/** Weights a place, one for each label but `OUT`. */
export const WEIGHTS = 6;

/** What a table has for each place: nothing for `OUT`, then the weights, and one number to spare, so that eight are read at once. */
export const ROW = 8;

/** Writes the weights into a table of all 2^`bits` places, `ROW` numbers each, in which all are 0. */
export function fillRows(rows: Int8Array, { places, digits }: Digits): void {
  for (let i = 0, at = 0; i < places.length; i++) {
    const row = places[i]! * ROW;
    for (let k = 1; k <= WEIGHTS; k++) rows[row + k] = LEVELS[digits[at++]!]!;
  }
}

/** Weights of 2^`bits` places as digits, of which `LEVELS` says what they stand for: `WEIGHTS` for each of `places`. */
export interface Digits {
  readonly bits: number;
  readonly places: Int32Array;
  readonly digits: Uint8Array;
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
