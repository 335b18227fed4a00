import { parentPort } from "node:worker_threads";
import { type Days, makeJudge } from "./days.ts";
import { type Kernel, makeKernel } from "./kernel.ts";
import { type Done, runTask, type Task } from "./task.ts";

/** The first message to a thread: what it works with. */
export interface Setup {
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

async function setUp({ module, memory, gram, window, days }: Setup): Promise<Kernel> {
  const judge = days && makeJudge(days, (await import("../flat.ts")).readPublished);
  const kernel = makeKernel(module, memory, (page) => makePage(page), judge);
  kernel.call.configure(gram, window);
  kernel.call.configurePairs(gram, window);
  return kernel;
}

/** Does a task and answers it. */
async function answer(kernel: Kernel, task: Task): Promise<void> {
  const done = await attempt(kernel, task);
  parentPort!.postMessage(
    done,
    [done.rows, done.lines].map(({ buffer }) => buffer as ArrayBuffer).filter(({ byteLength }) => byteLength > 0),
  );
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

let kernel: Promise<Kernel> | null = null;
/** All that was asked for so far: the answers go out in the order of the tasks, also where one has to wait for the library. */
let last: Promise<void> = Promise.resolve();

parentPort!.on("message", (message: Setup | Task) => {
  if (kernel === null) kernel = setUp(message as Setup);
  else last = Promise.all([kernel, last]).then(([own]) => answer(own, message as Task));
});
