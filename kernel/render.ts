/** Rows of a result as lines of JSON, as the host would write them. */
import { allocate, IDS } from "./memory";

/** Numbers of a row, as in pair.ts. */
const ROW: usize = 14;
const BOILERPLATE: u32 = 0xffffffff;
/** Most bytes of a row beside its two ids. */
const MOST: u32 = 320;

/** Rows to render, for the host to fill. */
let given: usize = 0;
let givenCapacity: u32 = 0;
let lines: usize = 0;
let capacity: u32 = 0;
let out: usize = 0;

/** Room for so many rows; 0 where there is none. */
export function reserveGiven(rows: u32): usize {
  if (rows > givenCapacity) {
    givenCapacity = rows + (rows >> 2) + 1024;
    given = allocate(givenCapacity * <u32>ROW * 4);
  }
  return given;
}

/** Renders the first `rows` of the rows given; the number of bytes at `linesAt()`, or -1 where there is no room. */
export function renderRows(rows: u32): i32 {
  let need: u32 = 0;
  for (let i: u32 = 0; i < rows; i++) {
    const row = given + <usize>i * ROW * 4;
    const other = load<u32>(row, 4);
    need += MOST + idBytes(load<u32>(row)) + (other == BOILERPLATE ? 0 : idBytes(other));
  }
  if (need > capacity) {
    capacity = need + (need >> 2);
    lines = allocate(capacity);
    if (lines == 0) return -1;
  }
  out = lines;
  for (let i: u32 = 0; i < rows; i++) putRow(given + <usize>i * ROW * 4);
  return <i32>(out - lines);
}

export function linesAt(): usize {
  return lines;
}

function putRow(row: usize): void {
  const other = load<u32>(row, 4);
  const isPassage = other != BOILERPLATE;
  putText('{"kind":"');
  if (isPassage) putText("passage");
  else putText("boilerplate");
  putText('","a":');
  const a = load<u32>(row);
  putId(a);
  putText(',"aFrom":');
  putNumber(load<u32>(row, 8));
  putText(',"aTo":');
  putNumber(load<u32>(row, 12));
  if (isPassage) {
    putText(',"b":');
    putId(other);
    putText(',"bFrom":');
    putNumber(load<u32>(row, 16));
    putText(',"bTo":');
    putNumber(load<u32>(row, 20));
  }
  putText(',"words":');
  putNumber(load<u32>(row, 24));
  if (isPassage) putText(',"runs":');
  else putText(',"reports":');
  putNumber(load<u32>(row, 28));
  if (isPassage) {
    putText(',"aShare":');
    putShare(load<u32>(row, 48), wordsOf(a));
    putText(',"bShare":');
    putShare(load<u32>(row, 52), wordsOf(other));
  }
  putText("}\n");
}

/** ASCII. */
// @ts-ignore: decorator
@inline
function putText(text: string): void {
  for (let i = 0; i < text.length; i++) store<u8>(out + <usize>i, <u8>text.charCodeAt(i));
  out += <usize>text.length;
}

/** Where the table of ids has that of a rank: its address as JSON, its bytes, and the words of its report. */
// @ts-ignore: decorator
@inline
function entryOf(rank: u32): usize {
  return load<usize>(IDS) + <usize>rank * 12;
}

// @ts-ignore: decorator
@inline
function idBytes(rank: u32): u32 {
  return load<u32>(entryOf(rank), 4);
}

// @ts-ignore: decorator
@inline
function wordsOf(rank: u32): u32 {
  return load<u32>(entryOf(rank), 8);
}

function putId(rank: u32): void {
  const bytes = idBytes(rank);
  memory.copy(out, load<u32>(entryOf(rank)), bytes);
  out += bytes;
}

function putNumber(value: u32): void {
  let digits: usize = 1;
  for (let rest = value; rest >= 10; rest /= 10) digits++;
  for (let at = out + digits; at > out; value /= 10) store<u8>(--at, <u8>(48 + (value % 10)));
  out += digits;
}

/** Rounded to four places, without zeros at the end. */
function putShare(part: u32, whole: u32): void {
  let places = <u32>Math.floor((<f64>part / <f64>whole) * 10000 + 0.5);
  if (places == 0 || places >= 10000) return putNumber(places / 10000);
  putText("0.");
  for (let unit: u32 = 1000; places > 0; unit /= 10) {
    store<u8>(out++, <u8>(48 + places / unit));
    places %= unit;
  }
}
