/**
 * Factors of the evidence that two reports tell of one event, in the order of `EVIDENCE`; their sum is the logarithm of the odds. Written by
 * `npm run train -- story` from the news clusters of Giveme5W1H (Hamborg, Breitinger and Gipp 2019), triples of leads from
 * AllSides, and the dates of the Article-Bias-Prediction corpus (Baly et al. 2020).
 */
export const WEIGHTS: readonly number[] = [
  9.145, // always
  3.68, // long
  -1.322, // lead
  -0.486, // title
  1.819, // name
  0.16, // number
  -2.703, // pair
  2.076, // leastTitle
  3.117, // mostTitle
  1.687, // quotation
  -0.67, // passage
  0.118, // leastLength
  -0.081, // mostLength
  2.595, // leastBest
  0.694, // mostBest
  0.417, // leastThird
  1.942, // mostThird
];
