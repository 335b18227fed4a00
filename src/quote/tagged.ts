import { bySpan, type Span, sliceSpan } from "../text/span.ts";
import { isApproximate } from "./adverbial.ts";
import { findAreas, makeCue } from "./around.ts";
import { type Draft, type Place, type Reading, spanOf } from "./draft.ts";
import { isSaidOf } from "./empty.ts";
import { endRun, findRuns, meet, trimContent } from "./marked.ts";
import { isRelayed, isSilent, isTitled, isWhatever, isWho } from "./nobody.ts";
import { findSentence, placeSpan } from "./place.ts";
import type { Prose } from "./prose.ts";
import type { QuotationKind } from "./quotation.ts";
import { cutRelay, cutTail, dropAddressee, dropAside, dropOther, endCompound } from "./said.ts";
import { cutSource } from "./source.ts";
import { makeLines } from "./tag/line.ts";
import type { Attribution } from "./tag/resolve.ts";
import type { Tagger } from "./tag/tag.ts";

/** What the tagger finds in the blocks of a reading, in text order, in the form of the rules' drafts. */
export function draftTagged(reading: Reading, prose: Prose, tagger: Tagger): Draft[] {
  const lines = makeLines(prose, tagger.read);
  const found = tagger.tag(lines);
  const parts = found.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]);
  const starts = parts.map(({ from }) => ({ from, to: from + 1 })).sort(bySpan);
  return found.flatMap(
    (one) => draftAttribution(reading, moveRounding(reading, moveQuoted(reading, one)), starts) ?? [],
  );
}

/** Null where nothing is left of the content without marks. `starts`: the first code unit of whatever the tagger finds, in text order. */
function draftAttribution(reading: Reading, found: Attribution, starts: readonly Span[]): Draft | null {
  const marked = findRuns(reading, found.content);
  const cue = found.cue[0] && trimMarks(reading.text, found.cue[0]);
  if (cue === undefined) return null;
  const said = dropAddressee(
    reading,
    cue,
    dropAside(reading, cue, dropOther(reading, found)).flatMap((span) =>
      trimContent(reading, endRun(endCompound(reading, span), marked, starts), marked),
    ),
  );
  if (said.length === 0 || isTitled(reading, said)) return null;
  const place = placeSpan(reading, cue);
  if (place !== null && isRelayed(reading, place)) return null;
  if (place !== null && (isWho(reading, place, said) || isWhatever(reading, place, found.source[0]))) return null;
  // Half of what is before the cue, or a year ("a sting in 2015 showed").
  const isBroken = found.source[0] && /\s(?:and|or|but)$|^\d+$/u.test(sliceSpan(reading.text, found.source[0]));
  const source =
    found.source[0] && !isBroken && !(place !== null && isSaidOf(reading.sentences[place.sentence]!.units, place.range))
      ? cutSource(reading, trimMarks(reading.text, found.source[0]), cue)
      : null;
  const content = cutTail(reading, place, place === null ? said : cutRelay(reading, place, said), source);
  if (place !== null && isSilent(reading, place, content)) return null;
  const quoted = marked.flatMap(({ inner }) => content.flatMap((span) => meet(reading.text, inner, span)));
  return {
    kind: findKind(reading, content, quoted),
    content,
    quoted,
    runs: marked.map(({ run }) => run),
    sentence: findSentence(reading, content.at(-1)!.from),
    cue: place && { sentence: place.sentence, cue: makeCue(reading, place, source), span: cue },
    source: source && withSpan(placeSpan(reading, source), source),
    areas: place === null ? [] : findAreas(reading, place, source, content),
    isFollowing: false,
    within: null,
    confidence: found.confidence,
  };
}

/** "said about | 40 boats sank": the word that rounds the first number of a content is part of that. */
function moveRounding(reading: Reading, found: Attribution): Attribution {
  const [cue, first] = [found.cue[0], found.content[0]];
  const place = cue && placeSpan(reading, cue);
  if (!cue || !first || !place) return found;
  const { units } = reading.sentences[place.sentence]!;
  const last = place.range.to - 1;
  if (last === place.range.from || units[last + 1]?.from !== first.from || !isApproximate(units, last)) return found;
  return {
    ...found,
    cue: [{ from: cue.from, to: units[last - 1]!.to }],
    content: [{ from: units[last]!.from, to: first.to }, ...found.content.slice(1)],
  };
}

/** "The Courier quoted | Ruiz as saying the pier would fall": whom somebody quotes is the source, and the verb behind *as* the cue. */
function moveQuoted(reading: Reading, found: Attribution): Attribution {
  const place = found.cue[0] && placeSpan(reading, found.cue[0]);
  if (!place) return found;
  const { units } = reading.sentences[place.sentence]!;
  const cue = reading.cues[place.sentence]!.find(({ from }) => from >= place.range.to);
  if (!cue?.source || units[cue.from - 1]!.word !== "as" || cue.source.from !== place.range.to) return found;
  const own = spanOf(units, cue);
  const content = found.content.flatMap(({ from, to }) =>
    to <= units[place.range.from]!.from ? [{ from, to }] : to > own.to ? [{ from: Math.max(from, own.to), to }] : [],
  );
  return { ...found, cue: [own], source: [spanOf(units, cue.source)], content };
}

/** Without the marks that part it from what follows: "Keir Starmer," "said:". A span of nothing else stays. */
function trimMarks(text: string, { from, to }: Span): Span {
  let end = to;
  while (end > from && /[\s,;:]/u.test(text[end - 1]!)) end--;
  return end === from ? { from, to } : { from, to: end };
}

/** Direct where all that was said stands between marks and begins as a sentence does. */
function findKind({ text }: Reading, content: readonly Span[], quoted: readonly Span[]): QuotationKind {
  if (quoted.length === 0) return "indirect";
  const isAll = content.every((span) => quoted.some(({ from, to }) => from <= span.from && span.to <= to + 1));
  return isAll && /^\P{L}{0,3}\p{Lu}/u.test(text.slice(content[0]!.from, content[0]!.from + 5)) ? "direct" : "mixed";
}

function withSpan(place: Place | null, span: Span): Place | null {
  return place && { ...place, span };
}
