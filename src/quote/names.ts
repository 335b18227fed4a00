import { FORENAMES } from "../lang/en/forenames.ts";
import { BODIES, PLACE_STARTS } from "../lang/en/people.ts";
import { OUTLET_WORDS } from "../lang/en/venues.ts";
import { measureInformation } from "../text/information.ts";
import type { Span } from "../text/span.ts";
import { findStem } from "../text/stem.ts";
import { isFuller } from "./glued.ts";
import { findMentions, isCapitals, type Mention } from "./mention.ts";
import type { Role } from "./role.ts";
import type { Sentence } from "./unit.ts";

/** Somebody or some body that the report names, with all that it says of them. */
export interface Name {
  /** The fullest form: most words, then first in the text. Without title and role. */
  readonly span: Span;
  /** Its words, folded, without possessive. */
  readonly words: readonly string[];
  readonly roles: readonly Role[];
  /** What the report calls them, where it tells. */
  readonly gender: "he" | "she" | null;
  /**
   * Whether it is taken for a person's: by title, role, pronoun or first name, by its last word alone elsewhere, or as two rare
   * words. False for those of places and bodies, null where nothing tells.
   */
  readonly isPerson: boolean | null;
  /** How often the report has the name in more than one word, one at least. */
  readonly count: number;
}

/** The names of a report, by their words. */
export interface Names {
  /** Those whose last word this is, in text order. */
  readonly byLast: ReadonlyMap<string, readonly Name[]>;
  /** Those whose first word this is, in text order. */
  readonly byFirst: ReadonlyMap<string, readonly Name[]>;
  /** Those that the report gives a role. */
  readonly withRole: readonly Name[];
  /** Of several with one surname, by it, whom it means alone: who was called by it before the report came to another. */
  readonly settled: ReadonlyMap<string, Name>;
}

interface Draft {
  span: Span;
  words: readonly string[];
  readonly roles: Role[];
  /** What forms of address say of the person, men more than none, women less; and what pronouns say. */
  titles: number;
  votes: number;
  /** Where it is first named, in code units. */
  readonly at: number;
  /** Whether what the report says of the surname alone is of somebody else: "Mr. Trump" of Ivanka Trump. */
  isOther: boolean;
  /** How often the report has one word of it alone, and how often more. */
  short: number;
  count: number;
}

/** Bits from which a word is a name rather than a common word: fewer than one article in a thousand has it. */
const RARE = 9;

/** No more bearers of one word are told apart than this, so that a list of names is read in linear time. */
const MOST = 12;

/** The names in sentences read as if nothing stood between marks (a title set in capitals is left out). Names of one word stand only where no longer one ends with it. */
export function findNames(sentences: readonly Sentence[]): Names {
  const mentions = sentences.filter((sentence) => !isCapitals(sentence.units)).flatMap(findMentions);
  const byLast = new Map<string, Draft[]>();
  const byFirst = new Map<string, Draft[]>();
  const drafts: Draft[] = [];
  for (const mention of mentions.filter((m) => m.words.length > 1)) note(mention, longNames(byLast, mention.words));
  const bare = Map.groupBy(
    mentions.filter((m) => m.words.length === 1),
    ({ words }) => words[0]!,
  );
  for (const draft of drafts) draft.isOther = isContradicted(draft, bare.get(draft.words.at(-1)!) ?? []);
  for (const mention of [...bare.values()].flat()) note(mention, shortNames(byLast, byFirst, mention));
  const done = new Map(drafts.map((draft) => [draft, finish(draft)]));
  const close = (map: Map<string, Draft[]>) =>
    new Map([...map].map(([word, list]) => [word, list.map((d) => done.get(d)!)]));
  return {
    byLast: close(byLast),
    byFirst: close(byFirst),
    withRole: [...done.values()].filter((n) => n.roles.length > 0),
    settled: new Map(
      [...byLast].flatMap(([word, own]) => {
        const main = findSettled(own, bare.get(word) ?? []);
        return main === undefined ? [] : [[word, done.get(main)!]];
      }),
    ),
  };

  function note(mention: Mention, same: Draft | undefined): void {
    const draft = same ?? add(mention);
    if (isFuller(mention.words, draft.words)) Object.assign(draft, { span: spanOf(mention), words: mention.words });
    if (mention.role !== null && draft.roles.length < MOST) draft.roles.push(mention.role);
    if (mention.words.length < draft.words.length && mention.words.length === 1) draft.short++;
    if (mention.words.length > 1) draft.count++;
    draft.titles += GENDERS.get(mention.title) ?? 0;
    draft.votes += GENDERS.get(mention.pronoun) ?? 0;
  }
  function add(mention: Mention): Draft {
    const draft: Draft = {
      span: spanOf(mention),
      words: mention.words,
      roles: [],
      titles: 0,
      votes: 0,
      short: 0,
      count: 0,
      at: spanOf(mention).from,
      isOther: false,
    };
    drafts.push(draft);
    enter(byLast, mention.words.at(-1)!, draft);
    enter(byFirst, mention.words[0]!, draft);
    return draft;
  }
}

function enter(map: Map<string, Draft[]>, word: string, draft: Draft): void {
  const list = map.get(word) ?? [];
  if (list.length < MOST) map.set(word, [...list, draft]);
}

/** The longer name that a name of several words is another form of: the same last word, and one's words among the other's. */
function longNames(byLast: ReadonlyMap<string, readonly Draft[]>, words: readonly string[]): Draft | undefined {
  return byLast.get(words.at(-1)!)?.find((draft) => isPart(words, draft.words) || isPart(draft.words, words));
}

/** The longer name that a single word is short for: "Mr Ruiz" is not Ana Ruiz. */
function shortNames(
  byLast: ReadonlyMap<string, Draft[]>,
  byFirst: ReadonlyMap<string, Draft[]>,
  { words: [word], title }: Mention,
): Draft | undefined {
  const isFit = ({ words: [first], isOther }: Draft): boolean =>
    !isOther && (title === null || (FORENAMES.get(first!) ?? title) === title || first === word);
  return byLast.get(word!)?.find(isFit) ?? byFirst.get(word!)?.find((draft) => draft.roles.length > 0 && isFit(draft));
}

/** Net votes of pronouns that say of a surname alone whether it is a man's or a woman's: one or two may be of another. */
const MOST_CHANCE = 2;

/**
 * Whether forms of address or many pronouns with the surname alone make a man of who is a woman by her full name, or the other way round;
 * where the surname alone comes first, or with an office, as whoever is named in full first is called so then, whatever the first name tells.
 */
function isContradicted({ words, titles, votes, at }: Draft, bare: readonly Mention[]): boolean {
  if (!bare.some((mention) => mention.role !== null || spanOf(mention).from < at)) return false;
  const sum = (of: (mention: Mention) => "he" | "she" | null) =>
    bare.reduce((all, mention) => all + (GENDERS.get(of(mention)) ?? 0), 0);
  const [told, said] = [sum(({ title }) => title), sum(({ pronoun }) => pronoun)];
  const own = FORENAMES.get(words[0]!) ?? genderOf(titles) ?? genderOf(votes);
  const other = genderOf(told) ?? (Math.abs(said) > MOST_CHANCE ? genderOf(said) : null);
  return own !== null && other !== null && own !== other;
}

/** Of the bearers of a surname who is meant by it alone: of the others the report says what does not fit, or it called somebody so before it came to them. */
function findSettled(bearers: readonly Draft[], bare: readonly Mention[]): Draft | undefined {
  const people = bearers.filter((draft) => !isBody(draft.words));
  const fitting = people.filter(({ isOther }) => !isOther);
  if (fitting.length < 2) return people.length > fitting.length ? fitting[0] : undefined;
  const [main, next] = [...fitting].sort((a, b) => a.at - b.at);
  return bare.map((mention) => spanOf(mention).from).some((at) => main!.at <= at && at < next!.at) ? main : undefined;
}

function isPart(few: readonly string[], many: readonly string[]): boolean {
  return few.every((word) => many.includes(word));
}

function spanOf({ sentence, name }: Mention): Span {
  const last = sentence.units[name.to - 1]!;
  const isOwner = last.word.endsWith("'s");
  return { from: sentence.units[name.from]!.from, to: isOwner ? last.to - 2 : last.to };
}

function finish({ span, words, roles, titles, votes, short, count: full }: Draft): Name {
  const count = Math.max(1, full);
  const told = genderOf(titles);
  const isNamed = told !== null || (FORENAMES.has(words[0]!) && (votes !== 0 || roles.length > 0));
  if (!isNamed && isBody(words)) return { span, words, roles, gender: null, isPerson: false, count };
  const gender = told ?? FORENAMES.get(words[0]!) ?? genderOf(votes);
  const isLikely = words.length > 1 && (short > 0 || words.every(isRare));
  return { span, words, roles, gender, isPerson: gender !== null || roles.length > 0 || isLikely || null, count };
}

const GENDERS: ReadonlyMap<"he" | "she" | null, number> = new Map([
  ["he", 1],
  ["she", -1],
]);

function genderOf(votes: number): "he" | "she" | null {
  return votes > 0 ? "he" : votes < 0 ? "she" : null;
}

/** Whether a name ends or begins as those of places and bodies do: "Quay Street", "North Harwell". */
function isBody(words: readonly string[]): boolean {
  return (
    words.length > 1 && (BODIES.has(words.at(-1)!) || PLACE_STARTS.has(words[0]!) || OUTLET_WORDS.has(words.at(-1)!))
  );
}

/** Whether a word is so rare in news that it is likely a person's name. */
export function isRare(word: string): boolean {
  return word.length < 3 || measureInformation(findStem(word)) >= RARE;
}
