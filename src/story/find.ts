import type { Field } from "./candidate.ts";
import { findChances } from "./chance.ts";
import { type Digest, digestReport } from "./digest.ts";
import { type Edge, linkReports, MILLION } from "./link.ts";
import { weighDigest, weighTerms } from "./measure.ts";
import { findReasons } from "./reason.ts";
import type { Story, StoryOptions, StoryReport } from "./story.ts";
import { makeCalendar } from "./time.ts";
import { makeVocabulary, type Vocabulary } from "./vocabulary.ts";

/** Days. */
export const WINDOW = 30;
/** Chosen on marked stories together with the weights: `npm run train -- story`. */
const LEAST = 0.12;

/** Takes reports one at a time and tells the stories among all it has been given. */
export interface StoryFinder {
  /** Takes a report in. Its text is not kept; about 4 KB of numbers are. Throws `RangeError` for an id that it has already. */
  readonly add: (report: StoryReport) => void;
  /** The stories among all reports so far. More may be added afterwards. */
  readonly find: () => Story[];
}

/**
 * The stories among reports: groups of two or more that tell of one event, by the time of their first report, undated ones last,
 * then by id. None for no reports. They are a function of the set of reports: the order plays no part, and reports that come
 * later give the same as all at once. Throws `RangeError` if two reports have one id or an option is out of range.
 *
 * Candidates share rare words; each gets a chance by logistic regression over cosines of several kinds, days apart and what
 * else is near; average linkage makes the groups. Left behind after trials: word vectors learned from news (100 and 300 dimensions by singular
 * values: .003 to .006 of B³ on leads, for a megabyte), boosted trees over the same evidence (.003 at most), a second
 * round of regression on the chances of the neighbors (no gain), single linkage (chains unlike reports together).
 */
export function findStories(reports: Iterable<StoryReport>, options: StoryOptions = {}): Story[] {
  const finder = makeStoryFinder(options);
  for (const report of reports) finder.add(report);
  return finder.find();
}

/** The same for reports that come one at a time. Throws `RangeError` if an option is out of range. */
export function makeStoryFinder(options: StoryOptions = {}): StoryFinder {
  const { window = WINDOW, least = LEAST } = options;
  if (!(window >= 0)) throw new RangeError(`a window of ${window} days`);
  if (!(least > 0 && least < 1)) throw new RangeError(`a least chance of ${least}`);
  const vocabulary = makeVocabulary();
  const digests = new Map<string, Digest>();
  return { add, find };

  function add(report: StoryReport): void {
    if (digests.has(report.id)) throw new RangeError(`two reports have the id ${report.id}`);
    digests.set(report.id, digestReport(report, vocabulary, window));
  }

  function find(): Story[] {
    const field = makeField([...digests.values()], vocabulary, window);
    const edges = findChances(field);
    const groups = linkReports(field.reports.length, edges, least).filter((group) => group.length > 1);
    const sums = sumChances(groups, edges, field.reports.length);
    return groups
      .map((group) => makeStory(group, field, sums))
      .sort((x, y) => byFirst(x.first, y.first))
      .map(({ story }) => story);
  }
}

/** The reports in their fixed order, with what their stems weigh in this set. */
export function makeField(digests: readonly Digest[], vocabulary: Vocabulary, window: number): Field {
  const weights = weighTerms(vocabulary, digests.length);
  const reports = [...digests].sort(byDays).map((digest) => weighDigest(digest, weights));
  return { reports, weights, vocabulary, calendar: makeCalendar(digests), window };
}

/** For each report the sum of its chances with the others of its group, in millionths: whole numbers, so exact in any order. */
function sumChances(groups: readonly (readonly number[])[], edges: readonly Edge[], count: number): Float64Array {
  const groupOf = new Int32Array(count).fill(-1);
  for (const [number, group] of groups.entries()) for (const at of group) groupOf[at] = number;
  const sums = new Float64Array(count);
  for (const { a, b, chance } of edges) {
    if (groupOf[a] === -1 || groupOf[a] !== groupOf[b]) continue;
    sums[a]! += chance;
    sums[b]! += chance;
  }
  return sums;
}

function makeStory(group: readonly number[], field: Field, sums: Float64Array): { story: Story; first: Digest } {
  const places = [...group].sort((x, y) => byFirst(field.reports[x]!.digest, field.reports[y]!.digest));
  const digests = places.map((at) => field.reports[at]!.digest);
  const others = group.length - 1;
  const total = group.reduce((sum, at) => sum + sums[at]!, 0);
  const story: Story = {
    id: `story-${digests[0]!.id}`,
    members: places.map((at, i) => ({ report: digests[i]!.id, confidence: sums[at]! / MILLION / others })),
    confidence: total / MILLION / others / group.length,
    reasons: findReasons(digests, field.weights, field.vocabulary),
  };
  return { story, first: digests[0]! };
}

/** Undated first, then by the start of the time, then by id. */
function byDays(a: Digest, b: Digest): number {
  return (
    compare(a.days?.from ?? Number.NEGATIVE_INFINITY, b.days?.from ?? Number.NEGATIVE_INFINITY) || compare(a.id, b.id)
  );
}

/** The same, but undated last. */
function byFirst(a: Digest, b: Digest): number {
  return (
    compare(a.days?.from ?? Number.POSITIVE_INFINITY, b.days?.from ?? Number.POSITIVE_INFINITY) || compare(a.id, b.id)
  );
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
