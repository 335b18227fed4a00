import type { TextTree } from "../src/stemma/infer.ts";

/**
 * A tree as `α(A(B),C)`: what is in parentheses was copied from what is before them; `C+B` has readings of B beside those of
 * its exemplar. Lost nodes are α, β, … in the order in which they are written, siblings in the order of their first text.
 */
export function showTree({ root, lines }: TextTree, names: readonly string[]): string {
  const greek: number[] = [];
  const kids = (node: number) =>
    lines.filter(({ parent, kind }) => parent === node && kind === "first").map(({ child }) => child);
  const first = (node: number): string => [names[node] ?? "~", ...kids(node).map(first)].sort()[0]!;
  const name = (node: number): string => {
    if (names[node] !== undefined) return names[node];
    if (!greek.includes(node)) greek.push(node);
    return "αβγδεζηθ"[greek.indexOf(node)]!;
  };
  const show = (node: number): string => {
    const seconds = lines.filter(({ child, kind }) => child === node && kind === "second");
    const own = [name(node), ...seconds.map(({ parent }) => name(parent))].join("+");
    const below = kids(node).sort((a, b) => (first(a) < first(b) ? -1 : 1));
    return below.length === 0 ? own : `${own}(${below.map(show).join(",")})`;
  };
  return lines.length === 0 ? names.join(" ") : show(root);
}
