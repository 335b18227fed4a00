import { checkOutput, writeOutput } from "../engine/output.ts";
import {
  findSpeech,
  InputError,
  listQuotes,
  makeVisible,
  type Report,
  renderQuotesCsv,
  renderQuotesJson,
  renderSpeakers,
  type Speaker,
  type Speech,
} from "../index.ts";
import { gatherReports } from "./gather.ts";
import type { Io } from "./io.ts";
import { findNearest } from "./nearest.ts";
import { chooseFormat, terminalOf } from "./output.ts";
import { makeProgress } from "./progress.ts";

/** What stands on the command line besides the files. */
export interface QuotesOptions {
  readonly format?: string;
  readonly speaker?: string;
  readonly out?: string;
}

const FORMATS = ["terminal", "json", "csv"] as const;

/**
 * Prints who said what in the reports, or writes it to a file; without a format the file's ending tells it. What cannot be
 * read is named on standard error and the rest goes on. Throws `InputError` if nothing can be read or no such speaker is there.
 */
export async function quotes(files: readonly string[], options: QuotesOptions, io: Io): Promise<void> {
  const format = chooseFormat(options, FORMATS);
  if (options.out !== undefined) checkOutput(options.out, files);
  const { speaker } = options;
  if (speaker !== undefined && splitWords(speaker).length === 0)
    throw new InputError("option", `--speaker ${speaker}`, "there is no word in it; name somebody");
  const { reports, refused } = await gatherReports(files, io, makeProgress(io));
  checkAny(reports, files);
  const speech = findSpeech(reports);
  const only = speaker === undefined ? null : findAsked(speech, speaker);
  const notes = refused.map((error) => ({ message: `Not read: ${error.message}.` }));
  const text =
    format === "terminal"
      ? renderSpeakers(speech, options.out === undefined ? terminalOf(io) : {}, only)
      : format === "csv"
        ? renderQuotesCsv(listQuotes(speech, only))
        : renderQuotesJson(listQuotes(speech, only), notes);
  if (options.out === undefined) return io.out(text);
  await writeOutput(options.out, text);
  io.err(`Wrote ${makeVisible(options.out)}\n`);
}

function checkAny(reports: readonly Report[], files: readonly string[]): void {
  if (reports.length > 0) return;
  throw new InputError("too-few", files.length === 1 ? files[0]! : `${files.length} files`, "no report could be read");
}

/** Speakers one of whose names has all the words typed, whatever their case. Throws `InputError` with the nearest name. */
function findAsked({ reports, speakers }: Speech, typed: string): Speaker[] {
  const texts = new Map(reports.map(({ report }) => [report.id, report.text]));
  const namesOf = ({ names }: Speaker) => names.map(({ report, from, to }) => texts.get(report)!.slice(from, to));
  const asked = splitWords(typed);
  const found = speakers.filter((speaker) =>
    namesOf(speaker).some((name) => asked.every((word) => splitWords(name).includes(word))),
  );
  if (found.length > 0) return found;
  const names = speakers.filter(({ kind }) => kind === "named").flatMap(namesOf);
  const nearest = findNearest(typed, [...names, ...names.flatMap((name) => name.split(/\s+/u))]);
  const hint = nearest ? `; did you mean ${nearest}?` : "";
  throw new InputError("option", `--speaker ${typed}`, `nobody of that name is credited${hint}`);
}

/** Words in lower case and without accents. */
function splitWords(name: string): string[] {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
