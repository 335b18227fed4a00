import type { Analysis } from "../analyze.ts";
import type { Descent, Evidence, StemmaNode } from "../stemma/stemma.ts";
import { showPart } from "./label.ts";
import { nameNode } from "./node.ts";
import { type Cell, writeTable } from "./table.ts";
import { makeView, type View } from "./view.ts";

const COLUMNS = [
  "row",
  "name",
  "called",
  "published_from",
  "published_to",
  "url",
  "file",
  "from",
  "to",
  "kind",
  "support",
  "confidence",
  "for",
  "against",
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], Cell>>;

/** No cell filled. */
const EMPTY = Object.fromEntries(COLUMNS.map((column) => [column, null])) as Row;

/**
 * The stemma as one table: a row a node (`row` says `node`), then a row a line of descent (`line`), both in the order of the
 * stemma, cells that are not theirs empty. Reasons stand behind one another with their weight in bits. See `writeTable`.
 */
export function renderCsv(analysis: Analysis): string {
  const view = makeView(analysis);
  const { stemma } = analysis;
  return writeTable(COLUMNS, [
    ...stemma.nodes.map((node) => makeNodeRow(view, node)),
    ...stemma.descents.map(makeLineRow),
  ]);
}

function makeNodeRow(view: View, node: StemmaNode): Row {
  const { name, siglum, lost } = node;
  const head = { ...EMPTY, row: "node", name, called: nameNode(view, node) };
  if (siglum === null) return { ...head, kind: lost ?? "lost" };
  const { published, url, origin } = view.bySiglum.get(siglum)!.report;
  const times = { published_from: published?.from ?? null, published_to: published?.to ?? null };
  return { ...head, ...times, url, file: origin.place, kind: "report" };
}

function makeLineRow({ from, to, kind, support, confidence, for: reasons, against }: Descent): Row {
  const sure = { support: support && Number(showPart(support)), confidence: Number(showPart(confidence)) };
  return { ...EMPTY, row: "line", from, to, kind, ...sure, for: listReasons(reasons), against: listReasons(against) };
}

function listReasons(reasons: readonly Evidence[]): string {
  return reasons.map(({ message, weight }) => `${message} (${weight.toFixed(1)})`).join(" ");
}
