import { SPEECH } from "../lang/en/speech.ts";
import { foldWord } from "../text/fold.ts";
import { Words } from "../text/words.ts";
import type { Written } from "./tag/form.ts";

/** A word or mark with what its letters alone tell. News repeats its words, so each is looked at once. */
export interface Entry extends Written {
  /** A word folded, a mark as it is. */
  readonly word: string;
  readonly isCapital: boolean;
  /** Whether only sentences with such a word have a cue: a verb of speech, or a word of another cue. */
  readonly isTelling: boolean;
}

/** Of "according to", "as he put it" and "in his words". */
const TELLING: ReadonlySet<string> = new Set(["according", "put", "puts", "words"]);

const entries: Words<Entry> = new Words((letters) => {
  const isMark = !/[\p{L}\p{N}\p{M}]/u.test(letters);
  const word = isMark ? letters : letters === "US" ? "usa" : foldWord(letters).replace(/\.$/u, "");
  const isTelling = SPEECH.has(word) || TELLING.has(word);
  return { letters, word, isCapital: /^\p{Lu}/u.test(letters), isTelling, form: null, lexicon: null };
});

/** What is known of what stands from `from` to before `to`. */
export function findEntry(text: string, from: number, to: number): Entry {
  return entries.get(text, from, to);
}
