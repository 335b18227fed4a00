import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findBlocks, makeBlocks } from "./block.ts";
import type { Block } from "./report.ts";

const OPEN = /\[(title|standfirst|byline|dateline|agency|heading|paragraph|caption|furniture) /g;

/** The text of a marked one: "[title Smoke at sea]" is "Smoke at sea". */
const strip = (marked: string): string => marked.replace(OPEN, "").replaceAll("]", "");

/** A text with its blocks in brackets. */
function mark(text: string, blocks: readonly Block[]): string {
  let from = 0;
  const parts = blocks.map((block) => {
    const before = text.slice(from, block.from);
    from = block.to;
    return `${before}[${block.kind} ${text.slice(block.from, block.to)}]`;
  });
  return parts.join("") + text.slice(from);
}

/** Says that the blocks found in the text of `marked` are those marked. */
function expectBlocks(...lines: readonly string[]): void {
  const marked = lines.join("\n");
  const text = strip(marked);
  expect(mark(text, findBlocks(text))).toBe(marked);
}

const LEAD = "Smoke from a burning ferry closed the harbour of Port Vell on Tuesday, the coast guard said.";
const NEXT = "Nobody was hurt, and all 212 passengers were taken off by fishing boats.";

describe("findBlocks", () => {
  it("tells title, standfirst, byline and date line above the paragraphs", () => {
    expectBlocks(
      "[title Ferry fire closes harbour]",
      "[standfirst Passengers taken off by fishing boats]",
      "[byline By Ana Ruiz and Tom Lake]",
      "[dateline 3 Dec 2024 - 16:12]",
      `[paragraph ${LEAD}]`,
      `[paragraph ${NEXT}]`,
    );
  });

  it("takes a desk or an agency's closing credit for a byline, and no sentence", () => {
    expectBlocks(
      "[title Ferry fire closes harbour]",
      "[byline By our foreign staff]",
      `[paragraph ${LEAD}]`,
      `[paragraph ${NEXT}]`,
      "[paragraph By then the crew had put out the fire and called the reporters.]",
      "[byline (Reporting by Ana Ruiz; editing by Tom Lake)]",
    );
  });

  it("takes a line of names under the title for a byline, and no line of places", () => {
    expectBlocks("[title Ferry fire closes harbour]", "[byline Ana Ruiz and Ben Roe]", `[paragraph ${LEAD}]`);
    expectBlocks(
      "[title Ferry fire closes harbour]",
      "[byline Ana Ruiz, Ben Roe / HARBOR TIMES]",
      `[paragraph ${LEAD}]`,
    );
    expectBlocks("[title Ferry fire closes harbour]", "[standfirst Harwell and Kelsmouth]", `[paragraph ${LEAD}]`);
  });

  it("tells the button of a player and headings over links, and no sentence like them", () => {
    const player = "[furniture The Pier And The Storm Listen · 3:03 3:03]";
    expectBlocks("[title Ferry fire closes harbour]", `[paragraph ${LEAD}]`, player, `[paragraph ${NEXT}]`);
    const links = "[furniture MORE FROM HARBOR.ORG:]";
    expectBlocks("[title Ferry fire closes harbour]", `[paragraph ${LEAD}]`, `[paragraph ${NEXT}]`, links);
    const embed = ["[furniture Skip Twitter post by @anaruiz]", "[furniture End of Twitter post by @anaruiz]"];
    expectBlocks("[title Ferry fire closes harbour]", `[paragraph ${LEAD}]`, ...embed, `[paragraph ${NEXT}]`);
    const told = [
      "[paragraph They told us to listen.]",
      "[paragraph More from the mayor came at noon.]",
      "[paragraph Skip Twitter, the mayor told us.]",
    ];
    expectBlocks("[title Ferry fire closes harbour]", `[paragraph ${LEAD}]`, ...told);
  });

  it("keeps the lead below the title and drops the copy above it", () => {
    expectBlocks(
      `[furniture ${LEAD}]`,
      "[title Ferry fire closes harbour]",
      "[dateline 3 Dec 2024 - 16:12]",
      `[paragraph ${LEAD}]`,
      `[paragraph ${NEXT}]`,
    );
  });

  it("drops the second copy of a lead printed twice below the title, and of the title", () => {
    expectBlocks(
      "[title Ferry fire closes harbour]",
      "[furniture FERRY FIRE CLOSES HARBOUR]",
      `[paragraph ${LEAD}]`,
      `[furniture ${LEAD}]`,
      `[paragraph ${NEXT}]`,
    );
  });

  it("drops a teaser that breaks off above the date", () => {
    expectBlocks(
      "[title Ferry fire closes harbour]",
      "[furniture Smoke from a burning ferry closed the harbour of Port Vell…]",
      "[dateline 3 Dec 2024]",
      `[paragraph ${LEAD}]`,
      `[paragraph ${NEXT}]`,
    );
  });

  it("keeps what is said again further down", () => {
    expectBlocks(
      `[paragraph ${LEAD}]`,
      `[paragraph ${NEXT}]`,
      "[paragraph “We have no comment on that at all at this time,” he said.]",
      "[paragraph The mayor was asked once more.]",
      "[paragraph “We have no comment on that at all at this time,” he said.]",
    );
  });

  it("takes a report that opens with a full sentence to have no title", () => {
    expectBlocks(`[paragraph ${LEAD}]`, `[paragraph ${NEXT}]`);
  });

  it("tells a headline that quotes or asks from a first paragraph that does", () => {
    expectBlocks("[title Ferry fire: “We saw smoke”]", `[paragraph ${LEAD}]`);
    expectBlocks("[title Who set the ferry on fire?]", `[paragraph ${LEAD}]`);
    expectBlocks("[paragraph “We saw smoke,” he said. “Then it burned.”]", `[paragraph ${LEAD}]`);
    expectBlocks("[paragraph He told the Tide:]", `[paragraph ${LEAD}]`);
  });

  it("drops a label in capitals above the title", () => {
    expectBlocks("[furniture WORLD NEWS]", "[title Ferry fire closes harbour]", `[paragraph ${LEAD}]`);
  });

  it("tells a transcript from datelines, and credits from paragraphs", () => {
    expectBlocks(
      "[paragraph ANA RUIZ: We saw smoke.]",
      "[paragraph TOM LAKE: So did we.]",
      "[byline Ben Roe in Lisbon contributed to this report.]",
      "[furniture Information from: Harbour Courier, http://www.courier.example]",
    );
  });

  it("tells a plea to subscribe, unless it is quoted", () => {
    expectBlocks(
      `[paragraph ${LEAD}]`,
      "[furniture Get the day's news in your inbox. Sign up here, it is free.]",
      "[furniture For more pictures of the fire click here.]",
      "[paragraph The mail said “click here”, and many did.]",
      `[paragraph ${NEXT}]`,
    );
  });

  it("tells the form of a newsletter, however long, and no report on one", () => {
    const countries = "Ruritania Graustark Freedonia Sylvania ".repeat(40);
    expectBlocks(
      `[paragraph ${LEAD}]`,
      "[furniture The Tide at Noon newsletter Invalid email address. Please re-enter. Pick a list. You will receive emails containing news and offers from The Daily Tide. We send one on each day but Sunday, and another when the harbour closes, so that nobody who lives there waits for a boat in vain. You may opt-out at any time. An error has occurred. Please try again later.]",
      `[furniture The harbour in the morning. Choose your country ${countries}You can unsubscribe at any time.]`,
      `[paragraph Readers of the letter can unsubscribe at any time, Ben Roe said. ${NEXT} ${LEAD} ${NEXT} ${LEAD}]`,
      `[paragraph The page says “please try again later” and “invalid email address”, he said. ${NEXT} ${LEAD}]`,
      `[paragraph ${NEXT}]`,
    );
  });

  it("tells the buttons and captions of a row of pictures", () => {
    expectBlocks(
      `[paragraph ${LEAD}]`,
      "[caption toggle caption Harbour Press]",
      `[caption Photos: The harbour Ana Ruiz takes the helm. Hide Caption 1 of 2 Photos: The harbour ${NEXT} ${LEAD} ${NEXT} ${LEAD} ${NEXT} Hide Caption 2 of 2]`,
      "[caption Previous Next Ben Roe /HNA /Landov]",
      "[furniture UPDATE: Video added.]",
      "[furniture Hit your refresh button to see what is new. Or, click these links for:]",
      "[paragraph The guard had to hide captions of the harbour from its pictures.]",
      `[paragraph ${NEXT}]`,
    );
  });

  it("takes a lone line for a paragraph", () => {
    expectBlocks("[paragraph Ferry fire closes harbour]");
  });

  it.each(["(HNA)", "Harbour News Agency (HNA):", "(Reuters) -", "(AP) —", "(dpa) –"])(
    "parts the agency tag %s from its paragraph",
    (tag) => {
      expectBlocks("[title Ferry fire closes harbour]", `[agency ${tag}] [paragraph ${LEAD}]`, `[paragraph ${NEXT}]`);
    },
  );

  it.each([
    "PORT VELL, Dec 3 (Reuters) -",
    "PORT VELL (AP) —",
    "Port Vell, Dec. 3 (Xinhua) --",
    "PORT VELL —",
    "NEW YORK, Ohio –",
    "ST. JOHN'S:",
  ])("parts the dateline %s from its paragraph", (tag) => {
    expectBlocks("[title Ferry fire closes harbour]", `[dateline ${tag}] [paragraph ${LEAD}]`, `[paragraph ${NEXT}]`);
  });

  it("takes no sentence that begins with a name for a dateline", () => {
    expectBlocks(
      "[title Ferry fire closes harbour]",
      "[paragraph Port Vell (population 3,000) saw smoke.]",
      "[paragraph The North Coast Union (NCU) sent boats.]",
      "[paragraph NATO - and others - sent boats, too, the guard said.]",
      "[paragraph Ruiz: “We saw smoke.”]",
    );
  });

  it("keeps datelines without an agency to the first two paragraphs", () => {
    expectBlocks(`[paragraph ${LEAD}]`, `[paragraph ${NEXT}]`, "[paragraph WARNING: keep your windows shut.]");
  });

  it("tells headings, captions and credits", () => {
    expectBlocks(
      "[title Ferry fire closes harbour]",
      `[paragraph ${LEAD}]`,
      "[caption Boats leave the harbour. Photograph: Ana Ruiz/AFP]",
      "[heading How it began]",
      `[paragraph ${NEXT}]`,
      "[caption FILE PHOTO: The ferry in May]",
      `[caption FILE - In this May 3, 2016, file photo, the ferry leaves. ${LEAD} ${NEXT} ${LEAD} ${NEXT}]`,
      "[caption The ferry at sea (Getty Images)]",
      "[caption Nobody was hurt. | AP Photo Ferry fire closes harbour]",
      "[paragraph The mayor spoke. | Apart from that, nobody did.]",
      "[caption The ferry at sea. (Ana Ruiz/Harbour Press)]",
      `[caption ${LEAD} ${LEAD} ${LEAD} ${LEAD} ${NEXT} (Ana Ruiz/Harbour Press via AP)]`,
      "[furniture For more ferry coverage: http://www.ferries.example and @ferries]",
      "[paragraph The fire was put out at noon.]",
    );
  });

  it("tells furniture by its words", () => {
    expectBlocks(
      `[paragraph ${LEAD}]`,
      "[furniture Advertisement]",
      "[furniture Read more: “We saw smoke”, says captain]",
      "[furniture Harbour fire: what we know so far Read more]",
      `[paragraph ${NEXT}]`,
      "[furniture Story Code: 4711]",
      "[furniture COMMENTS]",
      "[furniture Please let us know if you're having issues with commenting.]",
      "[furniture Share this]",
      "[furniture © 2024 The Daily Tide]",
      "[furniture ( Also on The Daily Tide: Ferry fire in pictures)]",
      "[furniture JUST WATCHED Ferry burns off Port Vell Replay More Videos ... MUST WATCH Ferry burns off Port Vell 01:10]",
      "[paragraph (The harbour: still closed, the guard said.)]",
      "[furniture 12 comments]",
      "[furniture Urgent:]",
      "[furniture Should the harbour open again this year? Vote Now in Urgent Poll]",
      "[paragraph Will the harbour open? Vote counters will know on Monday.]",
      "[byline • This article is based in part on wire service reports.]",
      "[byline • Ana Ruiz contributed to this article, which is based in part on wire service reports.]",
      "[paragraph The charge is based in part on what the guard saw.]",
      "[furniture * * *]",
    );
  });

  it("takes the stamps of a live report for headings, and for furniture where nothing stands behind them", () => {
    expectBlocks(
      "[title Ferry fire closes harbour]",
      "[furniture Updated at 9:10 p.m. ET]",
      `[paragraph ${LEAD}]`,
      "[heading Update at 7:05 p.m. ET. Residents Told To Shut Their Windows:]",
      `[paragraph ${NEXT}]`,
      "[heading Update at 6:42 ET. Is The Harbour Safe?]",
      "[heading UPDATE 3: “A Wall Of Smoke,” Mayor Says.]",
      "[heading 5:40pm – Boats Leave for Port Vell:]",
      `[paragraph ${LEAD.replace("Tuesday", "Monday")}]`,
      "[furniture 5 p.m.]",
      "[furniture UPDATE 2:]",
      "[furniture —Updated: 4:01 p.m.]",
      "[furniture UPDATE (Tuesday, 8:47 p.m.): This post has been updated with what the guard said.]",
      "[furniture (We most recently updated this post at 9:10 a.m. ET.)]",
      "[furniture (Most recent update: 5:10 p.m. ET)]",
      "[furniture Updated at 8:02 a.m. Friday to add what the mayor said]",
      "[paragraph The fire was put out at noon.]",
    );
    expectBlocks(`[paragraph ${LEAD}]`, "[dateline Updated 3:54 p.m. ET, Dec. 3, 2024]");
  });

  it("parts the stamp from a sentence that was added, and leaves the time of what is told with it", () => {
    expectBlocks(
      "[title Ferry fire closes harbour]",
      `[paragraph ${LEAD}]`,
      `[furniture Update at 7:05 p.m. ET.] [paragraph ${NEXT}]`,
      "[furniture (Updated, 2:10 p.m. Aug. 3)] [paragraph Ben Roe said he saw the smoke from his house.]",
      "[furniture UPDATE 2 -] [paragraph Lena Holt has left for Port Vell.]",
      "[furniture Update, 4:00AM ET, May 6th:] [paragraph Ana Ruiz is out of it.]",
      "[paragraph (Update at 2 p.m. ET: The harbour is open, the guard said.)]",
      "[paragraph 5 p.m. – Police close the bridge to Port Vell.]",
      "[paragraph 9:30 Ferry passengers saw smoke.]",
      "[paragraph Updated numbers from the guard show that nobody was hurt.]",
      "[paragraph Updated 5 p.m. forecasts show rain over the harbour.]",
      "[paragraph At 7:05 p.m. ET Ana Ruiz Called The Guard.]",
    );
  });

  it("takes what stands under “Related articles” for links, up to a full sentence", () => {
    expectBlocks(
      `[paragraph ${LEAD}]`,
      "[furniture Related articles]",
      "[furniture Harbour master steps down]",
      "[furniture Ferry line to buy new boats]",
      `[paragraph ${NEXT}]`,
    );
  });

  it("takes no sentence for furniture that only begins like it", () => {
    expectBlocks(
      `[paragraph ${LEAD}]`,
      "[paragraph Comments on the fire came from the mayor, too.]",
      "[paragraph Share prices of the ferry line fell.]",
      "[paragraph Sign up for the coast guard, “and see the world”, he had said.]",
      "[paragraph By noon the fire was out, by one the harbour open.]",
      "[paragraph Read as a whole, the report says little.]",
    );
  });

  it("puts the lines of a hard-wrapped text together", () => {
    expectBlocks(
      "[title Ferry fire closes harbour]",
      "",
      "[paragraph Smoke from a burning ferry closed the",
      "harbour of Port Vell on Tuesday, the",
      "coast guard said.]",
      "",
      "[paragraph Nobody was hurt, and all 212 of the",
      "passengers were taken off.]",
    );
  });

  it("keeps short lines apart that no wrap parted", () => {
    expectBlocks("[paragraph The ferry burned.]", "[paragraph Boats came.]", "[paragraph The harbour was closed.]");
  });

  it("gives none for white space", () => {
    expect(findBlocks(" \n\t\r\n \u2028")).toEqual([]);
  });

  it("leaves only white space outside its blocks, in order, whatever the text", () => {
    const word = fc.constantFrom(
      LEAD,
      "COMMENTS",
      "By Ana Ruiz",
      "(AP) -",
      "3 Dec 2024",
      "\n",
      "\n\n",
      "\r",
      " ",
      "\ud800",
      "“",
      "",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(word).map((words) => words.join("")),
    );
    fc.assert(
      fc.property(text, (sample) => {
        let at = 0;
        for (const block of findBlocks(sample)) {
          expect(sample.slice(at, block.from).trim()).toBe("");
          expect(block.from).toBeGreaterThanOrEqual(at);
          expect(block.to).toBeGreaterThan(block.from);
          expect(sample.slice(block.from, block.to)).toBe(sample.slice(block.from, block.to).trim());
          at = block.to;
        }
        expect(sample.slice(at).trim()).toBe("");
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe("makeBlocks", () => {
  it("keeps the kinds that the format gave, but for a copy of the title", () => {
    const text = "Fire at sea\nFire at sea\nThe ferry burned.";
    const kinds = ["title", "heading", "paragraph"] as const;
    const pieces = [0, 12, 24].map((from, i) => ({ from, to: [11, 23, 41][i]!, kind: kinds[i]! }));
    expect(mark(text, makeBlocks(text, pieces))).toBe(
      "[title Fire at sea]\n[furniture Fire at sea]\n[paragraph The ferry burned.]",
    );
  });
});
