import { InputError } from "../corpus.ts";
import { findNearest } from "./nearest.ts";

/** What the first word of a command line may say. */
export const COMMANDS: readonly string[] = ["compare", "quotes", "reuse", "stories", "help"];

/** Letters at its beginning that tell a command: "story" and "storys" mean `stories`. */
const TELLING = 4;

/** The command that was probably meant; null where none is near. */
export function findCommand(typed: string): string | null {
  const begin = typed.toLowerCase().slice(0, TELLING);
  const begun = begin.length === TELLING ? COMMANDS.find((name) => name.startsWith(begin)) : undefined;
  return findNearest(typed, COMMANDS) ?? begun ?? null;
}

/** Says that there is no such command, and which one was probably meant or which there are. */
export function refuseCommand(typed: string): InputError {
  const nearest = findCommand(typed);
  const hint = nearest ? `did you mean ${nearest}?` : `there are ${COMMANDS.join(", ")}`;
  return new InputError("option", typed, `no such command; ${hint}`);
}
