import { makeGrid } from "../src/collate/grid.ts";
import { getLinker, type Linker, runRounds } from "../src/collate/link.ts";
import { TRAINED, trainLinker } from "../train/alignment.ts";
import { type Example, readExamples } from "../train/examples.ts";
import { makeFolds } from "../train/folds.ts";
import { type Bench, type DataFile, f1, findDataFiles, formatFigure } from "./data.ts";
import { linkMarks } from "./mark.ts";

/** Links at least so likely are given out; the setting that the library ships. */
const LEAST = 0.45;
/** Parts of cross-validation. */
const FOLDS = 3;

/**
 * Words linked against people's links. Precision and recall of the sure links are averaged over pairs, those without a sure
 * link left out; F1 is that of the two averages; then the share of pairs with all links right. A file that the shipped weights
 * are trained on is scored by three-fold cross-validation, no sentence or other translation of it in two folds; so is any other
 * `*-train*` file, whose lines are neighbors of these.
 */
export async function scoreAlignment({ data, print, dump }: Bench): Promise<void> {
  const files = findDataFiles(data, "word-alignment");
  const isSeen = (file: DataFile) => file.isTrain || TRAINED.includes(file.name);
  const seen = files.filter(isSeen).map((file) => ({ name: file.name, examples: readExamples(file.path) }));
  const scored = crossValidate(seen);
  for (const file of files) {
    const examples = seen.find(({ name }) => name === file.name)?.examples ?? readExamples(file.path);
    const tally = makeTally();
    for (const example of examples) {
      const odds = scored.get(example) ?? scoreExample(example, getLinker());
      const links = listLinks(example, odds);
      dump({ id: example.line.id, links });
      addTo(tally, example, links);
    }
    const how = isSeen(file) ? `${FOLDS}-fold cross-validation` : "shipped weights";
    print(`word-alignment/${file.name}: ${examples.length} pairs, ${how}: ${format(tally)}`);
  }
}

/** Probabilities for each example from weights that saw neither it nor its neighbors. */
function crossValidate(files: readonly { name: string; examples: readonly Example[] }[]): Map<Example, Float32Array> {
  const all = files.flatMap(({ name, examples }) => examples.map((example) => ({ name, example })));
  const scored = new Map<Example, Float32Array>();
  if (all.length === 0) return scored;
  const folds = makeFolds(
    all.map(({ example }) => example),
    FOLDS,
  );
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = all.filter(({ name }, at) => folds[at] !== fold && TRAINED.includes(name));
    const linker = trainLinker(rest.map(({ example }) => example));
    for (const [at, { example }] of all.entries()) {
      if (folds[at] === fold) scored.set(example, scoreExample(example, linker));
    }
  }
  return scored;
}

function scoreExample({ a, b }: Example, linker: Linker): Float32Array {
  return runRounds(makeGrid(a.terms, b.terms, linker.affinity), linker);
}

/** By places in the line's own tokens, a first. */
function listLinks(example: Example, odds: Float32Array): (readonly [number, number])[] {
  const { a, b, isOther } = example;
  const links = linkMarks(example, odds);
  for (const [at, p] of odds.entries()) {
    if (p >= LEAST) links.push([a.places[Math.floor(at / b.terms.length)]!, b.places[at % b.terms.length]!]);
  }
  const ordered = isOther ? links.map(([i, j]) => [j, i] as const) : links;
  return ordered.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
}

/** Sums over pairs with a sure link. */
interface Tally {
  pairs: number;
  precision: number;
  recall: number;
  exact: number;
}

function makeTally(): Tally {
  return { pairs: 0, precision: 0, recall: 0, exact: 0 };
}

function addTo(tally: Tally, { line }: Example, links: readonly (readonly [number, number])[]): void {
  const sure = new Set(line.sure.map(([i, j]) => `${i} ${j}`));
  if (sure.size === 0) return;
  const both = links.filter(([i, j]) => sure.has(`${i} ${j}`)).length;
  tally.pairs++;
  tally.precision += links.length === 0 ? 0 : both / links.length;
  tally.recall += both / sure.size;
  if (both === sure.size && links.length === sure.size) tally.exact++;
}

function format({ pairs, precision, recall, exact }: Tally): string {
  const of = (sum: number) => (pairs === 0 ? 0 : sum / pairs);
  const [p, r] = [of(precision), of(recall)];
  return `precision ${formatFigure(p)} recall ${formatFigure(r)} F1 ${formatFigure(f1(p, r))}, exact ${formatFigure(of(exact))}`;
}
