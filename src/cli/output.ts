import pc from "picocolors";
import {
  type Analysis,
  InputError,
  type Paint,
  renderAnnotations,
  renderCsv,
  renderDot,
  renderGraphml,
  renderHtml,
  renderJson,
  renderProv,
  renderTei,
  renderTerminal,
  type TerminalOptions,
} from "../index.ts";
import type { Format } from "./format.ts";
import type { Io } from "./io.ts";
import { findNearest } from "./nearest.ts";

/** What writes a result for other programs or a browser. */
const WRITERS: Readonly<Record<Exclude<Format, "terminal">, (analysis: Analysis) => string>> = {
  html: renderHtml,
  json: renderJson,
  tei: renderTei,
  dot: renderDot,
  graphml: renderGraphml,
  prov: renderProv,
  csv: renderCsv,
  annotations: renderAnnotations,
};

/** Endings of files whose format they tell; null for one that other commands alone write. */
const ENDINGS: Readonly<Record<string, Format | null>> = {
  txt: "terminal",
  html: "html",
  htm: "html",
  json: "json",
  xml: "tei",
  tei: "tei",
  dot: "dot",
  gv: "dot",
  graphml: "graphml",
  csv: "csv",
  jsonld: "annotations",
  jsonl: null,
  parquet: null,
};

/**
 * The format that `--format` names or else the ending of `--out`, one of `formats`, the first of them where neither tells one. Throws `InputError`
 * for another one, also where the ending tells it.
 */
export function chooseFormat<T extends Format>(
  { format, out = "" }: { readonly format?: string; readonly out?: string },
  formats: readonly [T, ...T[]],
): T {
  if (format !== undefined) return checkChoice(format, formats);
  const ending = /\.([a-z]+)$/iu.exec(out)?.[1]?.toLowerCase() ?? "";
  if (!Object.hasOwn(ENDINGS, ending)) return formats[0];
  const told = formats.find((known) => known === ENDINGS[ending]);
  if (told) return told;
  const endings = Object.keys(ENDINGS).filter((name) => formats.some((known) => known === ENDINGS[name]));
  const list = endings.map((name) => `.${name}`).join(", ");
  throw new InputError("option", out, `this command writes no .${ending}, but ${list}; --format writes to any name`);
}

/** What was typed for `--format`, if it is one of those there are. Throws `InputError` with the nearest. */
function checkChoice<T extends string>(typed: string, formats: readonly T[]): T {
  const format = formats.find((known) => known === typed);
  if (format) return format;
  const nearest = findNearest(typed, formats);
  const hint = nearest ? `did you mean ${nearest}?` : `there are ${formats.join(", ")}`;
  throw new InputError("option", `--format ${typed}`, `no such format; ${hint}`);
}

/** The result in a format. A terminal page that goes into a file has no colors. */
export function renderAs(analysis: Analysis, format: Format, terminal: TerminalOptions): string {
  return format === "terminal" ? renderTerminal(analysis, terminal) : WRITERS[format](analysis);
}

/** How wide the terminal is, 120 columns at most, 80 where there is none, and whether it has colors. */
export function terminalOf(io: Io): TerminalOptions {
  const width = Math.min(io.columns ?? 80, 120);
  return hasColor(io) ? { width, paint: makePaint() } : { width };
}

/** Color on a terminal alone, and never against NO_COLOR (no-color.org: any value but an empty one). */
function hasColor({ columns, env }: Io): boolean {
  return columns !== null && !env.NO_COLOR && env.TERM !== "dumb";
}

function makePaint(): Paint {
  const { bold, dim, red, yellow, cyan, magenta } = pc.createColors(true);
  return {
    strong: bold,
    soft: dim,
    siglum: (text) => bold(magenta(text)),
    alert: (text) => bold(red(text)),
    notice: yellow,
    remark: cyan,
    differs: (text) => bold(red(text)),
  };
}
