import type { Finding } from "../finding/finding.ts";
import type { Passage } from "../report/report.ts";
import { countOf, RULES, WEIGHTS } from "./label.ts";
import { anchorPassage, type Marks } from "./mark.ts";
import { html, type Markup } from "./markup.ts";
import { cutSegments, type Mark } from "./segment.ts";
import { clipSpan, excerptPassage, getReport, listEntries, SHORT, type View } from "./view.ts";

/** How many code units of a passage a finding shows; the link leads to the rest. */
const SHOWN = 280;
/** How many passages of one finding are listed; all are marked in the columns. */
const LISTED = 40;
/** How many remarks stand open; more are folded away. */
const OPEN = 3;

/** The findings in their order, each with the words it is about as links into the columns. Remarks fold if many. */
export function renderFindings(view: View, marks: Marks): Markup {
  const variants = groupVariants(marks);
  const all = view.analysis.findings.map((finding, at) => ({
    finding,
    markup: renderFinding(view, variants, finding, at + 1),
  }));
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

/** Words that differ, by report and number of the collation. */
type Variants = ReadonlyMap<string, readonly Mark[]>;

function groupVariants(marks: Marks): Variants {
  const all = [...marks].flatMap(([id, own]) => own.map((mark) => ({ key: `${id} ${mark.number}`, mark })));
  const variants = all.filter(({ mark }) => mark.kind === "variant");
  const groups = Map.groupBy(variants, ({ key }) => key);
  return new Map([...groups].map(([key, group]) => [key, group.map(({ mark }) => mark)]));
}

function renderFinding(view: View, variants: Variants, finding: Finding, number: number): Markup {
  const { rule, weight, message, passages, collation } = finding;
  const entry = collation === null ? null : collation + 1;
  const entries = listEntries(view, finding);
  const see = entries.map(
    (to, at) => html` <a class="see" href="#c${to}">${at === 0 && "Side by side"}${entries.length > 1 && ` ${to}`}</a>`,
  );
  return html`<li class="${weight}" value="${number}" data-f="${number}"${entry && html` data-c="${entry}"`}>
<h3><span class="weight">${WEIGHTS[weight]}</span> ${RULES[rule]}</h3>
<p>${message}${see}</p>
<ul class="evidence">${passages.slice(0, LISTED).map((passage, at) => {
    const own = variants.get(`${passage.report} ${entry}`) ?? [];
    return renderPassage(view, passage, own, anchorPassage(number, at + 1));
  })}</ul>${passages.length > LISTED && html`<p>and ${countOf(passages.length - LISTED, "passage")} more</p>`}
</li>`;
}

function renderPassage(view: View, passage: Passage, variants: readonly Mark[], anchor: string): Markup {
  const { siglum, report } = getReport(view, passage.report);
  if (passage.from === passage.to)
    return html`<li><a class="siglum" href="#r-${siglum}">${siglum}</a> ${report.outlet}</li>`;
  const { before, after } = excerptPassage(report.text, passage, SHOWN);
  const words = renderShown(report.text, passage, variants);
  const shown = html`${before && html`<span class="around">${before}</span>`}${words}${after && html`<span class="around">${after}</span>`}`;
  return html`<li><span class="siglum">${siglum}</span> <a href="#${anchor}" lang="${report.language}" dir="auto">${shown}</a></li>`;
}

/** The passage as far as it is shown, the words that differ marked; all of a short one is. */
function renderShown(text: string, passage: Passage, variants: readonly Mark[]): Markup {
  const span = clipSpan(text, passage, SHOWN);
  if (span.to - span.from < SHORT) return html`<mark>${text.slice(span.from, span.to)}</mark>`;
  const parts = cutSegments(span, variants).map(({ from, to, marks }) =>
    marks.length > 0 ? html`<mark>${text.slice(from, to)}</mark>` : text.slice(from, to),
  );
  return html`${parts}${span.to < passage.to && " …"}`;
}
