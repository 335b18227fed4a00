/**
 * Factors of the evidence that two reports tell of one event, in the order of `EVIDENCE`; their sum is the logarithm of the odds. Written by
 * `npm run train -- story` from the news clusters of Giveme5W1H (Hamborg, Breitinger and Gipp 2019) and triples of leads from
 * AllSides; that of the days is set by judgment.
 */
export const WEIGHTS: readonly number[] = [
  -9.191, // always
  3.133, // long
  -0.624, // lead
  -0.517, // title
  0.982, // name
  0.639, // number
  -2.368, // pair
  2.724, // leastTitle
  3.79, // mostTitle
  -1.321, // leastLength
  2.042, // mostLength
  -1, // days
  0.445, // leastBest
  1.482, // mostBest
  1.525, // leastThird
  1.808, // mostThird
];
