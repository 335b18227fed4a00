import type { Collation } from "../collate/collation.ts";
import type { CitationKind } from "../quote/citing.ts";
import type { Cited } from "./cited.ts";

/** As sure as for an outlet of the table: what else is told for one may be a programme or a person of another. */
const SURE = 0.95;

/** Citations that say where the words were said or written. */
const SAID: ReadonlySet<CitationKind> = new Set(["told", "written"]);

/**
 * Places of the collations of which two witnesses each name an outlet as where the words were said, and not the same one. They may have
 * been said twice: whoever is asked the same answers much the same.
 */
export function findRepeated(collations: readonly Collation[], cited: readonly Cited[]): ReadonlySet<number> {
  const told = cited.filter(({ citation, key }) => SAID.has(citation.kind) && key && citation.confidence >= SURE);
  const repeated = [...collations.entries()].filter(([, { tradition }]) => {
    const named = tradition.witnesses.flatMap(({ siglum, quotations }) => {
      const own = told.filter((one) => one.siglum === siglum && one.quotations.some((at) => quotations.includes(at)));
      return own.length > 0 ? [own.map(({ key }) => key!)] : [];
    });
    return named.some((keys, at) => named.slice(0, at).some((others) => !haveOne(keys, others)));
  });
  return new Set(repeated.map(([place]) => place));
}

/** Whether one outlet is in both; “Fox News” is “Fox News Channel”. */
function haveOne(keys: readonly string[], others: readonly string[]): boolean {
  return keys.some((key) => others.some((other) => key.startsWith(other) || other.startsWith(key)));
}
