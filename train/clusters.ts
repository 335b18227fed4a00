/**
 * Groups words by the company they keep and writes `src/lang/en/clusters.ts`. Usage: `npm run train -- clusters [--data DIR]`, DIR as
 * in the benches. Two minutes on one core. Deterministic.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { findClusters } from "./quotation/clusters.ts";
import { writeRows } from "./quotation/write.ts";

/** Writes the table from `DIR/corpus/news-9k.jsonl.gz`. */
export function trainClusters(data: string): void {
  const lines = gunzipSync(readFileSync(`${data}/corpus/news-9k.jsonl.gz`))
    .toString("utf8")
    .split("\n")
    .filter(Boolean);
  const clusters = findClusters(lines.map((line) => (JSON.parse(line) as { text: string | null }).text ?? ""));
  writeFileSync(
    new URL("../src/lang/en/clusters.ts", import.meta.url),
    `/**
 * The ${clusters.size} most frequent words and marks of news, folded, in rows of those that keep the same company: written by
 * \`npm run train -- clusters\` from ${lines.length} articles of the Article-Bias-Prediction corpus (Baly et al. 2020).
 */
// biome-ignore format: a table
export const CLUSTERS: readonly string[] = ${writeRows(clusters)};
`,
  );
}
