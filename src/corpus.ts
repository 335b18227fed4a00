/**
 * As much of the public library as reading a corpus takes, for programs that start often: it loads in a third of the time of
 * index.ts, which has the same names and all the others. Named re-exports, nothing else.
 */
export { type InputCode, InputError } from "./error.ts";
export { makeVisible } from "./render/escape.ts";
export { type FlatReport, flattenReport, readFlat, readFlatLine } from "./report/flat.ts";
export { checkSettings as checkReuse, DEFAULTS as REUSE_DEFAULTS } from "./reuse/find.ts";
export { makePage as makeFoldPage } from "./reuse/fold.ts";
export type { ReuseOptions } from "./reuse/reuse.ts";
