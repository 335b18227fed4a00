import { run } from "../src/cli/run.ts";

/** What a command line answers, run in this process: an empty standard input, no terminal, a clock that stands still. */
export async function start(...args: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const stdin = (async function* () {})();
  const status = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    stdin,
    env: {},
    columns: null,
    isWatched: false,
    now: () => 0,
  });
  return { status, out, err };
}
