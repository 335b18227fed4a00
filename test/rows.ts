import type { Analysis } from "../src/analyze.ts";
import type { Collation, Locus, Lone, Named, Pair, Reading, Siglum, Witness } from "../src/collate/collation.ts";
import { findSpeakers } from "../src/collate/speaker.ts";
import type { Finding } from "../src/finding/finding.ts";
import type { Quotation } from "../src/quote/quotation.ts";
import type { Block, Report, ReportId } from "../src/report/report.ts";
import { foldWord } from "../src/text/fold.ts";
import type { Span } from "../src/text/span.ts";
import { makeStemma } from "./stemma.ts";

/** What is written so far of one report. */
interface Draft {
  readonly siglum: Siglum;
  readonly report: ReportId;
  readonly blocks: Block[];
  text: string;
}

/** Everything made so far. */
interface Work {
  readonly drafts: Map<Siglum, Draft>;
  readonly quotations: Quotation[];
  readonly collations: Collation[];
  readonly lone: Lone[];
}

/**
 * An analysis written as rows, for the tests of what is shown. Parts stand between blank lines. The first line of a part
 * is `utterance SPEAKER at VENUE`, `statement` or `lone`; the other lines are `SIGLUM | reading | reading`. `~` is a
 * lacuna, blank an omission, `[…]` an insertion by the editor. Each report's text is made of its own rows. One finding
 * for every utterance with a variant, one for every lone stretch.
 */
export function makeAnalysis(rows: string): Analysis {
  const work: Work = { drafts: new Map(), quotations: [], collations: [], lone: [] };
  for (const part of rows.trim().split(/\n[ ]*\n/)) addPart(work, part.trim().split("\n"));
  const reports = [...work.drafts.values()].sort((a, b) => (a.siglum < b.siglum ? -1 : 1)).map(makeNamed);
  return {
    format: "stemma/1",
    reports,
    base: reports[0]!.siglum,
    quotations: work.quotations,
    speakers: findSpeakers(reports, work.quotations),
    collations: work.collations,
    lone: work.lone,
    stemma: makeStemma(reports.map(({ siglum }) => siglum).join()),
    findings: makeFindings(work),
    pins: [],
    notes: [],
  };
}

function addPart(work: Work, lines: readonly string[]): void {
  const [head = "", ...rows] = lines.map((line) => line.trim());
  const cells = rows.map((row) => row.split("|").map((cell) => cell.trim()));
  if (head === "lone") for (const [siglum = "", words = ""] of cells) addLone(work, siglum, words);
  else addCollation(work, head, cells);
}

function addLone(work: Work, siglum: Siglum, words: string): void {
  const draft = getDraft(work, siglum);
  work.lone.push({ siglum, report: draft.report, spans: [addParagraph(draft, words)], near: [] });
}

function addCollation(work: Work, head: string, cells: readonly string[][]): void {
  const rows = cells.map(([siglum = "", ...words]) => ({ siglum, words, spans: writeRow(work, head, siglum, words) }));
  const loci = rows[0]!.words.map((_, at) => makeLocus(rows.map((row) => makeReading(row, at))));
  const witnesses = rows.map((row) => makeWitness(work, head, row));
  const of = head.startsWith("utterance") ? "utterance" : "statement";
  const pairs = makePairs(witnesses, loci);
  work.collations.push({ tradition: { of, witnesses }, loci, moves: [], pairs, near: [], exact: true, notes: [] });
}

interface Row {
  readonly siglum: Siglum;
  readonly words: readonly string[];
  readonly spans: readonly (Span | null)[];
}

/** Writes a row's words into the report as one paragraph, in marks and credited if it is an utterance. */
function writeRow(work: Work, head: string, siglum: Siglum, words: readonly string[]): (Span | null)[] {
  const draft = getDraft(work, siglum);
  const said = head.startsWith("utterance");
  const from = draft.text.length;
  draft.text += said ? "“" : "";
  const spans = words.map((word) => (word === "" || word === "~" ? null : write(draft, word)));
  draft.text = draft.text.trimEnd();
  const content = { from: from + (said ? 1 : 0), to: draft.text.length };
  if (said) credit(work, draft, content, head.slice("utterance ".length));
  draft.blocks.push({ kind: "paragraph", from, to: draft.text.length });
  draft.text += "\n\n";
  return spans;
}

function credit(work: Work, draft: Draft, content: Span, by: string): void {
  const [name = "", place = ""] = by.split(" at ");
  draft.text += ",” ";
  const speaker = write(draft, name);
  const cue = write(draft, "told");
  const venue = write(draft, place);
  draft.text = `${draft.text.trimEnd()}.`;
  const parts = { content: [content], quoted: [content], cue, source: speaker, speaker, venue };
  work.quotations.push({ report: draft.report, kind: "direct", ...parts, within: null, confidence: 0.9 });
}

/** Appends words and a blank; the span is of the words. */
function write(draft: Draft, words: string): Span {
  const from = draft.text.length;
  draft.text += `${words} `;
  return { from, to: from + words.length };
}

function addParagraph(draft: Draft, words: string, kind: Block["kind"] = "paragraph"): Span {
  const span = write(draft, words);
  draft.blocks.push({ kind, ...span });
  draft.text = `${draft.text.trimEnd()}\n\n`;
  return span;
}

function getDraft(work: Work, siglum: Siglum): Draft {
  const found = work.drafts.get(siglum);
  if (found) return found;
  const draft: Draft = { siglum, report: `report-${siglum}` as ReportId, blocks: [], text: "" };
  addParagraph(draft, `The story as ${siglum} has it`, "title");
  work.drafts.set(siglum, draft);
  return draft;
}

function makeNamed({ siglum, report: id, text, blocks }: Draft): Named {
  const published = { from: "2024-05-01T10:00:00Z", to: "2024-05-03T12:00:00Z" };
  const origin = { place: `${siglum.toLowerCase()}.txt`, sha256: "0".repeat(64) };
  const report: Report = { id, outlet: `Outlet ${siglum}`, language: "en", published, url: null, text, blocks, origin };
  return { siglum, report };
}

function makeWitness(work: Work, head: string, row: Row): Witness {
  const { report } = getDraft(work, row.siglum);
  const words = row.spans.filter((span) => span !== null);
  const spans = [{ from: words[0]!.from, to: words.at(-1)!.to }];
  const place = work.quotations.findLastIndex((quotation) => quotation.report === report);
  return { siglum: row.siglum, report, spans, quotations: head.startsWith("utterance") ? [place] : [] };
}

function makeReading(row: Row, at: number): Reading & { readonly words: string } {
  const span = row.spans[at];
  const words = row.words[at] ?? "~";
  const editorial = words.startsWith("[");
  const state = span ? "words" : words === "~" ? "lacuna" : "omission";
  return { siglum: row.siglum, state, spans: span ? [span] : [], group: 0, editorial, words: foldWord(words) };
}

function makeLocus(cells: readonly ReturnType<typeof makeReading>[]): Locus {
  const forms = [...new Set(cells.map((cell) => cell.words))];
  const readings = cells.map(({ words, ...reading }) => ({ ...reading, group: forms.indexOf(words) }));
  const present = readings.filter((reading) => reading.state !== "lacuna");
  if (readings.some((reading) => reading.editorial)) return { kind: "editorial", readings };
  return { kind: new Set(present.map((reading) => reading.group)).size > 1 ? "variant" : "same", readings };
}

function makePairs(witnesses: readonly Witness[], loci: readonly Locus[]): Pair[] {
  const relation = loci.some((locus) => locus.kind === "variant") ? "reworded" : "verbatim";
  return witnesses.flatMap((a, at) =>
    witnesses.slice(at + 1).map((b) => {
      return {
        a: a.siglum,
        b: b.siglum,
        relation,
        similarity: 0.5,
        confidence: 0.75,
        pinned: false,
        differences: [],
      } as const;
    }),
  );
}

function makeFindings(work: Work): Finding[] {
  const differing = work.collations.flatMap((collation, at): Finding[] => {
    if (collation.tradition.of === "statement" || collation.loci.every((locus) => locus.kind === "same")) return [];
    const passages = collation.tradition.witnesses.map(({ report, spans }) => ({ report, ...spans[0]! }));
    const message = "The reports print different words in quotation marks for one utterance.";
    return [{ rule: "quote-wording-differs", weight: "alert", message, passages, collation: at }];
  });
  const alone = work.lone.map(({ siglum, report, spans }): Finding => {
    const message = `Only ${siglum} has this.`;
    return { rule: "only-here", weight: "remark", message, passages: [{ report, ...spans[0]! }], collation: null };
  });
  return [...differing, ...alone];
}

/** A story with one of everything, three reports. */
export const MILL = `
  utterance Ana Ruiz at Harbor Radio
  A | We saw | thick smoke | over the mill | [in Porto Alto] | and nobody was inside
  B | We saw | black smoke | over the mill |                 | and nobody was inside
  C | ~      | smoke       | over the mill |                 | ~

  statement
  A | The fire began at | five | in the morning
  B | The fire began at | six  | in the morning

  statement
  B | The roof fell in
  C | The roof fell in

  lone
  A | The mill was built in 1921.
  C | Its owner could not be reached.
`;
