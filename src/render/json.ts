import type { Analysis } from "../analyze.ts";
import { InputError } from "../error.ts";
import { escapeJson } from "./escape.ts";

/**
 * The analysis as JSON, two blanks a level, line end at the end. Keys stand in the order of docs/stemma-1.schema.json as
 * far as the analysis was made in it; the same analysis gives the same bytes. Control characters and lone surrogates of
 * the reports are escaped, so that the file is valid UTF-8 and harmless in a terminal.
 */
export function renderJson(analysis: Analysis): string {
  return `${escapeJson(JSON.stringify(analysis, null, 2))}\n`;
}

/**
 * The inverse of `renderJson`. Checks the shape, not the laws: spans may still not fit their text. `place` names the
 * input in the error. Throws `InputError` "malformed" where the text is no JSON, another format or another shape, with
 * the path of the first value that is wrong. Keys that the format does not have are dropped. A promise only because what
 * checks the shape takes 80 ms to load, and whoever does not read need not wait.
 */
export async function readJson(text: string, place = "JSON"): Promise<Analysis> {
  const value = parse(text, place);
  if (!isStemma(value)) throw new InputError("malformed", place, "this is not a stemma/1 analysis");
  const { ANALYSIS } = await import("./schema.ts");
  const result = ANALYSIS.safeParse(value);
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  throw new InputError("malformed", place, `${path.join(".") || "the whole"}: ${message}`);
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError("malformed", place, `not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function isStemma(value: unknown): boolean {
  return typeof value === "object" && value !== null && "format" in value && value.format === "stemma/1";
}
