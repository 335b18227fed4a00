import { readFile } from "node:fs/promises";
import { openReports } from "../engine/open.ts";
import { findSources } from "../engine/source.ts";
import { explainRead } from "../engine/trouble.ts";
import { InputError, makeVisible } from "../index.ts";
import type { Gathered } from "./gather.ts";
import { type GroupCommand, groupCorpus } from "./group.ts";
import type { Io } from "./io.ts";
import { findNearest } from "./nearest.ts";
import { warn } from "./warn.ts";

/** Where a story is taken from. */
export interface OpenCommand extends GroupCommand {
  readonly from?: readonly string[];
  readonly story?: string;
  readonly stories?: string;
}

/** As much of a story as it takes to find and open it. */
interface Entry {
  readonly id: string;
  /** Of its first report that has one. */
  readonly title: string | null;
  readonly places: readonly string[];
}

/** Options that make sense with `--from` alone, and of these the ones that group. */
const GROUPING = ["window", "least", "since", "until", "strict"] as const;
const ONLY = ["story", "stories", ...GROUPING] as const;

/** Throws `InputError` where what is typed of files, `--from` and what goes with it does not fit together. */
export function checkOpen(files: readonly string[], command: OpenCommand): void {
  const { from, story, stories } = command;
  const lone = ONLY.find((name) => command[name] !== undefined);
  if (from === undefined) {
    if (lone) throw new InputError("option", `--${lone}`, "only together with --from, which names a corpus");
    if (files.length === 0)
      throw new InputError("option", "compare", "name two files or more, or a corpus with --from");
    return;
  }
  if (files.length > 0) throw new InputError("option", files[0]!, "either files or --from, not both");
  if (from.includes("-"))
    throw new InputError("option", "--from -", "standard input can be read only once; name a file");
  if (story === undefined)
    throw new InputError(
      "option",
      "--from",
      "say which story with --story; `stemma stories` with the same inputs lists them",
    );
  const twice = GROUPING.find((name) => command[name] !== undefined);
  if (stories !== undefined && twice)
    throw new InputError("option", `--${twice}`, "not together with --stories, whose stories are grouped already");
}

/** The reports of the story asked for, read whole. Throws `InputError` where there is no such story. */
export async function openStory(from: readonly string[], command: OpenCommand, io: Io): Promise<Gathered> {
  const sources = findSources(from);
  const { stories: index } = command;
  const entries = index === undefined ? await groupEntries(from, command, io) : await readEntries(index);
  const { places } = findEntry(entries, command.story!);
  const { reports, refused } = await openReports(sources, new Set(places));
  const found = new Set([...reports.map(({ origin }) => origin.place), ...refused.map(({ place }) => place)]);
  const lost = places.filter((place) => !found.has(place));
  const all = [
    ...refused,
    ...lost.map((place) => new InputError("missing", place, "no such report in what --from names")),
  ];
  for (const error of all) warn(error, io);
  return { reports, refused: all };
}

async function groupEntries(from: readonly string[], command: GroupCommand, io: Io): Promise<Entry[]> {
  const { stories, shown } = await groupCorpus(from, command, io);
  return stories.map(({ id, members }) => {
    const reports = members.map(({ report }) => shown.get(report)!);
    return makeEntry(id, reports);
  });
}

function makeEntry(id: string, reports: readonly { readonly title: string | null; readonly place: string }[]): Entry {
  return { id, title: reports.find(({ title }) => title)?.title ?? null, places: reports.map(({ place }) => place) };
}

/** What `stemma stories --out FILE.jsonl` wrote. Throws `InputError` for a line that is nothing like it. */
async function readEntries(path: string): Promise<Entry[]> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw explainRead(error, path);
  });
  const lines = text.split("\n").map((line, at) => ({ line, place: `${path}:${at + 1}` }));
  return lines.filter(({ line }) => line.trim() !== "").map(({ line, place }) => readEntry(line, place));
}

function readEntry(line: string, place: string): Entry {
  try {
    const { id, reports } = JSON.parse(line);
    if (typeof id === "string" && reports.every((report: { place: unknown }) => typeof report.place === "string"))
      return makeEntry(id, reports);
  } catch {
    // Said below.
  }
  throw new InputError("malformed", place, "not a story as `stemma stories --out FILE.jsonl` writes it");
}

/** The story of that id, or the only one whose id begins so, with or without `story-`. */
function findEntry(entries: readonly Entry[], typed: string): Entry {
  const exact = entries.find(({ id }) => id === typed || id === `story-${typed}`);
  const begun = exact ? [exact] : entries.filter(({ id }) => id.startsWith(typed) || id.startsWith(`story-${typed}`));
  if (begun.length === 1) return begun[0]!;
  throw new InputError("option", `--story ${typed}`, begun.length > 1 ? tellMany(begun) : tellNone(entries, typed));
}

function tellMany(entries: readonly Entry[]): string {
  const some = entries.slice(0, 3).map(nameEntry).join(", ");
  return `${entries.length} stories begin so: ${some}${entries.length > 3 ? ", …" : ""}`;
}

function tellNone(entries: readonly Entry[], typed: string): string {
  const nearest =
    findNearest(
      typed,
      entries.map(({ id }) => id),
    ) ??
    findNearest(
      `story-${typed}`,
      entries.map(({ id }) => id),
    );
  const entry = entries.find(({ id }) => id === nearest);
  if (entry) return `no such story; did you mean ${nameEntry(entry)}?`;
  if (entries.length === 0) return "there is no story in these reports";
  return `no such story among ${entries.length}; \`stemma stories\` with the same inputs lists them`;
}

function nameEntry({ id, title }: Entry): string {
  return makeVisible(title === null ? id : `${id} (${title.replace(/\s+/gu, " ")})`);
}
