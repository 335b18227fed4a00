import type { Example } from "./examples.ts";

/** Of the word triples of the shorter of two lines, the share that makes them one sentence told again. */
const SAME = 0.2;
/** A triple in more lines than this tells nothing: "the prime minister". */
const MOST_LINES = 60;

/**
 * Deals examples into folds so that no sentence, nor another translation of it, stands in two: the sets share sources, and a
 * line whose twin was trained on would be no test. Lines that share a fifth of their word triples are kept together.
 */
export function makeFolds(examples: readonly Example[], count: number): number[] {
  const triples = examples.map(({ line }) => new Set([...listTriples(line.a), ...listTriples(line.b)]));
  const group = examples.map((_, at) => at);
  const find = (at: number): number => {
    while (group[at] !== at) at = group[at] = group[group[at]!]!;
    return at;
  };
  const lines = new Map<string, number[]>();
  for (const [at, own] of triples.entries())
    for (const triple of own) (lines.get(triple) ?? lines.set(triple, []).get(triple)!).push(at);
  for (const [at, own] of triples.entries()) {
    const shared = new Map<number, number>();
    for (const triple of own) {
      const places = lines.get(triple)!;
      if (places.length <= MOST_LINES)
        for (const other of places) if (other > at) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, common] of shared)
      if (common >= SAME * Math.min(own.size, triples[other]!.size)) group[find(other)] = find(at);
  }
  return deal(
    examples.map((_, at) => find(at)),
    count,
  );
}

/** The largest groups first, each to the fold that has least. */
function deal(groups: readonly number[], count: number): number[] {
  const sizes = [...Map.groupBy(groups, (group) => group)].map(([group, members]) => [group, members.length] as const);
  const load = Array.from({ length: count }, () => 0);
  const fold = new Map<number, number>();
  for (const [group, size] of sizes.sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    const at = load.indexOf(Math.min(...load));
    load[at]! += size;
    fold.set(group, at);
  }
  return groups.map((group) => fold.get(group)!);
}

function listTriples(tokens: readonly string[]): string[] {
  const words = tokens.map((token) => token.toLowerCase()).filter((token) => /[\p{L}\p{N}]/u.test(token));
  return words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`);
}
