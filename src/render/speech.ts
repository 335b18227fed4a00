import type { Quotation } from "../quote/quotation.ts";
import { foldWord } from "../text/fold.ts";
import { KINDS, listSigla } from "./label.ts";
import { anchorQuotation } from "./mark.ts";
import { html, type Markup } from "./markup.ts";
import { clipWords, findCredit, getReport, sliceWords, type View } from "./view.ts";

/** How many code units of a quotation the list shows; the link leads to the rest. */
const SHOWN = 400;

/** All that one speaker is reported to have said. */
interface Speech {
  /** The name as the first report that credits it has it; null for words that nobody is credited with. */
  readonly name: string | null;
  /** Places in the analysis's list of quotations, rising. */
  readonly quotations: readonly number[];
}

/** Who said what: speakers in the order in which the reports, by siglum, first credit them; the uncredited last. */
export function findSpeeches(view: View): Speech[] {
  const speeches = new Map<string, { name: string | null; quotations: number[] }>();
  for (const [at, quotation] of view.analysis.quotations.entries()) {
    const name = findCredit(view, quotation).speaker;
    const key = name === null ? "" : foldWord(name);
    const speech = speeches.get(key) ?? { name, quotations: [] };
    speech.quotations.push(at);
    speeches.set(key, speech);
  }
  const all = [...speeches.values()];
  return [...all.filter((speech) => speech.name !== null), ...all.filter((speech) => speech.name === null)];
}

/** Every quotation by its speaker, each linking to its words. */
export function renderSpeeches(view: View): Markup {
  const speeches = findSpeeches(view);
  if (speeches.length === 0) return html`<p>Nobody is quoted.</p>`;
  return html`${speeches.map((speech) => renderSpeech(view, speech))}`;
}

function renderSpeech(view: View, { name, quotations }: Speech): Markup {
  const all = quotations.map((at) => ({ at, quotation: view.analysis.quotations[at]! }));
  const sigla = [...new Set(all.map(({ quotation }) => getReport(view, quotation.report).siglum))];
  return html`<section class="speech"><h3>${name ?? "Nobody is credited"} <span class="holders">in ${listSigla(sigla)}</span></h3>
<ul>${all.map(({ at, quotation }) => renderQuotation(view, quotation, at + 1))}</ul></section>`;
}

function renderQuotation(view: View, quotation: Quotation, number: number): Markup {
  const { siglum, report } = getReport(view, quotation.report);
  const { kind, cue, source } = quotation;
  const words = clipWords(sliceWords(view, report.id, quotation.content), SHOWN);
  const { venue } = findCredit(view, quotation);
  const by = [source, cue].filter((span) => span !== null).sort((a, b) => a.from - b.from);
  const credit = by.map((span) => report.text.slice(span.from, span.to)).join(" ");
  return html`<li class="${kind}"><span class="siglum">${siglum}</span> <a href="#${anchorQuotation(number)}" lang="${report.language}" dir="auto">${
    kind === "direct" ? html`<q>${words}</q>` : words
  }</a>
<span class="how">${KINDS[kind]}${credit && html` · ${credit}`}${venue && html` · ${venue}`}</span></li>`;
}
