import type { Collation, Difference, Move, Pair, Siglum } from "../collate/collation.ts";
import type { Span } from "../text/span.ts";
import { placeWording } from "./correction.ts";
import { countOf, DIFFERENCES, listSigla, RELATIONS, showPart } from "./label.ts";
import { anchorWitness } from "./mark.ts";
import { html, type Markup } from "./markup.ts";
import { renderNear } from "./near.ts";
import { findStretches, makeBands, type Stretch, type Wording } from "./stretch.ts";
import { findCredits, sliceWords, type View } from "./view.ts";
import { measureWidth } from "./width.ts";

/** Columns of a band: two stand beside each other in a wide window, and one wraps but little on a telephone. */
const WIDTH = 60;

/** A collation as an entry of the apparatus: who has it, the wordings under each other, moves, pairs, doubts. */
export function renderEntry(view: View, collation: Collation, number: number): Markup {
  const { of, witnesses } = collation.tradition;
  const credit = findCredits(view, collation);
  return html`<article class="entry" id="c${number}" data-c="${number}" data-at="${witnesses.map(placeWording).join(";")}">
<h3 id="d${number}"><span class="number">${number}</span> ${of === "utterance" ? "Utterance" : "Statement"}<span class="sr">,</span>
${credit.speaker && html`<span class="credit">${credit.speaker}</span>`}${credit.venue && html` <span class="credit venue">${credit.venue}</span>`}
<span class="holders">in ${listSigla(witnesses.map((witness) => witness.siglum))}</span></h3>
${renderBands(view, collation, number)}
${collation.moves.length > 0 && html`<ul class="moves">${collation.moves.map((move, at) => renderMove(view, move, at + 1))}</ul>`}
${renderNear(view, collation.near, number)}
${renderPairs(view, collation.pairs)}
${!collation.exact && html`<p class="note">The wordings are long: the search for the best alignment was cut short.</p>`}
${collation.notes.map((note) => html`<p class="note">${note.message}</p>`)}
</article>`;
}

function renderBands(view: View, collation: Collation, number: number): Markup {
  const bands = makeBands(findStretches(view, collation), WIDTH, (wording) => measureWidth(wording.words));
  return html`<div class="bands">${bands.map((band, at) => renderBand(view, band, number, bands.length > 1 ? at + 1 : 0))}</div>`;
}

/** One line of the music: a table with a row a witness. `part` counts from 1, 0 where there is but one. */
function renderBand(view: View, band: readonly Stretch[], number: number, part: number): Markup {
  const rows = band[0]!.wordings.map(({ siglum }, at) => {
    const { report } = view.bySiglum.get(siglum)!;
    const cells = band.map((stretch) => renderWording(stretch, stretch.wordings[at]!));
    const link = html`<a class="siglum" href="#${anchorWitness(number, siglum)}" title="${report.outlet}">${siglum}</a>`;
    return html`<tr lang="${report.language}"><th scope="row">${link}${part < 2 && html`<span class="outlet"> ${report.outlet}</span>`}</th>${cells}</tr>`;
  });
  return html`<table class="band"><caption class="sr">Wordings of ${number}${part > 0 && html`, part ${part}`}</caption><tbody>${rows}</tbody></table>`;
}

const LACUNA: Markup = html`<td class="lacuna"><span class="sr">does not reach here</span></td>`;

/** One cell. There are thousands on a large page: what is the same everywhere is made once. */
function renderWording({ kind }: Stretch, { state, words, differs, editorial, moves }: Wording): Markup {
  if (state === "lacuna") return LACUNA;
  if (state === "omission") return html`<td class="omission ${kind}"><abbr title="left out here">∅</abbr></td>`;
  const signs = moves.map((move) => html`<sup class="move" title="moved">⇄${move}</sup>`);
  if (editorial) return html`<td class="editorial" title="put in by an editor">${words}${signs}</td>`;
  return html`<td class="${kind}">${differs ? html`<mark>${words}</mark>` : words}${signs}</td>`;
}

function renderMove(view: View, { a, b }: Move, number: number): Markup {
  const [one, other] = [a, b].map(({ siglum, spans }) => html`${siglum} <q>${sliceOf(view, siglum, spans)}</q>`);
  return html`<li><span class="move">⇄${number}</span> moved: ${one} answers ${other}</li>`;
}

/** What is claimed differently, a line a pair; then, folded away, how every two wordings were judged. */
function renderPairs(view: View, pairs: readonly Pair[]): Markup {
  const told = pairs.filter((pair) => pair.differences.length > 0);
  const groups = Map.groupBy(pairs, (pair) => pair.relation);
  const judged = [...groups].map(([relation, all]) => html`<li>${RELATIONS[relation]}: ${all.map(renderJudged)}</li>`);
  return html`${told.length > 0 && html`<ul class="pairs">${told.map((pair) => renderTold(view, pair))}</ul>`}
<details class="sure"><summary>How ${countOf(pairs.length, "pair")} ${pairs.length === 1 ? "was" : "were"} judged<span class="scripted">, and buttons to correct it</span></summary><ul>${judged}</ul></details>`;
}

/** The script puts its button behind it. */
function renderJudged({ a, b, similarity, confidence, pinned }: Pair): Markup {
  const set = pinned ? ", set by a reader" : "";
  return html`<span class="judged" data-pair="${a} ${b}">${a} – ${b} (similarity ${showPart(similarity)}, confidence ${showPart(confidence)}${set})</span> `;
}

function renderTold(view: View, pair: Pair): Markup {
  const said = pair.differences.map((difference) => renderDifference(view, pair, difference));
  return html`<li><span class="pair">${pair.a} – ${pair.b}</span> ${said}</li>`;
}

function renderDifference(view: View, pair: Pair, { kind, a, b }: Difference): Markup {
  const [from, to] = [sliceSide(view, pair.a, a), sliceSide(view, pair.b, b)];
  return html`<span class="difference"><span class="kind">${DIFFERENCES[kind]}</span> ${from}<span class="sr"> against </span><span aria-hidden="true"> ↔ </span>${to}</span> `;
}

function sliceSide(view: View, siglum: Siglum, span: Span | null): Markup {
  return span ? html`<q>${sliceOf(view, siglum, [span])}</q>` : html`<span class="none">not in ${siglum}</span>`;
}

function sliceOf(view: View, siglum: Siglum, spans: readonly Span[]): string {
  return sliceWords(view, view.bySiglum.get(siglum)!.report.id, spans);
}
