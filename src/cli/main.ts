#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import process from "node:process";
import { startThreads } from "../engine/thread.ts";

// Before anything heavy: the second start reads compiled code instead of compiling.
enableCompileCache();
// Threads come up while the program loads.
const threads = /^reuse .*--threads[ =](\d{1,2})(?: |$)/u.exec(process.argv.slice(2).join(" "))?.[1];
if (Number(threads) > 1) startThreads(Number(threads) - 1);

async function main(): Promise<void> {
  const { run } = await import("./run.ts");
  process.exitCode = await run(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    stdin: process.stdin,
    env: process.env,
    columns: process.stdout.isTTY ? process.stdout.columns : null,
    isWatched: process.stderr.isTTY === true,
    now: () => performance.now(),
  });
  // A pipe that is held open would keep the process.
  process.stdin.destroy();
}

// `stemma … | head` closes the pipe early: that is the reader's right and no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

void main(); // no await at the top: the built program is CommonJS
