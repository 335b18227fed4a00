import { describe, expect, it } from "vitest";
import { analyzeTexts } from "../../test/table.ts";

const count = (a: string, b: string) => analyzeTexts(a, b).collations.length;

describe("makeIsDenied", () => {
  const wall = "the divers had found seven cracks in the northern wall of Kelsmouth";
  const told = "The divers found seven deep cracks in the northern wall of Kelsmouth harbour.";

  it("keeps what somebody denies or does not believe apart from what asserts it", () => {
    expect(count(`Ana Ruiz, the engineer of the council, doesn't believe ${wall}.`, told)).toBe(0);
    expect(count(`Ana Ruiz, the engineer of the council, denied that ${wall}.`, told)).toBe(0);
    expect(count(`Ana Ruiz, the engineer of the council, believes ${wall}.`, told)).toBe(1);
  });

  it("keeps what somebody plays down apart, and not the rest of the sentence", () => {
    const closing = "closing the northern sluice before the winter storms";
    const pushed = `Divers spoke of changes such as ${closing}.`;
    expect(count(`She also downplayed talk of ${closing}.`, pushed)).toBe(0);
    expect(count(`She also favoured talk of ${closing}.`, pushed)).toBe(1);
    expect(
      count(`She downplayed the storm, and the council voted for ${closing}.`, `The council voted for ${closing}.`),
    ).toBe(1);
  });

  it("keeps apart from what somebody says what nobody that can be told says against it", () => {
    const said = (not: string) => `“Women at the harbour ${not}need to step up before the winter storms come.”`;
    const mayor = `Ben Roe, the mayor of Kelsmouth, said on Monday: ${said("")}`;
    expect(count(mayor, `The banners on the quay: ${said("don't ")}`)).toBe(0);
    expect(count(mayor, `The banners on the quay: ${said("")}`)).toBe(1);
    expect(count(mayor, `Ben Roe, the mayor of Kelsmouth, said on Monday: ${said("don't ")}`)).toBe(1);
    expect(count(`The banners on the quay: ${said("")}`, `The banners on the quay: ${said("don't ")}`)).toBe(1);
  });

  it("lets a negation answer what turns the sense without one", () => {
    const said = (gets: string) =>
      `“I am ready to work all night and make sure that the council ${gets} the old northern sluice.”`;
    expect(
      count(
        `Ben Roe, the mayor of Kelsmouth, said on Monday: ${said("never gets anyplace close to")}`,
        `The banners on the quay: ${said("gets nowhere near")}`,
      ),
    ).toBe(1);
  });

  it("lets two denials answer each other", () => {
    expect(
      count(
        `Ana Ruiz denied that ${wall}.`,
        `Ana Ruiz said that the divers had not found seven cracks in the northern wall of Kelsmouth.`,
      ),
    ).toBe(1);
  });
});
