import type { Span } from "../text/span.ts";
import type { Sentence } from "./unit.ts";

/**
 * The paragraphs that a sentence before them introduces, by that sentence: it ends its own with a colon, and they are words in marks from
 * end to end ("According to the Courier:"). One such paragraph each; what follows it may be the reporter's again. Linear.
 */
export function findIntroduced(sentences: readonly Sentence[]): ReadonlyMap<Sentence, Span> {
  const blocks = [...Map.groupBy(sentences, ({ block }) => block).values()];
  return new Map(
    blocks.slice(1).flatMap((next, at): [Sentence, Span][] => {
      const last = blocks[at]!.at(-1)!;
      const isOpen = last.units.at(-1)?.word === ":" && isQuoted(next);
      return isOpen ? [[last, { from: next[0]!.from, to: next.at(-1)!.to }]] : [];
    }),
  );
}

function isQuoted(sentences: readonly Sentence[]): boolean {
  return sentences[0]!.units[0]?.kind === "run" && sentences.at(-1)!.units.at(-1)?.kind === "run";
}
