import { CONJUNCTIONS, DETERMINERS, PREPOSITIONS } from "../lang/en/clause.ts";
import { ROLE_FELLOWS, ROLE_KINDS, ROLE_WORDS, ROLES } from "../lang/en/people.ts";
import { dropPossessive } from "../text/fold.ts";
import type { Span } from "../text/span.ts";
import type { Range } from "./noun.ts";
import type { Unit } from "./unit.ts";

/** What somebody is: "the NATO chief". */
export interface Role {
  /** The phrase that gives it. */
  readonly span: Span;
  /** Its last role word, folded and written out: "senator" for "Sen.". */
  readonly word: string;
  /** Rows of the table of roles; one in common makes two roles the same kind. */
  readonly rows: readonly number[];
  /** The other words, folded: the body, the country. */
  readonly body: ReadonlySet<string>;
  /** Words that make another office of it: "deputy", "foreign". */
  readonly kind: ReadonlySet<string>;
}

/** The role that a phrase gives, or null if none of its words before the first preposition is one. */
export function readRole(units: readonly Unit[], range: Range): Role | null {
  const words = units.slice(range.from, range.to).filter((unit) => unit.kind === "word");
  const prep = words.findIndex((unit) => PREPOSITIONS.has(unit.word));
  const head = words.slice(0, prep < 0 ? words.length : prep);
  const role = head.findLast((unit) => ROLES.has(unit.word));
  if (role === undefined) return null;
  const all = words.map((unit) => dropPossessive(unit.word));
  const body = all.filter((w) => isParty(w, role.word) || (!ROLES.has(w) && !ROLE_FELLOWS.has(w) && !isFiller(w)));
  const span = { from: units[range.from]!.from, to: units[range.to - 1]!.to };
  const kind = new Set(all.filter((w) => ROLE_KINDS.has(w)));
  return { span, word: ROLE_WORDS.get(role.word) ?? role.word, rows: headRows(head), body: new Set(body), kind };
}

/** Whether a word that is a role by itself says here whose office it is: "the Republican nominee". */
function isParty(word: string, role: string): boolean {
  return word !== role && (word === "republican" || word === "democrat");
}

/** Rows of the last role word, and of the one right before it ("secretary general" is both). */
function headRows(head: readonly Unit[]): number[] {
  const at = head.findLastIndex((unit) => ROLES.has(unit.word));
  const before = head[at - 1];
  const rows = ROLES.get(head[at]!.word)!;
  return head[at]!.word === "general" && before?.word === "secretary"
    ? [...rows, ...(ROLES.get("chief") ?? [])]
    : [...rows];
}

function isFiller(word: string): boolean {
  return DETERMINERS.has(word) || PREPOSITIONS.has(word) || CONJUNCTIONS.has(word);
}

function isPart(few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  return [...few].every((word) => many.has(word));
}

/** Offices that no other name stands for: a vice president is not "the president". */
const BELOW: ReadonlySet<string> = new Set(["vice", "deputy", "assistant", "vice-president"]);

/** The row of those who lead any body. */
const CHIEFS = ROLES.get("ceo")!;

/** Whether one of two is "the president" and the other leads some body: no chief executive is the president of a country. */
function isHeadOfState(a: Role, b: Role): boolean {
  const isPresident = (role: Role): boolean => role.word === "president" && role.body.size === 0;
  return a.word !== b.word && (isPresident(a) || isPresident(b));
}

/** Whether whoever has the role `b` may now hold the office `a`: a former one does not. */
export function isHolder(a: Role, b: Role): boolean {
  return isSameRole(a, b) && ["former", "ex"].every((word) => a.kind.has(word) || !b.kind.has(word));
}

/**
 * Whether `a` may name the office that `b` is: a role word in common, no kind that `b` has not, and the one's body among
 * the other's words.
 */
export function isSameRole(a: Role, b: Role): boolean {
  const shared = a.rows.filter((row) => b.rows.includes(row));
  if (shared.length === 0 || (shared.every((row) => CHIEFS.includes(row)) && isHeadOfState(a, b))) return false;
  if (!isPart(a.kind, b.kind) || [...b.kind].some((word) => BELOW.has(word) && !a.kind.has(word))) return false;
  return isPart(a.body, b.body) || isPart(b.body, a.body);
}
