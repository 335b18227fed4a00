import type { Worker } from "node:worker_threads";
import { makeFoldPage } from "../corpus.ts";
import type { Days, Judge } from "./days.ts";
import { compileKernel, type Kernel, makeKernel, makeMemory } from "./kernel.ts";
import { putPages } from "./pages.ts";
import { type Done, runTask, type Task } from "./task.ts";
import { takeThread } from "./thread.ts";
import type { Setup } from "./worker.ts";

/** Tasks that a worker is given ahead, so that it never waits for this thread to look up from its own. */
const AHEAD = 3;

export interface CrewOptions {
  readonly threads: number;
  readonly gram: number;
  readonly window: number;
  /** When reports must be from, and who judges by it in this thread; null for all times. */
  readonly days: Days | null;
  readonly judge: Judge | null;
}

/** One worker thread and what it owes. */
interface Hand {
  readonly worker: Worker;
  /** Who waits for its answers, in the order of the tasks. */
  readonly waiting: { readonly resolve: (done: Done) => void; readonly reject: (error: Error) => void }[];
}

/** This thread and the workers beside it, all on one memory. To be closed. */
export class Crew {
  readonly kernel: Kernel;
  readonly #hands: Hand[];
  readonly #signal: AbortSignal;

  /** Starts `threads - 1` workers. */
  constructor({ threads, gram, window, days, judge }: CrewOptions, signal: AbortSignal) {
    this.#signal = signal;
    const module = compileKernel();
    const memory = makeMemory();
    this.kernel = makeKernel(module, memory, makeFoldPage, judge);
    this.kernel.call.start();
    this.kernel.call.makeTables();
    this.kernel.call.configure(gram, window);
    this.kernel.call.configurePairs(gram, window);
    const setup: Setup = { module, memory, gram, window, days };
    this.#hands = Array.from({ length: threads - 1 }, () => startHand(setup));
    putPages(this.kernel);
  }

  /** This thread included. */
  get threads(): number {
    return 1 + this.#hands.length;
  }

  /** How many tasks may be under way at once, this thread's own included. */
  get reach(): number {
    return 1 + this.#hands.length * AHEAD;
  }

  /**
   * Does the tasks, here and in the workers, and hands on what each gave, in the order in which they get done. Behind each that
   * is done here the event loop goes round, so that a signal gets through. Throws what the signal was aborted with.
   */
  async spread<T extends Task>(
    tasks: AsyncIterable<T> | Iterable<T>,
    onDone: (task: T, done: Done) => void,
  ): Promise<void> {
    const owed = new Set<Promise<void>>();
    let hasFailed = false;
    try {
      for await (const task of tasks) {
        this.check();
        if (hasFailed) break; // thrown once all that was begun is done
        const hand = this.#hands.find(({ waiting }) => waiting.length < AHEAD);
        if (hand) {
          const answer = ask(hand, task).then((done) => onDone(task, done));
          owed.add(answer);
          answer.then(
            () => owed.delete(answer),
            () => {
              hasFailed = true;
            },
          );
          continue; // nothing was done here that anybody had to wait for
        }
        onDone(task, runTask(this.kernel, task));
        await new Promise(setImmediate);
      }
      await Promise.all(owed);
      this.check();
    } finally {
      await Promise.allSettled(owed); // what was begun is done, also where the run is interrupted
    }
  }

  /** Throws what the signal was aborted with. */
  check(): void {
    this.#signal.throwIfAborted();
  }

  async close(): Promise<void> {
    await Promise.all(this.#hands.map(({ worker }) => worker.terminate()));
  }
}

function startHand(setup: Setup): Hand {
  const worker = takeThread();
  worker.postMessage(setup);
  const hand: Hand = { worker, waiting: [] };
  worker.on("message", (done: Done) => hand.waiting.shift()?.resolve(done));
  worker.on("error", (error: Error) => {
    for (const { reject } of hand.waiting.splice(0)) reject(error);
  });
  return hand;
}

function ask({ worker, waiting }: Hand, task: Task): Promise<Done> {
  worker.ref();
  return new Promise<Done>((resolve, reject) => {
    waiting.push({ resolve, reject });
    worker.postMessage(task);
  }).finally(() => {
    if (waiting.length === 0) worker.unref();
  });
}
