import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** Ground first. A file imports from its own folder or file and from lower floors; two on one floor keep apart. */
const FLOORS: readonly (readonly string[])[] = [
  ["error", "lang"],
  ["text"],
  ["report"],
  ["quote", "fact", "reuse"],
  ["story"],
  ["collate"],
  ["stemma"],
  ["claim"],
  ["finding"],
  ["config"],
  ["analyze"],
  ["check"],
  ["render"],
  ["index", "corpus", "flat"],
  ["store", "engine", "fetch"],
  ["server", "web"],
  ["cli"],
];
/** The public library, and the parts of it that a corpus takes. */
const DOORS = ["index", "corpus", "flat"];
const PROGRAMS = ["store", "engine", "fetch", "server", "cli"];

/** `from "…"`, `import "…"`, `import("…")`, types included. */
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)"([^"]+)"/gu;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:"'`])\/\/.*/gu;
/** Node, the clock, chance, the locale, the console. `new Date(x)` and `Date.parse` of a given time are free of the clock. */
const IMPURE =
  /"node:|\bprocess\.|\bBuffer\b|\b__dirname\b|Date\.now|new Date\(\)|performance\.|Math\.random|randomUUID|\.toLocale|localeCompare|\bIntl\.|\bconsole\.|setTimeout|setInterval/u;

const files = globSync("src/**/*.ts").filter((file) => !file.endsWith(".test.ts"));
const code = new Map(files.map((file) => [file, readFileSync(file, "utf8").replace(COMMENT, "")]));

const partOf = (file: string) => file.split("/")[1]!.replace(/\.ts$/u, "");
const floorOf = (part: string) => FLOORS.findIndex((floor) => floor.includes(part));

/** Files of ours that a file imports. */
function findImports(file: string): string[] {
  const names = [...code.get(file)!.matchAll(IMPORT)].map((match) => match[1]!).filter((name) => name.startsWith("."));
  return names.map((name) => normalize(join(dirname(file), name)));
}

function isDown(file: string, other: string): boolean {
  const [from, to] = [partOf(file), partOf(other)];
  if (from === to) return true;
  if (PROGRAMS.includes(from)) return PROGRAMS.includes(to) ? floorOf(to) < floorOf(from) : DOORS.includes(to);
  return floorOf(to) < floorOf(from);
}

describe("the floors", () => {
  it("know every folder", () => {
    expect(files.filter((file) => floorOf(partOf(file)) === -1)).toEqual([]);
    expect(files.length).toBeGreaterThan(40);
  });

  it("import only downward, and programs only through the index", () => {
    const wrong = files.flatMap((file) =>
      findImports(file)
        .filter((other) => !isDown(file, other))
        .map((other) => `${file} → ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  it("have no circles, types included", () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      else if (!done.has(file)) for (const other of findImports(file)) visit(other, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it("are free of Node, clock, chance, locale and console below the programs", () => {
    const library = files.filter((file) => !PROGRAMS.includes(partOf(file)) && file !== "src/render/script.ts");
    const wrong = library.flatMap((file) => {
      const found = IMPURE.exec(code.get(file)!);
      return found ? [`${file}: ${found[0]}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});
