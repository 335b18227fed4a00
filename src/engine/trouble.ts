import { InputError } from "../corpus.ts";
import { tellFailure } from "./code.ts";

/** Why a path cannot be read, as a user should hear it; what is no fault of the system is given back as it is. */
export function explainRead(error: unknown, path: string): unknown {
  const code = findCode(error);
  if (code === null) return error;
  if (code === "ENOENT" || code === "ENOTDIR") return new InputError("missing", path || '""', "no such file");
  if (code === "EISDIR") return new InputError("folder", path, "this is a folder, not a report");
  return new InputError("unreadable", path, tellFailure("cannot be read", code));
}

/** The same of a path that cannot be written. */
export function explainWrite(error: unknown, path: string): unknown {
  const code = findCode(error);
  if (code === null) return error;
  const reason = {
    ENOENT: "there is no such folder to write to",
    ENOTDIR: "there is no such folder to write to",
    EISDIR: "this is a folder; name a file to write",
  }[code];
  return new InputError("option", path, reason ?? tellFailure("cannot be written", code));
}

/** The system's code, null for what it did not throw: an error of ours has codes of its own, and so have those of Node. */
function findCode(error: unknown): string | null {
  if (error instanceof InputError) return null;
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === "string" && /^E[A-Z0-9]+$/u.test(code) ? code : null;
}
