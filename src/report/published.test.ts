import { afterEach, describe, expect, it } from "vitest";
import { readPublished } from "./published.ts";

const show = (words: string): string | null => {
  const dated = readPublished(words);
  return dated && `${dated.from} ${dated.to}`;
};

const rows: readonly (readonly [string, string | null])[] = [
  ["2024-05-02T10:15:30Z", "2024-05-02T10:15:30Z 2024-05-02T10:15:31Z"],
  ["2024-05-02T10:15:30.123+02:00", "2024-05-02T08:15:30Z 2024-05-02T08:15:31Z"],
  ["2024-05-02T10:15-0330", "2024-05-02T13:45:00Z 2024-05-02T13:46:00Z"],
  ["2024-05-02 10:15", "2024-05-01T20:15:00Z 2024-05-02T22:16:00Z"],
  ["2024-05-02", "2024-05-01T10:00:00Z 2024-05-03T12:00:00Z"],
  ["20240502", "2024-05-01T10:00:00Z 2024-05-03T12:00:00Z"],
  ["2024-05", "2024-04-30T10:00:00Z 2024-06-01T12:00:00Z"],
  ["2024", "2023-12-31T10:00:00Z 2025-01-01T12:00:00Z"],
  ["2 May 2024", "2024-05-01T10:00:00Z 2024-05-03T12:00:00Z"],
  ["Published on Thursday, May 2nd, 2024", "2024-05-01T10:00:00Z 2024-05-03T12:00:00Z"],
  ["3 Dec 2024 - 16:12", "2024-12-03T02:12:00Z 2024-12-04T04:13:00Z"],
  ["Dec. 3, 2024 at 4:12 p.m. EST", "2024-12-03T21:12:00Z 2024-12-03T21:13:00Z"],
  ["Tue 3 Dec 2024 16.12 GMT", "2024-12-03T16:12:00Z 2024-12-03T16:13:00Z"],
  ["Tue, 03 Dec 2024 16:12:05 +0330", "2024-12-03T12:42:05Z 2024-12-03T12:42:06Z"],
  ["Tue Nov 19 2024 03:05:46 GMT+0000 (UTC)", "2024-11-19T03:05:46Z 2024-11-19T03:05:47Z"],
  ["December 3, 2024 4pm GMT", "2024-12-03T16:00:00Z 2024-12-03T17:00:00Z"],
  ["12:05 am, 3 December 2024 UTC", "2024-12-02T10:05:00Z 2024-12-03T12:06:00Z"],
  ["31/12/2024", "2024-12-30T10:00:00Z 2025-01-01T12:00:00Z"],
  ["12/31/2024", "2024-12-30T10:00:00Z 2025-01-01T12:00:00Z"],
  ["03.12.2024", "2024-12-02T10:00:00Z 2024-12-04T12:00:00Z"],
  ["2024/12/3 16:12 CET", "2024-12-03T15:12:00Z 2024-12-03T15:13:00Z"],
  ["3 December 2024 99:15", "2024-12-02T10:00:00Z 2024-12-04T12:00:00Z"],
  ["3/12/2024", null],
  ["30 February 2024", null],
  ["2024-02-30", null],
  ["0001-01-01T00:00:00Z", null],
  ["3 Brumaire 2024", null],
  ["today at 16:12", null],
  ["2 hours ago", null],
  ["3 December", null],
  ["", null],
  [`${"so ".repeat(60)}3 December 2024`, null],
];

describe("readPublished", () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each(rows)("reads %j as %j", (words, expected) => {
    expect(show(words)).toBe(expected);
  });

  it("gives the same in every zone of the machine", () => {
    for (const name of ["Pacific/Kiritimati", "America/Los_Angeles"]) {
      process.env.TZ = name;
      expect(new Date(0).getTimezoneOffset()).not.toBe(0);
      expect(rows.map(([words]) => show(words))).toEqual(rows.map(([, expected]) => expected));
    }
  });
});
