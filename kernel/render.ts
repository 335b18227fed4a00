/** Rows of a result as lines of JSON, as the host would write them. */
import { DOC_COUNT, DOC_ID, DOC_ID_BYTES } from "./ingest";
import { allocate } from "./memory";
import { countCovered } from "./pair";
import { docOf } from "./rank";

/** Numbers of a row, as in pair.ts. */
const ROW: usize = 14;
const BOILERPLATE: u32 = 0xffffffff;
/** Most bytes of a row beside its two ids. */
const MOST: u32 = 320;

/** Rows that the host has kept, for it to fill. */
let given: usize = 0;
let givenCapacity: u32 = 0;
let lines: usize = 0;
let capacity: u32 = 0;
let out: usize = 0;
let put: u32 = 0;

/** Room for so many rows; 0 where there is none. */
export function reserveGiven(rows: u32): usize {
  if (rows > givenCapacity) {
    givenCapacity = rows + (rows >> 2) + 1024;
    given = allocate(givenCapacity * <u32>ROW * 4);
  }
  return given;
}

/** Renders so many rows from an address on; the number of bytes at `linesAt()`, or -1 where there is no room. */
export function renderRows(from: usize, rows: u32): i32 {
  let need: u32 = 0;
  for (let i: u32 = 0; i < rows; i++) {
    const row = from + <usize>i * ROW * 4;
    const other = load<u32>(row, 4);
    need += MOST + idBytes(load<u32>(row)) + (other == BOILERPLATE ? 0 : idBytes(other));
  }
  if (!reserveLines(need)) return -1;
  for (let i: u32 = 0; i < rows; i++) putRow(from + <usize>i * ROW * 4);
  return <i32>(out - lines);
}

/**
 * A row for each report from rank `from` to `to` that shares words or has boilerplate, of which `common` says the words by rank; the number of
 * bytes at `linesAt()`, or -1 where there is no room.
 */
export function renderReports(from: u32, to: u32, common: usize): i32 {
  let need: u32 = 0;
  for (let rank = from; rank < to; rank++) need += MOST + idBytes(rank);
  if (!reserveLines(need)) return -1;
  for (let rank = from; rank < to; rank++) putReport(rank, load<u32>(common + (<usize>rank << 2)));
  return <i32>(out - lines);
}

function reserveLines(bytes: u32): bool {
  if (bytes > capacity) {
    capacity = bytes + (bytes >> 2);
    lines = allocate(capacity);
  }
  out = lines;
  put = 0;
  return lines != 0 || bytes == 0;
}

export function linesAt(): usize {
  return lines;
}

/** How many rows stand there. */
export function linesPut(): u32 {
  return put;
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
  put++;
}

function putReport(rank: u32, common: u32): void {
  const covered = countCovered(rank);
  if (covered == 0 && common == 0) return;
  const words = wordsOf(rank);
  putText('{"kind":"report","a":');
  putId(rank);
  putText(',"words":');
  putNumber(words);
  putText(',"aShare":');
  putShare(covered, words);
  putText(',"boilerplate":');
  putShare(common, words);
  putText("}\n");
  put++;
}

/** ASCII. Not to be written out where it is called: the compiler would take longer over that than all the rows do. */
function putText(text: string): void {
  for (let i = 0; i < text.length; i++) store<u8>(out + <usize>i, <u8>text.charCodeAt(i));
  out += <usize>text.length;
}

// @ts-ignore: decorator
@inline
function idBytes(rank: u32): u32 {
  return load<u32>(docOf(rank), DOC_ID_BYTES);
}

// @ts-ignore: decorator
@inline
function wordsOf(rank: u32): u32 {
  return load<u32>(docOf(rank), DOC_COUNT);
}

function putId(rank: u32): void {
  const bytes = idBytes(rank);
  memory.copy(out, load<u32>(docOf(rank), DOC_ID), bytes);
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
