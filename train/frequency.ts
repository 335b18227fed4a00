/**
 * Counts in how many articles of a corpus each stem occurs and writes `src/lang/en/frequency.ts`.
 * Usage: `npm run train -- frequency [--data DIR]`, DIR as in the benches. Deterministic.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { foldWord } from "../src/text/fold.ts";
import { findStem } from "../src/text/stem.ts";
import { findWords } from "../src/text/token.ts";

/** Rarer stems are left out of the table; they all weigh the same. In articles. */
const FEWEST = 30;

/** Writes the table from `DIR/corpus/news-9k.jsonl.gz`. */
export function trainFrequency(data: string): void {
  const { counts, articles } = countStems(`${data}/corpus/news-9k.jsonl.gz`);
  const common = [...counts].filter(([stem, count]) => count >= FEWEST && /^[\p{L}']+$/u.test(stem));
  const levels = Map.groupBy(common, ([, count]) => Math.round(-Math.log2(count / articles)));
  const rows = Array.from({ length: Math.max(...levels.keys()) + 1 }, (_, level) => {
    const stems = (levels.get(level) ?? []).map(([stem]) => stem).sort();
    return `  "${stems.join(" ")}",`;
  });
  writeFileSync(new URL("../src/lang/en/frequency.ts", import.meta.url), render(articles, rows));
}

function countStems(file: string): { counts: Map<string, number>; articles: number } {
  const counts = new Map<string, number>();
  const lines = gunzipSync(readFileSync(file)).toString("utf8").split("\n").filter(Boolean);
  for (const line of lines) {
    const { text } = JSON.parse(line) as { text: string | null };
    const seen = new Set(
      findWords(text ?? "").map((word) => findStem(foldWord((text ?? "").slice(word.from, word.to)))),
    );
    for (const stem of seen) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return { counts, articles: lines.length };
}

function render(articles: number, rows: readonly string[]): string {
  return `/**
 * How common English stems are in news: row n holds the stems that about one article in 2^n has. Written by
 * \`npm run train -- frequency\` from ${articles} articles of the Article-Bias-Prediction corpus (Baly et al. 2020); stems in fewer
 * than ${FEWEST} articles are left out.
 */
// biome-ignore format: a table
export const FREQUENCY: readonly string[] = [
${rows.join("\n")}
];
`;
}
