import type { Cue } from "./cue.ts";
import type { Range } from "./noun.ts";
import type { Unit } from "./unit.ts";

/**
 * Which rule gave a content. `whole`: a run beside its cue. `clause`: after *that*. `bare`: a clause without it. `trailing`: a
 * clause before its cue. `inner`: words in marks within what follows the verb.
 */
export type ContentRule = "whole" | "clause" | "bare" | "trailing" | "inner";

/** What one cue of a sentence introduces: ranges of units in text order, two where the cue interrupts. */
export interface Content {
  readonly cue: Cue;
  readonly rule: ContentRule;
  readonly ranges: readonly Range[];
}

/** A sentence, and which of its runs are somebody's words and not a title. */
export interface View {
  readonly units: readonly Unit[];
  readonly isWords: (unit: Unit) => boolean;
}
