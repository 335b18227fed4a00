import { describe, expect, it } from "vitest";
import { cutNesting } from "./nesting.ts";

describe("cutNesting", () => {
  it("drops the opening tags below the deepest level and keeps the words", () => {
    expect(cutNesting("<a><b>one<i>two</i></b></a>", 2)).toBe("<a><b>one two</i></b></a>");
  });

  it("leaves a page alone that is not deep", () => {
    const page = "<ul><li>one<li>two<li>three</ul><p>a<p>b<br><img src='>'><p title=\"<b>\">c";
    expect(cutNesting(page, 2)).toBe(page);
  });

  it("counts a level closed with all that was left open in it", () => {
    const page = "<div><b><i></div><div><b><i></div>";
    expect(cutNesting(page, 3)).toBe(page);
    expect(cutNesting(page, 2)).toBe("<div><b> </div><div><b> </div>");
  });

  it("passes over scripts and comments", () => {
    const page = "<div><script>'<div><div>'</script><!-- <div><div> --><b></b></div>";
    expect(cutNesting(page, 2)).toBe(page);
  });
});
