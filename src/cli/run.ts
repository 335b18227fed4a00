import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { InputError } from "../corpus.ts";
import { COMMANDS, refuseCommand } from "./command.ts";
import type { CompareOptions } from "./compare.ts";
import { FORMATS } from "./format.ts";
import type { Io } from "./io.ts";
import type { QuotesOptions } from "./quotes.ts";
import { type ReuseCommand, reuse } from "./reuse.ts";
import { Interrupted } from "./signal.ts";
import type { StoriesCommand } from "./stories.ts";
import { warn } from "./warn.ts";

const EXAMPLES = `
Examples:
  stemma compare wire.txt post.html            print how the two tell the story
  stemma compare *.txt --html story.html       and write the page to open in a browser
  stemma compare *.html --json story.json      and write all results as JSON
  stemma compare *.txt --format json | jq .findings
  stemma compare *.txt --out story.xml         write the wordings side by side as TEI
  stemma quotes *.txt --format csv             print who said what, a line each
  stemma quotes *.txt --speaker Ruiz           and what one of them said
  stemma stories corpus.jsonl                  print which reports of a corpus tell of one event
  stemma compare --from corpus.jsonl --story story-17
  curl -s https://example.org/a.html | stemma compare - b.txt

Exit status: 0 if two reports or more were compared (for quotes: one was read), even if others were refused (each
is named on standard error); 2 if nothing could be done with what was given; 1 for a fault of our own.
`;

/**
 * Runs one command line, without the two names before it. Gives the exit status: 0 done, 2 bad input, 1 our own bug.
 * Never throws and never ends the process. A command's own code is loaded when it is called: `reuse` starts in half the time.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  try {
    if (args.length === 0) await (await import("./compare.ts")).compareExample(io);
    else await makeProgram(io, args[0]).parseAsync(checkHelp(args), { from: "user" });
    return 0;
  } catch (error) {
    return report(error, io);
  }
}

/** What was typed. Throws `InputError` where it asks for help with what is no command; help with `help` is all help. */
function checkHelp(args: readonly string[]): string[] {
  const [first, asked] = args;
  if (first !== "help" || asked === undefined || asked.startsWith("-")) return [...args];
  if (!COMMANDS.includes(asked)) throw refuseCommand(asked);
  return asked === "help" ? ["help"] : [...args];
}

/** With the one command that was asked for by its name, or else with all: to set up those that are not called takes 3 ms. */
function makeProgram(io: Io, asked: string | undefined): Command {
  const program = new Command("stemma")
    .description("Shows how a story changes as it is retold, with the exact words as evidence.")
    .version(readVersion(), "-V, --version")
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: () => {}, getOutHelpWidth: () => io.columns ?? 80 })
    .addHelpText("after", EXAMPLES)
    .hook("preAction", (_, command) => checkValues(command));
  const own = ADDERS.get(asked ?? "");
  for (const add of own ? [own] : ADDERS.values()) add(program, io);
  return program;
}

type Adder = (program: Command, io: Io) => void;
const ADDERS: ReadonlyMap<string, Adder> = new Map<string, Adder>([
  ["compare", addCompare],
  ["quotes", addQuotes],
  ["reuse", addReuse],
  ["stories", addStories],
]);

function addCompare(program: Command, io: Io): void {
  program
    .command("compare", { isDefault: true })
    .description("compare two or more reports of one story")
    .argument("[file...]", "texts (.txt), web pages (.html), records (.json, .jsonl); - is standard input")
    .option("--html <file>", "also write the result as a web page that needs no network")
    .option("--json <file>", "also write the result as JSON (docs/stemma-1.schema.json)")
    .option("--format <format>", `${FORMATS.join(", ")} (default: by the ending of --out, else terminal)`)
    .option("--out <file>", "write the result to a file instead of printing it")
    .option("--base <siglum>", "the report that the others are shown against: A, B, …")
    .option("--pairs <file>", "JSON file of passages that say the same or do not, as the page saves it")
    .option("--config <file>", "JSON file with options of the analysis")
    .option("--from <input...>", "instead of files: a corpus that one story is taken from, as for stories")
    .option("--story <id>", "with --from: the story, by its id in stories, or how that begins")
    .option("--stories <file>", "with --from: what stories has written (.jsonl), so that it is not done again")
    .option("--window <days>", "with --from, as for stories")
    .option("--least <chance>", "with --from, as for stories")
    .option("--since <day>", "with --from, as for stories")
    .option("--until <day>", "with --from, as for stories")
    .option("--strict", "with --from, as for stories")
    .addHelpText("after", EXAMPLES)
    .action(async (files: string[], options: CompareOptions) =>
      (await import("./compare.ts")).compare(files, options, io),
    );
}

function addQuotes(program: Command, io: Io): void {
  program
    .command("quotes")
    .description("list who said what in one report or more")
    .argument("<file...>", "as for compare")
    .option("--format <format>", "terminal, json or csv (default: by the ending of --out, else terminal)")
    .option("--speaker <name>", "only who has this name, or this word in it")
    .option("--out <file>", "write to a file instead")
    .addHelpText("after", EXAMPLES)
    .action(async (files: string[], options: QuotesOptions) =>
      (await import("./quotes.ts")).quotes(files, options, io),
    );
}

function addReuse(program: Command, io: Io): void {
  program
    .command("reuse")
    .description("find the wording that the reports of a corpus share")
    .argument("<input...>", "lines of JSON (.jsonl, .jsonl.gz), Parquet, texts, folders; - is standard input")
    .option("--out <file>", "where the passages go: .jsonl, .csv or .parquet")
    .option("--threads <n>", "threads to work with", "1")
    .option("--gram <words>", "words of a fingerprint", "8")
    .option("--window <grams>", "runs of gram + window - 1 words are surely found", "9")
    .option("--common <reports>", "wording that more reports have is boilerplate", "64")
    .option("--since <day>", "only reports of that day or later: 2025-03-11")
    .option("--until <day>", "only reports of that day or earlier")
    .option("--dry-run", "tell what would be read and how long it will about take")
    .option("--resume", "go on from what an interrupted run has finished")
    .option("--strict", "stop at the first line that cannot be used")
    .action((inputs: string[], options: ReuseCommand) => reuse(inputs, options, io));
}

function addStories(program: Command, io: Io): void {
  program
    .command("stories")
    .description("find which reports of a corpus tell of one event")
    .argument("<input...>", "lines of JSON (.jsonl, .jsonl.gz), Parquet, texts, folders; - is standard input")
    .option("--out <file>", "where the stories go: .jsonl, .csv or .parquet (default: a short list is printed)")
    .option("--window <days>", "days between two reports that are compared at most (default: 30)")
    .option("--least <chance>", "mean chance above which two groups are one story, 0.01 to 0.99 (default: 0.12)")
    .option("--since <day>", "only reports of that day or later: 2025-03-11")
    .option("--until <day>", "only reports of that day or earlier")
    .option("--dry-run", "tell what would be read and how long it will about take")
    .option("--strict", "stop at the first line that cannot be used")
    .addHelpText(
      "after",
      "\nThe stories are those of the reports given, whatever their order. With more reports, some near the limit are grouped\notherwise: docs/FORMATS.md says how many.",
    )
    .action(async (inputs: string[], options: StoriesCommand) =>
      (await import("./stories.ts")).stories(inputs, options, io),
    );
}

/** Throws `InputError` for an option with nothing behind it, or the next option, which would be taken for a file to write. */
function checkValues(command: Command): void {
  for (const option of command.options) {
    const name = option.long ?? option.flags;
    for (const value of [command.getOptionValue(option.attributeName())].flat()) {
      if (typeof value !== "string") continue; // not given, or a switch
      if (value.trim() === "") throw new InputError("option", name, "there is nothing behind it");
      const hint = option.flags.includes("<file>") ? `; a file of that name is ./${value}` : "";
      if (value.startsWith("--")) throw new InputError("option", name, `${value} stands where its value should${hint}`);
    }
  }
}

function readVersion(): string {
  const file = join(import.meta.dirname, "..", "..", "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

/** One sentence on standard error, and the exit status that goes with it. */
function report(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return reportUsage(error, io);
  if (error instanceof InputError) {
    warn(error, io);
    return 2;
  }
  if (error instanceof Interrupted) {
    io.err(`stemma: ${error.message}\n`);
    return error.status;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const trace = io.env.STEMMA_DEBUG ? stack : "set STEMMA_DEBUG=1 to see where, and please report it";
  io.err(`stemma: this is a fault of ours: ${message}\n${trace}\n`);
  return 1;
}

/** Help and version are printed already; anything else is one line, with the nearest option where there is one. */
function reportUsage(error: CommanderError, io: Io): number {
  if (error.exitCode === 0) return 0;
  io.err(`stemma: ${error.message.replace(/^error: /u, "").replace(/\s*\n\s*/gu, " ")}; see stemma --help\n`);
  return 2;
}
