import type { Dated } from "../report/report.ts";
import type { Place, Reason, Story } from "../story/story.ts";
import { writeTable } from "./table.ts";

/** What is shown of a report beside its place in a story; a `FlatReport` is one. */
export interface StoryWitness {
  readonly outlet: string;
  readonly published: Dated | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly place: string;
}

/** One report of one story. */
export interface StoryRow {
  readonly story: string;
  /** Of the story, as all shares here 0 to 1 with three places. */
  readonly storyConfidence: number;
  /** Reports of the story. */
  readonly reports: number;
  readonly report: string;
  readonly confidence: number;
  readonly outlet: string;
  readonly publishedFrom: string | null;
  readonly publishedTo: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly place: string;
  /** JSON: a list of what this report has in common with others, each with `kind`, `bits`, `field`, `from` and `to`. */
  readonly shared: string;
}

/** The columns in order, and whether they are words, whole numbers or shares. */
export const STORY_COLUMNS: Readonly<Record<keyof StoryRow, "text" | "count" | "share">> = {
  story: "text",
  storyConfidence: "share",
  reports: "count",
  report: "text",
  confidence: "share",
  outlet: "text",
  publishedFrom: "text",
  publishedTo: "text",
  title: "text",
  url: "text",
  place: "text",
  shared: "text",
};

/** A story as a line of JSON with what is known of its reports, the line's end included. */
export function renderStory(
  { id, confidence, members, reasons }: Story,
  witnesses: ReadonlyMap<string, StoryWitness>,
): string {
  const reports = members.map(({ report, confidence }) => {
    const { outlet, published, title, url, place } = witnesses.get(report)!;
    return { id: report, outlet, published, title, url, place, confidence: round(confidence) };
  });
  const told = reasons.map((reason) => ({ ...reason, bits: round(reason.bits) }));
  return `${JSON.stringify({ id, confidence: round(confidence), reports, reasons: told })}\n`;
}

/** The reports of the stories as rows of a table, in the order of the stories, then of their members. */
export function listStoryRows(stories: readonly Story[], witnesses: ReadonlyMap<string, StoryWitness>): StoryRow[] {
  return stories.flatMap(({ id, confidence, members, reasons }) =>
    members.map((member) => {
      const { outlet, published, title, url, place } = witnesses.get(member.report)!;
      return {
        story: id,
        storyConfidence: round(confidence),
        reports: members.length,
        report: member.report,
        confidence: round(member.confidence),
        outlet,
        publishedFrom: published?.from ?? null,
        publishedTo: published?.to ?? null,
        title,
        url,
        place,
        shared: JSON.stringify(reasons.flatMap((reason) => listShared(reason, member.report))),
      };
    }),
  );
}

function listShared({ kind, bits, places }: Reason, id: string): Omit<Place & Reason, "report" | "places">[] {
  const own = places.filter(({ report }) => report === id);
  return own.map(({ field, from, to }) => ({ kind, bits: round(bits), field, from, to }));
}

/** Rows as CSV, see `writeTable`. */
export function renderStoriesCsv(rows: readonly StoryRow[]): string {
  return writeTable(Object.keys(STORY_COLUMNS) as (keyof StoryRow)[], rows);
}

function round(figure: number): number {
  return Math.round(figure * 1000) / 1000;
}
