import { makeVisible } from "./escape.ts";

/** What a cell may hold; null is an empty one. */
export type Cell = string | number | null;

/**
 * Rows as CSV (RFC 4180, lines end in CR LF) under a line of names, empty cells for what is not there. A cell that a
 * spreadsheet would take for a formula, as it begins with `=`, `+`, `-`, `@`, a tab or a line end, gets an apostrophe
 * before it; what would do harm in a terminal is made visible.
 */
export function writeTable<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, Cell>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => renderCell(row[column])).join(","));
  return [columns.join(","), ...lines].map((line) => `${line}\r\n`).join("");
}

/** One cell of such a table. */
export function renderCell(value: Cell): string {
  if (typeof value === "number") return String(value);
  const shown = makeVisible(value ?? "");
  const safe = /^[=+\-@\t\n]/u.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
