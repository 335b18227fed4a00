import { SPEECH } from "../lang/en/speech.ts";
import { isOverlapping, type Span } from "../text/span.ts";
import type { Cue } from "./cue.ts";
import type { Place, Reading } from "./draft.ts";
import type { Range } from "./noun.ts";
import { placeSpan } from "./place.ts";

/** Units on either side of a cue that are looked at for a venue. */
const REACH = 40;

/** The cue as the rules would have it, for those who look around it for venues. */
export function makeCue(reading: Reading, { sentence, range }: Place, source: Span | null): Cue {
  const { units } = reading.sentences[sentence]!;
  const place = source && placeSpan(reading, source);
  const own: Range | null = place?.sentence === sentence ? place.range : null;
  const words = units.slice(range.from, range.to);
  const verb = words.map(({ word }) => SPEECH.get(word)).find((found) => found !== undefined);
  const isInverted = own !== null && own.from >= range.to;
  return {
    ...range,
    use: words[0]!.word === "according" ? "according" : (verb?.use ?? "that"),
    source: own,
    isInverted,
    isShared: false,
    clause: own === null || isInverted ? range.from : Math.min(range.from, own.from),
  };
}

/** The reporter's own words around a cue, in which a venue may stand: behind it and before it, but for its source. */
export function findAreas(
  reading: Reading,
  { sentence, range }: Place,
  source: Span | null,
  content: readonly Span[],
): Range[] {
  const { units } = reading.sentences[sentence]!;
  const isFree = (at: number): boolean =>
    units[at] !== undefined && !content.some((span) => isOverlapping(units[at]!, span));
  let { from, to } = range;
  while (to < range.to + REACH && isFree(to)) to++;
  while (from > range.from - REACH && isFree(from - 1)) from--;
  const own = source === null ? null : placeSpan(reading, source);
  const start = own?.sentence === sentence ? own.range.from : range.from;
  const where = units.slice(from, start).findIndex(({ word }) => word === "where"); // behind it, somebody else does something
  const parts = [range, ...(own?.sentence === sentence ? [own.range] : [])];
  if (where >= 0) parts.push({ from: from + where, to: start });
  return [{ from, to }].flatMap((area) => cutRanges(area, parts));
}

/** What is left of a range without some others. */
function cutRanges(area: Range, others: readonly Range[]): Range[] {
  let rest = [area];
  for (const { from, to } of others)
    rest = rest.flatMap((own) => [
      { from: own.from, to: Math.min(own.to, from) },
      { from: Math.max(own.from, to), to: own.to },
    ]);
  return rest.filter(({ from, to }) => from < to);
}
