import { readFileSync, writeFileSync } from "node:fs";
import { env } from "node:process";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasHarm, hostile } from "../../test/hostile.ts";
import { MILL, makeAnalysis } from "../../test/rows.ts";
import { readJson, renderJson } from "./json.ts";
import { makeJsonSchema } from "./schema.ts";

const SCHEMA = new URL("../../docs/stemma-1.schema.json", import.meta.url);

describe("renderJson", () => {
  it("ends in a line end and gives the same bytes for the same analysis", () => {
    const json = renderJson(makeAnalysis(MILL));
    expect(json.endsWith("}\n")).toBe(true);
    expect(renderJson(structuredClone(makeAnalysis(MILL)))).toBe(json);
  });

  it("sends nothing harmful, and readJson gives it back all the same", async () => {
    const property = fc.asyncProperty(hostile, async (message) => {
      const analysis = { ...makeAnalysis(MILL), notes: [{ message }] };
      const json = renderJson(analysis);
      expect(hasHarm(json)).toBe(false);
      expect(await readJson(json)).toEqual(analysis);
    });
    await fc.assert(property, { seed: 1 });
  });

  it("writes what docs/stemma-1.schema.json describes, and nothing else", () => {
    if (env.UPDATE) writeFileSync(SCHEMA, `${JSON.stringify(makeJsonSchema(), null, 2)}\n`);
    const schema = JSON.parse(readFileSync(SCHEMA, "utf8"));
    expect(schema).toEqual(JSON.parse(JSON.stringify(makeJsonSchema())));
    const validate = new Ajv2020().compile(schema);
    expect(validate(JSON.parse(renderJson(makeAnalysis(MILL)))), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...makeAnalysis(MILL), base: 1 })).toBe(false);
  });
});

describe("readJson", () => {
  it("names the input and the value that is wrong", async () => {
    const wrong = JSON.stringify({ ...makeAnalysis(MILL), lone: [{ siglum: "A", report: "x", spans: "none" }] });
    await expect(readJson(wrong, "saved.json")).rejects.toThrow(/^saved\.json: lone\.0\.spans: /u);
  });

  it("turns away what is no JSON and what is another format", async () => {
    await expect(readJson("{")).rejects.toMatchObject({ code: "malformed" });
    await expect(readJson('{"format":"stemma/2"}')).rejects.toThrow("this is not a stemma/1 analysis");
    await expect(readJson("null")).rejects.toThrow("this is not a stemma/1 analysis");
  });
});
