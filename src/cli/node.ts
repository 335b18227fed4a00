/** As `engines` of package.json says, which only whoever installs is told. */
const OLDEST = 24;

/** Says that this Node is too old, where it is: it would fail at the first thing that it does not know. Null where it will do. */
export function refuseNode(version: string): string | null {
  if (Number.parseInt(version, 10) >= OLDEST) return null;
  return `stemma: Node ${version} is too old; it takes ${OLDEST} or later\n`;
}
