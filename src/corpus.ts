/**
 * As much of the public library as `reuse` takes, for programs that start often: it loads in a tenth of the time of
 * index.ts, which has the same names and all the others. What the kernel does not read goes through flat.ts. Named re-exports, nothing else.
 */
export { type InputCode, InputError } from "./error.ts";
export { makeVisible } from "./render/escape.ts";
export { renderCell } from "./render/table.ts";
export type { FlatReport } from "./report/flat.ts";
export type { Dated } from "./report/report.ts";
export { makePage as makeFoldPage } from "./reuse/fold.ts";
export type { ReuseOptions } from "./reuse/reuse.ts";
export { checkSettings as checkReuse, DEFAULTS as REUSE_DEFAULTS } from "./reuse/reuse.ts";
