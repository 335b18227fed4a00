import type { Named, Siglum } from "../collate/collation.ts";
import type { Note } from "../report/report.ts";
import { isBefore } from "./citing.ts";
import type { Copied } from "./copied.ts";
import { type Draft, makeReport, type Text } from "./draft.ts";
import type { Evidence } from "./stemma.ts";

/** Bits that a word in common is worth, and the most that a pair's passages are. */
const WORD_BITS = 0.1;
const MOST_BITS = 8;
/** Passages that are shown for a line. */
const MOST_PASSAGES = 12;

/**
 * Lines for wording of the reporters' own that two reports share. Along a line that a citation gives already; else from the report
 * that came out first, if it is known to have; else both are hung from a text that must have been before them: the agency's with
 * whose name one is signed, or one of which nothing more is known, and a note says that it cannot be told which had it first. A report has one such line at most, to what it shares most with; where both go
 * back to one signed agency text, that explains it.
 */
export function draftCopied(
  reports: readonly Named[],
  copied: readonly Copied[],
  byWord: readonly Draft[],
): { drafts: Draft[]; notes: Note[] } {
  const drafts: Draft[] = [];
  const notes: Note[] = [];
  const done = new Set<Siglum>();
  const sure = (from: Siglum, to: Siglum) => byWord.some((draft) => draft.from.siglum === from && draft.to === to);
  for (const pair of copied.toSorted((x, y) => y.words - x.words || x.a - y.a || x.b - y.b)) {
    const [a, b] = [reports[pair.a]!, reports[pair.b]!];
    const named = sure(b.siglum, a.siglum) ? [b, a] : sure(a.siglum, b.siglum) ? [a, b] : null;
    const timed = isBefore(a.report.published, b.report.published)
      ? [a, b]
      : isBefore(b.report.published, a.report.published)
        ? [b, a]
        : null;
    const [from, to] = (named ?? timed ?? [a, b]).map(({ siglum }) => siglum) as [Siglum, Siglum];
    const agency = findAgency(byWord, from, to);
    const reasons = [makePassage(pair, from, to)];
    if (agency !== null) {
      drafts.push(...[from, to].map((siglum) => makeDraft(agency, siglum, reasons, pair.words)));
      continue;
    }
    if (named === null && done.has(to)) continue;
    done.add(to);
    if (named !== null || timed !== null) {
      drafts.push(makeDraft(makeReport(from), to, reasons, pair.words));
      continue;
    }
    const signed = [...listSigned(byWord, from), ...listSigned(byWord, to)];
    const lost: Text = signed[0] ?? { name: `lost ${from} ${to}`, siglum: null, lost: null };
    drafts.push(...[from, to].map((siglum) => makeDraft(lost, siglum, reasons, pair.words)));
    if (signed.length === 0)
      notes.push({ message: `It cannot be told which of ${from} and ${to} had first what they share word for word.` });
  }
  return { drafts, notes };
}

function makeDraft(from: Text, to: Siglum, reasons: readonly Evidence[], words: number): Draft {
  return { from, to, reasons, carries: words / 10, support: null };
}

/** The text with whose name both are signed. */
export function findAgency(byWord: readonly Draft[], a: Siglum, b: Siglum): Text | null {
  const others = listSigned(byWord, b);
  return listSigned(byWord, a).find(({ name }) => others.some((other) => other.name === name)) ?? null;
}

/** The texts with whose names a report is signed. */
function listSigned(byWord: readonly Draft[], siglum: Siglum): Text[] {
  return byWord
    .filter(({ to, reasons }) => to === siglum && reasons.some(({ kind }) => kind === "byline"))
    .map(({ from }) => from);
}

export function makePassage({ words, passages }: Copied, from: Siglum, to: Siglum): Evidence {
  return {
    kind: "passage",
    message: `${from} and ${to} share ${words} words outside quotations.`,
    passages: passages.slice(0, MOST_PASSAGES),
    weight: Math.min(MOST_BITS, Math.round(words * WORD_BITS * 100) / 100),
  };
}
