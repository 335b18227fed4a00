import pc from "picocolors";
import {
  type Analysis,
  InputError,
  makeVisible,
  type Paint,
  renderHtml,
  renderJson,
  renderTerminal,
  type TerminalOptions,
} from "../index.ts";
import type { Io } from "./io.ts";
import { findNearest } from "./nearest.ts";

/** What can be printed. */
export type Format = "terminal" | "html" | "json";

/** What was typed for `--format`, if it is one of those there are. Throws `InputError` with the nearest. */
export function checkChoice<T extends string>(typed: string, formats: readonly T[]): T {
  const format = formats.find((known) => known === typed);
  if (format) return format;
  const nearest = findNearest(typed, formats);
  const hint = nearest ? `did you mean ${nearest}?` : `there are ${formats.join(", ")}`;
  throw new InputError("option", `--format ${typed}`, `no such format; ${hint}`);
}

/** The result in a format. */
export function renderAs(analysis: Analysis, format: Format, io: Io): string {
  if (format === "html") return renderHtml(analysis);
  if (format === "json") return renderJson(analysis);
  return renderTerminal(analysis, terminalOf(io));
}

/** How wide the terminal is, 120 columns at most, 80 where there is none, and whether it has colors. */
export function terminalOf(io: Io): TerminalOptions {
  const width = Math.min(io.columns ?? 80, 120);
  return hasColor(io) ? { width, paint: makePaint() } : { width };
}

/** One line on standard error for one input that was turned away. */
export function warn(error: InputError, io: Io): void {
  io.err(`stemma: ${makeVisible(error.message)}\n`);
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
