import type { Collation, Locus, Lone, Witness } from "../collate/collation.ts";
import type { Passage, Report, ReportId } from "../report/report.ts";
import type { NodeName, Stemma } from "../stemma/stemma.ts";
import { bySpan, type Span } from "../text/span.ts";
import type { Mark } from "./segment.ts";
import { getReport, joinLoosely, joinSpans, type View } from "./view.ts";

/** Marks of each report that has any, unordered. */
export type Marks = ReadonlyMap<ReportId, readonly Mark[]>;

/** The place of a witness's words on the page: `c3-A`. Collations count from 1. */
export function anchorWitness(collation: number, siglum: string): string {
  return `c${collation}-${siglum}`;
}

/** The place of a finding's passage on the page: `f3-1`. Both count from 1. */
export function anchorPassage(finding: number, passage: number): string {
  return `f${finding}-${passage}`;
}

/** The place of a quotation's words on the page: `q3`. Counts from 1. */
export function anchorQuotation(quotation: number): string {
  return `q${quotation}`;
}

/** The place of what comes near a collation: `n3-C`. */
export function anchorNear(collation: number, siglum: string): string {
  return `n${collation}-${siglum}`;
}

/** The place of a lone stretch, `l3`, or of what comes near it in another report, `l3-C`. */
export function anchorLone(lone: number, siglum?: string): string {
  return siglum === undefined ? `l${lone}` : `l${lone}-${siglum}`;
}

/** What belongs to a node of the stemma: where its lines come `from`, `why` in short, the drawing of what is folded in it. */
export function anchorNode(kind: "from" | "why" | "part", name: NodeName): string {
  return `${kind}-${name}`;
}

/** The place of a passage that is evidence for a line of descent: `e2-1-1`. All three count from 1. */
export function anchorReason(line: number, reason: number, passage: number): string {
  return `e${line}-${reason}-${passage}`;
}

/** The place where a report names a lost node: `s4-1`. Both count from 1. */
export function anchorNaming(node: number, passage: number): string {
  return `s${node}-${passage}`;
}

/** Everything that is said about the words of each report: one mark a span, with the place that links go to on the first. */
export function findMarks(view: View): Marks {
  const { collations, lone, quotations, findings, stemma } = view.analysis;
  const marks = new Map<ReportId, Mark[]>(view.analysis.reports.map(({ report }) => [report.id, []]));
  const add = (id: ReportId, more: readonly Mark[]) => {
    for (const mark of more) marks.get(id)!.push(mark);
  };
  for (const [at, collation] of collations.entries())
    for (const witness of collation.tradition.witnesses)
      add(witness.report, markWitness(view, collation, at + 1, witness));
  for (const { report } of view.analysis.reports) add(report.id, markLone(report, lone));
  for (const [at, { near }] of collations.entries())
    for (const { siglum, report, spans } of near)
      add(report, markSpans("near", at + 1, spans, anchorNear(at + 1, siglum)));
  for (const [at, { report, spans, near }] of lone.entries()) {
    if (near.length > 0) add(report, markSpans("near", at + 1, spans, anchorLone(at + 1)));
    for (const one of near) add(one.report, markSpans("near", at + 1, one.spans, anchorLone(at + 1, one.siglum)));
  }
  for (const [at, { report, content }] of quotations.entries())
    add(report, markSpans("quotation", at + 1, content, anchorQuotation(at + 1)));
  for (const [at, { passages }] of findings.entries())
    for (const [place, passage] of passages.entries())
      add(passage.report, markSpans("passage", at + 1, [passage], anchorPassage(at + 1, place + 1)));
  for (const { report, mark } of markEvidence(stemma)) add(report, [mark]);
  return marks;
}

/** The words that lines of descent and lost nodes rest on. */
function markEvidence({ nodes, descents }: Stemma): { report: ReportId; mark: Mark }[] {
  const make = ({ report, from, to }: Passage, number: number, anchor: string) => {
    return { report, mark: { kind: "evidence" as const, number, from, to, anchor } };
  };
  const named = nodes.flatMap((node, at) =>
    node.named.map((passage, place) => make(passage, at + 1, anchorNaming(at + 1, place + 1))),
  );
  const reasons = descents.flatMap((line, at) =>
    [...line.for, ...line.against].flatMap(({ passages }, reason) =>
      passages.map((passage, place) => make(passage, at + 1, anchorReason(at + 1, reason + 1, place + 1))),
    ),
  );
  return [...named, ...reasons];
}

function markSpans(kind: Mark["kind"], number: number, spans: readonly Span[], anchor: string | null): Mark[] {
  return spans.map(({ from, to }, at) => ({ kind, number, from, to, anchor: at === 0 ? anchor : null }));
}

/** What only this report has; sentences with nothing between them are one stretch to the eye. */
function markLone({ id, text }: Report, lone: readonly Lone[]): Mark[] {
  const spans = lone.filter(({ report }) => report === id).flatMap((one) => one.spans);
  const joined = joinLoosely(text, [...spans].sort(bySpan));
  return markSpans("lone", 1, joined, null);
}

/**
 * A witness's wording, and within it the words that are not the same everywhere: of a variant only those that most of the
 * reports that reach there do not have, so that one who departs from fifteen is marked and the fifteen are not. Of two,
 * both are.
 */
function markWitness(view: View, collation: Collation, number: number, witness: Witness): Mark[] {
  const { text } = getReport(view, witness.report).report;
  const place = collation.tradition.witnesses.indexOf(witness);
  const whole = markSpans("witness", number, joinSpans(text, witness.spans), anchorWitness(number, witness.siglum));
  const parts = (["variant", "form", "editorial"] as const).flatMap((kind) => {
    const loci = collation.loci.filter(
      (locus) => locus.kind === kind && !(kind === "variant" && isCommon(locus, place)),
    );
    const spans = loci.flatMap((locus) => locus.readings[place]!.spans);
    return markSpans(kind, number, joinSpans(text, spans), null);
  });
  return [...whole, ...parts];
}

/** Whether more than half of those that reach here read as this witness does. */
function isCommon(locus: Locus, place: number): boolean {
  const reach = locus.readings.filter((reading) => reading.state !== "lacuna");
  const alike = reach.filter((reading) => reading.group === locus.readings[place]!.group);
  return alike.length * 2 > reach.length;
}
