import type { Collation, Witness } from "../collate/collation.ts";
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

/**
 * The citations with the lost text that each names. What is told an outlet, or written for it, is one text only where it is one
 * speaker's, or where its words are paired: who talks to CNN on Friday and who does on Tuesday give two interviews. Whatever else is
 * cited of the outlet is one, but for what is of a speaker, or paired with the words, of an interview. What agencies are told goes out
 * with all else of theirs, and they are not told apart.
 */
export function tellInterviews(cited: readonly Cited[], context: Context): Cited[] {
  const bonds = new Map(cited.map((one) => [one, listBonds(one, context)]));
  const interviews = new Map<Cited, Cited>();
  const isBound = (one: Cited, other: Cited) =>
    one.key === other.key && !bonds.get(one)!.isDisjointFrom(bonds.get(other)!);
  const told = cited.filter(
    ({ citation, key, lost }) => key !== null && lost !== "agency" && PERSONAL.has(citation.kind),
  );
  for (const first of told) {
    if (interviews.has(first)) continue;
    const joined = [first];
    for (const one of joined) {
      interviews.set(one, first);
      joined.push(...told.filter((other) => !joined.includes(other) && isBound(one, other)));
    }
  }
  return cited.map((one) => {
    const interview = interviews.get(one) ?? interviews.get(told.find((other) => isBound(one, other))!);
    return interview === undefined ? one : { ...one, text: `${one.text} ${cited.indexOf(interview)}` };
  });
}

/** The speakers of what a citation covers, those of what was said there if it is known; and the collations that it is part of. */
function listBonds(one: Cited, { quotations, speakers, collations }: Context): Set<Speaker | Collation> {
  const { outlet } = one.citation;
  const there = one.quotations.filter((place) => {
    const { venue } = quotations[place]!;
    return venue !== null && isOverlapping(venue, outlet);
  });
  const own = there.length > 0 ? there : one.quotations;
  return new Set<Speaker | Collation>([
    ...speakers.filter((speaker) => own.some((place) => speaker.quotations.includes(place))),
    ...collations.filter(({ tradition }) => tradition.witnesses.some((witness) => isFrom(witness, one, own))),
  ]);
}

function isFrom({ siglum, quotations, spans }: Witness, one: Cited, own: readonly number[]): boolean {
  if (siglum !== one.siglum) return false;
  if (quotations.length > 0) return own.some((place) => quotations.includes(place));
  return spans.some((span) => isOverlapping(span, one.citation.covers));
}
