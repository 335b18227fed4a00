/**
 * The tagger's sums and its lattice in one memory: what the features of a word weigh, how likely each label is, and the likeliest
 * labels. Compiled by `npm run kernel` into src/quote/tag/wasm.ts. The library's src/quote/tag/chain.ts and scorer.ts do the same in
 * plain TypeScript, with the same figures to the last bit: read them first, and change both.
 */
export { configure, listAt, makeRoom } from "./memory";
export { keepSum, scoreWord } from "./score";
export { judgeOthers, judgeWord } from "./judge";
export { findLabels } from "./search";
