import type { Lone, Near } from "../collate/collation.ts";
import type { Span } from "../text/span.ts";
import { placeWording } from "./correction.ts";
import { countOf, showPart } from "./label.ts";
import { anchorLone, anchorNear } from "./mark.ts";
import { html, type Markup } from "./markup.ts";
import { clipWords, getReport, sliceWords, type View } from "./view.ts";

/** How many code units of a wording are shown; the link leads to the rest. */
const SHOWN = 280;

/** What comes near a collation in the reports that are no witnesses to it; nothing where nothing does. */
export function renderNear(view: View, near: readonly Near[], number: number): Markup | null {
  if (near.length === 0) return null;
  return html`<ul class="near">${near.map((one) => renderOne(view, one, anchorNear(number, one.siglum)))}</ul>`;
}

/** Every sentence that only one report has although another has one that comes near, folded away; nothing for none. */
export function renderDoubtful(view: View): Markup | null {
  const doubtful = view.analysis.lone
    .map((lone, at) => ({ lone, number: at + 1 }))
    .filter(({ lone }) => lone.near.length > 0);
  if (doubtful.length === 0) return null;
  const count = countOf(
    doubtful.length,
    "sentence that only one report has, though another comes",
    "sentences that only one report has, though another comes",
  );
  return html`<details class="fold doubtful"><summary>${count} near</summary>${doubtful.map(({ lone, number }) => renderLone(view, lone, number))}</details>`;
}

function renderLone(view: View, lone: Lone, number: number): Markup {
  return html`<div data-at="${placeWording(lone)}"><p>${renderLink(view, lone, anchorLone(number))}</p>
<ul class="near">${lone.near.map((near) => renderOne(view, near, anchorLone(number, near.siglum)))}</ul></div>`;
}

function renderOne(view: View, near: Near, anchor: string): Markup {
  return html`<li data-near="${placeWording(near)}"><span class="how">near, similarity ${showPart(near.similarity)}:</span> ${renderLink(view, near, anchor)}</li>`;
}

function renderLink(
  view: View,
  { report: id, spans }: { report: Lone["report"]; spans: readonly Span[] },
  anchor: string,
): Markup {
  const { siglum, report } = getReport(view, id);
  const words = clipWords(sliceWords(view, id, spans), SHOWN);
  return html`<span class="siglum">${siglum}</span> <a href="#${anchor}" lang="${report.language}" dir="auto">${words}</a>`;
}
