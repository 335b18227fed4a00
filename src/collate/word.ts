import type { Fact } from "../fact/fact.ts";
import { findFactsAmong } from "../fact/find.ts";
import { ALIAS_STARTS, ALIASES, LONGEST_ALIAS } from "../lang/en/alias.ts";
import { FUNCTION_WORDS, HEDGES, NEGATIONS, UNDENYING } from "../lang/en/grammar.ts";
import { dropPossessive, foldWord } from "../text/fold.ts";
import { measureInformation } from "../text/information.ts";
import { bySpan, clipSpans, findCovered, type Span, sliceSpan, trimSpan } from "../text/span.ts";
import { findStem } from "../text/stem.ts";
import { findTokens } from "../text/token.ts";

/** What a word does that denies or hedges; words of one degree say the same. */
export interface Sign {
  readonly kind: "negation" | "hedge";
  readonly degree: string;
}

/** A word of a wording as the collation compares it. "United States" is one word, for "US" answers it. */
export interface Word extends Span {
  /** The word with the marks that hang on it. The wholes of a wording together are the wording, but for white space. */
  readonly whole: Span;
  /** Which part of the wording it stands in; a reading never runs over two parts. */
  readonly part: number;
  /** Folded, as it stands: what tells one reading from another. */
  readonly form: string;
  /** As compared: folded, without possessive, the main form of an alias, the value of a number. */
  readonly fold: string;
  readonly stem: string;
  /** What it tells, in bits; 0 for function words and editorial insertions. */
  readonly bits: number;
  readonly content: boolean;
  /** In capitals, and not only because it begins the wording. */
  readonly name: boolean;
  /** Within brackets or parentheses inside quotation marks: the editor's word, not the speaker's. */
  readonly editorial: boolean;
  /** Between quotation marks. */
  readonly quoted: boolean;
  /** The names, numbers and dates that begin in it. */
  readonly facts: readonly Fact[];
  /** Null for most words, and for editorial insertions. */
  readonly sign: Sign | null;
}

/** Brackets in quoted words, round or square, without brackets inside and not longer than a line or two. */
const INSERTION = /\[[^[\]]{1,200}\]|\([^()]{1,200}\)/g;

const CAPITAL = /^\p{Lu}/u;
/** A first word that is rarer than this, in bits, has its capital as a name. */
const RARE = 9;

/** The words of a wording in text order. `quoted`: what stands between quotation marks, in any order. */
export function makeWords(text: string, spans: readonly Span[], quoted: readonly Span[]): Word[] {
  const marked = [...quoted].sort(bySpan);
  const insertions = marked.flatMap((span) => findInsertions(text, span));
  return spans.flatMap((span, part) => {
    const bare = joinForms(text, span);
    const isEditorial = findCovered(bare, clipSpans(insertions, span));
    const isQuoted = findCovered(bare, clipSpans(marked, span));
    return bare.map((word, i) => {
      const own = findLexical(word.fold);
      const editorial = isEditorial[i]!;
      const from = i === 0 ? span.from : cutBetween(text, bare[i - 1]!, word);
      const to = i === bare.length - 1 ? span.to : cutBetween(text, word, bare[i + 1]!);
      const content = !editorial && !own.isFunction;
      const name = content && CAPITAL.test(sliceSpan(text, word)) && (part + i > 0 || own.isRare);
      return {
        from: word.from,
        to: word.to,
        form: word.form === own.fold ? own.fold : word.form, // one string, as mostly
        fold: own.fold,
        facts: word.facts,
        whole: trimSpan(text, { from, to }),
        part,
        stem: own.stem,
        bits: content ? own.bits : 0,
        content,
        name,
        editorial,
        quoted: isQuoted[i]!,
        sign: own.sign === null || editorial || isIdle(bare, i, name) ? null : own.sign,
      };
    });
  });
}

/** Whether a word that denies or hedges by itself does not where it stands: "whether or not", May the month. */
function isIdle(words: readonly Bare[], at: number, name: boolean): boolean {
  const { fold } = words[at]!;
  if (fold === "may") return name;
  return UNDENYING.has(`${words[at - 1]?.fold} ${fold}`) || UNDENYING.has(`${fold} ${words[at + 1]?.fold}`);
}

/** The words of several stretches of one report as those of one wording, in text order; each keeps its parts apart. */
export function joinWords(stretches: readonly (readonly Word[])[]): readonly Word[] {
  if (stretches.length === 1) return stretches[0]!;
  let parts = 0;
  const joined = stretches.flatMap((words) => {
    const first = parts;
    parts += (words.at(-1)?.part ?? -1) + 1;
    return words.map((word) => ({ ...word, part: first + word.part }));
  });
  return joined.sort(bySpan);
}

/** What a folded word tells by itself. One string for all words that are the same: so they are soon compared. */
interface Lexical {
  readonly fold: string;
  readonly stem: string;
  readonly bits: number;
  readonly isFunction: boolean;
  readonly isRare: boolean;
  readonly sign: Sign | null;
}

/** Words met so far: news repeats its words. Bounded; never part of a result. */
const known = new Map<string, Lexical>();
const MOST_KNOWN = 50_000;

function findLexical(fold: string): Lexical {
  const seen = known.get(fold);
  if (seen !== undefined) return seen;
  const stem = findStem(fold);
  const isRare = measureInformation(stem) >= RARE;
  const made = {
    fold,
    stem,
    bits: measureBits(stem),
    isFunction: FUNCTION_WORDS.has(fold),
    isRare,
    sign: findSign(fold),
  };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(fold, made);
  return made;
}

const NEGATION: Sign = { kind: "negation", degree: "not" };
const SIGNS: ReadonlyMap<string, Sign> = new Map([
  ...[...HEDGES].map(([word, degree]): [string, Sign] => [word, { kind: "hedge", degree }]),
  ...[...NEGATIONS].map((word): [string, Sign] => [word, NEGATION]),
]);

function findSign(fold: string): Sign | null {
  return SIGNS.get(fold) ?? (fold.endsWith("n't") ? NEGATION : null);
}

function findInsertions(text: string, span: Span): Span[] {
  return [...sliceSpan(text, span).matchAll(INSERTION)].map((match) => ({
    from: span.from + match.index,
    to: span.from + match.index + match[0].length,
  }));
}

interface Bare extends Span {
  readonly form: string;
  readonly fold: string;
  readonly facts: readonly Fact[];
}

/** One for all words that no fact begins in: most of them. */
const NONE: readonly Fact[] = [];

/** Folds each word, and makes one word of those that together write a number or, the longest first, an alias. */
function joinForms(text: string, span: Span): Bare[] {
  const tokens = findTokens(text, span);
  const words = tokens.filter((token) => token.kind === "word");
  const folds = words.map((word) => foldWord(sliceSpan(text, word)));
  const facts = findFactsAmong(text, tokens);
  const joined: Bare[] = [];
  for (let at = 0, next = 0; at < words.length; ) {
    const { from } = words[at]!;
    while (next < facts.length && facts[next]!.from < from) next++;
    const number = facts[next]?.from === from && facts[next]!.kind === "number" ? facts[next]! : null;
    const { count, fold } = number ? countWords(words, at, number) : findAlias(text, words, folds, at);
    const form = count === 1 ? folds[at]! : folds.slice(at, at + count).join(" ");
    const { to } = words[at + count - 1]!;
    const first = next;
    while (next < facts.length && facts[next]!.from < to) next++;
    joined.push({ from, to, form, fold, facts: first === next ? NONE : facts.slice(first, next) });
    at += count;
  }
  return joined;
}

function countWords(words: readonly Span[], at: number, number: Fact): { count: number; fold: string } {
  let count = 1;
  while (at + count < words.length && words[at + count]!.from < number.to) count++;
  return { count, fold: number.value };
}

/** What stands behind the "no" that is short for "number": "No. 3", "no 3". */
const COUNTED = /^\.?\s*\d/u;

function findAlias(
  text: string,
  words: readonly Span[],
  folds: readonly string[],
  at: number,
): { count: number; fold: string } {
  if (folds[at] === "no" && COUNTED.test(text.slice(words[at]!.to, words[at]!.to + 5)))
    return { count: 1, fold: "number" };
  const initials = ALIASES.get(sliceSpan(text, words[at]!).replaceAll(".", ""));
  if (initials !== undefined) return { count: 1, fold: initials };
  const first = dropPossessive(folds[at]!);
  if (!ALIAS_STARTS.has(first)) return { count: 1, fold: first };
  for (let count = Math.min(LONGEST_ALIAS, words.length - at); count > 0; count--) {
    const alias = ALIASES.get(
      folds
        .slice(at, at + count)
        .map(dropPossessive)
        .join(" "),
    );
    if (alias !== undefined) return { count, fold: alias };
  }
  return { count: 1, fold: first };
}

/** Where the marks between two words part: behind the last white space, else right before the second word. */
function cutBetween(text: string, a: Span, b: Span): number {
  const space = /\s\S*$/u.exec(text.slice(a.to, b.from));
  return space === null ? b.from : a.to + space.index;
}

/** Figures up to a dozen, and years: they recur by chance. */
const COMMON_NUMBER = /^(?:\d|1[0-2]|(?:19|20)\d\d)$/;

function measureBits(stem: string): number {
  return COMMON_NUMBER.test(stem) ? 4 : measureInformation(stem);
}
