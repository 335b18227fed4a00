/**
 * Learns to find reported speech and writes `src/quote/tag/weights.ts`. Usage: `npm run train -- quotation [--data DIR]`, DIR as in
 * the benches: `DIR/quotation/polnear-train.jsonl.gz` with people’s marks. Four minutes on one core. Deterministic.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { CLUSTERS } from "../src/lang/en/clusters.ts";
import { readRows } from "../src/quote/tag/model.ts";
import type { Article } from "./quotation/article.ts";
import { learnTagger } from "./quotation/learn.ts";
import { writeWeights } from "./quotation/write.ts";

/** Writes the weights from what is under `data`. */
export function trainQuotation(data: string): void {
  const articles = readLines<Article>(`${data}/quotation/polnear-train.jsonl.gz`);
  const from = `${articles.length} articles of PolNeAR 1.0 (Newell et al. 2018)`;
  writeWeights(learnTagger(articles, readRows(CLUSTERS)), from);
}

function readLines<T>(file: string): T[] {
  const lines = gunzipSync(readFileSync(file)).toString("utf8").split("\n");
  return lines.filter(Boolean).map((line) => JSON.parse(line) as T);
}
