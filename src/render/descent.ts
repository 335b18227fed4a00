import type { Passage } from "../report/report.ts";
import type { Descent, Evidence, Stemma, StemmaNode } from "../stemma/stemma.ts";
import { countOf, listSigla, showPart } from "./label.ts";
import { isMain } from "./layout.ts";
import { anchorNaming, anchorNode, anchorReason } from "./mark.ts";
import { html, type Markup } from "./markup.ts";
import { joinReasons, LOST, nameNode, tellLost } from "./node.ts";
import { clipWords, getReport, sliceWords, type View } from "./view.ts";

/** How many code units of a passage are shown; the link leads to the rest. */
const SHOWN = 200;
/** How many passages of one reason are listed; all are marked in the columns. */
const LISTED = 24;

/** Every node with the lines that lead to it and the evidence for and against each, folded; a lost one with what names it. */
export function renderDescents(view: View): Markup {
  return html`${view.analysis.stemma.nodes.map((node, at) => renderNode(view, node, at + 1))}`;
}

/** The place that links lead to is within, so that a browser opens the fold. */
function renderNode(view: View, node: StemmaNode, number: number): Markup {
  const { descents } = view.analysis.stemma;
  const lines = descents.map((line, at) => ({ line, number: at + 1 })).filter(({ line }) => line.to === node.name);
  const tell = makeTeller(lines.map(({ line }) => line));
  const head =
    lines.length > 0
      ? `from ${listSigla(lines.map(({ line }) => line.from))}`
      : node.siglum === null
        ? [tellLost(view, node), "lost"].filter(Boolean).join(", ")
        : "no line leads to it";
  return html`<details class="fold descent"><summary><span class="siglum">${node.name}</span> ${nameNode(view, node)}: ${head}</summary><div id="${anchorNode("from", node.name)}">
${node.siglum === null && html`<p>A text that must have existed and is not among the reports${node.lost && html`: ${tellLost(view, node)}`}.</p>`}
${node.named.length > 0 && renderPassages(view, node.named, (passage) => anchorNaming(number, passage))}
${lines.length === 0 && node.siglum !== null && html`<p>Nothing tells that it was made from another.</p>`}
${lines.map(({ line, number: place }) => renderLine(view, line, tell(line), place))}</div></details>`;
}

function renderLine(view: View, line: Descent, told: string, number: number): Markup {
  const reasons = [...line.for, ...line.against].map((reason, at) => ({ reason, number: at + 1 }));
  const [pro, contra] = [reasons.slice(0, line.for.length), reasons.slice(line.for.length)];
  const list = (some: typeof reasons) =>
    html`<ul>${some.map(({ reason, number: at }) => renderReason(view, reason, (passage) => anchorReason(number, at, passage)))}</ul>`;
  return html`<p class="told">${told}</p>${list(pro)}${contra.length > 0 && html`<p>Against it:</p>${list(contra)}`}`;
}

/** For each of the lines to one node: "From A, its exemplar: confidence 0.8, support 0.9."; "In part from A: confidence 0.95." where it has no exemplar. */
function makeTeller(lines: readonly Descent[]): (line: Descent) => string {
  const hasExemplar = lines.some(isMain);
  return (line) => {
    const { from, confidence, support } = line;
    const head = hasExemplar ? `From ${from}, ${isMain(line) ? "its" : "a further"} exemplar` : `In part from ${from}`;
    const rounds = support === null ? "" : `, support ${showPart(support)}`;
    return `${head}: confidence ${showPart(confidence)}${rounds}.`;
  };
}

function renderReason(
  view: View,
  { message, passages, weight }: Evidence,
  anchor: (passage: number) => string,
): Markup {
  const bits =
    weight === 0 ? null : html` <span class="how">${countOf(Math.round(Math.abs(weight) * 10) / 10, "bit")}</span>`;
  return html`<li>${message}${bits}${passages.length > 0 && renderPassages(view, passages, anchor)}</li>`;
}

function renderPassages(view: View, passages: readonly Passage[], anchor: (passage: number) => string): Markup {
  const shown = passages.slice(0, LISTED).map((passage, at) => renderPassage(view, passage, anchor(at + 1)));
  const more = passages.length - LISTED;
  return html`<ul class="evidence">${shown}${more > 0 && html`<li>and ${countOf(more, "passage")} more</li>`}</ul>`;
}

function renderPassage(view: View, passage: Passage, anchor: string): Markup {
  const { siglum, report } = getReport(view, passage.report);
  const words = clipWords(sliceWords(view, passage.report, [passage]), SHOWN);
  return html`<li><span class="siglum">${siglum}</span> <a href="#${anchor}" lang="${report.language}" dir="auto">${words}</a></li>`;
}

/** What the entry of a node shows while it is pointed at: its lines with their reasons in a sentence each. */
export function tellReasons({ descents }: Stemma, { name, siglum, lost }: StemmaNode): Markup {
  const lines = descents.filter(({ to }) => to === name);
  if (lines.length === 0 && siglum === null)
    return html`<p>A text that must have existed${lost && html`: ${LOST[lost]}`}.</p>`;
  if (lines.length === 0) return html`<p>Nothing tells that ${name} was made from another.</p>`;
  const tell = makeTeller(lines);
  return html`${lines.map((line) => html`<p>${tell(line)} ${joinReasons(line.for)}${line.against.length > 0 && html` Against it: ${joinReasons(line.against)}`}</p>`)}`;
}
