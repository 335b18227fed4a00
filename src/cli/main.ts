#!/usr/bin/env node
import { fstatSync, writeSync } from "node:fs";
import { enableCompileCache } from "node:module";
import process from "node:process";
import { tellCode } from "../engine/code.ts";
import { startThreads } from "../engine/thread.ts";
import type { Io } from "./io.ts";

// Before anything heavy: the second start reads compiled code instead of compiling.
enableCompileCache();
// Threads come up while the program loads.
const threads = /^reuse .*--threads[ =](\d{1,2})(?: |$)/u.exec(process.argv.slice(2).join(" "))?.[1];
if (Number(threads) > 1) startThreads(Number(threads) - 1);

/** Streams are opened when they are first asked for: each takes some milliseconds. */
const io: Io = {
  out: (text) => void openOutput().write(text),
  err: writeError,
  get stdin() {
    isReading = true;
    return process.stdin;
  },
  env: process.env,
  get columns() {
    return openOutput().isTTY ? openOutput().columns : null;
  },
  get isWatched() {
    return isDevice(2) && openErrors().isTTY === true;
  },
  now: () => Number(process.hrtime.bigint()) / 1e6, // a third of the modules that `performance` would load
};
let isReading = false;
let output: typeof process.stdout | null = null;
let errors: typeof process.stderr | null = null;

function openOutput(): typeof process.stdout {
  // `stemma … | head` closes the pipe early: that is the reader's right and no error.
  output ??= process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") process.exit(0);
    io.err(`stemma: standard output: ${code ? tellCode(code) : message}\n`);
    process.exit(2);
  });
  return output;
}

/** Without the stream while it can be done: that takes 4 ms to open. */
function writeError(text: string): void {
  let rest: Uint8Array = Buffer.from(text);
  try {
    while (errors === null && rest.length > 0) rest = rest.subarray(writeSync(2, rest));
  } catch (error) {
    // Where it cannot be written to, there is nowhere left to say so; but a pipe that is full and does not wait has to be waited for.
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") return;
  }
  if (rest.length > 0) openErrors().write(rest);
}

function openErrors(): typeof process.stderr {
  errors ??= process.stderr.on("error", () => {}); // as above
  return errors;
}

/** Whether a stream of the process may be a terminal: the stream itself tells for sure, but takes longer to open. */
function isDevice(stream: number): boolean {
  try {
    return fstatSync(stream).isCharacterDevice();
  } catch {
    return false; // closed by whoever started us
  }
}

async function main(): Promise<void> {
  const { run } = await import("./run.ts");
  process.once("beforeExit", tellLost);
  process.exitCode = await run(process.argv.slice(2), io);
  process.off("beforeExit", tellLost);
  if (isReading) process.stdin.destroy(); // a pipe that is held open would keep the process
}

/** Where nothing is left to wait for and the command has not come to its end: that must not look like success. */
function tellLost(): void {
  io.err("stemma: this is a fault of ours: it stopped before its end; please report it\n");
  process.exitCode = 1;
}

void main(); // no await at the top: the built program is CommonJS
