import { AGENCY_NAMES, BROADCASTER_NAMES, OUTLET_NAMES } from "../lang/en/outlets.ts";
import type { Report } from "../report/report.ts";
import { foldWord } from "../text/fold.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import type { Outlet } from "./outlet.ts";

/** What an outlet is called. */
export interface Name {
  readonly name: string;
  /** Where the report calls it so; null for the report's own outlet. */
  readonly at: Span | null;
}

/** An outlet in the words of a report. */
interface Worded {
  readonly outlet: Span;
  /** Its name from the table of outlets. */
  readonly known: string | null;
  readonly form: Outlet["kind"];
}

/** No name is looked for further back than so many outlets. */
const REACH = 24;

/**
 * What each outlet is called, in the order given, that of the text; those that only point back take the name of the last before them that
 * fits. Null for "local media", and for "the newspaper" where none that was named can be one.
 */
export function nameOutlets(report: Report, outlets: readonly Worded[]): (Name | null)[] {
  const before: Name[] = [{ name: report.outlet, at: null }];
  return outlets.map(({ outlet, known, form }) => {
    const words = sliceSpan(report.text, outlet);
    const worded = { name: words.replace(/\s+/gu, " "), at: outlet };
    if (form === "unnamed") return null;
    if (form === "short") return recallOutlet(before, worded);
    const isShort = known !== null && foldWord(known) === foldWord(words) && !words.includes(" ");
    const longer = isShort ? recallLonger(before, words) : null;
    const called = { ...worded, name: longer?.name ?? known ?? worded.name };
    before.push(called);
    return called;
  });
}

/** "the Courier": the last that ends with the word; "the newspaper": the last named that can be one, the report's own outlet apart. */
function recallOutlet(before: readonly Name[], worded: Name): Name | null {
  if (/^\p{Lu}/u.test(worded.name)) return recallLonger(before, worded.name) ?? worded;
  return before.slice(1).findLast(({ name }) => canBe(name, worded.name)) ?? null;
}

/** Whether such a noun can stand for an outlet: no agency is "the newspaper", no paper "the network". One that is not in the table may be anything. */
function canBe(name: string, noun: string): boolean {
  if (/(?:network|broadcaster|channel|station)$/u.test(noun))
    return BROADCASTER_NAMES.has(name) || !OUTLET_NAMES.has(name);
  if (/(?:paper|daily|tabloid|broadsheet)$/u.test(noun)) return !BROADCASTER_NAMES.has(name) && !AGENCY_NAMES.has(name);
  return true;
}

function recallLonger(before: readonly Name[], words: string): Name | null {
  const last = ` ${foldWord(words)}`;
  return [before[0]!, ...before.slice(-REACH)].findLast(({ name }) => foldWord(name).endsWith(last)) ?? null;
}
