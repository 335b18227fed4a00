import { expect, it } from "vitest";
import { measureEdit } from "./edit.ts";

it.each([
  ["", "", 0],
  ["", "abc", 3],
  ["grey", "gray", 1],
  ["kitten", "sitting", 3],
  ["harbor", "harbour", 1],
] as const)("measureEdit counts letters changed between %s and %s", (a, b, count) => {
  expect(measureEdit(a, b)).toBe(count);
  expect(measureEdit(b, a)).toBe(count);
});
