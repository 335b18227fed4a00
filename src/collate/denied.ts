import { CANNOT, DENIERS, NEGATIONS } from "../lang/en/grammar.ts";
import type { Quotation } from "../quote/quotation.ts";
import { foldWord } from "../text/fold.ts";
import { sliceSpan } from "../text/span.ts";
import { findWords } from "../text/token.ts";
import type { Unit } from "./unit.ts";
import type { Word } from "./word.ts";

/** Whether one of two units asserts what somebody denies in the other. */
export type IsDenied = (a: Unit, b: Unit) => boolean;

/** Those before reported words; what is denied without words of speech may be a deed. */
const DENIALS: ReadonlySet<string> = new Set(["deny", "denies", "denied", "denying"]);

/** So much of what both have in common, in bits of words that are no names, must be what is denied. */
const LEAST_DENIED = 0.5;

/**
 * "Ruiz does not believe *the wall will fail*", "Ruiz downplayed *talk of closing the harbour*" against a sentence that says it of its own. One
 * that denies anything is no assertion. Nor are two quotations one utterance of which one is somebody's and the other nobody's that can
 * be told, and which say the opposite: that is an answer. Of one person, or of nobody either, it may be a misquotation, which is to be shown.
 * `texts`: of the reports, as units count them; `quotations`: all.
 */
export function makeIsDenied(texts: readonly string[], quotations: readonly Quotation[]): IsDenied {
  const findDenied = (unit: Unit): readonly Word[] => {
    const quotation = unit.quotation === null ? null : quotations[unit.quotation]!;
    if (quotation === null) return findDowned(texts[unit.report]!, unit.words);
    return isUnsaid(texts[unit.report]!, quotation) ? unit.words : [];
  };
  const isSaid = ({ quotation }: Unit) => quotation !== null && quotations[quotation]!.speaker !== null;
  return (a, b) => {
    if (a.quotation !== null && b.quotation !== null && isSaid(a) !== isSaid(b) && isOpposite(a, b)) return true;
    const [deniedA, deniedB] = [findDenied(a), findDenied(b)];
    if (deniedA.length > 0) return deniedB.length === 0 && isAsserted(a, deniedA, b);
    return deniedB.length > 0 && isAsserted(b, deniedB, a);
  };
}

/**
 * Whether a negation in one of the two stands between words that stand side by side in the other, which has none and no word besides that
 * could turn the sense: not so for "never gets anyplace close" and "gets nowhere near".
 */
function isOpposite(a: Unit, b: Unit): boolean {
  const [one, other] = a.words.some(isNegation) ? [a.words, b.words] : [b.words, a.words];
  const stems = new Set(one.map(({ stem }) => stem));
  if (other.some((word) => isNegation(word) || !stems.has(word.stem))) return false;
  return one.some((word, i) => {
    const [before, behind] = [one[i - 1]?.stem, one[i + 1]?.stem];
    if (!isNegation(word) || before === undefined || behind === undefined) return false;
    return other.some(({ stem }, j) => stem === before && other[j + 1]?.stem === behind);
  });
}

function isNegation({ sign }: Word): boolean {
  return sign?.kind === "negation";
}

/** Whether most of what `own` shares with the other is denied, and the other denies nothing. */
function isAsserted(own: Unit, denied: readonly Word[], other: Unit): boolean {
  if (other.words.some((word) => isNegation(word) || DENIERS.has(word.fold))) return false;
  const stems = new Set(other.words.map(({ stem }) => stem));
  const sum = (words: readonly Word[]) =>
    words.reduce((bits, word) => bits + (!word.name && stems.has(word.stem) ? word.bits : 0), 0);
  return sum(denied) >= LEAST_DENIED * sum(own.words);
}

/** Whether words are reported as not said or not believed: "denied", "doesn't think". What one "cannot believe" is so. */
function isUnsaid(text: string, { kind, cue }: Quotation): boolean {
  if (kind === "direct" || cue === null) return false;
  const words = findWords(text, cue).map((word) => foldWord(sliceSpan(text, word)));
  if (words.some((word) => CANNOT.has(word))) return false;
  const isNot = words.some((word) => NEGATIONS.has(word) || word.endsWith("n't"));
  return isNot !== words.some((word) => DENIALS.has(word) || DENIERS.has(word)); // not both: "did not deny"
}

/** What hangs on the last word of a clause. */
const BREAK = /[,;:–—()]/u;

/** What stands behind a verb of denial in the first clause of a sentence, up to its end; none where there is no such verb. */
function findDowned(text: string, words: readonly Word[]): readonly Word[] {
  const ends = ({ to, whole }: Word) => BREAK.test(text.slice(to, whole.to));
  const at = words.findIndex((word) => ends(word) || DENIERS.has(word.fold));
  if (at === -1 || ends(words[at]!) || words.slice(0, at).some(({ sign }) => sign !== null)) return [];
  const end = words.findIndex((word, i) => i > at && ends(word));
  return words.slice(at + 1, end === -1 ? words.length : end + 1);
}
