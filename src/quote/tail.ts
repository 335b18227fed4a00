import { AUXILIARIES, FINITES } from "../lang/en/clause.ts";
import { isClause } from "./clause.ts";
import type { Range } from "./noun.ts";
import type { Unit } from "./unit.ts";

/** What leads up to a main clause: "After Ruiz said the pier was safe, people came back." */
const LEADING = /^(?:after|although|though|when|while|as|because|since|once|before|until|if|despite)$/;
/** Units before the source that such a clause may begin with: "And even if". */
const MOST_LEAD = 3;
/** What a main clause does not begin with. */
const GOING_ON = /^(?:and|or|but|who|which|whose|where|when|while|with|including|as|that|because|if|to)$/;
/** Units of a sentence that are looked at. */
const REACH = 120;

/**
 * Where words reported in the clause that leads up to another end, with the comma before that one; `to` where they do not stand in such a clause, and where
 * no other begins. `source` and `content` are places of units, the content to the end of the sentence.
 */
export function endOfLead(units: readonly Unit[], source: Range, content: Range): number {
  const lead = units.slice(Math.max(0, source.from - MOST_LEAD), source.from);
  const isLed = source.from <= MOST_LEAD && lead.some(({ word }) => LEADING.test(word));
  if (!isLed || content.from < source.to || units.slice(content.to).some(({ kind }) => kind === "word"))
    return content.to;
  for (let at = content.from + 2; at + 2 < Math.min(content.to, content.from + REACH); at++) {
    const { word } = units[at + 1]!;
    if (units[at]!.word !== "," || GOING_ON.test(word) || AUXILIARIES.has(word) || FINITES.has(word)) continue;
    if (isClause(units, at + 1, content.to)) return at;
  }
  return content.to;
}

/** Where words end behind which the reporter says what is not known: ", but it is not clear when". */
export function endBeforeDoubt(units: readonly Unit[], { from, to }: Range): number {
  for (let at = from + 2; at + 3 < Math.min(to, from + REACH); at++) {
    if (units[at]!.word !== "," || !/^(?:but|though|although)$/.test(units[at + 1]!.word)) continue;
    const words = units.slice(at + 2, at + 8).map(({ word }) => word);
    if (/^it/.test(words[0]!) && words.some((word) => word === "clear" || word === "unclear")) return at;
  }
  return to;
}
