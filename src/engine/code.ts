/** What the system's codes say, as far as a user meets them. */
const WORDS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EBUSY: "something else is using it",
  EDQUOT: "no space left of what this user may fill",
  EFBIG: "larger than a file may be here",
  EIO: "the device failed",
  EISDIR: "this is a folder",
  ELOOP: "its links lead round in a circle",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long",
  ENODEV: "there is no such device",
  ENOSPC: "no space left on the disk",
  ENXIO: "there is no such device, or nobody at its other end",
  EPERM: "not permitted",
  EROFS: "everything there is only to be read",
  ETXTBSY: "something else is using it",
};

/** The words for a code of the system with the code in brackets behind them; only the code in brackets where there are none. */
export function tellCode(code: string): string {
  return Object.hasOwn(WORDS, code) ? `${WORDS[code]} (${code})` : `(${code})`;
}

/** That something could not be done, and why: "cannot be read: permission denied (EACCES)", "cannot be read (EX)". */
export function tellFailure(what: string, code: string): string {
  return Object.hasOwn(WORDS, code) ? `${what}: ${tellCode(code)}` : `${what} (${code})`;
}
