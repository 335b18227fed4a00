import { closeSync, openSync, readdirSync, writeSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Bench } from "./data.ts";

/** Files of this folder that are no bench. */
const OTHERS: ReadonlySet<string> = new Set(["main", "data", "mark", "cubed", "judged"]);

/** Runs one bench: `npm run bench -- NAME [--data DIR] [--dump FILE]`. A bench is a file `NAME.ts` here that exports one function. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { data: { type: "string", default: "../shared/data" }, dump: { type: "string" } },
  });
  const [name] = positionals;
  const names = listBenches();
  if (positionals.length !== 1 || name === undefined || !names.includes(name)) {
    console.error(`usage: npm run bench -- NAME [--data DIR] [--dump FILE], where NAME is one of: ${names.join(", ")}`);
    return 2;
  }
  await runBench(name, values.data, values.dump);
  return 0;
}

function listBenches(): string[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.slice(0, -".ts".length))
    .filter((name) => !OTHERS.has(name))
    .sort();
}

async function runBench(name: string, data: string, dump: string | undefined): Promise<void> {
  const exported: Record<string, unknown> = await import(`./${name}.ts`);
  const [run] = Object.values(exported).filter((value) => typeof value === "function");
  if (run === undefined) throw new TypeError(`bench/${name}.ts exports no function`);
  const file = dump === undefined ? null : openSync(dump, "w");
  const bench: Bench = {
    data,
    print: (line) => console.log(line),
    dump: (record) => {
      if (file !== null) writeSync(file, `${JSON.stringify(record)}\n`);
    },
  };
  await run(bench);
  if (file !== null) closeSync(file);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error && "code" in error ? error.message : error);
  process.exitCode = error instanceof TypeError && "code" in error ? 2 : 1;
}
