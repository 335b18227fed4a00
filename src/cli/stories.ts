import { writeOutput } from "../engine/output.ts";
import { checkSink, findSinkFormat } from "../engine/sink.ts";
import { findSources } from "../engine/source.ts";
import { packParquet } from "../engine/table.ts";
import { listStoryRows, makeVisible, renderStoriesCsv, renderStory, STORY_COLUMNS, type Story } from "../index.ts";
import { tellForecast } from "./forecast.ts";
import { type GroupCommand, type Grouped, groupCorpus, type Shown } from "./group.ts";
import type { Io } from "./io.ts";
import { untilSignal } from "./signal.ts";

/** What stands on the command line besides the inputs. */
export interface StoriesCommand extends GroupCommand {
  readonly out?: string;
  readonly dryRun?: boolean;
}

/** Members of a story that are printed. */
const PRINTED = 6;
/** Columns of a printed line; an id is never cut, as it is there to be copied. */
const WIDTH = 80;

/**
 * Groups the reports of a corpus by event, and prints the stories or writes them to a file. Throws `InputError` for what makes
 * no sense and where no report can be read, and `Interrupted`.
 */
export async function stories(inputs: readonly string[], command: StoriesCommand, io: Io): Promise<void> {
  const { out } = command;
  const sources = findSources(inputs);
  if (out !== undefined) checkSink(out, sources);
  if (command.dryRun) return tellForecast(sources, command, io);
  const grouped = await groupCorpus(inputs, command, io);
  if (out === undefined) io.out(grouped.stories.map((story) => print(story, grouped.shown)).join("\n"));
  else await write(out, grouped);
  tellSummary(grouped, out, io);
}

async function write(out: string, { stories, shown }: Grouped): Promise<void> {
  const content = await {
    jsonl: () => stories.values().map((story) => renderStory(story, shown)),
    csv: () => renderStoriesCsv(listStoryRows(stories, shown)),
    parquet: () => packParquet(STORY_COLUMNS, listStoryRows(stories, shown)),
  }[findSinkFormat(out)]();
  await untilSignal((signal) => writeOutput(out, content, signal));
}

function tellSummary({ stories, shown }: Grouped, out: string | undefined, io: Io): void {
  const members = stories.reduce((sum, story) => sum + story.members.length, 0);
  const place = out === undefined ? "" : `; wrote ${makeVisible(out)}`;
  io.err(`${count(stories.length, "story", "stories")} of ${members} among ${count(shown.size, "report")}${place}\n`);
  if (shown.size === 1) io.err("A story takes two reports, and there is only one.\n");
}

function print({ id, confidence, members }: Story, shown: ReadonlyMap<string, Shown>): string {
  const lines = members.slice(0, PRINTED).map(({ report }) => {
    const { outlet, published, title, place } = shown.get(report)!;
    const line = `  ${showDay(published)}  ${outlet || place}: ${title ?? report}`;
    return cut(makeVisible(line.replace(/\s*\n\s*/gu, " ")));
  });
  if (members.length > PRINTED) lines.push(`  and ${members.length - PRINTED} more`);
  const head = `${makeVisible(id)} · ${members.length} reports · confidence ${confidence.toFixed(2)}`;
  return [head, ...lines, ""].join("\n");
}

/** The middle of the time: a day without a zone begins the day before in the far east. */
function showDay(published: Shown["published"]): string {
  if (published === null) return "no date   ";
  return new Date((Date.parse(published.from) + Date.parse(published.to)) / 2).toISOString().slice(0, 10);
}

function cut(line: string): string {
  const letters = [...line];
  return letters.length <= WIDTH ? line : `${letters.slice(0, WIDTH - 1).join("")}…`;
}

function count(amount: number, one: string, many: string = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}
