/**
 * Factors of the evidence that two reports tell of one event, in the order of `EVIDENCE`; their sum is the logarithm of the odds. Written by
 * `npm run train -- story` from the news clusters of Giveme5W1H (Hamborg, Breitinger and Gipp 2019), triples of leads from
 * AllSides, and the dates of the Article-Bias-Prediction corpus (Baly et al. 2020).
 */
export const WEIGHTS: readonly number[] = [
  9.133, // always
  3.25, // long
  -0.737, // lead
  -0.463, // title
  1.402, // name
  0.302, // number
  -2.15, // pair
  1.891, // leastTitle
  2.521, // mostTitle
  -0.431, // leastLength
  0.015, // mostLength
  1.5, // leastBest
  1.159, // mostBest
  0.841, // leastThird
  1.621, // mostThird
];
