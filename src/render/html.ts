import type { Analysis } from "../analyze.ts";
import type { Named } from "../collate/collation.ts";
import { renderEntry } from "./apparatus.ts";
import { renderColumn } from "./column.ts";
import { renderBar, renderCorrections, tellPins } from "./correction.ts";
import { showDate } from "./date.ts";
import { renderFindings } from "./finding.ts";
import { countOf, countSome } from "./label.ts";
import { renderLineage } from "./lineage.ts";
import { findMarks } from "./mark.ts";
import { html, type Markup, trust } from "./markup.ts";
import { renderDoubtful } from "./near.ts";
import { SCRIPT, SCRIPT_HASH } from "./script.ts";
import { renderSpeeches } from "./speech.ts";
import { STYLE } from "./style.ts";
import { findTitle, makeView, type View } from "./view.ts";

/** How `renderHtml` makes its page. */
export interface HtmlOptions {
  /** Name of the page, for the window and the head. Default: the title of the base report. */
  readonly title?: string;
}

/**
 * One HTML file that needs nothing else and asks no network for anything: findings on top, the reports side by side, the
 * apparatus, who said what. A wording is lit in all columns at once on hover, focus and click; with scripts off all links
 * still lead to the words. The same analysis gives the same bytes. Every word of a report is sliced from it, escaped, and
 * made visible where it would do harm. No reports give a page that says so. Time and size grow with the size of the
 * analysis.
 */
export function renderHtml(analysis: Analysis, options: HtmlOptions = {}): string {
  const view = makeView(analysis);
  const { title = findTitle(view) } = options;
  return `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '${trust(SCRIPT_HASH)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title} · Stemma</title>
<style>${trust(STYLE)}</style>
<noscript><style>${renderRules(analysis.collations.length)}</style></noscript>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
${renderHead(view, title)}
<main>${renderSections(view)}</main>
<aside id="foot" aria-label="What is lit" hidden></aside>
${renderBar(view)}
<p id="status" class="sr" role="status"></p>
<footer><p>Made by Stemma. It says what the reports say and how they differ, never which is right.</p></footer>
<script>${trust(SCRIPT)}</script>
</body>
</html>`}\n`;
}

/** With scripts off, style alone lights a wording in all columns. One rule a collation. */
function renderRules(collations: number): Markup {
  const lit = Array.from({ length: collations }, (_, at) => {
    const same = `[data-c~="${at + 1}"]`;
    return `:root:has(.w${same}:is(:hover,:focus,:target)) .w${same}`;
  });
  return trust(lit.length > 0 ? `${lit.join(",")}{background:var(--lit)}` : "");
}

function renderHead(view: View, title: string): Markup {
  const { reports, collations, findings, notes, pins } = view.analysis;
  const set = tellPins(pins);
  const utterances = collations.filter(({ tradition }) => tradition.of === "utterance").length;
  const statements = collations.length - utterances;
  return html`<header class="top">
<p class="brand">Stemma</p>
<h1>${title}</h1>
<p class="sum">${countOf(reports.length, "report")} of one story. In more than one: ${countSome(utterances, "utterance")}, ${countSome(statements, "statement")}. ${countOf(findings.length, "finding")}.</p>
<ol class="witnesses">${reports.map((named) => renderWitness(view, named))}</ol>
${set && html`<p class="note">${set}</p>`}${notes.map((note) => html`<p class="note">${note.message}</p>`)}
<nav aria-label="Parts of this page"><a href="#findings">Findings</a> <a href="#stemma">Stemma</a> <a href="#reports">Reports side by side</a> <a href="#apparatus">Apparatus</a> <a href="#speech">Who said what</a></nav>
</header>`;
}

function renderWitness(view: View, { siglum, report }: Named): Markup {
  const { published, url, origin } = report;
  return html`<li data-r="${siglum}" data-file="${origin.place}" data-sha="${origin.sha256}"><a class="siglum" href="#r-${siglum}">${siglum}</a> <span class="outlet">${report.outlet}</span>
<span class="when">${published ? showDate(published) : "no date"}</span>
<span class="place">${url && isWeb(url) ? html`<a href="${url}" rel="noreferrer noopener">${url}</a>` : origin.place}</span>
${siglum === view.analysis.base && view.analysis.reports.length > 2 && html`<span class="base">the others are shown against this one</span>`}</li>`;
}

/** Whether a link may lead there: never `javascript:` or `data:`. */
function isWeb(url: string): boolean {
  return /^https?:\/\//iu.test(url);
}

function renderSections(view: View): Markup {
  const { reports, collations } = view.analysis;
  const marks = findMarks(view);
  return html`<section id="findings" aria-labelledby="findings-h"><h2 id="findings-h">Findings</h2>${renderFindings(view, marks)}</section>
<section id="stemma" aria-labelledby="stemma-h"><h2 id="stemma-h">Stemma: who took it from whom</h2>${renderLineage(view)}</section>
<section id="reports" aria-labelledby="reports-h"><h2 id="reports-h">Reports side by side</h2>
${LEGEND}
<div class="columns n${Math.min(reports.length, 4)}">${reports.map((named) => renderColumn(named, marks))}</div></section>
<section id="apparatus" aria-labelledby="apparatus-h"><h2 id="apparatus-h">Apparatus</h2>
${collations.length === 0 ? html`<p>No two reports say the same.</p>` : SIGNS}
${CORRECT}
${collations.map((collation, at) => renderEntry(view, collation, at + 1))}
${renderDoubtful(view)}${renderCorrections(view)}</section>
<section id="speech" aria-labelledby="speech-h"><h2 id="speech-h">Who said what</h2>${renderSpeeches(view)}</section>`;
}

const LEGEND: Markup = html`<p class="legend"><span><span class="w key">Underlined</span> others have it too</span>
<span><b>bold</b> others word it differently</span> <span><span class="lone">ruled off</span> only here</span>
<span class="keys">Click to hold, <kbd>Esc</kbd> to let go, <kbd>↑</kbd> <kbd>↓</kbd> next, <kbd>←</kbd> <kbd>→</kbd> other report</span></p>`;

const CORRECT: Markup = html`<p class="legend scripted">Is a pair wrong, or one missing? Say so with the buttons below, save the corrections, and compare again with <code>--pairs pairs.json</code>.</p>`;

const SIGNS: Markup = html`<p class="legend"><span><mark>colored</mark> not the wording of the first</span> <span><span class="form">dotted</span> the same in another form</span> <span><abbr title="left out here">∅</abbr> left out</span>
<span><span class="lacuna key"></span> the report does not reach here</span> <span><span class="editorial">[gray]</span> put in by an editor</span> <span><span class="move">⇄1</span> moved</span></p>`;
