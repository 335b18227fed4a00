/** `npm run train -- NAME [--data DIR]`: makes a table or weights that the package ships. */
import { trainAlignment } from "./alignment.ts";
import { trainClusters } from "./clusters.ts";
import { trainFrequency } from "./frequency.ts";
import { trainQuotation } from "./quotation.ts";
import { trainSentence } from "./sentence.ts";
import { trainStory } from "./story.ts";
import { trainSwap } from "./swap.ts";
import { trainSynonym } from "./synonym.ts";

const TRAINERS: Readonly<Record<string, (data: string) => void>> = {
  alignment: trainAlignment,
  clusters: trainClusters,
  frequency: trainFrequency,
  quotation: trainQuotation,
  sentence: trainSentence,
  story: trainStory,
  swap: trainSwap,
  synonym: trainSynonym,
};

const [name = "", flag, folder] = process.argv.slice(2);
const trainer = TRAINERS[name];
if (trainer === undefined) {
  console.error(`train: no such name: "${name}"; there is ${Object.keys(TRAINERS).join(", ")}`);
  process.exit(2);
}
trainer(flag === "--data" && folder !== undefined ? folder : "../shared/data");
