import { ROLE_FELLOWS, ROLES } from "../lang/en/people.ts";
import { measureLikeness } from "../text/similarity.ts";
import { isOverlapping, type Span } from "../text/span.ts";
import type { Difference } from "./collation.ts";
import { findRoles } from "./role.ts";
import { findSigns, type Said, type Two } from "./sign.ts";
import { findSwaps, type Swap, type Told } from "./swap.ts";

/** Words of names at least so alike are forms of one name: "Russia", "Russian". */
const SAME_NAME = 0.6;

/** Less sure than this, another number is told only where both stand at one place of the collation, as another name always is. */
const SURE = 0.7;
/** Below this a round number is as good a count as any other: 120 and 124 differ. */
const LEAST_ROUNDED = 1000;

/**
 * Words that change what is claimed, in reading order: another number, date or name in the same place (`findSwaps`); a negation
 * or hedge that only one has where both speak of the same; who does it to whom turned round (`findRoles`). No finding rests on
 * names and roles: in 336 stories three names differed, and none was a contradiction ("in Croydon", "in London"), and no role. `told`: one a witness.
 */
export function findDifferences(said: Said, told: readonly Told[], { a, b }: Two): Difference[] {
  const [left, right] = [told[a]!, told[b]!];
  const isBeside = (swap: Swap) => isOnePlace(swap, said, { a, b });
  const swaps = findSwaps(left, right).filter((swap) => {
    if (swap.kind === "name") return isOtherName(swap) && isApart(swap, left, right) && isBeside(swap);
    if (swap.kind === "number" && isRounded(swap.a.value, swap.b.value)) return false;
    return swap.confidence >= SURE || isBeside(swap);
  });
  const facts = swaps.map((swap): Difference => ({ kind: swap.kind, a: toSpan(swap.a), b: toSpan(swap.b) }));
  return [...facts, ...findRoles(left, right), ...findSigns(said, { a, b })].sort(byStart);
}

/** Not a shorter or longer form of one name, and no initialism of it; nor an office, as "the Vice President", for a name. */
function isOtherName({ a, b }: Swap): boolean {
  const [left, right] = [a.value.split(" "), b.value.split(" ")];
  if (isOffice(left) !== isOffice(right)) return false;
  const initials = (words: readonly string[]) => words.map((word) => word[0]).join("");
  if (left.some((word) => right.some((other) => measureLikeness(word, other) >= SAME_NAME))) return false;
  return initials(left) !== b.value && initials(right) !== a.value;
}

function isOffice(words: readonly string[]): boolean {
  return words.some((word) => ROLES.has(word)) && words.every((word) => ROLES.has(word) || ROLE_FELLOWS.has(word));
}

/**
 * Whether one number is the other with fewer figures, rounded or cut off: "1.37 trillion" and "1.4 trillion", "43,538" and "more than
 * 43,000". Two figures at least are left of a large number, or only what stands behind the point is gone.
 */
function isRounded(a: string, b: string): boolean {
  const [x, y] = [Number(a), Number(b)];
  if (!(x > 0 && y > 0) || x === y) return false;
  const [few, many] = countFigures(a) < countFigures(b) ? [x, y] : [y, x];
  const figures = Math.min(countFigures(a), countFigures(b));
  if (figures === Math.max(countFigures(a), countFigures(b))) return false;
  const unit = 10 ** (Math.floor(Math.log10(many)) + 1 - figures);
  const isLarge = figures >= 2 && many >= LEAST_ROUNDED;
  if (!isLarge && !(unit === 1 && !Number.isInteger(many))) return false;
  return (
    Math.abs(Math.round(many / unit) * unit - few) < unit / 10 ||
    Math.abs(Math.floor(many / unit) * unit - few) < unit / 10
  );
}

/** Figures that count: 3 of "1.37", 2 of "43000". */
function countFigures(value: string): number {
  return value.replace(".", "").replace(/^0+|0+$/gu, "").length;
}

/** No word of either name, nor a form of one ("Russia", "Russian"), stands anywhere in the other wording. */
function isApart({ a, b }: Swap, left: Told, right: Told): boolean {
  const has = ({ words }: Told, name: string) =>
    name.split(" ").some((part) => words.some(({ fold }) => measureLikeness(fold, part) >= SAME_NAME));
  return !has(right, a.value) && !has(left, b.value);
}

/** Whether both facts stand at one place of the collation. */
function isOnePlace(swap: Swap, { places }: Said, { a, b }: Two): boolean {
  return places.some(
    (place) =>
      place[a]!.some((word) => isOverlapping(word, swap.a)) && place[b]!.some((word) => isOverlapping(word, swap.b)),
  );
}

function toSpan({ from, to }: Span): Span {
  return { from, to };
}

function byStart(x: Difference, y: Difference): number {
  return (x.a?.from ?? -1) - (y.a?.from ?? -1) || (x.b?.from ?? -1) - (y.b?.from ?? -1) || (x.kind < y.kind ? -1 : 1);
}
