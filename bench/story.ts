import { readPublished } from "../src/report/published.ts";
import { findStories } from "../src/story/find.ts";
import type { Story, StoryReport } from "../src/story/story.ts";
import { scoreGroups } from "./cubed.ts";
import { type Bench, type DataFile, findDataFiles, readRecords } from "./data.ts";

interface Marked {
  readonly id: string;
  readonly event?: string;
  readonly title: string | null;
  readonly url?: string | null;
  readonly text: string | null;
  readonly published?: string | null;
}

/**
 * Stories found against marked events, by B³; and how long it takes to group the corpus, a half and a quarter of it, in processor time of
 * one thread, reports already in memory. The weights were learned from the `-dev` files as a whole: `npm run train -- story` prints
 * the figures for events that were not seen.
 */
export async function scoreStories({ data, print, dump }: Bench): Promise<void> {
  for (const file of findDataFiles(data, "story")) {
    const marked = await readAll(file);
    const groups = listGroups(marked, findStories(marked.map(makeReport)));
    for (const [story, group] of groups.entries()) for (const at of group) dump({ id: marked[at]!.id, story });
    const figures = scoreGroups(
      groups,
      marked.map(({ id, event }) => event ?? id),
    );
    const note = file.name.includes("-dev") ? "; weights learned from it, see npm run train -- story" : "";
    print(`story/${file.name}: ${marked.length} reports; B³ precision recall F1 ${figures}${note}`);
  }
  for (const file of findDataFiles(data, "corpus")) await timeCorpus(file, print);
}

/** How far apart in time the stories are, as dates go. */
function describeStories(stories: readonly Story[], reports: readonly StoryReport[]): string {
  const days = new Map(reports.map(({ id, published }) => [id, published === null ? null : middle(published)]));
  const spreads = stories.map(({ members }) => {
    const known = members.map(({ report }) => days.get(report)!).filter((day) => day !== null);
    return known.length === 0 ? 0 : Math.max(...known) - Math.min(...known);
  });
  const wider = [3, 7, 30].map((least) => `${spreads.filter((days) => days > least).length} over ${least}`);
  return `of ${stories.length} stories, spread in days: ${wider.join(", ")}`;
}

/** In days since the epoch. */
function middle({ from, to }: { readonly from: string; readonly to: string }): number {
  return (Date.parse(from) + Date.parse(to)) / 2 / 86_400_000;
}

/** What changes in the stories of nine tenths of a corpus when the last tenth comes: pairs of one story that no longer are, and new ones. */
function compareLater(reports: readonly StoryReport[], all: readonly Story[]): string {
  const first = reports.filter((_, at) => at % 10 !== 0);
  const kept = new Set(first.map(({ id }) => id));
  const before = listPairs(findStories(first), kept);
  const after = listPairs(all, kept);
  const parted = [...before].filter((pair) => !after.has(pair)).length;
  const joined = [...after].filter((pair) => !before.has(pair)).length;
  const share = (count: number) => `${((100 * count) / before.size).toFixed(1)} %`;
  return `a tenth more reports: of ${before.size} pairs of one story before, ${share(parted)} are parted, and ${share(joined)} as many are new`;
}

function listPairs(stories: readonly Story[], kept: ReadonlySet<string>): Set<string> {
  const pairs = stories.flatMap(({ members }) => {
    const ids = members.map(({ report }) => report).filter((id) => kept.has(id));
    return ids.flatMap((a, at) => ids.slice(at + 1).map((b) => (a < b ? `${a} ${b}` : `${b} ${a}`)));
  });
  return new Set(pairs);
}

async function readAll(file: DataFile): Promise<Marked[]> {
  const marked: Marked[] = [];
  for await (const record of readRecords<Marked>(file)) marked.push(record);
  return marked;
}

function makeReport({ id, title, url, text, published }: Marked): StoryReport {
  return { id, title, url: url ?? null, text: text ?? "", published: readPublished(published ?? "") };
}

/** Places of the reports by story, in order; a report without a story is a group of its own. */
function listGroups(marked: readonly Marked[], stories: readonly Story[]): number[][] {
  const placeOf = new Map(marked.map(({ id }, at) => [id, at]));
  const groups = stories.map(({ members }) => members.map(({ report }) => placeOf.get(report)!));
  const grouped = new Set(groups.flat());
  return [...groups, ...marked.flatMap((_, at) => (grouped.has(at) ? [] : [[at]]))];
}

async function timeCorpus(file: DataFile, print: (line: string) => void): Promise<void> {
  const reports = (await readAll(file)).map(makeReport);
  print(`corpus/${file.name}: seconds of processor time, reports in memory`);
  for (const part of [4, 2, 1]) {
    const some = reports.filter((_, at) => at % part === 0);
    const start = process.cpuUsage();
    const stories = findStories(some);
    const { user, system } = process.cpuUsage(start);
    const members = stories.reduce((sum, story) => sum + story.members.length, 0);
    print(
      `  ${some.length} reports: ${((user + system) / 1e6).toFixed(1)} s; ${stories.length} stories of ${members} reports`,
    );
    if (part > 1) continue;
    print(`  ${describeStories(stories, some)}`);
    print(`  ${compareLater(some, stories)}`);
  }
}
