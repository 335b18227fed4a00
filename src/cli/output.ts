import pc from "picocolors";
import {
  type Analysis,
  type InputError,
  makeVisible,
  type Paint,
  renderHtml,
  renderJson,
  renderTerminal,
} from "../index.ts";
import type { Io } from "./io.ts";

/** What can be printed. */
export type Format = "terminal" | "html" | "json";

/** The result in a format. A terminal page is as wide as the terminal, 120 columns at most, 80 where there is none. */
export function renderAs(analysis: Analysis, format: Format, io: Io): string {
  if (format === "html") return renderHtml(analysis);
  if (format === "json") return renderJson(analysis);
  const width = Math.min(io.columns ?? 80, 120);
  return renderTerminal(analysis, hasColor(io) ? { width, paint: makePaint() } : { width });
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
