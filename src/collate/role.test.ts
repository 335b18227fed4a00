import { describe, expect, it } from "vitest";
import { sliceSpan } from "../text/span.ts";
import { findRoles } from "./role.ts";
import { makeTold } from "./swap.ts";
import { makeWords } from "./word.ts";

const tell = (text: string) => makeTold(text, makeWords(text, [{ from: 0, to: text.length }], []));
const show = (a: string, b: string) =>
  findRoles(tell(a), tell(b)).map((role) => `${sliceSpan(a, role.a!)} / ${sliceSpan(b, role.b!)}`);

describe("findRoles", () => {
  it("finds who does it to whom the other way round", () => {
    expect(
      show(
        "Last week Dunmarrow Marine sued Kelsmouth over the wall.",
        "Last week Kelsmouth has sued Dunmarrow Marine.",
      ),
    ).toEqual(["Dunmarrow Marine sued Kelsmouth / Kelsmouth has sued Dunmarrow Marine"]);
  });

  it("says nothing of the same, of a passive, of what both do, of an office", () => {
    const sued = "Last week Dunmarrow Marine sued Kelsmouth over the wall.";
    expect(show(sued, sued)).toEqual([]);
    expect(show(sued, "Last week Kelsmouth was sued by Dunmarrow Marine.")).toEqual([]);
    expect(show("On Monday Ana Ruiz met Tobias Venn.", "On Monday Tobias Venn met Ana Ruiz.")).toEqual([]);
    expect(show("The Kelsmouth mayor Maren Oswick spoke.", "There Maren Oswick, mayor of Kelsmouth, spoke.")).toEqual(
      [],
    );
  });
});
