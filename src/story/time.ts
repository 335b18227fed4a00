import { DATE_WIDTH, type Digest } from "./digest.ts";

/** Share of the reports of one event whose dates say nothing: those of the collecting, of a later change, misread ones. */
const WRONG = 0.03;
/** Most reports of an event come out within days, some when it is taken up again: share of the first, mean days of each. */
const PROMPT = { share: 0.85, days: 1.1 } as const;
const LATE = { days: 6 } as const;
/** Upper ends of the steps in which days apart are counted. */
const STEPS: readonly number[] = [1, 2, 3, 5, 7, 10, 14, 21, 30, 60, 120, 365, Number.POSITIVE_INFINITY];
/** Pairs that are taken to lie as those of one event do, whatever the set: few reports tell little about their times. */
const PRIOR = 20;

/** What days apart tell in a set of reports: natural logarithm of the likelihood ratio of one event against any two of the set. */
export interface Calendar {
  /** One figure a step. */
  readonly ratios: readonly number[];
}

/** Counts how far apart the dated reports of a set are. Near linear: one pass a step over the sorted days. */
export function makeCalendar(digests: readonly Digest[]): Calendar {
  const days = Float64Array.from(digests.flatMap(({ days }) => (days === null ? [] : [middle(days)]))).sort();
  const total = (days.length * (days.length - 1)) / 2;
  let before = { pairs: 0, event: 0 };
  const ratios = STEPS.map((step) => {
    const upTo = { pairs: countWithin(days, step), event: shareWithin(step) };
    const event = upTo.event - before.event;
    const any = (upTo.pairs - before.pairs + PRIOR * event) / (total + PRIOR);
    before = upTo;
    return Math.log(any === 0 ? WRONG : (1 - WRONG) * (event / any) + WRONG);
  });
  return { ratios };
}

/** 0 where the time of one is not known. */
export function weighDays(a: Digest, b: Digest, { ratios }: Calendar): number {
  if (a.days === null || b.days === null) return 0;
  const apart = Math.abs(middle(a.days) - middle(b.days)) - (excess(a.days) + excess(b.days)) / 2;
  return ratios[STEPS.findIndex((step) => apart <= step)]!;
}

type Days = NonNullable<Digest["days"]>;

function middle({ from, to }: Days): number {
  return (from + to) / 2;
}

/** Days by which a time is less exact than a date. */
function excess({ from, to }: Days): number {
  return Math.max(0, to - from - DATE_WIDTH);
}

/** Pairs of sorted days at most so far apart. */
function countWithin(days: Float64Array, step: number): number {
  let [pairs, first] = [0, 0];
  for (let at = 0; at < days.length; at++) {
    while (days[at]! - days[first]! > step) first++;
    pairs += at - first;
  }
  return pairs;
}

/** Share of the pairs of one event that are at most so far apart, dates being right. */
function shareWithin(step: number): number {
  const within = (mean: number) => 1 - Math.exp(-(step + 0.5) / mean);
  return PROMPT.share * within(PROMPT.days) + (1 - PROMPT.share) * within(LATE.days);
}
