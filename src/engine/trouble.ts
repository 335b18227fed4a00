import { InputError } from "../corpus.ts";

/** Why a path cannot be read, as a user should hear it; what is no fault of the system is given back as it is. */
export function explainRead(error: unknown, path: string): unknown {
  if (error instanceof InputError) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return new InputError("missing", path, "no such file");
  if (code === "EISDIR") return new InputError("folder", path, "this is a folder, not a report");
  return code ? new InputError("unreadable", path, `cannot be read (${code})`) : error;
}
