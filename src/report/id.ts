import { InputError } from "../error.ts";
import type { Report, ReportId } from "./report.ts";

/** SHA-256 of bytes in lower-case hexadecimal. */
export async function hashBytes(bytes: Uint8Array): Promise<string> {
  // A copy, as the platform does not take a view of shared memory.
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A report's id: the first 12 hexadecimal digits of the SHA-256 of its bytes, and the record's number, from one, where one
 * file holds several. So it stays when the file is moved or renamed. 48 bits: two texts of a million share one with a
 * chance of 1 in 500; `settleIds` keeps even those apart.
 */
export function makeId(sha256: string, record: number | null = null): ReportId {
  return `${sha256.slice(0, 12)}${record === null ? "" : `-${record}`}` as ReportId;
}

/**
 * Keeps ids distinct whatever the order of the inputs. The same place with the same bytes twice is one report: the later is
 * refused. Different places with the same bytes are different reports: in the order of their places, the second gets `_2`
 * behind its id, and so on.
 */
export function settleIds(reports: readonly Report[]): { reports: Report[]; refused: InputError[] } {
  const refused: InputError[] = [];
  const kept = new Map<string, Report>();
  for (const report of reports) {
    const key = `${report.origin.sha256} ${report.origin.place}`;
    if (kept.has(key)) refused.push(new InputError("option", report.origin.place, "given twice; read once"));
    else kept.set(key, report);
  }
  const numbers = new Map<string, number>();
  const ids = new Map<Report, ReportId>();
  for (const report of [...kept.values()].sort(byPlace)) {
    const number = (numbers.get(report.id) ?? 0) + 1;
    numbers.set(report.id, number);
    ids.set(report, number === 1 ? report.id : (`${report.id}_${number}` as ReportId));
  }
  return { reports: [...kept.values()].map((report) => ({ ...report, id: ids.get(report)! })), refused };
}

/** By place, then by bytes, in code units. */
function byPlace(a: Report, b: Report): number {
  return compare(a.origin.place, b.origin.place) || compare(a.origin.sha256, b.origin.sha256);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
