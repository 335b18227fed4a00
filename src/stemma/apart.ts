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
 * Tuesday give two interviews. Whatever else the same reports cite of an outlet, interviews apart, is one text; what an agency is told goes
 * out with all else of its.
 */
export function tellApart(cited: readonly Cited[], context: Context): Cited[] {
  const homeOf = findHomes(joinBound(cited, context));
  return cited.map((one) => {
    const home = homeOf.get(one);
    return home === undefined ? one : { ...one, text: `${one.text} ${cited.indexOf(home.cited[0]!)}` };
  });
}

/** For each citation the group that it goes with: that of more reports which has all those of its own, if no interview is in its own. */
function findHomes(groups: readonly Group[]): Map<Cited, Group> {
  const homes = new Map<string, { readonly group: Group; readonly sigla: Set<Siglum> }[]>();
  const homeOf = new Map<Cited, Group>();
  for (const group of groups.toSorted((a, b) => listSigla(b.cited).size - listSigla(a.cited).size)) {
    const known = homes.get(group.key) ?? [];
    const loose = group.cited.filter(isLoose);
    const sigla = listSigla(loose);
    const isMoved = loose.length === group.cited.length;
    const home = isMoved ? known.find((other) => sigla.isSubsetOf(other.sigla))?.group : undefined;
    if (home === undefined) homes.set(group.key, [...known, { group, sigla }]);
    for (const one of group.cited) homeOf.set(one, home ?? group);
  }
  return homeOf;
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

function listSigla(cited: readonly Cited[]): Set<Siglum> {
  return new Set(cited.map(({ siglum }) => siglum));
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
