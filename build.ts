import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type ChunkingContext, rolldown } from "rolldown";
import { PAGES_FILE, packPages } from "./src/engine/pages.ts";

const ROOT = import.meta.dirname;

/**
 * Makes the published package in `dist/`: the library as one .js and one .d.ts for each file of `src/` that is not a test, the
 * kernel and its usual pages of characters, and the program in a few large files, since to find and open two hundred small ones is a fifth of a short run.
 */
async function build(): Promise<void> {
  rmSync(join(ROOT, "dist"), { recursive: true, force: true });
  const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  execFileSync(process.execPath, [compiler, "-p", join(ROOT, "tsconfig.build.json")], { stdio: "inherit" });
  copyFileSync(join(ROOT, "src", "reuse", "kernel.wasm"), join(ROOT, "dist", "reuse", "kernel.wasm"));
  writeFileSync(join(ROOT, "dist", "reuse", PAGES_FILE), packPages());
  await bundleProgram(join(ROOT, "dist", "cli"));
  chmodSync(join(ROOT, "dist", "cli", "main.js"), 0o755);
}

/**
 * The program and its worker, with what they depend on, instead of their separate files. CommonJS, which loads in two thirds of the time that modules
 * take, compiled code at hand or not. The worker shares no file with the program.
 */
async function bundleProgram(folder: string): Promise<void> {
  rmSync(folder, { recursive: true });
  const modules = [
    ...(await bundle(folder, join(ROOT, "src", "cli", "main.ts"))),
    ...(await bundle(folder, join(ROOT, "src", "engine", "worker.ts"))),
  ];
  writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');
  writeFileSync(join(folder, "LICENSES.txt"), listLicenses(modules));
}

/** Gives the paths of all modules that went in. */
async function bundle(folder: string, input: string): Promise<string[]> {
  const made = await rolldown({
    input,
    platform: "node",
    preserveEntrySignatures: "allow-extension",
    external: /^node:/u,
    plugins: [
      {
        name: "builtins",
        transform: (code, id) => code.replace(DEFAULT, (_, name, from) => takeBuiltin(name, from, id)),
      },
    ],
  });
  const run = join(ROOT, "src", "cli", "run.ts");
  const { output } = await made.write({
    dir: folder,
    format: "cjs",
    entryFileNames: "[name].js",
    chunkFileNames: "[name]-[hash].js",
    codeSplitting: {
      includeDependenciesRecursively: false,
      // What every command needs is one file; by itself the bundler makes fifteen, each shared by other commands.
      groups: [
        {
          debugName: "run",
          name: (id, modules) => (needs(run, id, modules) && !needs(input, id, modules) ? "run" : null),
        },
      ],
    },
  });
  await made.close();
  return output.flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
}

/** A builtin whose default is imported. */
const DEFAULT = /^import (\w+) from ["'](node:\w+)["'];$/gmu;

/**
 * What stands for such an import, in which the bundler would copy all properties of the builtin whenever the program starts: a millisecond for every
 * hundred. What starts other programs takes 4 ms to load, and commander wants it for a kind of commands that Stemma has none of.
 */
function takeBuiltin(name: string, from: string, module: string): string {
  if (from === "node:process") return ""; // is there anyway
  const isIdle = from === "node:child_process" && module.includes("commander");
  return `const ${name} = ${isIdle ? "{}" : `process.getBuiltinModule("${from}")`};`;
}

/** Whether a module cannot be loaded without the other; itself counts. Both by their paths. */
function needs(from: string, other: string, modules: ChunkingContext): boolean {
  const needed = new Set([from]);
  for (const id of needed) for (const own of modules.getModuleInfo(id)?.importedIds ?? []) needed.add(own);
  return needed.has(other);
}

/** The licenses of the packages that the modules are from, as they demand. Throws where a package says nothing of its license. */
function listLicenses(modules: readonly string[]): string {
  const inPackage = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/u;
  const folders = new Set(modules.flatMap((path) => inPackage.exec(path)?.[0] ?? []));
  const texts = [...folders].sort().map(readLicense);
  return `The program holds code of these packages.\n\n${texts.join(`\n${"-".repeat(78)}\n\n`)}`;
}

function readLicense(folder: string): string {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((own) => /^licen[cs]e/iu.test(own));
  if (!file && !license) throw new Error(`${name} says nothing of its license`);
  const text = file
    ? readFileSync(join(folder, file), "utf8").trim()
    : `License: ${license}. Author: ${author?.name ?? author}.`;
  return `${name} ${version}\n\n${text}\n`;
}

await build();
