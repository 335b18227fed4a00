/** Second-level names that stand for a kind of holder, not for the holder: "theage.com.au". */
const KINDS: ReadonlySet<string> = new Set(["co", "com", "org", "net", "gov", "ac", "edu"]);

/**
 * Whether an outlet's name, folded and without its article, is the one of a host: letter by letter ("washingtonpost.com"), or with
 * the first letters of two or more of its words for them ("nytimes.com", "wsj.com"). Other short forms ("detnews.com") are not
 * known, and a host that is a platform for many (a blog's) is nobody's.
 */
export function isHostOf(host: string, name: string): boolean {
  const label = readLabel(host)?.replace(/^the(?=.)/u, "");
  if (label === undefined) return false;
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  if (words.join("") === label) return true;
  const initials = words.map((word) => word[0]).join("");
  return words.some((_, at) => at > 0 && initials.slice(0, at + 1) + words.slice(at + 1).join("") === label);
}

/** What names the holder: of "www.thetimes.co.uk" "thetimes". Undefined for what is no host. */
function readLabel(host: string): string | undefined {
  const labels = host.toLowerCase().split(".").slice(0, -1);
  if (labels.length > 1 && KINDS.has(labels.at(-1)!)) labels.pop();
  const label = labels.at(-1)?.replaceAll("-", "");
  return label === undefined || /\s/u.test(label) ? undefined : label;
}
