import { parentPort } from "node:worker_threads";
import { makeFoldPage } from "../corpus.ts";
import { type Days, makeJudge } from "./days.ts";
import { type Kernel, makeKernel } from "./kernel.ts";
import { runTask, type Task } from "./task.ts";

/** The first message to a thread: what it works with. */
export interface Setup {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly gram: number;
  readonly window: number;
  readonly days: Days | null;
}

async function setUp({ module, memory, gram, window, days }: Setup): Promise<Kernel> {
  const judge = days && makeJudge(days, (await import("../flat.ts")).readPublished);
  const kernel = makeKernel(module, memory, makeFoldPage, judge);
  kernel.call.configure(gram, window);
  kernel.call.configurePairs(gram, window);
  return kernel;
}

/** Does a task and answers it. */
function answer(kernel: Kernel, task: Task): void {
  const done = runTask(kernel, task);
  const buffers = [done.rows, done.lines].map(({ buffer }) => buffer as ArrayBuffer);
  parentPort!.postMessage(
    done,
    buffers.filter(({ byteLength }) => byteLength > 0),
  );
}

let kernel: Promise<Kernel> | null = null;

parentPort!.on("message", (message: Setup | Task) => {
  if (kernel === null) kernel = setUp(message as Setup);
  else kernel.then((own) => answer(own, message as Task));
});
