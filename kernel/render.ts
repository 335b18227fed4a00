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

/**
 * Lines in which control characters stand for what differs from row to row, see `putField`. A loop over them instead of a call for each
 * piece: compiling those would take longer than all the rows do.
 */
const PASSAGE: string =
  '{"kind":"passage","a":\u0001,"aFrom":\u0012,"aTo":\u0013,"b":\u0002,"bFrom":\u0014,"bTo":\u0015,"words":\u0016,"runs":\u0017,"aShare":\u0003,"bShare":\u0004}\n';
const COMMON: string = '{"kind":"boilerplate","a":\u0001,"aFrom":\u0012,"aTo":\u0013,"words":\u0016,"reports":\u0017}\n';
const REPORT: string = '{"kind":"report","a":\u0001,"words":\u0016,"aShare":\u0003,"boilerplate":\u0004}\n';
const A: u32 = 1;
const B: u32 = 2;
const A_SHARE: u32 = 3;
const B_SHARE: u32 = 4;
const LINE_FEED: u32 = 10;
/** And the number of the row at this place, for those from here on. */
const NUMBERS: u32 = 16;
const FIRST_CHARACTER: i8 = 32;

/** Where the numbers that the lines speak of stand in a row. */
const ROW_A: usize = 0;
const ROW_B: usize = 4;
const ROW_WORDS: usize = 24;
const ROW_A_COVERED: usize = 48;
const ROW_B_COVERED: usize = 52;

/** Rows that the host has kept, for it to fill. */
let given: usize = 0;
let givenCapacity: u32 = 0;
/** The row of a report, which is not kept. */
let own: usize = 0;
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
  const end = from + <usize>rows * ROW * 4;
  let need: u32 = 0;
  for (let row = from; row < end; row += ROW * 4) {
    const other = load<u32>(row, ROW_B);
    need += MOST + idBytes(load<u32>(row, ROW_A)) + (other == BOILERPLATE ? 0 : idBytes(other));
  }
  if (!reserveLines(need)) return -1;
  for (let row = from; row < end; row += ROW * 4)
    putLine(load<u32>(row, ROW_B) == BOILERPLATE ? COMMON : PASSAGE, row);
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
  if (own == 0) own = allocate(<u32>ROW * 4);
  if (own == 0) return -1;
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

function putReport(rank: u32, common: u32): void {
  const covered = countCovered(rank);
  if (covered == 0 && common == 0) return;
  store<u32>(own, rank, ROW_A);
  store<u32>(own, rank, ROW_B);
  store<u32>(own, wordsOf(rank), ROW_WORDS);
  store<u32>(own, covered, ROW_A_COVERED);
  store<u32>(own, common, ROW_B_COVERED);
  putLine(REPORT, own);
}

/** A line by its template, ASCII. Sixteen characters at a time, up to the next field: what is read and written too much is written over. */
function putLine(template: string, row: usize): void {
  let at = changetype<usize>(template);
  let field: u32 = 0;
  while (field != LINE_FEED) {
    const text = i8x16.narrow_i16x8_u(v128.load(at), v128.load(at, 16));
    v128.store(out, text);
    const fields = i8x16.bitmask(i8x16.lt_u(text, i8x16.splat(FIRST_CHARACTER)));
    const plain: usize = fields == 0 ? 16 : <usize>ctz(fields);
    out += plain;
    at += plain << 1;
    if (fields == 0) continue;
    field = load<u16>(at);
    at += 2;
    putField(field, row);
  }
  put++;
}

function putField(field: u32, row: usize): void {
  if (field >= NUMBERS) putNumber(load<u32>(row + (<usize>(field - NUMBERS) << 2)));
  else if (field == LINE_FEED) store<u8>(out++, <u8>LINE_FEED);
  else if (field == A) putId(load<u32>(row, ROW_A));
  else if (field == B) putId(load<u32>(row, ROW_B));
  else if (field == A_SHARE) putShare(load<u32>(row, ROW_A_COVERED), wordsOf(load<u32>(row, ROW_A)));
  else putShare(load<u32>(row, ROW_B_COVERED), wordsOf(load<u32>(row, ROW_B)));
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
  const end = out + countDigits(value);
  for (let at = end; at > out; value /= 10) store<u8>(--at, <u8>(48 + (value % 10)));
  out = end;
}

/** Without a loop, which is compiled as five times its body wherever it is called. */
function countDigits(value: u32): usize {
  if (value < 100) return value < 10 ? 1 : 2;
  if (value < 10000) return value < 1000 ? 3 : 4;
  if (value < 1000000) return value < 100000 ? 5 : 6;
  if (value < 100000000) return value < 10000000 ? 7 : 8;
  return value < 1000000000 ? 9 : 10;
}

/** Rounded to four places, without zeros at the end. */
function putShare(part: u32, whole: u32): void {
  let places = <u32>Math.floor((<f64>part / <f64>whole) * 10000 + 0.5);
  if (places == 0 || places >= 10000) return putNumber(places / 10000);
  store<u16>(out, 0x2e30); // 0.
  out += 2;
  for (let unit: u32 = 1000; places > 0; unit /= 10) {
    store<u8>(out++, <u8>(48 + places / unit));
    places %= unit;
  }
}
