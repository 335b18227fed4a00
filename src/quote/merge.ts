import { bySpan, isOverlapping, type Span } from "../text/span.ts";
import type { Draft } from "./draft.ts";
import type { Range } from "./noun.ts";

/**
 * What the rules find between marks, with source and cue as far as the tagger reads them around the same cue; then of the
 * tagger, and last of the rules, what has no word, and by the tagger no cue, of any before. In text order by first content. To
 * let the rules go first for direct speech only is better by 0.8 points of attribution F1 on the development part of PolNeAR;
 * it is not done because the rules cut a clause that holds marks at the same words in each report, which pairs better.
 */
export function mergeDrafts(rules: readonly Draft[], tagged: readonly Draft[]): Draft[] {
  const marked = rules.filter(({ kind }) => kind !== "indirect");
  const bySentence = Map.groupBy(tagged, ({ cue }) => cue?.sentence ?? -1);
  const merged = marked.map((draft) => widenParts(draft, bySentence.get(draft.cue?.sentence ?? -1) ?? []));
  const cues = Map.groupBy(merged, ({ cue }) => cue?.sentence ?? -1);
  const isNew = ({ cue }: Draft): boolean =>
    cue === null ||
    !(cues.get(cue.sentence) ?? []).some((other) => other.cue !== null && meets(other.cue.cue, cue.cue));
  for (const drafts of [tagged.filter(isNew), rules]) for (const draft of findApart(drafts, merged)) merged.push(draft);
  return merged.sort((a, b) => bySpan(a.content[0]!, b.content[0]!));
}

/** The spans that the tagger gives the cue and the source of the same words. */
function widenParts(draft: Draft, tagged: readonly Draft[]): Draft {
  const { cue, source } = draft;
  const other = tagged.find((own) => cue !== null && own.cue?.sentence === cue.sentence && meets(own.cue.cue, cue.cue));
  if (cue === null || other === undefined || !isShared(draft, other)) return draft;
  const span = other.source?.span;
  const isSame =
    source !== null && other.source?.sentence === source.sentence && meets(other.source.range, source.range);
  return {
    ...draft,
    cue: { ...cue, ...(other.cue?.span && { span: other.cue.span }) },
    source: source === null ? other.source : { ...source, ...(isSame && span && { span }) },
  };
}

/** Whether two ranges of units have one in common. */
function meets(a: Range, b: Range): boolean {
  return Math.max(a.from, b.from) < Math.min(a.to, b.to);
}

/** Drafts that share no word with the others, which are in any order. */
function findApart(drafts: readonly Draft[], others: readonly Draft[]): Draft[] {
  const taken = others.flatMap(({ content }) => content).sort(bySpan);
  return drafts.filter(({ content }) => content.every((span) => !isTaken(span, taken)));
}

/** `taken` in text order and apart. */
function isTaken(span: Span, taken: readonly Span[]): boolean {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (taken[middle]!.to > span.from) high = middle;
    else low = middle + 1;
  }
  return low < taken.length && taken[low]!.from < span.to;
}

function isShared(a: Draft, b: Draft): boolean {
  return a.content.some((span) => b.content.some((other) => isOverlapping(span, other)));
}
