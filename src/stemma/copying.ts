import type { Named, Siglum } from "../collate/collation.ts";
import type { Note, Passage } from "../report/report.ts";
import { isOverlapping } from "../text/span.ts";
import { isBefore } from "./citing.ts";
import type { Copied } from "./copied.ts";
import { type Draft, MOST_BY_WORD, makeReport, type Text } from "./draft.ts";
import type { Evidence } from "./stemma.ts";

/** Bits that a word in common is worth, and the most that a pair's passages are: both may have them from a third. */
const WORD_BITS = 0.05;
const MOST_BITS = 2;
const FURNITURE_BITS = 0.5;
/** Words that carry as much as one citation. */
const WORDS = 10;
/** Passages that are shown for a line. */
const MOST_PASSAGES = 12;
/** A report that shares less of its own words than this with a text does not mostly follow it. */
const MOSTLY = 0.5;
/** How sure a lost text is that two go back to, as one may have it from the other; and one that more go back to. */
const MOST_OF_TWO = 0.4;
const MOST_OF_MORE = 0.7;
/** How sure it is that what came out first is the exemplar: both may have it from a third. */
const MOST_BY_TIME = 0.85;

/** Two reports that share wording. */
interface Sharing {
  readonly pair: Copied;
  readonly from: Siglum;
  readonly to: Siglum;
}

/**
 * Lines for wording of the reporters' own that two reports share. Along a line that a citation gives already; from an agency whose name
 * either is signed with; else from the report that came out first, if it is known to have; else from a text that must have been before both,
 * one for all who share a passage in that way, and a note says that it cannot be told which had it first. A report has one line at most
 * from another report, from the one it shares most with.
 */
export function draftCopied(
  reports: readonly Named[],
  copied: readonly Copied[],
  byWord: readonly Draft[],
): { drafts: Draft[]; notes: Note[] } {
  const drafts: Draft[] = [];
  const open: Sharing[] = [];
  const done = new Set<Siglum>();
  for (const pair of copied.toSorted((x, y) => y.words - x.words || x.a - y.a || x.b - y.b)) {
    const { order, isNamed } = orderPair(reports[pair.a]!, reports[pair.b]!, byWord);
    const [from, to] = order ?? [reports[pair.a]!.siglum, reports[pair.b]!.siglum];
    const agency = isNamed ? null : findAgency(byWord, from, to);
    if (agency !== null)
      for (const siglum of [from, to]) drafts.push(makeDraft(agency.text, siglum, { pair, from, to }, agency.most));
    else if (order === null) open.push({ pair, from, to });
    else if (isNamed || !done.has(to)) {
      done.add(to);
      drafts.push(makeDraft(makeReport(from), to, { pair, from, to }, isNamed ? MOST_BY_WORD : MOST_BY_TIME));
    }
  }
  // Where both have something from one text, that explains the rest.
  const textsOf = (siglum: Siglum) => drafts.filter(({ to }) => to === siglum).map((draft) => draft.from.name);
  const isTold = ({ from, to }: Sharing) => textsOf(from).some((name) => textsOf(to).includes(name));
  const groups = joinSharings(open.filter((sharing) => !isTold(sharing)));
  return { drafts: [...drafts, ...groups.flatMap(draftOpen)], notes: groups.map(makeNote) };
}

/** Which is the exemplar: by a line that a citation gives, else by time; null if neither tells. */
function orderPair(
  a: Named,
  b: Named,
  byWord: readonly Draft[],
): { order: readonly [Siglum, Siglum] | null; isNamed: boolean } {
  const isNamed = (from: Named, to: Named) =>
    byWord.some((draft) => draft.from.siglum === from.siglum && draft.to === to.siglum);
  const isFirst = (from: Named, to: Named) => isBefore(from.report.published, to.report.published);
  for (const test of [isNamed, isFirst])
    for (const [from, to] of [
      [b, a],
      [a, b],
    ] as const)
      if (test(from, to)) return { order: [from.siglum, to.siglum], isNamed: test === isNamed };
  return { order: null, isNamed: false };
}

/** Sharings that have a passage of one report in common, in their order. */
function joinSharings(open: readonly Sharing[]): Sharing[][] {
  const groups: Sharing[][] = [];
  for (const sharing of open) {
    const met = groups.filter((group) => group.some((other) => isMeeting(sharing.pair.passages, other.pair.passages)));
    for (const group of met) groups.splice(groups.indexOf(group), 1);
    groups.push([...met.flat(), sharing]);
  }
  return groups;
}

function isMeeting(a: readonly Passage[], b: readonly Passage[]): boolean {
  return a.some((one) => b.some((other) => one.report === other.report && isOverlapping(one, other)));
}

/** A line to each report from one lost text. */
function draftOpen(group: readonly Sharing[]): Draft[] {
  const sigla = listSigla(group);
  const lost: Text = { name: `lost ${sigla.join(" ")}`, siglum: null, lost: null };
  return sigla.map((siglum) => {
    const own = group.filter(({ from, to }) => from === siglum || to === siglum);
    const words = Math.max(...own.map(({ pair }) => pair.words));
    const reasons = own.flatMap(({ pair, from, to }) => makePassages(pair, from, to));
    const most = sigla.length > 2 ? MOST_OF_MORE : MOST_OF_TWO;
    const isPart = own.every(({ pair }) => pair.shares.get(siglum)! < MOSTLY);
    return { from: lost, to: siglum, reasons, carries: (most * words) / WORDS, isPart, support: null, most };
  });
}

function listSigla(group: readonly Sharing[]): Siglum[] {
  return [...new Set(group.flatMap(({ from, to }) => [from, to]))].sort(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  );
}

function makeNote(group: readonly Sharing[]): Note {
  const sigla = listSigla(group);
  const names = `${sigla.slice(0, -1).join(", ")} and ${sigla.at(-1)}`;
  return { message: `It cannot be told which of ${names} had first what they share word for word.` };
}

function makeDraft(from: Text, to: Siglum, { pair, from: a, to: b }: Sharing, most: number): Draft {
  const carries = (most * pair.words) / WORDS;
  const isPart = pair.shares.get(to)! < MOSTLY;
  return { from, to, reasons: makePassages(pair, a, b), carries, isPart, support: null, most };
}

/** The text with whose name both are signed. */
export function findSigned(byWord: readonly Draft[], a: Siglum, b: Siglum): Text | null {
  const others = listSigned(byWord, b);
  return listSigned(byWord, a).find(({ name }) => others.some((text) => text.name === name)) ?? null;
}

/** The same, else the agency with whose name one of them is signed: the other may as well have it from there. */
function findAgency(byWord: readonly Draft[], a: Siglum, b: Siglum): { text: Text; most: number } | null {
  const both = findSigned(byWord, a, b);
  if (both !== null) return { text: both, most: MOST_BY_WORD };
  const one = [a, b].flatMap((siglum) => listSigned(byWord, siglum)).find(({ lost }) => lost === "agency");
  return one === undefined ? null : { text: one, most: MOST_OF_MORE };
}

function listSigned(byWord: readonly Draft[], siglum: Siglum): Text[] {
  return byWord
    .filter(({ to, reasons }) => to === siglum && reasons.some(({ kind }) => kind === "byline"))
    .map(({ from }) => from);
}

/** What two reports share: passages of the text, then what stands around it. */
export function makePassages({ words, passages, furniture }: Copied, from: Siglum, to: Siglum): Evidence[] {
  const shared: Evidence = {
    kind: "passage",
    message: `${from} and ${to} share ${words} words outside quotations.`,
    passages: passages.slice(0, MOST_PASSAGES),
    weight: Math.min(MOST_BITS, Math.round(words * WORD_BITS * 100) / 100),
  };
  if (furniture.length === 0) return [shared];
  const message = `${from} and ${to} have the same captions or credits.`;
  return [
    shared,
    { kind: "shared-furniture", message, passages: furniture.slice(0, MOST_PASSAGES), weight: FURNITURE_BITS },
  ];
}
