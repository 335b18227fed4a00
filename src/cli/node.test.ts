import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { refuseNode } from "./node.ts";

it("refuses what is older than the package says", () => {
  const { engines } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const [oldest] = /\d+/u.exec(engines.node)!;
  expect(refuseNode(`${oldest}.0.0`)).toBeNull();
  expect(refuseNode(`${Number(oldest) + 2}.10.0`)).toBeNull();
  expect(refuseNode(`${Number(oldest) - 1}.9.1`)).toBe(
    `stemma: Node ${Number(oldest) - 1}.9.1 is too old; it takes ${oldest} or later\n`,
  );
});
