import { parentPort, workerData } from "node:worker_threads";
import { type Days, makeJudge } from "./days.ts";
import { type Kernel, makeKernel } from "./kernel.ts";
import { type Done, runTask, type Task } from "./task.ts";

/** What a worker is started with. */
export interface WorkerData {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly gram: number;
  readonly window: number;
  readonly days: Days | null;
}

/** A page of characters is not in the table yet. */
class MissingPage extends Error {}

/** Set once the library is loaded, which a worker does without for as long as it can: it takes as long as reading a thousand reports. */
let makePage: (page: number) => Uint8Array = () => {
  throw new MissingPage();
};

/** Does the tasks it is sent, one after the other, and answers each. */
async function serve({ module, memory, gram, window, days }: WorkerData): Promise<void> {
  const judge = days && makeJudge(days, (await import("../flat.ts")).readPublished);
  const kernel = makeKernel(module, memory, (page) => makePage(page), judge);
  kernel.call.configure(gram, window);
  kernel.call.configurePairs(gram, window);
  parentPort!.on("message", async (task: Task) => {
    const done = await attempt(kernel, task);
    parentPort!.postMessage(
      done,
      [done.rows.buffer as ArrayBuffer].filter(({ byteLength }) => byteLength > 0),
    );
  });
}

async function attempt(kernel: Kernel, task: Task): Promise<Done> {
  try {
    return runTask(kernel, task);
  } catch (error) {
    if (!(error instanceof MissingPage)) throw error;
    ({ makeFoldPage: makePage } = await import("../corpus.ts"));
    return runTask(kernel, task);
  }
}

await serve(workerData as WorkerData);
