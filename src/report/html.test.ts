import { describe, expect, it } from "vitest";
import { readHtml } from "./html.ts";
import type { Content } from "./source.ts";

const rows = ({ text, blocks }: Content): string[] => blocks.map((b) => `${b.kind}: ${text.slice(b.from, b.to)}`);
const read = (body: string, head = "", html = "<html>"): Promise<Content> =>
  readHtml(
    `<!doctype html>${html}<head><title>Ferry fire - The Daily Tide</title>${head}</head><body>${body}</body></html>`,
    "a.html",
  );

const STORY =
  "Smoke closed the harbour of Port Vell on Tuesday, the coast guard said, and all boats had to wait outside.";
const NEXT =
  "Nobody was hurt, and all 212 passengers were taken off by fishing boats from the village, the mayor said.";
const BODY = `<h1>Ferry fire</h1><p>${STORY}</p><p>${NEXT}</p>`;

describe("readHtml", () => {
  it("gives title and paragraphs with an empty line between", async () => {
    const content = await read(`<article>${BODY}</article>`);
    expect(content.text).toBe(`Ferry fire\n\n${STORY}\n\n${NEXT}`);
    expect(rows(content)).toEqual(["title: Ferry fire", `paragraph: ${STORY}`, `paragraph: ${NEXT}`]);
  });

  it("takes its data from JSON-LD, the outlet from the site's name first", async () => {
    const data = {
      "@type": "NewsArticle",
      headline: "Ferry fire at sea",
      datePublished: "0001-01-01T00:00:00Z",
      publisher: { name: "Harbour News Agency" },
      url: "https://tide.example/1",
    };
    const content = await read(
      BODY,
      `<script type="application/ld+json">oops</script><script type="application/ld+json">${JSON.stringify(data)}</script>
       <meta property="og:site_name" content="The Daily Tide"><meta name="pubdate" content="2024-12-03T16:12Z">`,
      '<html lang="en-GB">',
    );
    expect(content).toMatchObject({
      outlet: "The Daily Tide",
      language: "en-GB",
      url: "https://tide.example/1",
      published: { from: "2024-12-03T16:12:00Z", to: "2024-12-03T16:13:00Z" },
    });
    expect(rows(content)[0]).toBe("title: Ferry fire at sea");
  });

  it("takes its data from what a reader sees where nothing else is there", async () => {
    const content = await read(`${BODY}<time datetime="2024-12-03">Tuesday</time>`);
    expect(content.published).toEqual({ from: "2024-12-02T10:00:00Z", to: "2024-12-04T12:00:00Z" });
    expect(content).toMatchObject({ outlet: null, language: null, url: null });
    expect(rows(await read(`<p>${STORY}</p>`))[0]).toBe("title: Ferry fire");
  });

  it("takes the article from JSON-LD where the page shows less than half of it", async () => {
    const data = { "@type": "NewsArticle", headline: "Ferry fire", articleBody: `${STORY}\n\n${NEXT}` };
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(rows(await read("<p>Smoke closed the harbour.</p>", head))).toEqual([
      "title: Ferry fire",
      `paragraph: ${STORY}`,
      `paragraph: ${NEXT}`,
    ]);
    expect(rows(await read(`<p>${STORY} Boats came.</p>`, head))).toEqual([
      "title: Ferry fire",
      `paragraph: ${STORY} Boats came.`,
    ]);
  });

  it("never has scripts, styles, menus or hidden words in the text", async () => {
    const { text } = await read(
      `<nav>Home</nav><article>${BODY}<script>stolen()</script><style>p{}</style><p hidden>Psst one.</p>
       <p style="display: none">Psst two.</p><div class="newsletter-signup"><p>Get it daily.</p></div>
       <noscript>Psst three.</noscript><template>Psst four.</template></article>`,
    );
    expect(text).toBe(`Ferry fire\n\n${STORY}\n\n${NEXT}`);
  });

  it("tells headings, captions, lists, bylines and links", async () => {
    const content = await read(
      `<article><h1>Ferry fire</h1><p class="byline">Ana Ruiz</p><p>${STORY}</p>
       <figure><img src="x"><figcaption>Boats at sea</figcaption></figure><h2>How it <em>began</em></h2><p>${NEXT}</p>
       <ul><li>It burned.<li>It sank.</ul><p><a href="/2">Harbour master steps down after fire</a></p><p>${STORY}&nbsp;Twice.</p></article>`,
    );
    expect(rows(content)).toEqual([
      "title: Ferry fire",
      "byline: Ana Ruiz",
      `paragraph: ${STORY}`,
      "caption: Boats at sea",
      "heading: How it began",
      `paragraph: ${NEXT}`,
      "paragraph: It burned.",
      "paragraph: It sank.",
      "furniture: Harbour master steps down after fire",
      `paragraph: ${STORY}\u00a0Twice.`,
    ]);
  });

  it("parts paragraphs at two line breaks, keeps one, and shows white space as a browser does", async () => {
    const content = await read(`<div>${STORY}<br>\n<br> A  second\n one.<br/>On a line of its own.</div>`);
    expect(rows(content).slice(1)).toEqual([`paragraph: ${STORY}`, "paragraph: A second one.\nOn a line of its own."]);
  });

  it("keeps where links lead, at their words, however the page breaks its lines", async () => {
    const url = '<link rel="canonical" href="https://tide.example/news/1">';
    const first = STORY.replace("the coast guard", '<a href="/coast  ">the\n   <b>coast</b>  guard</a>');
    const second = NEXT.replace("the mayor", '<a href="https://mayor.example/?a=1">the mayor</a><a href="#top">,</a>');
    const { text, links } = await read(
      `<article><h1>Ferry fire</h1><p> ${first}</p><p>😀 ${second}</p></article>`,
      url,
    );
    expect(links?.map((link) => [text.slice(link.from, link.to), link.url])).toEqual([
      ["the coast guard", "https://tide.example/coast"],
      ["the mayor", "https://mayor.example/?a=1"],
    ]);
    expect((await read(`<article>${BODY}</article>`)).links).toEqual([]);
  });

  it("reads pages without html, head and body tags", async () => {
    const content = await readHtml(`<title>Ferry fire</title><p>${STORY}<p>${NEXT}`, "a.html");
    expect(rows(content)).toEqual(["title: Ferry fire", `paragraph: ${STORY}`, `paragraph: ${NEXT}`]);
  });

  it.each([
    ["a menu", "<ul><li><a href=/>Home</a><li><a href=/news>News of the day</a></ul>"],
    ["nothing", ""],
    ["scripts", "<script>var words = 'The ferry burned, and boats came to help it.';</script>"],
  ])("refuses a page with %s", async (_, body) => {
    await expect(read(body)).rejects.toThrow("a.html: no article found on the page");
  });

  it.each([
    ["nested a hundred thousand deep", `${"<div>".repeat(100_000)}<p>${STORY}</p>`],
    ["of fifty thousand tags", `${"<i></i>".repeat(50_000)}<p>${STORY}</p>`],
    ["with brackets that open nothing", `${"<".repeat(10_000)} <p>${STORY}</p>`],
    ["with a comment that never ends behind it", `<p>${STORY}</p>${"<!--".repeat(10_000)}`],
  ])("reads a page %s", async (_, body) => {
    expect((await read(body)).text).toContain(STORY);
  });
});
