import type { Sameness, Speaker } from "../collate/speaker.ts";
import type { Quotation } from "../quote/quotation.ts";
import type { Passage } from "../report/report.ts";
import { isOverlapping } from "../text/span.ts";
import { countOf, KINDS, listSigla, SURE } from "./label.ts";
import { anchorQuotation } from "./mark.ts";
import { html, type Markup } from "./markup.ts";
import { clipWords, findCredit, getReport, sliceWords, type View } from "./view.ts";

/** How many code units of a quotation the list shows; the link leads to the rest. */
const SHOWN = 400;

/** Why two reports' words are one speaker, put between the words: A “Ana Ruiz”, B “Ruiz”: one surname. */
const REASONS: Readonly<Record<Sameness["reason"], string>> = {
  name: "one name",
  surname: "nobody else here has this surname",
  role: "one office",
};

/** Every quotation by its speaker, each linking to its words: the named, the unnamed, things, and what nobody is credited with. */
export function renderSpeeches(view: View): Markup {
  const { speakers, quotations } = view.analysis;
  if (quotations.length === 0) return html`<p>Nobody is quoted.</p>`;
  const of = (kind: Speaker["kind"]) => speakers.filter((speaker) => speaker.kind === kind);
  const credited = new Set(speakers.flatMap((speaker) => speaker.quotations));
  const rest = [...quotations.keys()].filter((at) => !credited.has(at));
  return html`<p class="how">${sumSpeakers(speakers)}${tellDoubt(quotations)}</p>
${of("named").map((speaker) => renderSpeaker(view, speaker))}
${renderGroup(view, "Sources without a name", of("unnamed"))}
${renderGroup(view, "Documents and other things", of("thing"))}
${rest.length > 0 && html`<section class="speech"><h3>Nobody is credited</h3>${renderQuotations(view, rest)}</section>`}`;
}

/** "3 speakers by name. 4 sources without a name, of whom 3 say how many they are: 5 in all." Empty where nobody speaks. */
export function sumSpeakers(speakers: readonly Speaker[]): string {
  const named = speakers.filter(({ kind }) => kind === "named").length;
  const unnamed = speakers.filter(({ kind }) => kind === "unnamed");
  const counts = unnamed.flatMap(({ count }) => count ?? []);
  const sum = counts.reduce((all, count) => all + count, 0);
  const stated = counts.length === unnamed.length ? `${sum} in all` : `${counts.length} say how many: ${sum}`;
  const rest = unnamed.length === 0 ? "" : `, ${countOf(unnamed.length, "source")} without a name (${stated})`;
  return `${countOf(named, "speaker")} by name${rest}.`;
}

/** What "in doubt" means, behind other sentences; empty where none of the quotations is. */
export function tellDoubt(quotations: readonly Quotation[]): string {
  const count = quotations.filter(({ confidence }) => confidence < SURE).length;
  if (count === 0) return "";
  return ` ${countOf(count, "quotation is", "quotations are")} in doubt: a reader would probably have the words begin or end elsewhere, credit somebody else, or see no quotation there.`;
}

function renderSpeaker(view: View, { name, names, quotations, same }: Speaker): Markup {
  const reasons = same.filter((one) => !isPlain(view, one));
  return html`<section class="speech"><h3>${slicePassage(view, name)} <span class="holders">in ${listHolders(view, names)}</span></h3>
${reasons.map((one) => renderReason(view, one))}
${renderQuotations(view, quotations)}</section>`;
}

function listHolders(view: View, names: readonly Passage[]): string {
  return listSigla([...new Set(names.map(({ report }) => getReport(view, report).siglum))].sort());
}

/** Whether nothing need be said: the same name in both. */
function isPlain(view: View, { passages }: Sameness): boolean {
  return new Set(passages.map((passage) => slicePassage(view, passage))).size === 1;
}

function renderReason(view: View, { reason, passages }: Sameness): Markup {
  const sides = passages.map((passage, at) => {
    const { siglum, report } = getReport(view, passage.report);
    return html`${at > 0 && " = "}<span class="siglum">${siglum}</span> <q lang="${report.language}" dir="auto">${slicePassage(view, passage)}</q>`;
  });
  return html`<p class="how">${sides}: ${REASONS[reason]}</p>`;
}

function slicePassage(view: View, passage: Passage): string {
  return sliceWords(view, passage.report, [passage]);
}

/** Those that are credited without a name, each wording of each report by itself. */
function renderGroup(view: View, title: string, speakers: readonly Speaker[]): Markup | false {
  if (speakers.length === 0) return false;
  const places = speakers.flatMap(({ quotations }) => quotations).sort((a, b) => a - b);
  const holders = listHolders(
    view,
    speakers.map(({ name }) => name),
  );
  return html`<section class="speech"><h3>${title} <span class="holders">${speakers.length}, in ${holders}</span></h3>
${renderQuotations(view, places)}</section>`;
}

function renderQuotations(view: View, places: readonly number[]): Markup {
  return html`<ul>${places.map((at) => renderQuotation(view, view.analysis.quotations[at]!, at + 1))}</ul>`;
}

function renderQuotation(view: View, quotation: Quotation, number: number): Markup {
  const { siglum, report } = getReport(view, quotation.report);
  const { kind, cue, source, within, confidence } = quotation;
  const words = clipWords(sliceWords(view, report.id, quotation.content), SHOWN);
  const isTold = quotation.venue === null || (cue !== null && isOverlapping(cue, quotation.venue)); // "said Tuesday" has the day
  const venue = isTold ? null : findCredit(view, quotation).venue;
  const by = [source, cue].filter((span) => span !== null).sort((a, b) => a.from - b.from);
  const credit = by.map((span) => report.text.slice(span.from, span.to)).join(" ");
  const outer = within === null ? null : findCredit(view, view.analysis.quotations[within]!).speaker;
  return html`<li class="${kind}"><span class="siglum">${siglum}</span> <a href="#${anchorQuotation(number)}" lang="${report.language}" dir="auto">${
    kind === "direct" ? html`<q>${words}</q>` : words
  }</a>
<span class="how">${KINDS[kind]}${credit && html` · ${credit}`}${outer && html` · as ${outer} has it`}${venue && html` · ${venue}`}${confidence < SURE && html` · in doubt`}</span></li>`;
}
