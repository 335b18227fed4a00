import type { Collation, Siglum, Witness } from "../collate/collation.ts";
import type { CitationKind } from "../quote/citing.ts";
import type { Passage } from "../report/report.ts";
import { isOverlapping } from "../text/span.ts";
import { type Cited, findEnd } from "./cited.ts";
import type { Draft, Text } from "./draft.ts";
import type { NodeName, Primary } from "./stemma.ts";

/** What chains of citation go by. */
export interface Trail {
  readonly cited: readonly Cited[];
  /** The text that a citation names; null if it is not drawn. */
  readonly textOf: (cited: Cited) => Text | null;
  /** The lines to a report from what it copies or is signed with. */
  readonly copies: readonly Draft[];
}

/**
 * Where each utterance and statement was first said, as far as the reports say it: for each witness the text that it cites for
 * it, on from there if that is a report that carries it too, to the end; a report that says “told us” is the end. A witness that
 * cites none, but copies these words or the whole, has it from what it copies. Traditions of
 * which no witness tells anything are left out. `nodeOf`: names of texts as drawn.
 */
export function findPrimaries(
  collations: readonly Collation[],
  trail: Trail,
  nodeOf: (text: Text) => NodeName,
): Primary[] {
  return collations.flatMap(({ tradition: { witnesses } }, collation) => {
    const chains = witnesses.map((witness) => follow(trail, witnesses, witness, []));
    const known = chains.filter((chain) => chain !== null);
    if (known.length === 0) return [];
    const ends = new Set(known.map(([first]) => nameSource(trail, witnesses, first!)));
    const longest = known.reduce((a, b) => (b.length > a.length ? b : a));
    const node = ends.size === 1 ? nodeOf(longest[0]!) : null;
    const reports = new Set(known.map(([first]) => first!.siglum));
    const untold = witnesses.filter(({ siglum }, at) => chains[at] === null && !reports.has(siglum)).length;
    const chain = node === null ? [] : longest.map(nodeOf);
    return [{ collation, node, chain, independent: ends.size + untold, untold }];
  });
}

/** What tells one source from another: an outlet's own report and what others cite of the outlet, drawn as two where the dates are odd, are one. */
function nameSource(trail: Trail, witnesses: readonly Witness[], { name, siglum }: Text): string {
  const witness = witnesses.find((other) => other.siglum === siglum);
  const cited = witness === undefined ? null : findCited(trail, witness);
  return (cited?.isOwn && cited.text) || name;
}

/** From the text where it was first said down to the witness; null if the witness does not tell. `behind`: those it was asked for. */
function follow(
  trail: Trail,
  witnesses: readonly Witness[],
  witness: Witness,
  behind: readonly Siglum[],
): Text[] | null {
  const own: Text = { name: witness.siglum, siglum: witness.siglum, lost: null };
  const cited = findCited(trail, witness);
  if (cited?.isOwn) return [own];
  const text = cited === null ? findCopied(trail, witness) : trail.textOf(cited);
  if (text === null) return isCitedBy(trail, witnesses, witness) ? [own] : null;
  const next = witnesses.find(({ siglum }) => siglum === text.siglum);
  if (next === undefined) return text.siglum === null ? [text, own] : null;
  if (behind.includes(next.siglum)) return null;
  const rest = follow(trail, witnesses, next, [...behind, witness.siglum]) ?? [text];
  return [...rest, own];
}

/** Citations that are of no words of the report more than of others. */
const OF_ALL: ReadonlySet<CitationKind> = new Set(["credit", "contribution"]);

/**
 * What a witness cites for these words: in their sentence, or as where they were said. What it cites elsewhere, of whomever, tells
 * nothing of them.
 */
function findCited({ cited }: Trail, { siglum, quotations, spans }: Witness): Cited | null {
  const own = cited.find(
    (one) =>
      one.siglum === siglum &&
      !OF_ALL.has(one.citation.kind) &&
      (one.quotations.some((place) => quotations.includes(place)) ||
        (quotations.length === 0 && spans.some((span) => isOverlapping(span, one.citation.covers)))),
  );
  return own === undefined ? null : findEnd(cited, own);
}

/** What the report is a copy of as a whole, or has these words from. */
function findCopied({ copies }: Trail, { siglum, report, spans }: Witness): Text | null {
  const isIn = (passage: Passage): boolean =>
    passage.report === report && spans.some((span) => isOverlapping(span, passage));
  const copy = copies.find(
    ({ to, support, reasons }) =>
      to === siglum &&
      (support !== null || reasons.some(({ kind, passages }) => kind === "byline" || passages.some(isIn))),
  );
  return copy?.from ?? null;
}

/** Whether another witness names this report as where it has it from. */
function isCitedBy(trail: Trail, witnesses: readonly Witness[], { siglum }: Witness): boolean {
  return witnesses.some((other) => {
    const cited = other.siglum === siglum ? null : findCited(trail, other);
    return cited !== null && trail.textOf(cited)?.siglum === siglum;
  });
}
