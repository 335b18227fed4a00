import type { Quotation } from "../quote/quotation.ts";
import { bySpan, type Span } from "../text/span.ts";
import { findCandidates } from "./candidate.ts";
import { collate, type Likeness } from "./collate.ts";
import type { Collation, Lone, Named, Tradition, Witness } from "./collation.ts";
import { compareSpeakers } from "./credit.ts";
import { type Bag, joinBags, makeBags, measureSimilarity } from "./similarity.ts";
import { type Credit, findTraditions, type Group } from "./tradition.ts";
import { makeUnits, type Unit } from "./unit.ts";
import { makeWords } from "./word.ts";

/** What the reports share and what each has alone. */
export interface Collated {
  /** In the order of the base's text; those the base lacks follow in the order of the next report's text, and so on. */
  readonly collations: readonly Collation[];
  /** By siglum, then in text order. */
  readonly lone: readonly Lone[];
}

/** The reports that are laid side by side, and the place of the base among them. */
interface Story {
  readonly reports: readonly Named[];
  readonly quotations: readonly Quotation[];
  readonly units: readonly Unit[];
  readonly bags: readonly Bag[];
}

/**
 * Pairs the reports' quotations and sentences and collates what belongs together. `quotations`: those of all reports, in
 * their order. `base`: place of the report whose order leads. Each unit of text is in one collation or lone, never both.
 */
export function collateReports(reports: readonly Named[], quotations: readonly Quotation[], base: number): Collated {
  const placed = quotations.map((quotation, place) => ({ place, quotation }));
  const units = reports.flatMap(({ report }, at) =>
    makeUnits(report, at, placed.filter(({ quotation }) => quotation.report === report.id)),
  ).map((unit, place) => ({ ...unit, place }));
  const bags = makeBags(units);
  const story: Story = { reports, quotations, units, bags };
  const groups = findTraditions(units, bags, findCandidates(units, bags), makeCredit(story));
  const collations = [...groups].sort((a, b) => compareGroups(a, b, base)).map((group) => collateGroup(story, group));
  return { collations, lone: findLone(story, groups) };
}

function makeCredit({ reports, quotations }: Story): Credit {
  return (a, b) => {
    if (a.quotation === null || b.quotation === null) return "unknown";
    const text = (unit: Unit) => reports[unit.report]!.report.text;
    return compareSpeakers(text(a), quotations[a.quotation]!, text(b), quotations[b.quotation]!);
  };
}

/** The base's order first, then that of the reports behind it. */
function compareGroups(a: Group, b: Group, base: number): number {
  const key = (group: Group) => {
    const report = group.has(base) ? -1 : Math.min(...group.keys());
    return { report, unit: group.get(report === -1 ? base : report)![0]! };
  };
  const [x, y] = [key(a), key(b)];
  return x.report - y.report || x.unit - y.unit;
}

function collateGroup(story: Story, group: Group): Collation {
  const members = [...group].sort(([a], [b]) => a - b);
  const witnesses = members.map(([report, places]) => makeWitness(story, report, places));
  const wordings = witnesses.map((witness, i) => {
    const { text } = story.reports[members[i]![0]]!.report;
    const quoted = witness.quotations.flatMap((place) => story.quotations[place]!.quoted);
    return { text, words: makeWords(text, witness.spans, quoted) };
  });
  const likeness: Likeness = (i, j) => {
    const [a, b] = [members[i]!, members[j]!].map(([, places]) => joinBags(places.map((place) => story.bags[place]!)));
    const similarity = measureSimilarity(a!, b!);
    return { similarity, confidence: findConfidence(similarity) };
  };
  return collate(makeTradition(story, witnesses), wordings, likeness);
}

/** Grows with what answers, in all and among words that are no names; a measure for ordering, not yet a probability. */
function findConfidence({ dice, contained, plain }: { dice: number; contained: number; plain: number }): number {
  return 0.4 * dice + 0.3 * contained + 0.3 * plain;
}

function makeWitness({ reports, quotations, units }: Story, at: number, places: readonly number[]): Witness {
  const { siglum, report } = reports[at]!;
  const spans = joinTouching(report.text, places.flatMap((place) => units[place]!.spans).sort(bySpan));
  const carried = quotations.flatMap((quotation, place) =>
    quotation.report === report.id && quotation.content.some((part) => spans.some((span) => part.from < span.to && span.from < part.to)) ? [place] : [],
  );
  return { siglum, report: report.id, spans, quotations: carried };
}

/** Makes one span of those with nothing but white space between. */
function joinTouching(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && text.slice(last.to, span.from).trim() === "") joined[joined.length - 1] = { from: last.from, to: span.to };
    else joined.push(span);
  }
  return joined;
}

/** An utterance if any witness gives it as direct speech, or all as reported speech. */
function makeTradition({ quotations }: Story, witnesses: readonly Witness[]): Tradition {
  const carried = witnesses.map((witness) => witness.quotations.map((place) => quotations[place]!));
  const isSaid = carried.some((own) => own.some((q) => q.kind === "direct")) || carried.every((own) => own.length > 0);
  return { of: isSaid ? "utterance" : "statement", witnesses };
}

function findLone({ reports, units }: Story, groups: readonly Group[]): Lone[] {
  const paired = new Set(groups.flatMap((group) => [...group.values()].flat()));
  return units
    .filter((unit) => !paired.has(unit.place))
    .map(({ report, spans }) => ({ siglum: reports[report]!.siglum, report: reports[report]!.report.id, spans }));
}
