import type { Siglum, Witness } from "../collate/collation.ts";
import { OUTLETS } from "../lang/en/outlets.ts";
import type { Cited } from "../stemma/cited.ts";
import { isBefore } from "../stemma/citing.ts";
import { dropPossessive, foldWord } from "../text/fold.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import { findWords } from "../text/token.ts";
import { type Finding, type Known, nameNode, nameSigla, type Rule } from "./finding.ts";

/** An utterance of which some say where it is from, and some do not. */
interface Dropped {
  readonly place: number;
  /** The place that is named, a node of the stemma. */
  readonly node: string;
  readonly citing: readonly Witness[];
  readonly silent: readonly Witness[];
}

const MARK = /["“”„‟«»‘’‚'`´]$/u;

/**
 * `citation-dropped`: of one utterance in quotation marks other reports say where it was said or first reported, this one does not. One
 * finding for all that the same reports have from the same place. Silent where the report names that place anywhere, for whatever, or another place for these words; where it was
 * said to the report itself, or to one that came out later; of words without marks; and where those that cite do not agree.
 */
export const findCitationDropped: Rule = (known) => {
  const found = known.trace.stemma.primaries.flatMap(({ collation, node }) => findOne(known, collation, node));
  const groups = Map.groupBy(found, ({ node, citing, silent }) =>
    [node, "<", ...listSigla(citing), "/", ...listSigla(silent)].join(" "),
  );
  return [...groups.values()].map((group) => makeFinding(known, group));
};

function findOne(known: Known, place: number, node: string | null): Dropped[] {
  const { tradition } = known.collations[place]!;
  if (node === null || tradition.of !== "utterance") return [];
  const naming = tradition.witnesses.filter(({ siglum }) => isNaming(known, siglum, node));
  const citing = naming.filter((witness) => isCiting(known, witness));
  if (citing.length === 0) return [];
  const names = listNames(known, citing);
  const silent = tradition.witnesses.filter(
    (witness) =>
      witness.siglum !== node &&
      !naming.includes(witness) &&
      isQuoting(known, witness.quotations) &&
      !isEarlier(known, witness.siglum, node) &&
      !isPlaced(known, witness, names),
  );
  return silent.length > 0 ? [{ place, node, citing, silent }] : [];
}

/** `found`: one at least, all of the same reports and place. */
function makeFinding(known: Known, found: readonly Dropped[]): Finding {
  const { reports } = known;
  const { place, node } = found[0]!;
  const [citing, silent] = [listSigla(found[0]!.citing), listSigla(found[0]!.silent)];
  const witnesses = found.flatMap((one) => [...one.citing, ...one.silent]);
  const passages = reports.flatMap(({ siglum }) =>
    witnesses
      .filter((witness) => witness.siglum === siglum)
      .flatMap(({ report, spans }) => spans.map(({ from, to }) => ({ report, from, to }))),
  );
  const what = found.length > 1 ? ` these ${found.length} utterances` : "";
  const origin = found.length > 1 ? "they are" : "it is";
  const message = `${nameSigla(silent)} ${silent.length > 1 ? "quote" : "quotes"}${what} without saying where ${origin} from; ${nameSigla(citing)} ${citing.length > 1 ? "name" : "names"} ${nameNode(known, node)}.`;
  return { rule: "citation-dropped", weight: "notice", message, passages, collation: place };
}

function listSigla(witnesses: readonly Witness[]): Siglum[] {
  return witnesses.map(({ siglum }) => siglum);
}

/** Whether the stemma has a line from that text to the report for what the report says. */
function isNaming({ trace }: Known, siglum: string, node: string): boolean {
  return trace.stemma.descents.some(
    ({ from, to, for: reasons }) =>
      from === node &&
      to === siglum &&
      reasons.some(({ kind }) => kind === "citation" || kind === "link" || kind === "byline"),
  );
}

/** Whether a report that names the place does so for these words, or is signed with its name; the nodes of an utterance agree. */
function isCiting(known: Known, witness: Witness): boolean {
  return listCited(known, witness).length > 0;
}

function listCited({ trace }: Known, { siglum, quotations }: Witness): Cited[] {
  return trace.cited.filter(
    (one) =>
      one.siglum === siglum &&
      (one.citation.kind === "credit" || one.quotations.some((place) => quotations.includes(place))),
  );
}

/** What the outlets that witnesses cite are called, there and in the table of outlets: folded words, each with a space around it. */
function listNames(known: Known, citing: readonly Witness[]): string[] {
  const cited = citing.flatMap((witness) => listCited(known, witness));
  const worded = cited.map(({ siglum, citation }) => foldText(getText(known, siglum), citation.outlet));
  const names = new Set(cited.map(({ citation }) => citation.name));
  const forms = [...OUTLETS].filter(([, { name }]) => names.has(name)).map(([form]) => ` ${form} `);
  return [...new Set([...worded, ...forms])];
}

/** Whether a report says where its words were said, or has any of the names in its text: “on CBS’s ‘Face the Nation’”. */
function isPlaced(known: Known, { siglum, quotations }: Witness, names: readonly string[]): boolean {
  const text = getText(known, siglum);
  const own = quotations.map((place) => known.quotations[place]!);
  if (
    own.some(
      ({ venue, cue }) => venue !== null || (cue !== null && SHOW.test(text.slice(cue.to, cue.to + MOST_TO_SHOW))),
    )
  )
    return true;
  const words = foldText(text, { from: 0, to: text.length });
  return names.some((name) => words.includes(name));
}

/** A programme behind the cue: "said Sunday on NBC’s “Meet the Morning.”" */
const SHOW = /^[^.!?"“]*?\bon (?:\p{Lu}[\p{L}.’']*\s+){0,3}["“‘]\p{Lu}/u;
/** Code units behind a cue in which the programme begins. */
const MOST_TO_SHOW = 80;

function getText({ reports }: Known, siglum: Siglum): string {
  return reports.find((named) => named.siglum === siglum)!.report.text;
}

function foldText(text: string, span: Span): string {
  return ` ${findWords(text, span)
    .map((word) => dropPossessive(foldWord(sliceSpan(text, word))))
    .join(" ")} `;
}

function isEarlier({ reports }: Known, siglum: string, node: string): boolean {
  const [own, other] = [siglum, node].map((name) => reports.find((named) => named.siglum === name)?.report);
  return isBefore(own?.published ?? null, other?.published ?? null);
}

/** A transcript of the talk itself, which has no marks, need not say where it was held. */
function isQuoting({ reports, quotations }: Known, places: readonly number[]): boolean {
  return places.some((place) => {
    const { kind, report, content } = quotations[place]!;
    const { text } = reports.find((named) => named.report.id === report)!.report;
    return kind === "direct" && MARK.test(text.slice(0, content[0]!.from).trimEnd());
  });
}
