import { CREDIT_ENDS } from "../lang/en/furniture.ts";
import type { Report, ReportId } from "../report/report.ts";
import { bySpan, findFirst, isWithin, type Span, sliceSpan } from "../text/span.ts";
import { type CitationKind, type Citing, findCitings } from "./citing.ts";
import { spanOf } from "./draft.ts";
import { findIntroduced } from "./introduced.ts";
import { type Name, nameOutlets } from "./naming.ts";
import { type Outlet, readOutlet } from "./outlet.ts";
import { readProse } from "./prose.ts";
import type { Quotation } from "./quotation.ts";
import { readSentences, type Sentence, type Unit } from "./unit.ts";

/** One place where a report names another outlet, or its own, as where words come from. All spans are in that report. */
export interface Citation extends Span {
  readonly report: ReportId;
  readonly kind: CitationKind;
  /** The outlet as worded here, without article: "Financial Times", "newspaper". */
  readonly outlet: Span;
  /** Where the report has its name: as worded here, or for "the newspaper" where it named the outlet before. */
  readonly named: Span;
  /**
   * The outlet's name: from the table of outlets ("AP" is Associated Press), else as worded; for "the newspaper" and "the
   * Courier", of the outlet that the report named before. Null for "local media".
   */
  readonly name: string | null;
  /** Whom the outlet cites in turn: "the ministry" of "TASS reported, citing the ministry". */
  readonly citing: Span | null;
  /** Place in the list of the citation whose outlet cites this one ("Interfax reported, citing TASS"), else null. */
  readonly within: number | null;
  /** Places in the list of quotations given of those that it covers: of its sentence, and those said at that venue. */
  readonly quotations: readonly number[];
  /** The sentence that it covers, with the words that it introduces if they are a paragraph in marks; for dateline, agency tag and byline the whole body, and no quotation is listed. */
  readonly covers: Span;
  /** 0 to 1: how sure the rules are; 0.95 for an outlet of the table, less for one told by its name or by what it points to. */
  readonly confidence: number;
}

/** An outlet that cites another is looked for so many back, at most. */
const NEAR = 6;

/** How sure each kind of wording is, by what tells that it is an outlet. A choice, not measured one by one. */
const CONFIDENCE: Readonly<Record<Outlet["kind"], number>> = { known: 0.95, named: 0.85, short: 0.8, unnamed: 0.7 };

/**
 * Every citation of an outlet in standfirst, paragraphs, dateline, agency tag and byline, in text order; none in an empty
 * report. `quotations`: those of this report. An outlet that is only spoken of ("CNN fired him") is none. Linear.
 */
export function findCitations(report: Report, quotations: readonly Quotation[]): Citation[] {
  const { text } = report;
  const { blocks, sentences } = readProse(report);
  const whole = { from: blocks[0]?.from ?? 0, to: blocks.at(-1)?.to ?? 0 };
  const outlets = [
    ...findSignatures(report).map(({ sentence, outlet }) =>
      makeFound(sentence, makeCredit(text, sentence, outlet), whole),
    ),
    ...findWorded(text, sentences),
    ...findLinks(text, sentences),
  ].sort(bySpan);
  const named = nameOutlets(report, outlets);
  const found = reachOn(
    outlets.flatMap((outlet, at) => keepCited(outlet, named[at]!)),
    sentences,
  );
  const covered = findQuoted(found, quotations);
  return found.map(({ from, to, kind, outlet, named, name, citing, covers, confidence }, at) => {
    const within = findWithin(found, at);
    const own = { from, to, kind, outlet, named, name, citing, within };
    return { report: report.id, ...own, quotations: covered[at]!, covers, confidence };
  });
}

/** The outlets of the prose, each with how it is cited, if it is. */
function findWorded(text: string, sentences: readonly Sentence[]): Mentioned[] {
  return [...Map.groupBy(sentences, ({ block }) => block).values()].flatMap((own) => {
    const paragraph = readParagraph(own.flatMap(({ units }) => units));
    return own.flatMap((sentence) =>
      findCitings(text, sentence.units).map((citing) =>
        makeFound(sentence, isTitled(paragraph, citing) ? { ...citing, kind: null } : citing, null),
      ),
    );
  });
}

/** With the paragraph that the sentence of each introduces, unless something is cited in that. */
function reachOn(found: readonly Found[], sentences: readonly Sentence[]): Found[] {
  const introduced = new Map([...findIntroduced(sentences)].map(([{ from }, block]) => [from, block]));
  return found.map((one, at) => {
    const block = one.isWhole ? undefined : introduced.get(one.covers.from);
    const next = found.slice(at + 1, at + NEAR).find(({ from }) => from >= one.covers.to);
    const isFree = block !== undefined && (next === undefined || next.from >= block.to);
    return isFree ? { ...one, covers: { from: one.covers.from, to: block.to } } : one;
  });
}

/** What tells an item of a list, and a paragraph of nothing but words in marks, from others. */
interface Paragraph {
  readonly isItem: boolean;
  readonly hasRun: boolean;
  /** How many words of the reporter's own it has. */
  readonly words: number;
}

/** What an item of a list begins with. */
const ITEM = /^[-–—•*·]$/u;

function readParagraph(units: readonly Unit[]): Paragraph {
  return {
    isItem: ITEM.test(units[0]?.word ?? ""),
    hasRun: units.some(({ kind }) => kind === "run"),
    words: units.filter(({ kind }) => kind === "word").length,
  };
}

/**
 * Whether a credit stands behind nothing but words in marks, or in an item of a list: it says where these are from, and signs
 * nothing. A line that has nothing but the credit signs.
 */
function isTitled({ isItem, hasRun, words }: Paragraph, { kind, outlet: { phrase } }: Citing): boolean {
  if (kind !== "credit") return false;
  const isOwn = words > phrase.to - phrase.from;
  return isItem ? hasRun || isOwn : hasRun && !isOwn;
}

/** What is cited; not "the newspaper" of a report that has named none, or where it can be none of them. */
function keepCited(outlet: Mentioned, called: Name | null): Found[] {
  const { kind, form } = outlet;
  if (kind === null || (called === null && form !== "unnamed")) return [];
  return [{ ...outlet, kind, name: called?.name ?? null, named: called?.at ?? outlet.outlet }];
}

/** An outlet before its name, its outer citation and its quotations are known; `kind` is null where it is only spoken of. */
interface Mentioned extends Span {
  readonly kind: CitationKind | null;
  readonly outlet: Span;
  readonly known: string | null;
  readonly form: Outlet["kind"];
  readonly citing: Span | null;
  readonly covers: Span;
  readonly isWhole: boolean;
  readonly confidence: number;
}

interface Found extends Omit<Mentioned, "kind"> {
  readonly kind: CitationKind;
  readonly name: string | null;
  readonly named: Span;
}

function makeFound(
  { from: start, to: end, units }: Sentence,
  { kind, outlet, from, to, citing }: Citing,
  whole: Span | null,
): Mentioned {
  const name = spanOf(units, outlet.range);
  const isOwner = units[outlet.range.to - 1]!.word.endsWith("'s");
  return {
    ...spanOf(units, { from, to }),
    kind,
    outlet: isOwner ? { from: name.from, to: name.to - 2 } : name,
    known: outlet.name,
    form: outlet.kind,
    citing: citing && spanOf(units, citing),
    covers: whole ?? { from: start, to: end },
    isWhole: whole !== null,
    confidence: CONFIDENCE[outlet.kind],
  };
}

/** Blocks in which an agency or paper signs. */
const SIGNED: ReadonlySet<string> = new Set(["dateline", "agency", "byline"]);

/** Outlets by name in dateline, agency tag and byline; each name once. */
function findSignatures(report: Report): { sentence: Sentence; outlet: Outlet }[] {
  const blocks = report.blocks.filter(({ kind }) => SIGNED.has(kind));
  const seen = new Set<string>();
  return readSentences(report.text, blocks, []).flatMap((sentence) =>
    listOutlets(report.text, sentence).flatMap((outlet) => {
      const name = outlet.name ?? sliceSpan(report.text, spanOf(sentence.units, outlet.range));
      if (seen.has(name)) return [];
      seen.add(name);
      return [{ sentence, outlet }];
    }),
  );
}

function listOutlets(text: string, { units }: Sentence): Outlet[] {
  const outlets: Outlet[] = [];
  for (let i = 0; i < units.length; i++) {
    const outlet = readOutlet(text, units, i);
    if (outlet === null) continue;
    if (outlet.kind === "known" || outlet.kind === "named") outlets.push(outlet);
    i = outlet.phrase.to - 1;
  }
  return outlets;
}

function makeCredit(text: string, sentence: Sentence, outlet: Outlet): Citing {
  const line = sliceSpan(text, sentence)
    .toLowerCase()
    .replace(/[\s.]+$/u, "");
  const kind = CREDIT_ENDS.some((end) => line.endsWith(end)) ? "contribution" : "credit";
  return { kind, outlet, ...outlet.phrase, citing: null };
}

/** A web address; a point or comma at its end is the sentence's. Group 1 is the host without "www.". */
const LINK = /https?:\/\/(?:www\.)?([\p{L}\p{N}][\p{L}\p{N}.-]*\.\p{L}{2,})(?:[/?#][^\s<>"“”]*[^\s<>"“”.,;:!?)])?/giu;

/** The address of a picture or a film. */
const PICTURE = /\.(?:jpe?g|png|gif|svg|webp|mp4|m3u8)(?:[?#].*)?$/iu;

/** Hosts where anyone puts up anything: an address there names no outlet. */
const PUBLIC: ReadonlySet<string> = new Set(
  `t.co bit.ly twitter.com pic.twitter.com x.com facebook.com instagram.com youtube.com youtu.be reddit.com imgur.com
  goo.gl ow.ly t.me tiktok.com wikipedia.org en.wikipedia.org`.split(/\s+/),
);

function findLinks(text: string, sentences: readonly Sentence[]): Mentioned[] {
  return sentences.flatMap(({ from, to }) =>
    [...text.slice(from, to).matchAll(LINK)].flatMap((match) => {
      if (PUBLIC.has(match[1]!.toLowerCase()) || PICTURE.test(match[0])) return [];
      const start = from + match.index;
      const host = start + match[0].indexOf(match[1]!);
      const span = { from: start, to: start + match[0].length };
      const outlet = { from: host, to: host + match[1]!.length };
      const covers = { from, to };
      return {
        ...span,
        kind: "link",
        outlet,
        known: null,
        form: "named",
        citing: null,
        covers,
        isWhole: false,
        confidence: CONFIDENCE.named,
      } as const;
    }),
  );
}

/** The citation of the same sentence before it whose outlet cites this one. */
function findWithin(found: readonly Found[], at: number): number | null {
  const { outlet, covers } = found[at]!;
  for (let i = at - 1; i >= Math.max(0, at - NEAR) && found[i]!.covers.from === covers.from; i--)
    if (found[i]!.citing !== null && isWithin(outlet, found[i]!.citing!)) return i;
  return null;
}

/** The quotations that each citation covers: those with a part in its sentence, and those that were said there. */
function findQuoted(found: readonly Found[], quotations: readonly Quotation[]): number[][] {
  const covered = found.map(() => new Set<number>());
  const places = [...found.keys()].filter((at) => !found[at]!.isWhole);
  const sentences = places.map((at) => found[at]!.covers);
  const outlets = places.map((at) => found[at]!.outlet);
  for (const [place, { content, cue, source, venue }] of quotations.entries()) {
    for (const part of [...content, cue, source]) if (part !== null) enter(sentences, part, place);
    if (venue !== null) enter(outlets, venue, place);
  }
  return covered.map((list) => [...list].sort((a, b) => a - b));

  function enter(spans: readonly Span[], part: Span, place: number): void {
    for (let i = findFirst(spans, part.from); i < spans.length && spans[i]!.from < part.to; i++)
      covered[places[i]!]!.add(place);
  }
}
