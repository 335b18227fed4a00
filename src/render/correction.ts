import type { Witness } from "../collate/collation.ts";
import type { Pin } from "../collate/pin.ts";
import { countOf } from "./label.ts";
import { html, type Markup } from "./markup.ts";
import { clipWords, getReport, sliceWords, type View } from "./view.ts";

/** How many code units of a passage are shown. */
const SHOWN = 160;

/** What a reader set, in one sentence; null where nothing is. */
export function tellPins(pins: readonly Pin[]): string | null {
  if (pins.length === 0) return null;
  const same = pins.filter(({ say }) => say === "same").length;
  const parts = [
    ...(same > 0 ? [`${countOf(same, "pair")} the same`] : []),
    ...(pins.length > same ? [`${countOf(pins.length - same, "pair")} not the same`] : []),
  ];
  return `A reader set ${parts.join(" and ")}.`;
}

/** Where a wording stands, as the page's script reads it: "A 120-180 200-230". */
export function placeWording({ siglum, spans }: Pick<Witness, "siglum" | "spans">): string {
  return [siglum, ...spans.map(({ from, to }) => `${from}-${to}`)].join(" ");
}

/**
 * The bar that counts what a reader has clicked and saves it; the script shows it. It holds what is in effect already, as
 * "A 120-180|B 30-75|not", so that a file saved from here has that too.
 */
export function renderBar(view: View): Markup {
  const pins = view.analysis.pins.map((pin) => tellPin(view, pin));
  return html`<aside id="fix" aria-label="Corrections" data-pins="${pins.join(";")}" hidden><span></span> <button type="button">Save corrections</button></aside>`;
}

/** What a reader set, each with both passages; nothing where nothing is. */
export function renderCorrections(view: View): Markup | null {
  const { pins } = view.analysis;
  if (pins.length === 0) return null;
  return html`<details class="fold corrections"><summary>${countOf(pins.length, "correction")} by a reader</summary><ul class="near">${pins.map(
    (pin) =>
      html`<li data-pin="${tellPin(view, pin)}"><span class="how">${pin.say === "same" ? "the same" : "not the same"}:</span> ${renderSide(view, pin.a)} ${renderSide(view, pin.b)}</li>`,
  )}</ul></details>`;
}

function tellPin(view: View, { a, b, say }: Pin): string {
  const side = (passage: Pin["a"]) =>
    placeWording({ siglum: getReport(view, passage.report).siglum, spans: [passage] });
  return [side(a), side(b), say].join("|");
}

function renderSide(view: View, passage: Pin["a"]): Markup {
  const { siglum, report } = getReport(view, passage.report);
  const words = clipWords(sliceWords(view, passage.report, [passage]), SHOWN);
  return html`<span class="siglum">${siglum}</span> <q lang="${report.language}" dir="auto">${words}</q>`;
}
