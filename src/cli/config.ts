import { InputError, nameReports, type Options, type Pin, type Report, readPairs } from "../index.ts";
import { readInput } from "./file.ts";
import { findNearest } from "./nearest.ts";

/** Every option of the analysis that a file of options may have, and the type of its value. Does not compile while one is missing. */
const TYPES: Readonly<Record<Exclude<keyof Options, "pins">, "string" | "number" | "boolean">> = { base: "string" };

const EXAMPLE = '{"base": "B"}';

/** The options in a JSON file. Throws `InputError` for what is no JSON object, an option we do not know, a value of another type. */
export async function readConfig(path: string): Promise<Options> {
  const value = parse(new TextDecoder().decode(await readInput(path)), path);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new InputError("malformed", path, `not an object of options, such as ${EXAMPLE}`);
  for (const [key, option] of Object.entries(value)) checkOption(path, key, option);
  return value as Options;
}

/** What a reader says of pairs, in a file as the page saves it. Throws `InputError` for whatever does not fit the reports. */
export async function readPins(path: string, reports: readonly Report[]): Promise<Pin[]> {
  return readPairs(new TextDecoder().decode(await readInput(path)), nameReports(reports), path);
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What the engine says of it quotes the file, whatever is in there.
    throw new InputError("malformed", path, `not JSON, such as ${EXAMPLE}`);
  }
}

function checkOption(path: string, key: string, value: unknown): void {
  const known = Object.keys(TYPES);
  const nearest = findNearest(key, known);
  const hint = nearest ? `did you mean ${nearest}?` : `there are ${known.join(", ")}`;
  if (!Object.hasOwn(TYPES, key)) throw new InputError("option", path, `unknown option ${key}; ${hint}`);
  const type = TYPES[key as keyof typeof TYPES];
  if (typeof value !== type) throw new InputError("option", path, `${key} must be a ${type}`);
}

/** Throws `InputError` if no report has that siglum, which was typed or stands in the file `config`; undefined passes. */
export function checkBase(reports: readonly Report[], base: string | undefined, config: string | null): void {
  const sigla = nameReports(reports).map(({ siglum }) => siglum);
  if (base === undefined || sigla.includes(base)) return;
  const place = config === null ? `--base ${base}` : `${config}: base ${base || '""'}`;
  throw new InputError("option", place, `no such report; there are ${sigla[0]} to ${sigla.at(-1)}`);
}
