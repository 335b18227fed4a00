import type { Collation, Siglum, Witness } from "../collate/collation.ts";
import { findMarked } from "../quote/marks.ts";
import type { Passage } from "../report/report.ts";
import { findFirst, isOverlapping, type Span } from "../text/span.ts";
import { type Finding, type Known, nameSigla, type Rule } from "./finding.ts";
import { countContent, findQuoted, isQuoted } from "./quoted.ts";

/** Any quotation mark, within words or at their edge; an apostrophe between letters is none. */
const MARK = /["“”„«»‹›‘]|(?<!\p{L})['’]|['’](?!\p{L})/u;

/** Fewer content words than this may stand anywhere without being anybody's. */
const LEAST_WORDS = 2;

/** `quote-unmarked`: what one report prints in quotation marks, another prints without them. */
export const findUnmarked: Rule = (known) => {
  const marked = new Map<Siglum, Span[]>(); // of the reports that were asked for
  return known.collations.flatMap((collation, place) => {
    const quoted = findQuoted(known, collation);
    const { witnesses } = collation.tradition;
    const quoting = witnesses.flatMap((_, at) => (quoted[at]!.length > 0 ? [at] : []));
    const silent = witnesses.flatMap((_, at) =>
      quoted[at]!.length === 0 &&
      !hasMarks(known, witnesses[at]!, marked) &&
      quoting.some((own) => isUnmarked(known, collation, quoted, own, at))
        ? [at]
        : [],
    );
    return silent.length === 0 ? [] : [makeFinding(collation, place, quoting, silent, quoted)];
  });
};

/** Whether any mark stands in or right beside a wording, or around it: words that no rule credits to anybody may be marked all the same. */
function hasMarks({ reports }: Known, { siglum, spans }: Witness, marked: Map<Siglum, Span[]>): boolean {
  const { report } = reports.find((named) => named.siglum === siglum)!;
  const { text, blocks } = report;
  if (spans.some(({ from, to }) => MARK.test(text.slice(Math.max(0, from - 1), to + 2)))) return true;
  const runs = marked.get(siglum) ?? findMarked(text, blocks).flatMap(({ parts }) => parts.map(({ inner }) => inner));
  marked.set(siglum, runs);
  return spans.some((span) => {
    const run = runs[findFirst(runs, span.from)];
    return run !== undefined && isOverlapping(run, span);
  });
}

/**
 * Whether `other` has the same words, or the same but for form, as `own` has in marks, with content words enough: of those within its
 * reach, half at least. Two that name the same law need not have it from each other.
 */
function isUnmarked(
  known: Known,
  { tradition, loci }: Collation,
  quoted: readonly (readonly Span[])[],
  own: number,
  other: number,
): boolean {
  const { report } = known.reports.find((named) => named.siglum === tradition.witnesses[own]!.siglum)!;
  let [alike, all] = [0, 0];
  for (const { kind, readings } of loci) {
    const [quotes, says] = [readings[own]!, readings[other]!];
    if (says.state === "lacuna" || !isQuoted(quotes, quoted[own]!)) continue;
    const content = countContent(report.text, quotes.spans);
    all += content;
    if (kind === "form" ? says.state === "words" : says.group === quotes.group) alike += content;
  }
  return alike >= LEAST_WORDS && 2 * alike >= all;
}

function makeFinding(
  { tradition }: Collation,
  place: number,
  quoting: readonly number[],
  silent: readonly number[],
  quoted: readonly (readonly Span[])[],
): Finding {
  const name = (places: readonly number[]): Siglum[] => places.map((at) => tradition.witnesses[at]!.siglum);
  const passages = [...quoting, ...silent]
    .sort((a, b) => a - b)
    .flatMap((at): Passage[] => {
      const { report, spans } = tradition.witnesses[at]!;
      return (quoting.includes(at) ? quoted[at]! : spans).map(({ from, to }) => ({ report, from, to }));
    });
  const [quotes, says] = [quoting.length > 1 ? "quote" : "quotes", silent.length > 1 ? "say" : "says"];
  const message = `${nameSigla(name(quoting))} ${quotes} what ${nameSigla(name(silent))} ${says} without quotation marks.`;
  return { rule: "quote-unmarked", weight: "notice", message, passages, collation: place };
}
