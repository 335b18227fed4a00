import { analyze, readReports, renderHtml } from "../src/index.ts";
import type { Bench } from "./data.ts";

const SENTENCE = "The wall of Kelsmouth may fail within two winters. “We are one storm away,” said Maren Oswick. ";

/** Texts made to be slow, in `k` parts. */
const TEXTS: Readonly<Record<string, (k: number) => string>> = {
  "one line of many sentences": (k) => SENTENCE.repeat(k * 100),
  "one sentence without a stop": (k) => "harbor wall storm crack winter alpha beta gamma ".repeat(k * 200),
  "opening marks": (k) => `${"“".repeat(k * 500)} word said Ana Ruiz`,
  "short quotations in one sentence": (k) => "“a b” he said. ".repeat(k * 250),
  "quotations that never close": (k) => "“We left the house\n\n".repeat(k * 125),
  "brackets in a quotation": (k) => `“${"[(".repeat(k * 500)}” said Ana Ruiz.`,
  points: (k) => ".".repeat(k * 5000),
  names: (k) => "Ana Ruiz Holt ".repeat(k * 750),
  "short paragraphs": (k) => "He said it.\n\n".repeat(k * 500),
  "like sentences": (k) =>
    Array.from({ length: k * 75 }, (_, i) => `Mayor number${i % 50} met chief${(i * 7) % 300} in town${i % 20}.`).join(
      " ",
    ),
};

/**
 * Whether time grows with length on texts made to be slow: each is analyzed and rendered against a copy of itself, and again
 * four times as long. A last column near 4 is linear, near 16 square. Once each: a ratio of 6 says nothing on a busy machine.
 */
export async function benchHostile({ print }: Bench): Promise<void> {
  for (const [name, make] of Object.entries(TEXTS)) {
    await time(make(4));
    const [less, more] = [await time(make(8)), await time(make(32))];
    print(
      `${name.padEnd(34)} ${show(make(8).length / 1000)} kB ${show(less)} ms ${show(more)} ms  ×${(more / less).toFixed(1)}`,
    );
  }
}

async function time(text: string): Promise<number> {
  const inputs = [text, `${text} Also more.`].map((own, at) => ({
    name: `${at}.txt`,
    bytes: new TextEncoder().encode(own),
  }));
  const start = performance.now();
  const { reports } = await readReports(inputs);
  if (reports.length === 2) renderHtml(analyze(reports));
  return performance.now() - start;
}

function show(figure: number): string {
  return figure.toFixed(0).padStart(6);
}
