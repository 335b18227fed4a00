import { describe, expect, it } from "vitest";
import { linkWords } from "./link.ts";
import { makeWords } from "./word.ts";

const read = (text: string) => makeWords(text, [{ from: 0, to: text.length }], []);

/** Links between words that are not the same, as "left~right". */
function showLinks(a: string, b: string): string[] {
  const [left, right] = [read(a), read(b)];
  return linkWords(left, right)
    .map((link) => [left[link.a]!, right[link.b]!] as const)
    .filter(([x, y]) => x.form !== y.form)
    .map(([x, y]) => `${x.form}~${y.form}`);
}

describe("linkWords", () => {
  const a = "The engineer said that the harbour wall could collapse within two winters.";
  const b = "Within 2 winters the harbour wall may collapse, said an engineer.";

  it("links forms of one word, one number, and what people take for the same", () => {
    expect(showLinks(a, b)).toEqual(expect.arrayContaining(["could~may", "two~2"]));
    expect(showLinks("Divers found cracks in the wall.", "A diver found a crack in a wall.")).toEqual(
      expect.arrayContaining(["divers~diver", "cracks~crack", "the~a"]),
    );
  });

  it("links words in another order, each to its own", () => {
    const [left, right] = [read(a), read(b)];
    const links = linkWords(left, right).map((link) => [left[link.a]!.form, right[link.b]!.form]);
    for (const word of ["within", "winters", "harbour", "wall", "said", "engineer", "collapse"])
      expect(links).toContainEqual([word, word]);
  });

  it("gives the same links from b to a", () => {
    const back = linkWords(read(b), read(a)).map((link) => ({ ...link, a: link.b, b: link.a }));
    expect(back.sort((x, y) => x.a - y.a || x.b - y.b)).toEqual(linkWords(read(a), read(b)));
  });

  it("links each word of equal wordings to itself, and what differs amid the same words to its answer", () => {
    const same = linkWords(read(a), read(a));
    expect(same.filter(({ confidence }) => confidence > 0.9).map((link) => link.a - link.b)).toEqual(
      read(a).map(() => 0),
    );
    expect(showLinks(a, a.replace("could collapse", "might collapse"))).toEqual(["could~might"]);
  });

  it("links little between sentences that have nothing in common, and nothing to no words", () => {
    expect(showLinks("Three bakers sang on the roof.", "Parliament may vote about fishing quotas tomorrow.")).toEqual(
      [],
    );
    expect(linkWords([], read(a))).toEqual([]);
    expect(linkWords(read(a), [])).toEqual([]);
  });
});
