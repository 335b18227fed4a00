import { describe, expect, it } from "vitest";
import { readArticles, readRecord } from "./json.ts";
import type { Content } from "./source.ts";

const read = (value: unknown): Content[] =>
  readArticles(value, "a.json").map((article) => readRecord(article, "a.json"));
const rows = ({ text, blocks }: Content): string[] => blocks.map((b) => `${b.kind}: ${text.slice(b.from, b.to)}`);

const STORY = "Smoke closed the harbour of Port Vell on Tuesday, the coast guard said.";
const NEXT = "Nobody was hurt, and all passengers were taken off.";

describe("readRecord", () => {
  it("reads a NewsArticle of schema.org", () => {
    const [content] = read({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      headline: "Ferry fire",
      description: "Passengers taken off by boats",
      articleBody: `${STORY}\n\n${NEXT}`,
      author: [{ "@type": "Person", name: "Ana Ruiz" }, "Tom Lake"],
      datePublished: "2024-12-03T16:12Z",
      publisher: { "@type": "Organization", name: "The Daily Tide" },
      inLanguage: "en-GB",
      mainEntityOfPage: { "@id": "https://tide.example/1" },
    });
    expect(content).toMatchObject({
      outlet: "The Daily Tide",
      language: "en-GB",
      published: { from: "2024-12-03T16:12:00Z", to: "2024-12-03T16:13:00Z" },
      url: "https://tide.example/1",
    });
    expect(content!.text).toBe(
      `Ferry fire\n\nPassengers taken off by boats\n\nAna Ruiz, Tom Lake\n\n${STORY}\n\n${NEXT}`,
    );
    expect(rows(content!)).toEqual([
      "title: Ferry fire",
      "standfirst: Passengers taken off by boats",
      "byline: Ana Ruiz, Tom Lake",
      `paragraph: ${STORY}`,
      `paragraph: ${NEXT}`,
    ]);
  });

  it("reads a record of news-please, and leaves out a description that the text begins with", () => {
    const [content] = read({
      title: "Ferry fire",
      description: "Smoke closed the harbour of Port Vell on Tues…",
      maintext: `${STORY}\n${NEXT}`,
      authors: [],
      date_publish: "2024-12-03 16:12:00",
      source_domain: "tide.example",
      language: "en",
      url: "https://tide.example/1",
    });
    expect(rows(content!)).toEqual(["title: Ferry fire", `paragraph: ${STORY}`, `paragraph: ${NEXT}`]);
    expect(content!.outlet).toBe("tide.example");
  });

  it("finds the articles in lists and graphs, in order, and nothing else", () => {
    const article = (text: string): unknown => ({ "@type": ["Thing", "ReportageNewsArticle"], articleBody: text });
    const value = [{ "@graph": [{ "@type": "WebSite", name: "Tide" }, article(STORY)] }, [article(NEXT)], "x", null];
    expect(read(value).map((content) => content.text)).toEqual([STORY, NEXT]);
  });

  it("passes over fields of the wrong kind", () => {
    const [content] = read({ title: null, body: STORY, author: { age: 7 }, url: [], published: {}, language: 3 });
    expect(rows(content!)).toEqual([`paragraph: ${STORY}`]);
    expect(content).toMatchObject({ url: null, published: null, outlet: null });
  });

  it("takes words for a text alone, never a list of them joined by what nobody wrote", () => {
    const [content] = read({ text: [STORY, NEXT], body: NEXT, author: ["Ana Ruiz", "Tom Lake"] });
    expect(rows(content!)).toEqual(["byline: Ana Ruiz, Tom Lake", `paragraph: ${NEXT}`]);
    expect(() => read({ text: [STORY, NEXT] })).toThrow(
      /^a\.json: the record has no text: no words under articleBody,/u,
    );
    expect(() => read({ title: "Ferry fire", text: 5 })).toThrow("the record has no text");
  });

  it("survives a record that holds lists without end", () => {
    let deep: unknown = "Ana";
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(rows(read({ author: deep, text: STORY })[0]!)).toEqual([`paragraph: ${STORY}`]);
  });
});
