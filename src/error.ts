/** Why an input is turned away at the doors. The list is closed: each code has one sentence in the message. */
export type InputCode =
  | "missing" // no such file
  | "folder"
  | "unreadable" // the system refused to read it
  | "binary"
  | "empty" // nothing but white space
  | "too-large"
  | "no-article" // a page or record with no article in it
  | "malformed" // JSON that does not parse, or lacks what it needs
  | "too-few" // fewer than two reports that can be read
  | "option"; // a command line option or a configuration that makes no sense

/** What a user gave and we cannot use. Anything else that is thrown is our own bug. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly code: InputCode;
  /** The place as the user knows it: a file as named on the command line, with a line where there is one. */
  readonly place: string;
  /** Why, in one clause without the place. */
  readonly reason: string;

  constructor(code: InputCode, place: string, reason: string) {
    super(`${place}: ${reason}`);
    this.code = code;
    this.place = place;
    this.reason = reason;
  }
}
