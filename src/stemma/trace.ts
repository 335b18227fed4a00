import type { Named, Siglum } from "../collate/collation.ts";
import type { Passage } from "../report/report.ts";
import { tellApart } from "./apart.ts";
import { type Cited, readCitations } from "./cited.ts";
import { draftCited, round } from "./citing.ts";
import { findCopied } from "./copied.ts";
import { draftCopied } from "./copying.ts";
import { type Draft, type Known, measureProbability, type Rival, type Text } from "./draft.ts";
import { draftGroups } from "./group.ts";
import { findRepeated } from "./occasion.ts";
import { findPrimaries } from "./primary.ts";
import { findReadings } from "./reading.ts";
import { findRetranslations, type Retranslation } from "./retranslation.ts";
import type { Alternative, Descent, Evidence, NodeName, Primary, Stemma, StemmaNode } from "./stemma.ts";

/** The stemma, and what it was drawn from as far as rules ask for it. */
export interface Trace {
  readonly stemma: Stemma;
  readonly cited: readonly Cited[];
  readonly retranslations: readonly Retranslation[];
  /** Places of collations whose words may have been said twice, as `findRepeated` tells. */
  readonly repeated: ReadonlySet<number>;
}

/**
 * Who took it from whom, for reports of one story. First what they say themselves: citations, bylines, links, each resolved to a
 * report or to a lost text that several may share. Then what their words tell: wording of the reporters' own in two reports.
 * Each line has its reasons with their passages, and those that speak against it; a line against known times or in a circle is
 * not drawn, nor is one without a reason. Reports alone are no trouble.
 */
export function traceStemma(known: Known): Trace {
  const { reports, quotations, collations } = known;
  const cited = tellApart(readCitations(reports, quotations), known);
  const copied = findCopied(reports, quotations);
  const byWord = draftCited(reports, cited, collations);
  const groups = draftGroups(reports, copied, byWord);
  const alone = copied.filter((pair) => !groups.explained.has(pair));
  const { drafts: byText, notes } = draftCopied(reports, alone, byWord);
  const drafts = dropInherited(breakCircles([...byWord, ...groups.drafts, ...byText]));
  const names = nameTexts(reports, drafts);
  const nodeOf = (name: string): NodeName => names.get(name)!;
  const textOf = (one: Cited): Text | null => {
    const names = one.text === null ? [] : [one.report, one.text];
    const isFrom = (to: string) => (draft: Draft) => draft.to === to && names.includes(draft.from.name);
    const named = drafts.find(isFrom(one.siglum))?.from;
    const copied = findExemplar(drafts, one.siglum);
    if (named !== undefined || copied === null) return named ?? null;
    const inherited = drafts.find(isFrom(copied.name))?.from ?? null;
    return inherited !== null && copied.siglum !== null ? copied : inherited;
  };
  const copies = drafts.filter(({ reasons }) => reasons.some(({ kind }) => kind === "byline" || kind === "passage"));
  const primaries = findPrimaries(collations, { cited, textOf, copies }, ({ name }) => nodeOf(name));
  const repeated = findRepeated(collations, cited);
  const retranslations = findRetranslations(reports, quotations, collations, {
    primary: (collation) => findReport(primaries, collation, reports),
    repeated,
  });
  const nodes = makeNodes(drafts, names, cited);
  const descents = makeDescents(known, drafts, nodes, nodeOf, retranslations);
  const stemma: Stemma = {
    root: findRoot(nodes, descents),
    nodes,
    descents,
    primaries,
    alternatives: groups.rivals.flatMap((rival) => makeAlternative(rival, names, descents)),
    notes: [...groups.notes, ...notes],
  };
  return { stemma, cited, retranslations, repeated };
}

/** The report in which an utterance was first said. */
function findReport(primaries: readonly Primary[], collation: number, reports: readonly Named[]): Siglum | null {
  const node = primaries.find((primary) => primary.collation === collation)?.node ?? null;
  return reports.some(({ siglum }) => siglum === node) ? node : null;
}

/** Takes lines, those that carry most first, and leaves out what would close a circle. One line from a text to a report. */
function breakCircles(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  const isAbove = (name: string, below: string): boolean =>
    name === below || kept.some(({ from, to }) => to === below && isAbove(name, from.name));
  for (const draft of drafts.toSorted((a, b) => b.carries - a.carries || byDraft(a, b))) {
    const twin = kept.findIndex(({ from, to }) => from.name === draft.from.name && to === draft.to);
    if (twin >= 0) kept[twin] = joinDrafts(kept[twin]!, draft);
    else if (!isAbove(draft.to, draft.from.name)) kept.push(draft);
  }
  return kept;
}

/** Two reasons of a kind are no two pieces of evidence where they come from one pair of reports; what is surer counts. */
function joinDrafts(a: Draft, b: Draft): Draft {
  const isPart = a.isPart && b.isPart;
  return { ...a, reasons: [...a.reasons, ...b.reasons], isPart, most: Math.max(a.most, b.most) };
}

function byDraft(a: Draft, b: Draft): number {
  return a.to === b.to ? (a.from.name < b.from.name ? -1 : 1) : a.to < b.to ? -1 : 1;
}

/**
 * Without the lines to a text that a report cites only as its exemplar does, of which it is a copy: the citation was copied with
 * the rest.
 */
function dropInherited(drafts: readonly Draft[]): Draft[] {
  return drafts.filter(({ from, to, reasons, support }) => {
    if (support !== null || reasons.some(({ kind }) => kind !== "citation" && kind !== "link")) return true;
    const copied = findExemplar(drafts, to);
    return !drafts.some((draft) => draft.to === copied?.name && draft.from.name === from.name);
  });
}

/** What a report is a copy of as a whole; null if it is none. */
function findExemplar(drafts: readonly Draft[], to: string): Text | null {
  return drafts.find((draft) => draft.to === to && draft.support !== null)?.from ?? null;
}

/** Reports have their sigla; lost texts Greek letters in the order in which reports first name them. */
function nameTexts(reports: readonly Named[], drafts: readonly Draft[]): Map<string, NodeName> {
  const names = new Map(reports.map(({ siglum }) => [siglum, siglum]));
  const lost = reports.flatMap(({ siglum }) =>
    drafts.filter(({ from, to }) => to === siglum && from.siglum === null).map(({ from }) => from.name),
  );
  lost.push(...drafts.filter(({ from }) => from.siglum === null).map(({ from }) => from.name));
  for (const [at, name] of [...new Set(lost)].entries()) names.set(name, makeLetter(at));
  return names;
}

const LETTERS = "αβγδεζηθικλμνξοπρστυφχψω";

/** 0 → α, 23 → ω, 24 → αα. */
function makeLetter(at: number): NodeName {
  const letter = LETTERS[at % LETTERS.length]!;
  return at < LETTERS.length ? letter : makeLetter(Math.floor(at / LETTERS.length) - 1) + letter;
}

function makeNodes(
  drafts: readonly Draft[],
  names: ReadonlyMap<string, NodeName>,
  cited: readonly Cited[],
): StemmaNode[] {
  const lost = new Map(drafts.filter(({ from }) => from.siglum === null).map(({ from }) => [from.name, from]));
  return [...names].map(([text, name]): StemmaNode => {
    const found = lost.get(text);
    if (found === undefined) return { name, siglum: name, named: [], lost: null };
    const own = cited.filter((one) => one.text === text && !one.isOwn);
    const named = own
      .filter(({ siglum }) => drafts.some(({ from, to }) => from.name === text && to === siglum))
      .toSorted((a, b) => b.citation.confidence - a.citation.confidence)
      .map(({ citation: { report, named } }) => ({ report, from: named.from, to: named.to }));
    return { name, siglum: null, named: dropTwins(named), lost: found.lost };
  });
}

/** One passage of those at one place: "the Courier" and "the newspaper" behind it. */
function dropTwins(passages: readonly Passage[]): Passage[] {
  return passages.filter(
    (one, at) => at === passages.findIndex(({ report, from }) => report === one.report && from === one.from),
  );
}

function makeDescents(
  known: Known,
  drafts: readonly Draft[],
  nodes: readonly StemmaNode[],
  nodeOf: (name: string) => NodeName,
  retranslations: readonly Retranslation[],
): Descent[] {
  const order = nodes.map(({ name }) => name);
  const texts = [...new Set(drafts.map(({ to }) => to))];
  return texts
    .flatMap((to) => {
      const own = drafts.filter((draft) => draft.to === to);
      const main = own.find(({ isPart }) => !isPart);
      return own.map((draft) =>
        makeDescent(known, draft, { nodeOf, retranslations, isFirst: draft === own[0], isMain: draft === main }),
      );
    })
    .toSorted(
      (a, b) =>
        order.indexOf(a.to) - order.indexOf(b.to) ||
        (a.kind === b.kind ? order.indexOf(a.from) - order.indexOf(b.from) : a.kind < b.kind ? 1 : -1),
    );
}

/** Where a line stands among those to its text. */
interface Context {
  readonly nodeOf: (name: string) => NodeName;
  readonly retranslations: readonly Retranslation[];
  /** Whether it carries most. */
  readonly isFirst: boolean;
  /** Whether it carries most of those that are of more than a part. */
  readonly isMain: boolean;
}

function makeDescent(known: Known, { from, to, reasons, support, most }: Draft, context: Context): Descent {
  const { nodeOf, retranslations, isFirst, isMain } = context;
  const isReport = known.reports.some(({ siglum }) => siglum === to);
  const evidence = [
    ...reasons,
    ...(isReport ? findReadings(known, from.siglum, to) : []),
    ...(isFirst ? retranslations.filter(({ siglum }) => siglum === to).map(makeSign) : []),
  ].toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const bits = evidence.reduce((sum, { weight }) => sum + weight, 0);
  return {
    from: nodeOf(from.name),
    to: nodeOf(to),
    kind: isMain ? "exemplar" : "contamination",
    support,
    confidence: round(Math.min(most, measureProbability(bits))),
    for: evidence.filter(({ weight }) => weight >= 0),
    against: evidence.filter(({ weight }) => weight < 0),
  };
}

/** None where one of the texts was not drawn, or the line is. */
function makeAlternative(
  { from, to, margin }: Rival,
  names: ReadonlyMap<string, NodeName>,
  descents: readonly Descent[],
): Alternative[] {
  const [above, below] = [names.get(from), names.get(to)];
  const drawn = descents.find((line) => line.to === below && line.kind === "exemplar");
  if (above === undefined || drawn === undefined || drawn.from === above || above === below) return [];
  return [{ instead: [{ ...drawn, from: above, confidence: Math.min(0.5, drawn.confidence) }], margin: round(margin) }];
}

function makeSign({ siglum, sigla, passages }: Retranslation): Evidence {
  const others = sigla.filter((other) => other !== siglum);
  return {
    kind: "retranslation",
    message: `${siglum} words what was said otherwise than ${others.join(" and ")}, with the same names and numbers: signs that it came through another language.`,
    passages,
    weight: 0,
  };
}

/** The one node without a line above it that all others go back to as a whole. */
function findRoot(nodes: readonly StemmaNode[], descents: readonly Descent[]): NodeName | null {
  const tops = nodes.filter(({ name }) => !descents.some(({ to }) => to === name));
  const rest = nodes.filter(({ name }) => !descents.some(({ to, kind }) => to === name && kind === "exemplar"));
  return tops.length === 1 && rest.length === 1 ? tops[0]!.name : null;
}
