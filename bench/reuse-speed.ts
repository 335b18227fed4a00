import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeReuse } from "../src/engine/reuse.ts";
import { foldForReuse } from "../src/reuse/fold.ts";
import { findWords } from "../src/text/token.ts";
import { type Bench, type DataFile, findDataFiles, readRecords } from "./data.ts";

interface Article {
  readonly id: string;
  readonly text: string | null;
}

/** Seconds of one run. */
interface Timed {
  readonly wall: number;
  /** Of all threads together: what is left to compare by where others use the machine. */
  readonly cpu: number;
}

const ROUNDS = 9;
/** Rounds of one thread and two in turns: their ratio is wanted more exactly than a noisy machine tells it in nine. */
const TURNS = 41;
/** Articles for the check of exactness. */
const CHECKED = 2000;
const WIDE = ["--gram", "8", "--window", "9"];
const NARROW = ["--gram", "6", "--window", "7"];

/**
 * Shared wording on a corpus of news: whether every run of 16 words is found (against an exhaustive search), then the time of the whole process,
 * from JSON lines on disk to passages on disk, as the built package runs it, beside that of `sim_text -r 16` (Debian's similarity-tester) on the same
 * texts in files of their own. Each line of times is the median of nine rounds, in which all take their turn; two threads against one are measured in
 * forty-one turns more. Growth is from a tenth of the corpus to all of it.
 */
export async function benchReuseSpeed({ data, print }: Bench): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "stemma-bench-"));
  try {
    execFileSync(process.execPath, ["build.ts"], { stdio: "inherit" });
    for (const file of findDataFiles(data, "corpus")) {
      const articles = await readArticles(file);
      print(`${file.name}: ${articles.length} articles`);
      await checkExact(articles.slice(0, CHECKED), folder, print);
      await measureMemory(articles, folder, print);
      measureSpeed(file, articles, folder, print);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readArticles(file: DataFile): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const article of readRecords<Article>(file)) articles.push(article);
  return articles;
}

function writeLines(path: string, articles: readonly Article[]): string {
  writeFileSync(path, articles.map((article) => `${JSON.stringify(article)}\n`).join(""));
  return path;
}

/** A text as numbers of its folded words, and where each word stands. */
interface Numbered {
  readonly id: string;
  readonly words: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A run by its spans: `a 0 10 b 5 15`. */
interface Run {
  readonly a: Numbered;
  readonly b: Numbered;
  readonly i: number;
  readonly j: number;
  readonly words: number;
}

const LENGTH = 16;

async function checkExact(articles: readonly Article[], folder: string, print: Bench["print"]): Promise<void> {
  const runs = findAllRuns(numberWords(articles));
  const out = join(folder, "exact.jsonl");
  await writeReuse([writeLines(join(folder, "some.jsonl"), articles)], out, { common: 1_000_000 });
  const passages = new Map<string, Span4[]>();
  let single = 0;
  const exact = new Set(runs.map(showRun));
  let wrong = 0;
  for (const line of readFileSync(out, "utf8").trim().split("\n")) {
    const row = JSON.parse(line) as Row;
    if (row.kind !== "passage") continue;
    const key = `${row.a} ${row.b}`;
    passages.set(key, [...(passages.get(key) ?? []), row]);
    if (row.runs > 1) continue;
    single++;
    if (!exact.has(`${key} ${row.aFrom} ${row.aTo} ${row.bFrom} ${row.bTo}`)) wrong++;
  }
  const missed = runs.filter((run) => !isCovered(run, passages)).length;
  print(
    `  exact: ${runs.length} runs of ${LENGTH} words or more in ${articles.length} articles by exhaustive search, ${missed} missed; ${single} passages of one run, ${wrong} not such a run`,
  );
}

interface Span4 {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

interface Row extends Span4 {
  readonly kind: string;
  readonly a: string;
  readonly b: string;
  readonly runs: number;
}

function spanRun({ a, b, i, j, words }: Run): Span4 {
  return { aFrom: a.starts[i]!, aTo: a.ends[i + words - 1]!, bFrom: b.starts[j]!, bTo: b.ends[j + words - 1]! };
}

function showRun(run: Run): string {
  const { aFrom, aTo, bFrom, bTo } = spanRun(run);
  return `${run.a.id} ${run.b.id} ${aFrom} ${aTo} ${bFrom} ${bTo}`;
}

function isCovered(run: Run, passages: ReadonlyMap<string, readonly Span4[]>): boolean {
  const own = spanRun(run);
  return (passages.get(`${run.a.id} ${run.b.id}`) ?? []).some(
    ({ aFrom, aTo, bFrom, bTo }) => aFrom <= own.aFrom && own.aTo <= aTo && bFrom <= own.bFrom && own.bTo <= bTo,
  );
}

/** By the strings of the words, without a hash, in the order of the ids. */
function numberWords(articles: readonly Article[]): Numbered[] {
  const numbers = new Map<string, number>();
  const numbered = articles.map(({ id, text }) => {
    const tokens = findWords(text ?? "");
    const words = tokens.map(({ from, to }) => {
      const folded = foldForReuse((text ?? "").slice(from, to));
      const number = numbers.get(folded) ?? numbers.size;
      numbers.set(folded, number);
      return number;
    });
    return { id, words, starts: tokens.map(({ from }) => from), ends: tokens.map(({ to }) => to) };
  });
  return numbered.sort((x, y) => (x.id < y.id ? -1 : 1));
}

/** Every place of every text under the sixteen words that begin there; each two places whose words before differ begin a run. */
function findAllRuns(texts: readonly Numbered[]): Run[] {
  const places = new Map<string, { readonly text: number; readonly at: number }[]>();
  for (const [text, { words }] of texts.entries()) {
    for (let at = 0; at + LENGTH <= words.length; at++) {
      const key = String.fromCodePoint(
        ...words.slice(at, at + LENGTH).map((word) => word + 0x10000 - (word > 0xfffff ? 0x100000 : 0)),
      );
      const others = places.get(key);
      if (others) others.push({ text, at });
      else places.set(key, [{ text, at }]);
    }
  }
  const runs: Run[] = [];
  for (const own of places.values())
    for (const [n, x] of own.entries())
      for (const y of own.slice(n + 1)) {
        const [a, b] = [texts[x.text]!, texts[y.text]!];
        if (x.text === y.text || (x.at > 0 && y.at > 0 && a.words[x.at - 1] === b.words[y.at - 1])) continue;
        let words = LENGTH;
        while (x.at + words < a.words.length && a.words[x.at + words] === b.words[y.at + words]) words++;
        runs.push({ a, b, i: x.at, j: y.at, words });
      }
  return runs;
}

async function measureMemory(articles: readonly Article[], folder: string, print: Bench["print"]): Promise<void> {
  const input = writeLines(join(folder, "all.jsonl"), articles);
  for (const [gram, window] of [
    [8, 9],
    [6, 7],
  ] as const) {
    const { reports, rows, words, bytes } = await writeReuse([input], join(folder, "out.jsonl"), { gram, window });
    const each = (size: number): string => `${Math.round(size / reports)} B`;
    print(
      `  k=${gram} w=${window}: ${Math.round(words / reports)} words an article; words ${each(bytes.words)} + index ${each(bytes.index)} = ${each(bytes.words + bytes.index)} an article, places in the text ${each(bytes.places)} more; ${rows} rows`,
    );
  }
}

function measureSpeed(file: DataFile, articles: readonly Article[], folder: string, print: Bench["print"]): void {
  const all = join(folder, "all.jsonl");
  const tenth = writeLines(
    join(folder, "tenth.jsonl"),
    articles.filter((_, at) => at % 10 === 0),
  );
  const single = writeLines(join(folder, "one.jsonl"), articles.slice(0, 1));
  const list = writeTexts(articles, folder);
  const runs: Record<string, () => Timed | null> = {
    "k=8 w=9, 1 thread": () => runStemma(all, folder, WIDE),
    "k=6 w=7, 1 thread": () => runStemma(all, folder, NARROW),
    "k=8 w=9, 2 threads": () => runStemma(all, folder, [...WIDE, "--threads", "2"]),
    "k=8 w=9, 1 thread, from the file as it is (gzip)": () =>
      file.path.endsWith(".gz") ? runStemma(file.path, folder, WIDE) : null,
    "k=8 w=9, 1 thread, a tenth": () => runStemma(tenth, folder, WIDE),
    "start alone": () => runStemma(single, folder, WIDE),
    "sim_text -r 16": () => runSimilarity(list, folder),
  };
  const times = new Map<string, Timed[]>(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, run] of Object.entries(runs)) {
      const timed = run();
      if (timed) times.get(name)!.push(timed);
    }
  const median = (name: string, of: keyof Timed): number => findMedian(times.get(name)!.map((timed) => timed[of]));
  for (const [name, own] of times) {
    if (own.length === 0) continue;
    const count = name.endsWith("tenth") ? Math.ceil(articles.length / 10) : articles.length;
    const [wall, cpu] = [median(name, "wall"), median(name, "cpu")];
    const rate =
      name === "start alone"
        ? ""
        : `, ${Math.round(count / wall)} articles/s (${Math.round(count / cpu)} a second of CPU)`;
    print(`  ${name}: ${wall.toFixed(2)} s, CPU ${cpu.toFixed(2)} s${rate}`);
  }
  const [one, two] = ["k=8 w=9, 1 thread", "k=8 w=9, 2 threads"];
  const ratio = (over: string, under: string, of: keyof Timed): string =>
    findMedian(times.get(over)!.map((timed, at) => timed[of] / times.get(under)![at]![of])).toFixed(2);
  print(
    `  two threads: ${ratio(one, two, "wall")} times as fast as one; in ${TURNS} turns of both ${compareThreads(all, folder)}`,
  );
  print(
    `  ten times the articles: ${ratio(one, `${one}, a tenth`, "wall")} times as long (CPU ${ratio(one, `${one}, a tenth`, "cpu")})`,
  );
  if (times.get("sim_text -r 16")!.length === 0)
    print("  sim_text is not installed (apt-get install similarity-tester): nothing to compare with");
  else
    print(
      `  against sim_text -r 16: ${ratio("sim_text -r 16", one, "wall")} times as fast (CPU ${ratio("sim_text -r 16", one, "cpu")})`,
    );
}

/** How many times as fast two threads are, in three ways: on a noisy machine they differ, and the quick runs are the least disturbed. */
function compareThreads(input: string, folder: string): string {
  const pairs = Array.from({ length: TURNS }, () =>
    ["1", "2"].map((threads) => runStemma(input, folder, [...WIDE, "--threads", threads]).wall),
  );
  const [one, two] = [0, 1].map((at) => pairs.map((pair) => pair[at]!).sort((x, y) => x - y));
  const at = (share: number): string => {
    const place = Math.floor(TURNS * share);
    return (one![place]! / two![place]!).toFixed(2);
  };
  const paired = findMedian(pairs.map(([a, b]) => a! / b!)).toFixed(2);
  return `${paired} by the median of the pairs, ${at(0.5)} by the medians, ${at(0.2)} by the quick fifth`;
}

function runStemma(input: string, folder: string, options: readonly string[]): Timed {
  const out = join(folder, "out.jsonl");
  rmSync(out, { force: true }); // to put a file in the place of another waits for the disk
  return time([process.execPath, join("dist", "cli", "main.js"), "reuse", input, "--out", out, ...options]);
}

/** Each text in a file of its own, as sim_text wants it; gives the file that lists them. */
function writeTexts(articles: readonly Article[], folder: string): string {
  mkdirSync(join(folder, "texts"), { recursive: true });
  const names = articles.map(({ text }, at) => {
    const name = join(folder, "texts", `${at}.txt`);
    writeFileSync(name, text ?? "");
    return name;
  });
  const list = join(folder, "texts.list");
  writeFileSync(list, `${names.join("\n")}\n`);
  return list;
}

function runSimilarity(list: string, folder: string): Timed | null {
  const path = (process.env.PATH ?? "")
    .split(":")
    .map((own) => join(own, "sim_text"))
    .find((own) => existsSync(own));
  return path ? time([path, "-r", "16", "-i", "-o", join(folder, "sim.out")], list) : null;
}

/** Wall and CPU time of a process, by the shell's own clock. Throws where it fails. */
function time(command: readonly string[], input = "/dev/null"): Timed {
  const script = 'TIMEFORMAT="%R %U %S"; { time "$@" <"$0" >/dev/null 2>"$ERRORS"; } 2>&1';
  const errors = join(tmpdir(), `stemma-bench-${process.pid}.err`);
  const { stdout, status } = spawnSync("bash", ["-c", script, input, ...command], {
    encoding: "utf8",
    env: { ...process.env, ERRORS: errors },
  });
  const said = readFileSync(errors, "utf8");
  rmSync(errors);
  if (status !== 0) throw new Error(`${command[0]} failed: ${said}`);
  const [wall, user, system] = stdout.trim().split(" ").map(Number);
  return { wall: wall!, cpu: user! + system! };
}

function findMedian(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
