import { InputError } from "../corpus.ts";
import type { Source } from "./source.ts";

/** A report as it stands in a batch. */
export interface Found {
  /** Address of its record. */
  readonly at: number;
  readonly id: string | null;
  readonly source: Source;
  readonly line: number;
  readonly place: string;
}

/** The id that a raw value of JSON gives, as the library reads it. */
export function readId(raw: string): string | null {
  if (raw === "") return null;
  if (raw.startsWith('"') && !raw.includes("\\")) return raw.slice(1, -1) || null;
  const value: unknown = JSON.parse(raw);
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}

/** The ids of all, each only once: the first in the files keeps it, a later one goes by its place. */
export function nameReports(found: readonly Found[], refuse: (error: InputError) => void): string[] {
  const first = new Map<string, number>();
  const later: number[] = [];
  for (const [at, own] of found.entries()) {
    const id = own.id ?? own.place;
    const other = first.get(id);
    if (other !== undefined && isBefore(found[other]!, own)) later.push(at);
    else {
      if (other !== undefined) later.push(other);
      first.set(id, at);
    }
  }
  const ids = found.map(({ id, place }) => id ?? place);
  later.sort((x, y) => (isBefore(found[x]!, found[y]!) ? -1 : 1));
  for (const at of later) {
    const { id, place } = found[at]!;
    refuse(new InputError("option", place, `an earlier report has the id ${id}; this one goes by its place`));
    ids[at] = place;
  }
  return ids;
}

function isBefore(x: Found, y: Found): boolean {
  if (x.source.path !== y.source.path) return x.source.path < y.source.path;
  return x.line < y.line;
}
