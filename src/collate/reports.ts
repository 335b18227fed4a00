import { SPEECH } from "../lang/en/speech.ts";
import type { Quotation } from "../quote/quotation.ts";
import type { Report } from "../report/report.ts";
import { foldWord } from "../text/fold.ts";
import { sliceSpan } from "../text/span.ts";
import { findWords } from "../text/token.ts";
import { type Candidate, findCandidates } from "./candidate.ts";
import { collate } from "./collate.ts";
import type { Collation, Lone, Named } from "./collation.ts";
import { compareSpeakers } from "./credit.ts";
import { makeIsDenied } from "./denied.ts";
import { type FindNear, makeFindNear } from "./near.ts";
import { type Pin, type Pinned, placePins } from "./pin.ts";
import { type Bag, joinBags, makeBags, measureSimilarity, type Similarity } from "./similarity.ts";
import type { Speaker } from "./speaker.ts";
import { type Credit, findTraditions, type Group } from "./tradition.ts";
import { makeUnits, type Unit } from "./unit.ts";
import { makeTradition, makeWitness } from "./witness.ts";
import { joinWords } from "./word.ts";

/** What the reports share and what each has alone. */
export interface Collated {
  /** In the order of the base's text; those the base lacks follow in the order of the next report's text, and so on. */
  readonly collations: readonly Collation[];
  /** By siglum, then in text order. */
  readonly lone: readonly Lone[];
  /** Pins that could not be kept, see `Pinned`. */
  readonly unmet: readonly Pin[];
}

/** What leads the collation besides the reports. */
export interface Lead {
  /** Place of the report whose order leads. */
  readonly base: number;
  readonly pins: readonly Pin[];
}

/** The reports that are laid side by side, and the place of the base among them. */
interface Story {
  readonly reports: readonly Named[];
  readonly quotations: readonly Quotation[];
  readonly units: readonly Unit[];
  readonly findNear: FindNear;
  readonly pinned: Pinned;
  readonly compare: (a: readonly number[], b: readonly number[]) => Similarity;
}

/** Who said what in all reports, in their order. */
export interface Speech {
  readonly quotations: readonly Quotation[];
  readonly speakers: readonly Speaker[];
}

/**
 * Pairs the reports' quotations and sentences and collates what belongs together. Each unit of text is in one collation or lone, never both.
 */
export function collateReports(
  reports: readonly Named[],
  { quotations, speakers }: Speech,
  { base, pins }: Lead,
): Collated {
  const units = listUnits(reports, quotations);
  const bags = makeBags(units);
  const order = reports.map(({ report }) => report.id);
  const pinned = placePins(units, order, pins);
  const candidates = findCandidates(units, bags).filter(({ a, b }) => !pinned.isForbidden(a, b));
  const findNear = makeFindNear(reports, units, candidates);
  const story: Story = { reports, quotations, units, findNear, pinned, compare: makeCompare(bags, candidates) };
  const texts = reports.map(({ report }) => report.text);
  const [credit, isDenied] = [makeCredit(story, speakers), makeIsDenied(texts, quotations)];
  const groups = findTraditions(units, bags, candidates, { credit, isDenied, pinned, texts });
  const collations = [...groups].sort((a, b) => compareGroups(a, b, base)).map((group) => collateGroup(story, group));
  return { collations, lone: findLone(story, groups), unmet: pinned.unmet };
}

/** The units of all reports, each report's together. */
function listUnits(reports: readonly Named[], quotations: readonly Quotation[]): Unit[] {
  const placed = quotations
    .map((quotation, place) => ({ place, quotation }))
    .filter(({ quotation }) => quotation.within === null);
  const own = (report: Report) =>
    placed.filter(({ quotation }) => quotation.report === report.id && isSaid(report, quotation));
  return reports
    .flatMap(({ report }, at) => makeUnits(report, at, own(report)))
    .map((unit, place) => ({ ...unit, place }));
}

/** Clauses less likely than this to be anybody's words stay in the reporter's sentence. */
const LEAST_SAID = 0.35;

/**
 * Whether words were used: what somebody only "backs" or "fears" is the reporter's wording, and stays in the reporter's sentence, as
 * does a clause of which it is in doubt that anybody said it.
 */
function isSaid({ text }: Report, { kind, cue, confidence }: Quotation): boolean {
  if (kind !== "direct" && confidence < LEAST_SAID) return false;
  if (kind !== "indirect" || cue === null) return true;
  const words = findWords(text, cue).map((word) => foldWord(sliceSpan(text, word)));
  return words.some((word) => word === "according" || SPEECH.has(word));
}

/**
 * By the speakers found across the reports; where these do not say that two are one, by the words of their names. What several without
 * a name ("reports", "police") are credited with is not what somebody named says in marks.
 */
function makeCredit({ reports, quotations }: Story, speakers: readonly Speaker[]): Credit {
  const speakerOf = new Map(speakers.flatMap((speaker) => speaker.quotations.map((place) => [place, speaker])));
  return (a, b) => {
    if (a.quotation === null || b.quotation === null) return "unknown";
    const [left, right] = [a.quotation, b.quotation];
    const speaker = speakerOf.get(left);
    if (speaker !== undefined && speaker === speakerOf.get(right)) return "same";
    if (isNamed(left) ? isSeveral(right) : isNamed(right) && isSeveral(left)) return "other";
    const text = (unit: Unit) => reports[unit.report]!.report.text;
    return compareSpeakers(text(a), quotations[left]!, text(b), quotations[right]!);
  };

  function isNamed(place: number): boolean {
    return quotations[place]!.kind === "direct" && speakerOf.get(place)?.kind === "named";
  }

  function isSeveral(place: number): boolean {
    const speaker = speakerOf.get(place);
    return quotations[place]!.kind === "indirect" && speaker?.kind !== "named" && speaker?.count === null;
  }
}

/** The base's order first, then that of the reports behind it. */
function compareGroups(a: Group, b: Group, base: number): number {
  const key = (group: Group) => {
    const report = group.has(base) ? base : Math.min(...group.keys());
    return { isBase: report === base, report, unit: group.get(report)![0]! };
  };
  const [x, y] = [key(a), key(b)];
  return Number(y.isBase) - Number(x.isBase) || x.report - y.report || x.unit - y.unit;
}

function collateGroup(story: Story, group: Group): Collation {
  const { reports, quotations, units } = story;
  const members = [...group].sort(([a], [b]) => a - b);
  const witnesses = members.map(([at, places]) =>
    makeWitness(
      reports[at]!,
      places.map((place) => units[place]!),
    ),
  );
  const wordings = members.map(([at, places]) => ({
    text: reports[at]!.report.text,
    words: joinWords(places.map((place) => units[place]!.words)),
  }));
  const near = story.findNear(
    members.flatMap(([, places]) => places),
    new Set(group.keys()),
  );
  const compare = (i: number, j: number) => story.compare(members[i]![1], members[j]![1]);
  const isPinned = (i: number, j: number) =>
    members[i]![1].some((a) => members[j]![1].some((b) => story.pinned.isPinned(a, b)));
  return collate(makeTradition(quotations, witnesses), wordings, { near, compare, isPinned });
}

/** Compares two lists of units; what was measured of two single ones when they were paired is not measured again. */
function makeCompare(bags: readonly Bag[], candidates: readonly Candidate[]): Story["compare"] {
  const known = new Map(candidates.map(({ a, b, similarity }) => [`${a}/${b}`, similarity]));
  const join = (places: readonly number[]) => joinBags(places.map((place) => bags[place]!));
  return (a, b) => {
    const measured = a.length === 1 && b.length === 1 ? known.get(`${a[0]}/${b[0]}`) : undefined;
    return measured ?? measureSimilarity(join(a), join(b));
  };
}

/** What no group took, with what comes near it elsewhere. */
function findLone({ reports, units, findNear }: Story, groups: readonly Group[]): Lone[] {
  const paired = new Set(groups.flatMap((group) => [...group.values()].flat()));
  const alone = units.filter((unit) => !paired.has(unit.place));
  return alone.map(({ report: at, place, spans }) => {
    const { siglum, report } = reports[at]!;
    return { siglum, report: report.id, spans, near: findNear([place], new Set([at])) };
  });
}
