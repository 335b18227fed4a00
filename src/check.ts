import type { Analysis } from "./analyze.ts";
import type { Collation, Siglum, Witness } from "./collate/collation.ts";
import { makeWords } from "./collate/word.ts";
import type { Quotation } from "./quote/quotation.ts";
import type { Passage, Report } from "./report/report.ts";
import { bySpan, checkSpan, isWithin, type Span, sliceSpan } from "./text/span.ts";

/**
 * Throws `RangeError` naming the law and the place if an analysis breaks one: each span fits its report's text; blocks stand in
 * order; a quotation has content and one speaker at most; reading down a witness gives back its wording; every word is at one locus exactly once;
 * no words are in two collations, or in one and alone; each line of the stemma has a reason, and none closes a circle; each finding has passages. Any result of `analyze` keeps them all.
 */
export function checkAnalysis(analysis: Analysis): void {
  const reports = new Map(analysis.reports.map(({ siglum, report }) => [siglum, report]));
  for (const report of reports.values()) checkReport(report);
  for (const [at, quotation] of analysis.quotations.entries()) {
    const { text } = findReport(analysis, quotation.report);
    check(quotation.content.length > 0, "a quotation without content");
    const parts = [quotation.cue, quotation.source, quotation.speaker, quotation.venue].filter((part) => part !== null);
    checkSpans([...quotation.content, ...quotation.quoted, ...parts], text);
    if (quotation.within !== null) checkWithin(analysis.quotations[quotation.within], quotation, quotation.within < at);
  }
  checkSpeakers(analysis);
  for (const collation of analysis.collations) checkCollation(collation, reports);
  for (const [siglum, report] of reports) checkTaken(analysis, siglum, report);
  checkStemma(analysis);
  for (const { rule, passages } of analysis.findings) {
    check(passages.length > 0, `${rule} without passages`);
    for (const passage of passages) checkSpans([passage], findReport(analysis, passage.report).text);
  }
}

/** A nested quotation stands behind the one that it is part of, and all its words are among that one's. */
function checkWithin(outer: Quotation | undefined, inner: Quotation, isBefore: boolean): void {
  check(outer !== undefined && isBefore && outer.report === inner.report, "a quotation within none before it");
  const isPart = inner.content.every((span) => outer!.content.some((whole) => isWithin(span, whole)));
  check(isPart, "a quotation beyond the one that it is within");
}

/** A quotation has one speaker at most; names and reasons fit their reports. */
function checkSpeakers(analysis: Analysis): void {
  const taken = new Set<number>();
  for (const { name, names, quotations, same } of analysis.speakers) {
    for (const passage of [name, ...names, ...same.flatMap(({ passages }) => passages)])
      checkSpans([passage], findReport(analysis, passage.report).text);
    for (const place of quotations) {
      check(place < analysis.quotations.length && !taken.has(place), `quotation ${place} of no or of two speakers`);
      taken.add(place);
    }
  }
}

/** Each line has a reason and joins nodes that there are; no circles; one exemplar a node; chains follow collations there are. */
function checkStemma(analysis: Analysis): void {
  const { root, nodes, descents, primaries, alternatives } = analysis.stemma;
  const names = nodes.map(({ name }) => name);
  const lines = [...descents, ...alternatives.flatMap(({ instead }) => instead)];
  check(new Set(names).size === names.length, "two nodes of one name");
  check(root === null || names.includes(root), `no node ${root}`);
  for (const { from, to, for: reasons, against } of lines) {
    check(names.includes(from) && names.includes(to), `a line between ${from} and ${to}, which are no nodes`);
    check(reasons.length > 0, `a line from ${from} to ${to} without a reason`);
    checkPassages(
      analysis,
      [...reasons, ...against].flatMap(({ passages }) => passages),
    );
  }
  checkPassages(
    analysis,
    nodes.flatMap(({ named }) => named),
  );
  for (const name of names) {
    check(!isAbove(analysis, name, name), `${name} goes back to itself`);
    const exemplars = descents.filter(({ to, kind }) => to === name && kind === "exemplar");
    check(exemplars.length < 2, `two exemplars of ${name}`);
  }
  for (const { collation, node, chain, independent } of primaries) {
    const witnesses = analysis.collations[collation]?.tradition.witnesses ?? [];
    check(
      independent > 0 && independent <= witnesses.length,
      `${independent} sources of ${witnesses.length} witnesses`,
    );
    check((chain[0] ?? null) === node && chain.every((name) => names.includes(name)), `no chain from ${node}`);
  }
}

/** Whether some way down leads from the one to the other. */
function isAbove({ stemma }: Analysis, name: string, below: string): boolean {
  const reached = new Set<string>();
  const queue = [name];
  for (const node of queue) {
    for (const { to } of stemma.descents.filter(({ from }) => from === node)) {
      if (reached.has(to)) continue;
      reached.add(to);
      queue.push(to);
    }
  }
  return reached.has(below);
}

function checkPassages(analysis: Analysis, passages: readonly Passage[]): void {
  for (const passage of passages) checkSpans([passage], findReport(analysis, passage.report).text);
}

function check(holds: boolean, law: string): void {
  if (!holds) throw new RangeError(law);
}

function checkSpans(spans: readonly Span[], text: string): void {
  for (const span of spans) checkSpan(span, text.length);
}

function findReport(analysis: Analysis, id: Passage["report"]): Report {
  const named = analysis.reports.find(({ report }) => report.id === id);
  if (named === undefined) throw new RangeError(`no report ${id}`);
  return named.report;
}

function checkReport({ text, blocks, origin }: Report): void {
  checkSpans(blocks, text);
  let at = 0;
  for (const block of [...blocks, { from: text.length, to: text.length }]) {
    check(
      block.from >= at && text.slice(at, block.from).trim() === "",
      `${origin.place}: words outside the blocks at ${at}`,
    );
    at = block.to;
  }
}

function checkCollation({ tradition, loci }: Collation, reports: ReadonlyMap<Siglum, Report>): void {
  check(tradition.witnesses.length > 1, "a tradition of one witness");
  for (const [at, witness] of tradition.witnesses.entries()) {
    const { text } = reports.get(witness.siglum)!;
    const readings = loci.map((locus) => locus.readings[at]!);
    checkSpans([...witness.spans, ...readings.flatMap((reading) => reading.spans)], text);
    check(
      readings.every((reading) => reading.siglum === witness.siglum),
      "a reading under another siglum",
    );
    check(
      readings.every(({ state, spans }) => (state === "words") === spans.length > 0),
      "an omission with words",
    );
    checkWitness(
      witness,
      readings.flatMap((reading) => reading.spans),
      text,
    );
  }
}

/** Reading down: the readings' spans, sorted, hold each word of the wording once, and nothing else but white space is left. */
function checkWitness({ siglum, spans }: Witness, read: readonly Span[], text: string): void {
  const squeeze = (parts: readonly Span[]) =>
    [...parts]
      .sort(bySpan)
      .map((part) => sliceSpan(text, part))
      .join("")
      .replace(/\s+/gu, "");
  check(squeeze(read) === squeeze(spans), `${siglum} does not read back: ${squeeze(spans)}`);
  const words = makeWords(text, spans, []);
  check(
    words.every((word) => read.filter((span) => span.from < word.to && word.from < span.to).length === 1),
    `a word of ${siglum} not at one locus`,
  );
}

/** Wordings and lone stretches of one report do not overlap. */
function checkTaken({ collations, lone }: Analysis, siglum: Siglum, { origin }: Report): void {
  const witnesses = collations.flatMap(({ tradition }) =>
    tradition.witnesses.filter((witness) => witness.siglum === siglum),
  );
  const alone = lone.filter((stretch) => stretch.siglum === siglum);
  const spans = [...witnesses, ...alone].flatMap((part) => part.spans).sort(bySpan);
  for (const [at, span] of spans.entries())
    check(at === 0 || spans[at - 1]!.to <= span.from, `${origin.place}: ${span.from} is taken twice`);
}
