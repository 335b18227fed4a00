import type { Named } from "../collate/collation.ts";
import type { Pin } from "../collate/pin.ts";
import { InputError } from "../error.ts";
import { parseJson } from "../report/json.ts";
import type { Passage, Report } from "../report/report.ts";
import { findBody } from "../report/report.ts";
import { isOverlapping } from "../text/span.ts";

/** A passage as the file names it. */
interface Side {
  readonly file: string;
  readonly sha256?: string | undefined;
  readonly from: number;
  readonly to: number;
}

interface Said {
  readonly a: Side;
  readonly b: Side;
  readonly say: "same" | "not";
}

/**
 * Reads what a reader said of pairs, docs/FORMATS.md "Pairs", as the HTML page saves it, in the order of the file. `place` names
 * the file in errors. Throws `InputError`: "malformed" where it is no JSON or another shape, "option" where a pair names no
 * report of these, no place in its text, or contradicts another. A promise as for `readJson`.
 */
export async function readPairs(text: string, reports: readonly Named[], place = "pairs"): Promise<Pin[]> {
  const said = await readShape(text, place);
  const pins = said.map(({ a, b, say }, at): Pin => {
    const fail = (reason: string) => new InputError("option", place, `pair ${at + 1}: ${reason}`);
    const pin = { a: findPassage(reports, a, fail), b: findPassage(reports, b, fail), say };
    if (pin.a.report === pin.b.report) throw fail(`both passages are in ${a.file}; a pair takes two reports`);
    return pin;
  });
  checkAgreement(pins, place);
  return pins;
}

async function readShape(text: string, place: string): Promise<Said[]> {
  const { z } = await import("zod");
  const offset = z.int("must be a whole number").min(0, "must not be below 0");
  const side = z.object(
    { file: z.string("must be the name of a report"), sha256: z.string().optional(), from: offset, to: offset },
    "must be a passage: { file, from, to }",
  );
  const say = z.enum(["same", "not"], 'must be "same" or "not"');
  const pair = z.object({ a: side, b: side, say }, "must be a pair: { a, b, say }");
  const shape = z.object({ pairs: z.array(pair, "must be a list of pairs") }, 'must be { "pairs": [ … ] }');
  const result = shape.safeParse(parseJson(text, place));
  if (result.success) return result.data.pairs;
  const { path, message } = result.error.issues[0]!;
  const [, at, ...rest] = path;
  const where = typeof at === "number" ? [`pair ${at + 1}`, ...rest].join(" ") : path.join(".");
  throw new InputError("malformed", place, `${where || "the whole"} ${message}`);
}

function findPassage(reports: readonly Named[], side: Side, fail: (reason: string) => InputError): Passage {
  const { file, sha256, from, to } = side;
  const report = findReport(reports, side);
  if (report === null) throw fail(`there is no report ${file}${hintReports(reports)}`);
  if (report === "several") throw fail(`more than one report is called ${file}; give the path as on the command line`);
  if (sha256 !== undefined && sha256 !== report.origin.sha256)
    throw fail(`${file} is not the file that the pair was noted in: its SHA-256 is another`);
  if (from >= to) throw fail(`the passage in ${file} is from ${from} to ${to}; it must end behind where it begins`);
  if (to > report.text.length)
    throw fail(`${file} has no passage from ${from} to ${to}; its text is ${report.text.length} long`);
  if (!findBody(report).some((block) => isOverlapping(block, { from, to })))
    throw fail(`${file} has nothing that is compared from ${from} to ${to}`);
  return { report: report.id, from, to };
}

/** By the path given, else by the last part of it, so that a file may be used from another folder. */
function findReport(reports: readonly Named[], { file }: Side): Report | "several" | null {
  const all = reports.map(({ report }) => report);
  const exact = all.find(({ origin }) => origin.place === file);
  if (exact) return exact;
  const [found = null, ...more] = all.filter(({ origin }) => baseName(origin.place) === baseName(file));
  return more.length > 0 ? "several" : found;
}

function baseName(place: string): string {
  return place.slice(Math.max(place.lastIndexOf("/"), place.lastIndexOf("\\")) + 1);
}

function hintReports(reports: readonly Named[]): string {
  return reports.length > 8 ? "" : `; there are ${reports.map(({ report }) => report.origin.place).join(", ")}`;
}

/** One and the same pair cannot be both. */
function checkAgreement(pins: readonly Pin[], place: string): void {
  const key = (passage: Passage) => `${passage.report} ${passage.from} ${passage.to}`;
  const said = new Map<string, { say: Pin["say"]; at: number }>();
  for (const [at, { a, b, say }] of pins.entries()) {
    const both = [key(a), key(b)].sort().join(" / ");
    const before = said.get(both);
    if (before !== undefined && before.say !== say)
      throw new InputError("option", place, `pairs ${before.at + 1} and ${at + 1} contradict each other`);
    said.set(both, { say, at });
  }
}
