import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasHarm, hostile } from "../../test/hostile.ts";
import { html, trust } from "./markup.ts";

describe("html", () => {
  it("escapes what is put in and leaves markup alone", () => {
    expect(`${html`<p title="${'"'}">${"<b>"}${html`<i>${"&"}</i>`}</p>`}`).toBe(
      '<p title="&quot;">&lt;b&gt;<i>&amp;</i></p>',
    );
  });

  it("flattens lists and drops what is not there", () => {
    expect(`${html`${["a", ["<", html`<br>`]]}${null}${false}${undefined}${0}`}`).toBe("a&lt;<br>0");
  });

  it("lets neither tags, attributes nor controls through, whatever comes", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const out = `${html`${text}`}`;
        expect(out).not.toMatch(/[<>"']/u);
        expect(hasHarm(out)).toBe(false);
      }),
      { seed: 1 },
    );
  });
});

describe("trust", () => {
  it("passes our own markup through a template", () => {
    expect(`${html`${trust("<b>&amp;</b>")}`}`).toBe("<b>&amp;</b>");
  });
});
