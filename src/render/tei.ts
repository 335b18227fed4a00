import type { Analysis } from "../analyze.ts";
import type { Collation, Locus, Move, Named, Reading, Siglum } from "../collate/collation.ts";
import type { Span } from "../text/span.ts";
import { showDate } from "./date.ts";
import { findCredits, findTitle, makeView, sliceWords, type View } from "./view.ts";
import { block, type Content, element, writeXml, type Xml } from "./xml.ts";

/** Reports that do not reach the place where the text has come to. */
type Silent = Set<Siglum>;

/**
 * The collations as TEI P5, chapter “Critical Apparatus”, by parallel segmentation: a division an utterance or statement.
 * Words outside an `app` are printed alike, mark for mark, in every report that reaches there. In an `app`, `lem` is the
 * reading of the base, or of the first that reaches there, and `rdg` those of others; its type is the kind of the locus.
 * An empty reading is an omission. A lacuna is none: the report's silence begins with `lacunaStart` and ends with
 * `lacunaEnd`, and goes through the divisions that it has no part in. So the words outside and the readings of a report,
 * its lacunae apart, are its wording. Words that stand at another place in another report follow in a note, as both have them.
 */
export function renderTei(analysis: Analysis): string {
  const view = makeView(analysis);
  const silent: Silent = new Set();
  const divisions = analysis.collations.map((collation, at) => writeDivision(view, collation, at + 1, silent));
  const body = block(
    "body",
    {},
    divisions.length > 0 ? divisions : [element("p", {}, ["No two reports say the same."])],
  );
  return writeXml(
    block("TEI", { xmlns: "http://www.tei-c.org/ns/1.0" }, [writeHeader(view), block("text", {}, [body])]),
  );
}

function writeHeader(view: View): Xml {
  const witnesses = view.analysis.reports.map(writeWitness);
  const files = [
    block("titleStmt", {}, [element("title", {}, [findTitle(view)])]),
    block("publicationStmt", {}, [element("p", {}, ["Made by Stemma."])]),
    block("sourceDesc", {}, [block("listWit", {}, witnesses)]),
  ];
  const encoding = element("variantEncoding", { method: "parallel-segmentation", location: "internal" });
  return block("teiHeader", {}, [block("fileDesc", {}, files), block("encodingDesc", {}, [encoding])]);
}

function writeWitness({ siglum, report }: Named): Xml {
  const { outlet, published, url, origin, language } = report;
  const date =
    published && element("date", { notBefore: published.from, notAfter: published.to }, [showDate(published)]);
  const place = url !== null && /^https?:\/\/\S+$/iu.test(url) ? element("ref", { target: url }, [url]) : origin.place;
  const parts = [element("orgName", {}, [outlet]), ...(date ? [", ", date] : []), ", ", place];
  return element("witness", { "xml:id": siglum, "xml:lang": isLanguage(language) ? language : null }, parts);
}

/** What the schema takes for a language tag. */
function isLanguage(language: string): boolean {
  return /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/iu.test(language);
}

function writeDivision(view: View, collation: Collation, number: number, silent: Silent): Xml {
  const { of } = collation.tradition;
  const { speaker, venue } = findCredits(view, collation);
  const head = [`${number}`, speaker, venue].filter((part) => part !== null).join(" · ");
  const words = collation.loci.flatMap((locus, at) => [...(at > 0 ? [" "] : []), ...writeLocus(view, locus, silent)]);
  const moves = collation.moves.map((move) => writeMove(view, move));
  return block("div", { "xml:id": `c${number}`, type: of }, [
    element("head", {}, [head]),
    element("p", {}, words),
    ...moves,
  ]);
}

/** Words that two reports have at different places. */
function writeMove(view: View, { a, b }: Move): Xml {
  const quote = ({ siglum, spans }: Move["a"]) =>
    element("quote", { source: `#${siglum}` }, [sliceReading(view, siglum, spans)]);
  return element("note", { type: "move" }, [quote(a), " ", quote(b)]);
}

/** One locus, and before it where a report falls silent or speaks again. */
function writeLocus(view: View, locus: Locus, silent: Silent): Content[] {
  const { reports } = view.analysis;
  const reached = new Map(
    locus.readings.filter(({ state }) => state !== "lacuna").map((reading) => [reading.siglum, reading]),
  );
  const starts = reports.map(({ siglum }) => siglum).filter((siglum) => !reached.has(siglum) && !silent.has(siglum));
  const ends = [...reached.keys()].filter((siglum) => silent.has(siglum));
  for (const siglum of starts) silent.add(siglum);
  for (const siglum of ends) silent.delete(siglum);
  const turns = [...writeTurn("lacunaEnd", ends), ...writeTurn("lacunaStart", starts)];
  return [...(turns.length > 0 ? [element("app", {}, turns)] : []), writeReadings(view, locus, [...reached.values()])];
}

function writeTurn(name: "lacunaStart" | "lacunaEnd", sigla: readonly Siglum[]): Xml[] {
  return sigla.length > 0 ? [element("rdg", { wit: pointTo(sigla) }, [element(name)])] : [];
}

function writeReadings(view: View, { kind }: Locus, readings: readonly Reading[]): Content {
  const { base } = view.analysis;
  const groups = Map.groupBy(readings, (reading) => writeReading(view, reading));
  if (groups.size < 2 && kind !== "editorial") return [...groups.keys()][0] ?? null;
  const lemma = readings.find(({ siglum }) => siglum === base) ?? readings[0];
  const parts = [...groups].sort((a, b) => Number(b[1].includes(lemma!)) - Number(a[1].includes(lemma!)));
  return element(
    "app",
    { type: kind },
    parts.map(([words, own], at) =>
      element(
        at === 0 ? "lem" : "rdg",
        { wit: pointTo(own.map(({ siglum }) => siglum)), type: own[0]!.editorial ? "editorial" : null },
        [words],
      ),
    ),
  );
}

/** The words as the report prints them, white space apart: a line end in the page is none of the wording. */
function writeReading(view: View, { siglum, spans }: Reading): string {
  return sliceReading(view, siglum, spans);
}

function sliceReading(view: View, siglum: Siglum, spans: readonly Span[]): string {
  return sliceWords(view, view.bySiglum.get(siglum)!.report.id, spans, " ").replace(/\s+/gu, " ");
}

function pointTo(sigla: readonly Siglum[]): string {
  return sigla.map((siglum) => `#${siglum}`).join(" ");
}
