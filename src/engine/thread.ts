import { join } from "node:path";
import process from "node:process";
import type { Worker } from "node:worker_threads";

/** Threads that wait for work. */
const ready: Worker[] = [];

/**
 * Starts threads ahead of their work: one takes as long to come up as the program takes to load, and needs nothing of it. They do not keep
 * the process alive.
 */
export function startThreads(count: number): void {
  const threads = process.getBuiltinModule("node:worker_threads"); // loaded where there are threads
  // In the built package a file of its own, beside the program.
  const file = join(import.meta.dirname, import.meta.filename.endsWith(".ts") ? "worker.ts" : "worker.js");
  for (let at = 0; at < count; at++) {
    // Nothing is written there: to open this process's own streams for it takes 4 ms.
    const own = { stdout: true, stderr: true };
    const worker = new threads.Worker(file, { env: threads.SHARE_ENV, trackUnmanagedFds: false, ...own });
    worker.unref();
    ready.push(worker);
  }
}

/** A thread that waits for work, started now if none does. */
export function takeThread(): Worker {
  if (ready.length === 0) startThreads(1);
  return ready.shift()!;
}
