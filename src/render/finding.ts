import type { Finding } from "../finding/finding.ts";
import type { Passage } from "../report/report.ts";
import { countOf, RULES, WEIGHTS } from "./label.ts";
import { anchorPassage } from "./mark.ts";
import { html, type Markup } from "./markup.ts";
import { excerptPassage, getReport, type View } from "./view.ts";

/** How many code units of a passage a finding shows; the link leads to the rest. */
const SHOWN = 280;
/** How many remarks stand open; more are folded away. */
const OPEN = 3;

/** The findings in their order, each with the words it is about as links into the columns. Remarks fold if many. */
export function renderFindings(view: View): Markup {
  const all = view.analysis.findings.map((finding, at) => ({ finding, markup: renderFinding(view, finding, at + 1) }));
  if (all.length === 0) return html`<p>Nothing was found that a reader should look at.</p>`;
  const grave = all.filter(({ finding }) => finding.weight !== "remark");
  const remarks = all.slice(grave.length);
  const rest = html`<ol class="findings" start="${grave.length + 1}">${remarks.map(({ markup }) => markup)}</ol>`;
  return html`${grave.length > 0 && html`<ol class="findings">${grave.map(({ markup }) => markup)}</ol>`}${
    remarks.length > OPEN
      ? html`<details class="fold"><summary>${countOf(remarks.length, "remark")}</summary>${rest}</details>`
      : remarks.length > 0 && rest
  }`;
}

function renderFinding(view: View, finding: Finding, number: number): Markup {
  const { rule, weight, message, passages, collation } = finding;
  const entry = collation === null ? null : collation + 1;
  return html`<li class="${weight}" value="${number}" data-f="${number}"${entry && html` data-c="${entry}"`}>
<h3><span class="weight">${WEIGHTS[weight]}</span> ${RULES[rule]}</h3>
<p>${message}${entry && html` <a class="see" href="#c${entry}">Side by side</a>`}</p>
<ul class="evidence">${passages.map((passage, at) => renderPassage(view, passage, anchorPassage(number, at + 1)))}</ul>
</li>`;
}

function renderPassage(view: View, passage: Passage, anchor: string): Markup {
  const { siglum, report } = getReport(view, passage.report);
  if (passage.from === passage.to)
    return html`<li><a class="siglum" href="#r-${siglum}">${siglum}</a> ${report.outlet}</li>`;
  const { before, words, after } = excerptPassage(report.text, passage, SHOWN);
  const shown =
    before + after === ""
      ? words
      : html`<span class="around">${before}</span><b>${words}</b><span class="around">${after}</span>`;
  return html`<li><span class="siglum">${siglum}</span> <a href="#${anchor}" lang="${report.language}" dir="auto">${shown}</a></li>`;
}
