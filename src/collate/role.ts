import type { Fact } from "../fact/fact.ts";
import { AUXILIARIES, DETERMINERS, MUTUAL } from "../lang/en/role.ts";
import { findStem } from "../text/stem.ts";
import type { Difference } from "./collation.ts";
import type { Told } from "./swap.ts";
import type { Word } from "./word.ts";

/** Who does what to whom, as far as it stands in a row: "Verrin [has] sued [the] Dunmarrow". */
interface Deed {
  readonly actor: Fact;
  readonly stem: string;
  readonly recipient: Fact;
}

/**
 * Where one wording has the actor of the other for the recipient: "Verrin sued Dunmarrow" against "Dunmarrow sued Verrin". Precision
 * first: name, verb and name in a row in both, the verb in the active and none that both do to each other. In the order of a.
 */
export function findRoles(a: Told, b: Told): Difference[] {
  const deeds = listDeeds(b);
  if (deeds.length === 0) return [];
  return listDeeds(a).flatMap((one): Difference[] => {
    const other = deeds.find((deed) => isTurned(one, deed));
    return other === undefined ? [] : [{ kind: "role", a: coverDeed(one), b: coverDeed(other) }];
  });
}

function isTurned(a: Deed, b: Deed): boolean {
  return a.stem === b.stem && a.actor.value === b.recipient.value && a.recipient.value === b.actor.value;
}

function coverDeed({ actor, recipient }: Deed): { from: number; to: number } {
  return { from: actor.from, to: recipient.to };
}

/** Every two names with nothing between but auxiliaries, one other word, and determiners, and no mark. */
function listDeeds({ text, words, facts }: Told): Deed[] {
  const names = facts.filter(({ kind }) => kind === "name");
  return names.slice(1).flatMap((recipient, at): Deed[] => {
    const actor = names[at]!;
    if (/[^\p{L}\p{N}\s’'-]/u.test(text.slice(actor.to, recipient.from))) return [];
    const between = words.filter(({ from, to }) => from >= actor.to && to <= recipient.from);
    const verb = findVerb(between);
    return verb === null || actor.value === recipient.value ? [] : [{ actor, stem: verb.stem, recipient }];
  });
}

function findVerb(between: readonly Word[]): Word | null {
  const first = between.findIndex(({ fold }) => !AUXILIARIES.has(fold));
  const [verb, ...rest] = between.slice(first === -1 ? between.length : first);
  if (verb === undefined || !verb.content || MUTUAL_STEMS.has(verb.stem)) return null;
  return rest.every(({ fold }) => DETERMINERS.has(fold)) ? verb : null;
}

const MUTUAL_STEMS: ReadonlySet<string> = new Set(MUTUAL.map(findStem));
