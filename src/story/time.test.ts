import { describe, expect, it } from "vitest";
import { readPublished } from "../report/published.ts";
import { type Digest, digestReport } from "./digest.ts";
import { makeCalendar, weighDays } from "./time.ts";
import { makeVocabulary } from "./vocabulary.ts";

function dated(published: string | null): Digest {
  const time = published === null ? null : readPublished(published);
  return digestReport({ id: "a", title: null, url: null, text: "", published: time }, makeVocabulary(), 30);
}

const start = Date.UTC(2024, 0, 1);
const daily = (days: number) =>
  Array.from({ length: days }, (_, at) => dated(new Date(start + at * 86_400_000).toISOString().slice(0, 10)));

describe("weighDays", () => {
  const [first, next, , , , , , week] = daily(8);

  it("lets one day tell more in a set of years than in one of a week", () => {
    const short = weighDays(first!, next!, makeCalendar(daily(8)));
    const long = weighDays(first!, next!, makeCalendar(daily(1000)));
    expect(short).toBeGreaterThan(0);
    expect(long).toBeGreaterThan(short + 3);
  });

  it("counts the same both ways, and less the further apart", () => {
    const calendar = makeCalendar(daily(1000));
    expect(weighDays(first!, week!, calendar)).toBe(weighDays(week!, first!, calendar));
    expect(weighDays(first!, week!, calendar)).toBeLessThan(weighDays(first!, next!, calendar));
  });

  it("has a limit to what a date, which may be wrong, tells against a pair", () => {
    const far = weighDays(first!, dated("2026-01-01"), makeCalendar(daily(1000)));
    expect(far).toBeLessThan(-3);
    expect(far).toBeGreaterThan(-4);
  });

  it("tells nothing where a date is not known, or where a set of few reports tells nothing of its time", () => {
    expect(weighDays(first!, dated(null), makeCalendar(daily(1000)))).toBe(0);
    expect(Math.abs(weighDays(first!, first!, makeCalendar([])))).toBeLessThan(0.1);
  });
});
