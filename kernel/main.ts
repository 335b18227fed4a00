/**
 * The passage engine in one memory: text to words and fingerprints (ingest), fingerprints of one key together (group), what reports share
 * (pair). Compiled by `npm run kernel` to src/reuse/kernel.wasm. The library's src/reuse/*.ts is the same in plain TypeScript, to read
 * first and to test against.
 */
export { addLines, addWords, begin, chooseByDate, configure, finish, oddAt, oddLines } from "./ingest";
export { group, linkedEntries } from "./group";
export { allocate, start, used } from "./memory";
export { configurePairs, cover, countCovered, pair, rowsAt, sortCommon } from "./pair";
export { findOddId, findTwin, listReports, rankReports, sortReports } from "./rank";
export { linesAt, linesPut, renderReports, renderRows, reserveGiven } from "./render";
export { reserveText } from "./word";
import { PAGES } from "./memory";
import { allocate } from "./memory";
import { bounds, findWords, hashOf, text } from "./word";

/** Where a text is to be put, once there is room for it. */
export function textAt(): usize {
  return text;
}

/** Makes the tables that all threads share; once, by one thread, after `start`. */
export function makeTables(): bool {
  const pages = allocate((0x110000 >> 8) * 4);
  store<usize>(PAGES, pages);
  return pages != 0;
}

/** For tests: the words of `bytes` at the text as three numbers each, hash, start and end, at `to`. */
export function listWords(bytes: u32, to: usize): u32 {
  const count = findWords(bytes);
  for (let i: u32 = 0; i < count; i++) {
    const at = bounds + (<usize>i << 4);
    store<u32>(to + <usize>i * 12, hashOf(text, load<u32>(at), load<u32>(at, 8)));
    store<u32>(to + <usize>i * 12, load<u32>(at, 4), 4);
    store<u32>(to + <usize>i * 12, load<u32>(at, 12), 8);
  }
  return count;
}
