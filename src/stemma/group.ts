import type { Named } from "../collate/collation.ts";
import { findBody, type Note } from "../report/report.ts";
import { sliceSpan } from "../text/span.ts";
import { findWords } from "../text/token.ts";
import { isBefore } from "./citing.ts";
import type { Copied } from "./copied.ts";
import { findSigned, makePassages } from "./copying.ts";
import { type Draft, makeReport, type Rival, type Text } from "./draft.ts";
import { inferTree, type TextTree } from "./infer.ts";

/** What is shared must make up this part of the shorter report, or the two are no copies of one text. */
const LEAST_SHARE = 0.25;
/** Two have no shape to be told. */
const FEWEST = 3;
const ROUNDS = 100;
/** What one change tells, in bits. */
const CHANGE_BITS = 3;

export interface Groups {
  readonly drafts: readonly Draft[];
  readonly rivals: readonly Rival[];
  readonly notes: readonly Note[];
  /** Pairs that the trees explain. */
  readonly explained: ReadonlySet<Copied>;
}

/**
 * Trees for groups of three reports and more that are largely one text: by the places at which their texts differ (`inferTree`),
 * hung from the report that came out first where that is known, else from the one that others of them name and that names none of
 * them, else from the end that the texts tell. A line against known times is
 * not drawn. Groups signed with one agency's name are left out: that explains them.
 */
export function draftGroups(reports: readonly Named[], copied: readonly Copied[], byWord: readonly Draft[]): Groups {
  const texts = reports.map(({ report }) =>
    findBody(report)
      .map((block) => sliceSpan(report.text, block))
      .join("\n"),
  );
  const lengths = texts.map((text) => findWords(text).length);
  const strong = copied.filter(({ a, b, words }) => words >= LEAST_SHARE * Math.min(lengths[a]!, lengths[b]!));
  const groups = joinGroups(strong).filter(
    (group) =>
      group.length >= FEWEST &&
      !isSigned(
        group.map((at) => reports[at]!.siglum),
        byWord,
      ),
  );
  const found = groups.map((group) =>
    draftGroup(
      group.map((at) => reports[at]!),
      group,
      { copied, byWord },
      texts,
    ),
  );
  // A group of which nothing tells the oldest is left to its pairs, which then hang from lost texts.
  const told = groups.filter((_, at) => found[at]!.drafts.length > 0);
  const inOne = (a: number, b: number) => told.some((group) => group.includes(a) && group.includes(b));
  return {
    drafts: found.flatMap(({ drafts }) => drafts),
    rivals: found.flatMap(({ rivals }) => rivals),
    notes: found.flatMap(({ notes }) => notes),
    explained: new Set(copied.filter(({ a, b }) => inOne(a, b))),
  };
}

/** Reports that pairs join, each group rising. */
function joinGroups(pairs: readonly Copied[]): number[][] {
  const groups: number[][] = [];
  for (const { a, b } of pairs) {
    const met = groups.filter((group) => group.includes(a) || group.includes(b));
    const joined = [...new Set([...met.flat(), a, b])].sort((x, y) => x - y);
    for (const group of met) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.sort((x, y) => x[0]! - y[0]!);
}

function isSigned(sigla: readonly string[], byWord: readonly Draft[]): boolean {
  return sigla.some((a, i) => sigla.slice(i + 1).some((b) => findSigned(byWord, a, b) !== null));
}

function draftGroup(
  group: readonly Named[],
  places: readonly number[],
  { copied, byWord }: { copied: readonly Copied[]; byWord: readonly Draft[] },
  texts: readonly string[],
): Omit<Groups, "explained"> {
  const tree = inferTree(
    places.map((at) => texts[at]!),
    { rounds: ROUNDS },
  );
  const first = findFirst(group, byWord);
  const key = group.map(({ siglum }) => siglum).join(" ");
  if (first < 0 && !tree.isRooted) {
    const message = `It cannot be told which of ${key.replaceAll(" ", ", ")} is the oldest: no time and no words tell.`;
    return { drafts: [], rivals: [], notes: [{ message }] };
  }
  const root = first >= 0 ? first : tree.root;
  const lines = hangLines(tree, root);
  const textOf = (node: number): Text =>
    node < group.length ? makeReport(group[node]!.siglum) : { name: `lost ${key} ${node}`, siglum: null, lost: null };
  const isTimely = (from: number, to: number) =>
    !isBefore(group[to]?.report.published ?? null, group[from]?.report.published ?? null);
  const drawn = lines.filter(({ from, to }) => isTimely(from, to));
  const drafts = drawn.flatMap(({ from, to, support }): Draft[] => {
    const own = copied.find(({ a, b }) => [a, b].includes(places[from]!) && [a, b].includes(places[to]!));
    const best = own ?? findAcross(lines, to, places, copied);
    if (best === null) return [];
    const [a, b] = [best.a, best.b].map((at) => group[places.indexOf(at)]!.siglum) as [string, string];
    const reasons = makePassages(best, a, b);
    const most = measureRight(support);
    return [
      { from: textOf(from), to: textOf(to).name, reasons, carries: best.words / 10, isPart: false, support, most },
    ];
  });
  const rivals = lines.flatMap(({ to, others }) =>
    others
      .filter(({ node }) =>
        drafts.some((draft) => draft.from.name === textOf(node).name || draft.to === textOf(node).name),
      )
      .map(({ node, more }) => ({ from: textOf(node).name, to: textOf(to).name, margin: more * CHANGE_BITS })),
  );
  return { drafts, rivals, notes: [] };
}

/** The place of the report that came out before all others, else of the only one that others name and that names none; -1 if none. */
function findFirst(group: readonly Named[], byWord: readonly Draft[]): number {
  const timed = group.findIndex((a) => group.every((b) => a === b || isBefore(a.report.published, b.report.published)));
  if (timed >= 0) return timed;
  const sigla = group.map(({ siglum }) => siglum);
  const named = byWord.filter(
    ({ from, to }) => from.siglum !== null && sigla.includes(from.siglum) && sigla.includes(to),
  );
  const heads = sigla.filter(
    (siglum) => named.some(({ from }) => from.siglum === siglum) && !named.some(({ to }) => to === siglum),
  );
  return heads.length === 1 ? sigla.indexOf(heads[0]!) : -1;
}

/** Support, and the share of lines with it that are right, on made traditions (`npm run bench -- stemma`). */
const RIGHT: readonly (readonly [number, number])[] = [
  [0, 0.3],
  [0.4, 0.37],
  [0.5, 0.5],
  [0.7, 0.68],
  [0.9, 0.8],
  [1, 0.84],
];

/** How likely a line with this support is right. */
export function measureRight(support: number): number {
  const at = Math.max(
    1,
    RIGHT.findIndex(([bound]) => support <= bound),
  );
  const [[from, low], [to, high]] = [RIGHT[at - 1]!, RIGHT[at]!];
  return low + ((high - low) * (support - from)) / (to - from);
}

interface Hanging {
  readonly from: number;
  readonly to: number;
  readonly support: number;
  readonly others: TextTree["lines"][number]["others"];
}

/** The lines of a tree away from a root; further exemplars are left out, for one paragraph from elsewhere is not told from an edit. */
function hangLines({ lines }: TextTree, root: number): Hanging[] {
  const hung: Hanging[] = [];
  const reached = [root];
  for (const node of reached) {
    for (const { parent, child, kind, support, others } of lines) {
      const next = parent === node ? child : child === node ? parent : -1;
      if (kind !== "first" || next < 0 || reached.includes(next)) continue;
      reached.push(next);
      hung.push({ from: node, to: next, support, others: next === child ? others : [] });
    }
  }
  return hung;
}

/** Of the pairs with one text below a line and one not, the one that shares most. */
function findAcross(
  lines: readonly Hanging[],
  node: number,
  places: readonly number[],
  copied: readonly Copied[],
): Copied | null {
  const below = [node];
  for (const each of below) below.push(...lines.filter(({ from }) => from === each).map(({ to }) => to));
  const isBelow = (at: number) => below.includes(places.indexOf(at));
  const across = copied.filter(({ a, b }) => places.includes(a) && places.includes(b) && isBelow(a) !== isBelow(b));
  return across.reduce<Copied | null>((best, pair) => (best === null || pair.words > best.words ? pair : best), null);
}
