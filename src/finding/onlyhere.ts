import type { Passage, ReportId } from "../report/report.ts";
import { foldWord } from "../text/fold.ts";
import { findCovered, type Span, sliceSpan } from "../text/span.ts";
import { findWords } from "../text/token.ts";
import type { Finding, Rule } from "./finding.ts";

/**
 * `only-here`: what one report alone has. One finding a report for the speech it quotes directly, a notice, and one for all
 * else, a remark; a finding for each sentence would bury the rest. What comes near something elsewhere is left out,
 * and so is what another has to the letter, though it tells too little to be paired: speech that it quotes (“I don’t know”), and
 * anything else wherever it stands there ("asked about the failures").
 */
export const findOnlyHere: Rule = ({ reports, quotations, lone }) => {
  const directOf = (id: ReportId) => quotations.filter((own) => own.report === id && own.kind === "direct");
  const speech = reports.map(({ siglum, report }) => {
    const words = directOf(report.id).map(({ content }) => writeWords(report.text, content));
    return { siglum, said: words.join(""), all: writeWords(report.text, [{ from: 0, to: report.text.length }]) };
  });
  return reports.flatMap(({ siglum, report }) => {
    const direct = directOf(report.id);
    const spans = lone.filter((own) => own.siglum === siglum && own.near.length === 0).flatMap((own) => own.spans);
    const isDirect = findCovered(
      spans,
      direct.flatMap(({ content }) => content),
    );
    const passages = spans.map(({ from, to }) => ({ report: report.id, from, to }));
    const others = speech.filter((own) => own.siglum !== siglum);
    const isAlone = ({ from, to }: Passage, where: "said" | "all"): boolean => {
      const words = writeWords(report.text, [{ from, to }]);
      return !others.some((own) => own[where].includes(words));
    };
    return [
      ...makeFinding(
        "notice",
        `Only ${siglum} quotes this.`,
        passages.filter((passage, at) => isDirect[at] && isAlone(passage, "said")),
      ),
      ...makeFinding(
        "remark",
        `Nothing in the other reports answers this of ${siglum}.`,
        passages.filter((passage, at) => !isDirect[at] && isAlone(passage, "all")),
      ),
    ];
  });
};

/** The words of some spans, folded, each between line feeds: so that words in a row are found as a string. */
function writeWords(text: string, spans: readonly Span[]): string {
  const words = spans.flatMap((span) => findWords(text, span).map((word) => foldWord(sliceSpan(text, word))));
  return `\n${words.join("\n")}\n`;
}

function makeFinding(weight: Finding["weight"], message: string, passages: readonly Passage[]): Finding[] {
  return passages.length === 0 ? [] : [{ rule: "only-here", weight, message, passages, collation: null }];
}
