import { CLUSTERS } from "../src/lang/en/clusters.ts";
import { findQuotations } from "../src/quote/find.ts";
import type { Quotation } from "../src/quote/quotation.ts";
import { getTagger, readRows } from "../src/quote/tag/model.ts";
import { makeTagger, type Tagger } from "../src/quote/tag/tag.ts";
import { findBlocks } from "../src/report/block.ts";
import type { Report, ReportId } from "../src/report/report.ts";
import type { Span } from "../src/text/span.ts";
import type { Article, GoldAttribution, Pair } from "../train/quotation/article.ts";
import { learnTagger } from "../train/quotation/learn.ts";
import { type Bench, type DataFile, findDataFiles, formatFigure, readRecords } from "./data.ts";
import { type Found, formatDirect, formatTally, makeTallies, ROLES, type Tallies, tally } from "./quotation/score.ts";

/** Parts of a file that the shipped weights were trained on: each is scored by weights learnt from the others. */
const FOLDS = 3;
/** Runs over a file whose fastest is its speed. */
const RUNS = 10;

/**
 * Reported speech against people's marks: precision, recall and F1 of each role, by equal spans (white space, quotation marks and
 * `.,;:` at the ends trimmed) and by characters; and of whole attributions: contents with a Jaccard of half or more by
 * characters, and, where a source is wanted, a source that overlaps it. Then direct speech alone, whether confidence is what it
 * says, and the speed of the whole stage, blocks apart.
 */
export async function scoreQuotations({ data, print, dump }: Bench): Promise<void> {
  const files = findDataFiles(data, "quotation");
  if (files[0] !== undefined) printStart(await readArticles(files[0]), print);
  for (const file of files) {
    const articles = await readArticles(file);
    const tallies = makeTallies();
    const taggers = file.isTrain ? learnTaggers(articles) : [getTagger()];
    articles.forEach((article, i) => {
      const text = article.text ?? "";
      const found = findQuotations(makeReport(article.id, text), taggers[i % taggers.length]!)
        .filter(({ within }) => within === null)
        .map((own) => readFound(text, own));
      dump({ id: article.id, attributions: found.map(({ source, cue, content }) => ({ source, cue, content })) });
      tally(
        tallies,
        text,
        found,
        article.attributions.filter(({ content }) => content.length > 0),
      );
    });
    const how = file.isTrain ? `${FOLDS}-fold cross-validation` : "shipped weights";
    print(`quotation/${file.name}: ${articles.length} articles, ${how}; precision recall F1`);
    printTallies(tallies, print);
    print(`  speed: ${Math.round(measureSpeed(articles))} words a second`);
  }
}

async function readArticles(file: DataFile): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const { id, text, attributions } of readRecords<Article>(file))
    articles.push({ id, text, attributions: (attributions ?? []).map(fillParts) });
  return articles;
}

/** A part that is not there is empty or absent. */
function fillParts({ source, cue, content }: Partial<GoldAttribution>): GoldAttribution {
  return { source: source ?? [], cue: cue ?? [], content: content ?? [] };
}

/** A tagger for every fold, learnt from the articles of the others. */
function learnTaggers(articles: readonly Article[]): Tagger[] {
  const clusters = readRows(CLUSTERS);
  return Array.from({ length: FOLDS }, (_, fold) =>
    makeTagger(
      learnTagger(
        articles.filter((_, i) => i % FOLDS !== fold),
        clusters,
      ),
    ),
  );
}

function printTallies(tallies: Tallies, print: Bench["print"]): void {
  const { exact, overlap, attribution, directSource, reliability } = tallies;
  for (const role of ROLES)
    print(`  ${role}: exact ${formatTally(exact[role])}, overlap ${formatTally(overlap[role])}`);
  print(`  attribution: ${formatTally(attribution)}`);
  print(
    `  direct speech alone: content, overlap ${formatDirect(tallies)}; right source ${formatFigure(directSource.both / directSource.predicted)} of ${directSource.predicted} found, of ${directSource.wanted} in marks with a source`,
  );
  const rows = reliability.filter(({ count }) => count > 0);
  print(
    `  confidence → share right (of): ${rows.map(({ count, right, sum }) => `${(sum / count).toFixed(2)} → ${(right / count).toFixed(2)} (${count})`).join(", ")}`,
  );
}

/** What the first report costs: the time to unpack the weights, and the memory of that and of reading 1,000 words. */
function printStart(articles: readonly Article[], print: Bench["print"]): void {
  const words = articles.flatMap(({ text }) => (text ?? "").split(" ")).slice(0, 1000);
  const report = makeReport("first", words.join(" "));
  const before = process.memoryUsage().rss;
  const start = performance.now();
  getTagger();
  print(`weights unpacked in ${Math.round(performance.now() - start)} ms`);
  findQuotations(report);
  const megabytes = (process.memoryUsage().rss - before) / 2 ** 20;
  print(`weights and a report of ${words.length} words: ${megabytes.toFixed(1)} MB of memory more`);
}

/** Words a second. */
function measureSpeed(articles: readonly Article[]): number {
  const words = articles.reduce((sum, { text }) => sum + (text ?? "").split(/\s+/u).length, 0);
  const times = Array.from({ length: RUNS }, () => {
    // Made anew, since what is read of a report is kept with it.
    const reports = articles.map(({ id, text }) => makeReport(id, text ?? ""));
    const start = performance.now();
    for (const report of reports) findQuotations(report);
    return performance.now() - start;
  });
  return (words / Math.min(...times)) * 1000;
}

/** The article as it is; its offsets stay. */
function makeReport(id: string, text: string): Report {
  return {
    id: id as ReportId,
    outlet: id,
    language: "en",
    published: null,
    url: null,
    text,
    blocks: findBlocks(text),
    origin: { place: id, sha256: "" },
  };
}

/** A quotation by PolNeAR's conventions: the *that* before a content is part of it there. */
function readFound(text: string, { source, cue, content, kind, confidence }: Quotation): Found {
  const pair = ({ from, to }: Span): Pair => [from, to];
  const list = (span: Span | null): Pair[] => (span === null ? [] : [pair(span)]);
  const wide = content.map((span) =>
    pair({
      from: span.from - (/that\s+$/iu.exec(text.slice(Math.max(0, span.from - 8), span.from))?.[0].length ?? 0),
      to: span.to,
    }),
  );
  return { source: list(source), cue: list(cue), content: wide, isDirect: kind === "direct", confidence };
}
