import type { Collation, Siglum, Witness } from "../collate/collation.ts";
import type { Speaker } from "../collate/speaker.ts";
import type { CitationKind } from "../quote/citing.ts";
import type { Quotation } from "../quote/quotation.ts";
import { isOverlapping } from "../text/span.ts";
import type { Cited } from "./cited.ts";

/** What citations are told apart by. */
interface Context {
  readonly quotations: readonly Quotation[];
  readonly speakers: readonly Speaker[];
  readonly collations: readonly Collation[];
}

/** Citations of something that one person told or wrote. */
const PERSONAL: ReadonlySet<CitationKind> = new Set(["told", "written"]);

/** Citations that are of all words of the report. */
const OF_ALL: ReadonlySet<CitationKind> = new Set(["credit", "contribution"]);

/** Citations of one outlet that name one text, and what ties them. */
interface Group {
  readonly key: string;
  readonly cited: Cited[];
  readonly bonds: Set<Speaker | Collation>;
}

/**
 * The citations with the lost text that each names. Two of one outlet name one text only where something that they are for is paired,
 * or where one speaker told or wrote both: an agency or paper puts out much in a day, and who talks to CNN on Friday and who does on
 * Tuesday give two interviews. Whatever else one report cites of an outlet, interviews apart, is one text; what an agency is told goes
 * out with all else of its.
 */
export function tellApart(cited: readonly Cited[], context: Context): Cited[] {
  const groups = joinBound(cited, context);
  const groupOf = new Map(groups.flatMap((group) => group.cited.map((one) => [one, group])));
  const homes = new Map<string, Group>();
  for (const group of groups.toSorted((a, b) => Number(isShared(b)) - Number(isShared(a)))) {
    for (const one of group.cited.filter(isLoose)) {
      const name = `${one.siglum} ${one.key}`;
      if (!homes.has(name)) homes.set(name, group);
    }
  }
  return cited.map((one) => {
    const group = groupOf.get(one);
    if (group === undefined) return one;
    const isAlone = !isShared(group) && group.cited.every(isLoose);
    const home = isAlone ? homes.get(`${one.siglum} ${one.key}`)! : group;
    return { ...one, text: `${one.text} ${cited.indexOf(home.cited[0]!)}` };
  });
}

/** Those that have a name, in groups of what is bound together; in the order of the list. */
function joinBound(cited: readonly Cited[], context: Context): Group[] {
  const groups = new Map<string, Group[]>();
  for (const one of cited) {
    const { key } = one;
    if (key === null) continue;
    const bonds = listBonds(one, context);
    const own = groups.get(key) ?? [];
    const met = own.filter((group) => !group.bonds.isDisjointFrom(bonds));
    const joined: Group = {
      key,
      cited: [...met.flatMap((group) => group.cited), one],
      bonds: met.reduce((all, group) => all.union(group.bonds), bonds),
    };
    groups.set(key, [...own.filter((group) => !met.includes(group)), joined]);
  }
  return [...groups.values()].flat();
}

function isShared({ cited }: Group): boolean {
  return new Set<Siglum>(cited.map(({ siglum }) => siglum)).size > 1;
}

/** Whether it may be of whatever else the report has from there. */
function isLoose({ citation, lost }: Cited): boolean {
  return lost === "agency" || !PERSONAL.has(citation.kind);
}

/** The collations that what a citation covers is part of, that was said there if it is known; and its speakers if they told or wrote it. */
function listBonds(one: Cited, { quotations, speakers, collations }: Context): Set<Speaker | Collation> {
  const { outlet, kind } = one.citation;
  const there = one.quotations.filter((place) => {
    const { venue } = quotations[place]!;
    return venue !== null && isOverlapping(venue, outlet);
  });
  const own = there.length > 0 ? there : one.quotations;
  const told = PERSONAL.has(kind) ? speakers : [];
  return new Set<Speaker | Collation>([
    ...told.filter((speaker) => own.some((place) => speaker.quotations.includes(place))),
    ...collations.filter(({ tradition }) => tradition.witnesses.some((witness) => isFrom(witness, one, own))),
  ]);
}

function isFrom(
  { siglum, quotations, spans }: Witness,
  { siglum: citing, citation }: Cited,
  own: readonly number[],
): boolean {
  if (siglum !== citing) return false;
  if (OF_ALL.has(citation.kind)) return true;
  if (quotations.length > 0) return own.some((place) => quotations.includes(place));
  return spans.some((span) => isOverlapping(span, citation.covers));
}
