import { InputError } from "../src/error.ts";
import { readReports } from "../src/report/read.ts";
import type { Block, Report } from "../src/report/report.ts";
import { type Bench, f1, findDataFiles, formatFigure, readRecords } from "./data.ts";

interface Page {
  readonly id: string;
  readonly html: string | null;
  readonly articleBody: string | null;
}

interface Score {
  readonly precision: number;
  readonly recall: number;
}

/** Words in a row that are compared. */
const SHINGLE = 4;
/** Blocks that a reader would call the body of the article. */
const BODY: ReadonlySet<string> = new Set(["standfirst", "heading", "paragraph"]);

/** Blocks that belong to it where they stand in front of a paragraph. */
const TAG: ReadonlySet<string> = new Set(["dateline", "agency"]);

/**
 * Words of the article found on a page: precision and recall over runs of four words a page, averaged over the pages, and F1
 * of the averages, as the article extraction benchmark of Scrapinghub has it.
 */
export async function scoreHtml({ data, print, dump }: Bench): Promise<void> {
  for (const file of findDataFiles(data, "html")) {
    const scores: Score[] = [];
    let time = 0;
    for await (const page of readRecords<Page>(file)) {
      const start = performance.now();
      const articleBody = await readBody(page);
      time += performance.now() - start;
      dump({ id: page.id, articleBody });
      scores.push(score(page.articleBody ?? "", articleBody));
    }
    const precision = average(scores.map((s) => s.precision));
    const recall = average(scores.map((s) => s.recall));
    print(
      `html/${file.name}: ${scores.length} pages, precision ${formatFigure(precision)}, recall ${formatFigure(recall)}, ` +
        `F1 ${formatFigure(f1(precision, recall))}, ${(time / scores.length).toFixed(1)} ms a page`,
    );
  }
}

/** The body as read, without caption, title or furniture; empty where the page is refused. */
async function readBody(page: Page): Promise<string> {
  const bytes = new TextEncoder().encode(`\ufeff${page.html ?? ""}`);
  const { reports, refused } = await readReports([{ name: `${page.id}.html`, bytes }]);
  if (refused.some((error) => !(error instanceof InputError))) throw refused[0];
  return reports[0] ? joinBody(reports[0]) : "";
}

/** Body blocks with an empty line between, a tag such as "KYIV (Reuters) -" on the line of its paragraph. */
function joinBody({ text, blocks }: Report): string {
  const isTag = (block: Block, next?: Block): boolean =>
    next !== undefined && BODY.has(next.kind) && TAG.has(block.kind) && !text.slice(block.to, next.from).includes("\n");
  const body = blocks.filter((block, i) => BODY.has(block.kind) || isTag(block, blocks[i + 1]));
  return body.map(({ from, to }) => text.slice(from, to)).join("\n\n");
}

function score(gold: string, predicted: string): Score {
  const wanted = countShingles(gold);
  const got = countShingles(predicted);
  let both = 0;
  for (const [shingle, count] of got) both += Math.min(count, wanted.get(shingle) ?? 0);
  const size = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [gotSize, wantedSize] = [size(got), size(wanted)];
  if (gotSize === wantedSize && both === gotSize) return { precision: 1, recall: 1 };
  return { precision: gotSize === 0 ? 0 : both / gotSize, recall: wantedSize === 0 ? 0 : both / wantedSize };
}

/** Each run of four words with how often it occurs; a shorter text is one run. */
function countShingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(words.length - SHINGLE + 1, words.length > 0 ? 1 : 0); i++) {
    const shingle = words.slice(i, i + SHINGLE).join(" ");
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function average(figures: readonly number[]): number {
  return figures.length === 0 ? 0 : figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}
