import { describe, expect, it } from "vitest";
import { makeReport } from "../../test/marked.ts";
import { sliceSpan } from "../text/span.ts";
import { findMarked } from "./marks.ts";

/** What stands between marks; parts over a slash; a question mark behind what is not closed. */
function read(...lines: string[]): string[] {
  const { text, blocks } = makeReport(lines.join("\n"));
  return findMarked(text, blocks).map(
    ({ parts, closed }) => parts.map(({ inner }) => sliceSpan(text, inner)).join("/") + (closed ? "" : "?"),
  );
}

describe("findMarked", () => {
  it("pairs every kind of mark with what closes it", () => {
    for (const [open, close] of ["“”", "„“", "„”", "””", "«»", "»«", '""', "‘’", "''", "‚‘"].map((pair) => [...pair]))
      expect(read(`a ${open}b c${close} d`)).toEqual(["b c"]);
    expect(read("a ''b c'' d", "a ``b c'' d")).toEqual(["b c", "b c"]);
  });

  it("gives the outermost alone", () => {
    expect(read("“a ‘b’ “c” d” e")).toEqual(["a ‘b’ “c” d"]);
    expect(read("‘a “b” c’ d")).toEqual(["a “b” c"]);
  });

  it("leaves apostrophes, possessives, feet and inches alone", () => {
    expect(read("don't the dogs' tails wag in '90s rock 'n' roll? He is 6'2\", she 5'4\".")).toEqual([]);
    expect(read("the dogs’ tails, the ’90s")).toEqual([]);
    expect(read("‘the dogs’ tails’, he said")).toEqual(["the dogs’ tails"]);
    expect(read("‘I fed the dogs’ Anna said, as the boys’ did")).toEqual(["I fed the dogs"]);
    expect(read("‘The Crows’ is on. The boys’ toys’ lids")).toEqual(["The Crows"]);
    expect(read('"it is 5" wide" or so')).toEqual(['it is 5" wide']);
  });

  it("follows a run into the next block if that begins with the same mark", () => {
    expect(read("“a", "“b", "“c” d")).toEqual(["a/b/c"]);
    expect(read('"a', '"b" c')).toEqual(["a/b"]);
  });

  it("goes on where a page has run the paragraphs of one into one", () => {
    expect(read('"We saw it. "Then we left," she said.')).toEqual(['We saw it. "Then we left,']);
    expect(read('He said "it is late. "We will go," she said.')).toEqual(["We will go,"]);
    expect(read('"We saw it," she said. "It was big. "It was bigger," said Ben.')).toEqual([
      "We saw it,",
      "It was bigger,",
    ]);
  });

  it("ends a run that is not closed with its block", () => {
    expect(read("x “a b", "c")).toEqual(["a b?"]);
  });

  it("pairs a straight mark with a curly one where both are over", () => {
    expect(read('He added: "The pier will hold.” It rained.')).toEqual(["The pier will hold."]);
    expect(read('“It will hold," he said. “We know it.”')).toEqual(["It will hold,", "We know it."]);
    expect(read('"It will hold,” he said. "We know it."')).toEqual(["It will hold,", "We know it."]);
    expect(read('"They call it “the trap” here,” he said.')).toEqual(["They call it “the trap” here,"]);
    expect(read('He added: "It will hold.” "We know it. "It is new."')).toEqual(["It will hold.", "It is new."]);
    const { text, blocks } = makeReport('"It holds,” he said. "It does."');
    expect(findMarked(text, blocks).map((marked) => marked.mixed)).toEqual([true, false]);
  });

  it("pairs them where the last goes on in the next block, with the mark of either kind", () => {
    expect(read('“It holds," she said. "We waited.', "“Then we left,” she said.")).toEqual([
      "It holds,",
      "We waited./Then we left,",
    ]);
    expect(read("“We waited.", '"Then we left," she said.')).toEqual(["We waited./Then we left,"]);
  });

  it("pairs a double mark with two single ones where both are over", () => {
    expect(read("It gave a \"travel advisory'' in May. The alert went on for a year.")).toEqual(["travel advisory"]);
    expect(read('``The pier will hold," he said. It rained.')).toEqual(["The pier will hold,"]);
    expect(read("\"They call it ''the trap'' here,\" he said.")).toEqual(["They call it ''the trap'' here,"]);
    expect(read("He is 6'2'' and said \"no\" twice.")).toEqual(["no"]);
    const { text, blocks } = makeReport("A \"travel advisory'' came, ''at last''.");
    expect(findMarked(text, blocks).map((marked) => marked.mixed)).toEqual([true, false]);
  });

  it("reads two single curly ones as a double one", () => {
    expect(read("“it was late,’’ she said. “Then it fell.’’")).toEqual(["it was late,", "Then it fell."]);
    expect(read("‘‘it was late,’’ she said")).toEqual(["it was late,"]);
    expect(read("“she said ‘no’,” he said. ‘The “Crow”’ left")).toEqual(["she said ‘no’,", "The “Crow”"]);
  });

  it("takes an opening mark that stands behind a word for the closing one, and dots behind a straight mark for words", () => {
    expect(read("“The pier holds!“ she wrote. “It does.“")).toEqual(["The pier holds!", "It does."]);
    expect(read("“They call it “the trap” here,“ he said.")).toEqual(["They call it “the trap” here,"]);
    expect(read('She wrote "...and the pier holds" twice.')).toEqual(["...and the pier holds"]);
    expect(read("He said “yes and “no” or so.")).toEqual(["no"]);
  });

  it("keeps straight and curly marks apart where each has its own kind, and where one would still be over", () => {
    expect(read('“They say "hold" here,” he said.')).toEqual(['They say "hold" here,']);
    expect(read('“They say "hold" here.')).toEqual(['They say "hold" here.?']);
    expect(read('“The pier "holds" and "falls.', "“It does.”")).toEqual(['The pier "holds" and "falls./It does.']);
  });

  it("takes a straight mark between a stop and a capital for what is missing there", () => {
    expect(read('"It fell last week."Then Ben Roe wrote: "We ran."')).toEqual(["It fell last week.", "We ran."]);
    expect(read('Nobody had seen it."We ran," she said.')).toEqual(["We ran,"]);
    expect(read('The pier fell."Then we left. "It is late," she said.')).toEqual(["It is late,"]);
    expect(read('"It fell."And so it did."Then they called it "lost" twice."We ran," she said.')).toEqual([
      "It fell.",
      "lost",
      "We ran,",
    ]);
  });

  it("drops a mark left open before another opens", () => {
    expect(read("x “a b “c d” e")).toEqual(["c d"]);
  });
});
