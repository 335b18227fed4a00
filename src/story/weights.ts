/**
 * Factors of the evidence that two reports tell of one event, in the order of `EVIDENCE`; their sum is the logarithm of the odds. Written by
 * `npm run train -- story` from the news clusters of Giveme5W1H (Hamborg, Breitinger and Gipp 2019) and triples of leads from
 * AllSides; that of the days is set by judgment.
 */
export const WEIGHTS: readonly number[] = [
  -10.3, // always
  3.571, // long
  -0.665, // lead
  -0.515, // title
  0.909, // name
  0.674, // number
  -2.436, // pair
  2.881, // leastTitle
  4.026, // mostTitle
  -1.43, // leastLength
  2.372, // mostLength
  -1, // days
  0.392, // leastBest
  1.528, // mostBest
  1.403, // leastThird
  1.789, // mostThird
];
