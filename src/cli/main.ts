#!/usr/bin/env node
import { fstatSync, writeSync } from "node:fs";
import { enableCompileCache } from "node:module";
import process from "node:process";
import { tellCode } from "../engine/code.ts";
import { startThreads } from "../engine/thread.ts";
import type { Io } from "./io.ts";
import { refuseNode } from "./node.ts";

const refusal = refuseNode(process.versions.node);
if (refusal) {
  writeError(refusal);
  process.exit(2);
}

// Before anything heavy: the second start reads compiled code instead of compiling.
enableCompileCache();
// Threads come up while the program loads.
const threads = /^reuse .*--threads[ =](\d{1,2})(?: |$)/u.exec(process.argv.slice(2).join(" "))?.[1];
if (Number(threads) > 1) startThreads(Number(threads) - 1);

/** Streams are opened where only they can tell something: each takes some milliseconds. */
const io: Io = {
  out: writeOutput,
  err: writeError,
  get stdin() {
    return process.stdin;
  },
  env: process.env,
  get columns() {
    // A terminal that does not know its width says 0.
    return isDevice(1) && process.stdout.isTTY ? process.stdout.columns || WIDTH : null;
  },
  get isWatched() {
    return isDevice(2) && process.stderr.isTTY === true;
  },
  now: () => Number(process.hrtime.bigint()) / 1e6, // a third of the modules that `performance` would load
};
const WIDTH = 80;
/** Milliseconds to wait before a full pipe is tried again. */
const PAUSE = 5;
/** How standard output stands: `stemma … | head` closes the pipe early, which is the reader's right and no error. */
let output: "open" | "closed" | "broken" = "open";

function writeOutput(text: string): void {
  if (output !== "open") return;
  try {
    writeAll(1, text);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    output = code === "EPIPE" ? "closed" : "broken";
    if (output === "broken") writeError(`stemma: standard output: ${code ? tellCode(code) : message}\n`);
  }
}

function writeError(text: string): void {
  try {
    writeAll(2, text);
  } catch {
    // There is nowhere left to say so.
  }
}

/**
 * Writes at once and waits where a pipe is full: a stream would go on by itself, and what is written to the other one might come
 * to stand in the middle of it where both are one pipe (`2>&1 | less`).
 */
function writeAll(stream: 1 | 2, text: string): void {
  let rest: Uint8Array = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(stream, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

/** Whether a stream of the process may be a terminal: the stream itself tells for sure. */
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
  const status = await run(process.argv.slice(2), io);
  // At once: all is written, and to put the threads and the memory away one by one takes as long as to end.
  process.exit(output === "broken" ? 2 : status);
}

/** Where nothing is left to wait for and the command has not come to its end: that must not look like success. */
function tellLost(): void {
  io.err("stemma: this is a fault of ours: it stopped before its end; please report it\n");
  process.exitCode = 1;
}

void main(); // no await at the top: the built program is CommonJS
