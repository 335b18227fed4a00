import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The same place seen from src/cli and from dist/cli. */
const FOLDER = new URL("../../examples/seawall/", import.meta.url);

/** Files of the story that comes with the package, in order of name. */
export async function listExample(): Promise<string[]> {
  const folder = fileURLToPath(FOLDER);
  const names = await readdir(folder);
  return names
    .filter((name) => /\.(?:txt|html)$/u.test(name))
    .sort()
    .map((name) => join(folder, name));
}
