/**
 * As much of the public library as reading the records of a corpus takes, where the kernel does not read them itself. index.ts has the same names
 * and all the others. Named re-exports, nothing else.
 */
export { flattenReport, readFlat, readFlatLine } from "./report/flat.ts";
export { readPublished } from "./report/published.ts";
