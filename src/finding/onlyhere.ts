import type { Passage } from "../report/report.ts";
import { foldWord } from "../text/fold.ts";
import { findCovered, isWithin, type Span, sliceSpan } from "../text/span.ts";
import { findStem } from "../text/stem.ts";
import { findWords } from "../text/token.ts";
import type { Finding, Rule } from "./finding.ts";

/**
 * `only-here`: what one report alone has. One finding a report for the speech it quotes directly, a notice, and one for all
 * else, a remark; a finding for each sentence would bury the rest. What comes near something elsewhere is left out,
 * and so is what another has but for the forms of the words, though it tells too little to be paired: speech that it quotes (“I don’t
 * know”), and anything else, or of four words and more, wherever it stands there ("asked about the failures"); and what has a long run of words in common with another.
 * What a report quotes twice, as a post that it also shows, is given once, and sentences side by side of one quotation are one passage.
 */
export const findOnlyHere: Rule = ({ reports, quotations, lone }) => {
  const speech = reports.map(({ siglum, report }) => {
    const quoted = quotations.filter((own) => own.report === report.id).map((own) => own.quoted);
    const all = listStems(report.text, [{ from: 0, to: report.text.length }]);
    const said = quoted.map((spans) => writeStems(listStems(report.text, spans))).join("");
    return { siglum, said, all: writeStems(all), runs: new Set(listRuns(all)) };
  });
  return reports.flatMap(({ siglum, report }) => {
    const direct = quotations.filter((own) => own.report === report.id && own.kind === "direct");
    const spans = lone.filter((own) => own.siglum === siglum && own.near.length === 0).flatMap((own) => own.spans);
    const contents = direct.flatMap(({ content }) => content);
    const isDirect = findCovered(spans, contents);
    const passages = spans.map(({ from, to }) => ({ report: report.id, from, to }));
    const others = speech.filter((own) => own.siglum !== siglum);
    const isAlone = ({ from, to }: Passage, isSaid: boolean): boolean => {
      const stems = listStems(report.text, [{ from, to }]);
      const where = isSaid && stems.length < FEWEST ? "said" : "all";
      const words = writeStems(stems);
      const runs = listRuns(stems);
      return !others.some((own) => own[where].includes(words) || runs.some((run) => own.runs.has(run)));
    };
    return [
      ...makeFinding(
        "notice",
        `Only ${siglum} quotes this.`,
        joinBeside(
          report.text,
          contents,
          dropRepeated(
            report.text,
            passages.filter((passage, at) => isDirect[at] && isAlone(passage, true)),
          ),
        ),
      ),
      ...makeFinding(
        "remark",
        `Nothing in the other reports could be paired with this of ${siglum}.`,
        passages.filter(
          (passage, at) => !isDirect[at] && SMALL.test(sliceSpan(report.text, passage)) && isAlone(passage, false),
        ),
      ),
    ];
  });
};

/** A word that begins with a small letter. What has none tells nothing: who posted it, a date, "(@anaruiz) May 3". */
const SMALL = /(?<![\p{L}\p{N}@_])\p{Ll}/u;

/** Fewer words in a row than this may stand elsewhere by chance. */
const FEWEST = 4;

/** So many words in a row that two reports share are no chance. */
const LONG_RUN = 7;

/** Without what is within another, the first of two alike; a few words may be two speakers'. */
function dropRepeated(text: string, passages: readonly Passage[]): Passage[] {
  const stems = passages.map((passage) => listStems(text, [passage]));
  const words = stems.map(writeStems);
  return passages.filter(
    (_, at) =>
      stems[at]!.length < LONG_RUN ||
      !words.some(
        (other, place) =>
          other.includes(words[at]!) && (other.length > words[at]!.length || (other === words[at] && place < at)),
      ),
  );
}

/** With the sentences of one quotation that stand side by side in its words as one passage. In text order, as they come. */
function joinBeside(text: string, contents: readonly Span[], passages: readonly Passage[]): Passage[] {
  const joined: Passage[] = [];
  for (const passage of passages) {
    const last = joined.at(-1);
    const isBeside = last !== undefined && text.slice(last.to, passage.from).trim() === "";
    if (isBeside && contents.some((content) => isWithin(last, content) && isWithin(passage, content)))
      joined[joined.length - 1] = { ...last, to: passage.to };
    else joined.push(passage);
  }
  return joined;
}

/** The stems of the words of some spans: "is" and "was" are one. */
function listStems(text: string, spans: readonly Span[]): string[] {
  return spans.flatMap((span) => findWords(text, span).map((word) => findStem(foldWord(sliceSpan(text, word)))));
}

/** Stems, each between line feeds: so that words in a row are found as a string. */
function writeStems(stems: readonly string[]): string {
  return `\n${stems.join("\n")}\n`;
}

/** Every run of `LONG_RUN` stems. */
function listRuns(stems: readonly string[]): string[] {
  return stems.slice(LONG_RUN - 1).map((_, at) => stems.slice(at, at + LONG_RUN).join(" "));
}

function makeFinding(weight: Finding["weight"], message: string, passages: readonly Passage[]): Finding[] {
  return passages.length === 0 ? [] : [{ rule: "only-here", weight, message, passages, collation: null }];
}
