import { describe, expect, it } from "vitest";
import { showStemma } from "../../test/stemma.ts";
import { makePlain } from "../../test/table.ts";
import { makeTradition } from "../../test/tradition.ts";
import { type Analysis, analyze } from "../analyze.ts";
import { checkAnalysis } from "../check.ts";
import { findBlocks } from "../report/block.ts";
import { readReports } from "../report/read.ts";
import type { Report } from "../report/report.ts";

const SAID = "We are one storm away from losing the lower town of Kelsmouth and nobody will pay for it";
const OTHER =
  "The harbour authority has known of the cracks in the northern section of the wall since the spring of last year, two of its engineers wrote in a letter to the council";

const OUTLETS = ["Erie Times", "Dover Herald", "Ostend Post", "Lowestoft Gazette"];

/** Reports by outlet, an hour apart in the order given. */
function trace(...texts: readonly string[]): Analysis {
  return analyze(texts.map((text, at) => makeReport(text, at)));
}

function makeReport(text: string, at: number): Report {
  const hour = `2025-03-11T0${at + 1}:00`;
  const published = { from: `${hour}:00Z`, to: `${hour}:01Z` };
  return { ...makePlain(String.fromCharCode(97 + at), text), outlet: OUTLETS[at]!, published };
}

const COPYING = { extant: 7, words: 300, changed: 0.02, contaminated: 0 };

const told = (outlet: string) => `“${SAID},” Maren Oswick told the ${outlet} on Monday.`;

function draw(...texts: readonly string[]): string {
  const analysis = trace(...texts);
  checkAnalysis(analysis);
  return showStemma(analysis.stemma);
}

describe("traceStemma", () => {
  it("hangs reports that cite one interview from one lost text", () => {
    const { stemma } = trace(told("Financial Times"), told("Financial Times"));
    expect(showStemma(stemma)).toBe("α(A,B)");
    expect(stemma.root).toBe("α");
    expect(stemma.nodes.find(({ name }) => name === "α")).toMatchObject({ siglum: null, lost: "interview" });
    expect(stemma.descents.map((line) => line.for.map(({ kind }) => kind))).toEqual([["citation"], ["citation"]]);
    expect(stemma.primaries).toEqual([{ collation: 0, node: "α", chain: ["α", "A"], independent: 1, untold: 0 }]);
  });

  it("tells for how many quotations a citation speaks, where it is not for all", () => {
    const reasons = (text: string) =>
      trace(text).stemma.descents.flatMap((line) => line.for.map(({ message }) => message));
    expect(reasons(told("Financial Times"))).toEqual(["A says that it was said there."]);
    expect(reasons(`${told("Financial Times")}\n\n“The ferry sails,” Pia Sandrel said.`)).toEqual([
      "A says that it was said there, for 1 of its 2 quotations.",
    ]);
  });

  it("calls no text the exemplar of a report that names it for less than a third of what it quotes", () => {
    const ferry = "“The ferry sails when the wind allows it,” Pia Sandrel said.";
    const bakers = "“Nobody has asked the bakers of Quay Street,” Ben Roe said.";
    const rest = `${ferry}\n\n${bakers}\n\n“It rains,” Nora Vega said.`;
    const kinds = (...texts: readonly string[]) => trace(...texts).stemma.descents.map(({ kind }) => kind);
    expect(kinds(`${told("Financial Times")}\n\n${rest}`)).toEqual(["contamination"]);
    expect(kinds(`${told("Financial Times")}\n\n${ferry}\n\n${bakers}`)).toEqual(["exemplar"]);
    expect(kinds(`KELSMOUTH (Reuters) - “It rains,” Ana Ruiz said.\n\n${rest}`)).toEqual(["exemplar"]);
    const helped = `${rest}\n\nThe Associated Press contributed to this report.`;
    const blocks = findBlocks(helped);
    expect(analyze([{ ...makePlain("a", helped), blocks }]).stemma.descents).toMatchObject([{ kind: "contamination" }]);
    // What is not cited of a report that is there, but paired with it, counts as well.
    const own = `“${SAID},” Maren Oswick told the Erie Times.`;
    const citing = `“${SAID},” Maren Oswick said, the Erie Times reported.\n\n${rest}`;
    expect(kinds(own, citing)).toEqual(["contamination"]);
    expect(kinds(`${own}\n\n${ferry}`, citing)).toEqual(["exemplar"]);
  });

  it("takes no text for what all go back to that they only draw on for a part", () => {
    const rest = (words: string) =>
      `“${words} at dawn,” Ben Roe said. “${words} at noon,” Pia Sandrel said. “${words} at night,” Nora Vega said.`;
    const some = ["Nobody bakes", "The ferry sails"].map((words) => `${told("Financial Times")}\n\n${rest(words)}`);
    expect(trace(...some).stemma.root).toBe(null);
    expect(draw(...some)).toBe("A+α,B+α,α");
    expect(trace(told("Financial Times"), told("Financial Times")).stemma.root).toBe("α");
  });

  it("gives a reason once, though the report cites it twice", () => {
    const cited = `${told("Financial Times")}\n\n“The ferry sails,” Oswick told the Financial Times.\n\n“No,” Pia Sandrel said.`;
    const [line] = trace(cited).stemma.descents;
    expect(line!.for.map(({ message }) => message)).toEqual([
      "A says that it was said there, for 2 of its 3 quotations.",
    ]);
    expect(line!.for[0]!.passages).toHaveLength(2);
  });

  it("takes what two speakers told one outlet for two interviews, and what is printed there for neither", () => {
    const ruiz = "“The ferry sails when the wind allows it,” Ana Ruiz told CNN on Monday.";
    const roe = "“Nobody has counted the boats of the north quay,” Ben Roe told CNN on Friday.";
    expect(draw(ruiz, roe)).toBe("α(A),β(B)");
    expect(draw(`${ruiz}\n\n${roe}`)).toMatch(/^α\(A\),β\(A\)$|^α\(A\+β\),β$/u);
    expect(draw("CNN said its report relied on “nine former engineers”.", roe)).toBe("α(A),β(B)");
    expect(draw(ruiz, "“The bakers may go,” Ruiz told CNN.")).toBe("α(A,B)");
    expect(draw(ruiz, "“The ferry sails when the wind allows it,” Ana Ruiz said, CNN reported.")).toBe("α(A,B)");
    const unnamed = (words: string) => `“${words},” an official told CNN.`;
    expect(draw(unnamed(SAID), unnamed(SAID))).toBe("α(A,B)");
    expect(draw(unnamed(SAID), unnamed("The ferry sails when the wind allows it"))).toBe("α(A),β(B)");
  });

  it("takes what two reports cite an agency or paper for as one text only where it is paired", () => {
    const said = `“${SAID},” Maren Oswick said`;
    const other = "“Nobody has counted the boats of the north quay,” Ben Roe said";
    expect(draw(`${said}, Reuters reported.`, `${said}, according to Reuters.`)).toBe("α(A,B)");
    expect(draw(`${said}, Reuters reported.`, `${other}, according to Reuters.`)).toBe("α(A),β(B)");
    expect(draw(`${said}, the Elmouth Courier reported.`, `${other}, the Elmouth Courier reported.`)).toBe("α(A),β(B)");
    const passing = [
      "Police said a baker was hurt, according to Reuters.",
      "Reuters reported that the ferry would sail.",
    ];
    expect(draw(...passing)).toBe("A,B");
    expect(draw(`${said}, Reuters reported.\n\n${other}, Reuters reported.`, "It rains.")).toBe("B,α(A)");
    const both = `${said}, Reuters reported.\n\n${other}, Reuters reported.`;
    expect(draw(both, both)).toBe("α(A,B)");
    expect(draw(both, `${other}, Reuters reported.`, "Reuters reported that the ferry would sail.")).toBe("C,α(A,B)");
  });

  it("takes what two speakers told an agency for two texts, unless a report has both, and whatever it is called", () => {
    const own = (name: string) => `“${SAID},” Maren Oswick told ${name} on Monday.`;
    const other = "“The ferry sails at noon,” Ana Ruiz told Yonhap.";
    expect(draw(own("Yonhap News"), own("Yonhap"))).toBe("α(A,B)");
    expect(draw(own("Yonhap News"), other)).toBe("α(A),β(B)");
    expect(draw(`${own("Yonhap News")}\n\n${other}`, "It rains.")).toBe("B,α(A)");
  });

  it("joins two reports that are signed with an agency's name only where some sentence of the two is paired", () => {
    const signed = (text: string) => `KELSMOUTH (Reuters) - ${text}`;
    const wall = "The harbour wall has cracks that nobody has mended since the spring.";
    const ferry = "Bakers of Quay Street shut their ovens over the price of flour.";
    expect(draw(signed(wall), signed(ferry))).toBe("α(A),β(B)");
    expect(draw(signed(wall), signed(`${wall} ${ferry}`))).toBe("α(A,B)");
  });

  it("takes an agency's tag in the midst of a report for where its sentence is from, not for a signature", () => {
    const wall = "The harbour wall has cracks that nobody has mended since the spring.";
    const tagged = "At noon: “Bakers Shut Their Ovens Over Flour.” (Reuters) At one: nothing.";
    const { stemma } = trace(`It rains in Kelsmouth.\n\n${tagged}\n\n${wall}`, wall);
    expect(stemma.descents.flatMap((line) => line.for.map(({ kind }) => kind))).not.toContain("byline");
    expect(stemma.primaries).toEqual([]);
    const tag = (text: string) => trace(text, wall).stemma.primaries.map(({ node }) => node);
    expect(tag(`KELSMOUTH (Reuters) - ${wall}\n\nIt rains.`)).toEqual(["α"]);
    expect(tag(`It rains in Kelsmouth.\n\n${wall} (Reuters)`)).toEqual(["α"]);
    const said = `“${SAID},” Maren Oswick said`;
    const within = trace(`It rains.\n\n${said} (Reuters).\n\n${wall}`, `${said}. ${wall}`).stemma;
    expect(within.descents.map((line) => line.for[0]!.message)).toEqual(["A names it as its authority."]);
    expect(within.primaries.map(({ collation, node }) => [collation, node])).toEqual([[0, "α"]]);
  });

  it("calls a lost text that was written for an outlet an article", () => {
    const wrote = `“${SAID},” Maren Oswick wrote for the Financial Times on Monday.`;
    const { nodes, descents } = trace(wrote, wrote).stemma;
    expect(nodes.find(({ name }) => name === "α")?.lost).toBe("article");
    expect(descents[0]?.for[0]?.message).toBe("A says that it was written there.");
  });

  it("takes the outlet's own report where it is among them, and follows the chain to its end", () => {
    const own = `“${SAID},” Maren Oswick told the Erie Times.`;
    const second = `“${SAID},” Maren Oswick said, the Erie Times reported.`;
    const third = `“${SAID},” Maren Oswick said, the Dover Herald reported.`;
    const { stemma } = trace(own, second, third);
    expect(showStemma(stemma)).toBe("A(B(C))");
    expect(stemma.primaries).toEqual([{ collation: 0, node: "A", chain: ["A", "B", "C"], independent: 1, untold: 0 }]);
  });

  it("takes a lost text where the outlet's report came out later, or does not carry what it is cited for", () => {
    expect(draw(told("Dover Herald"), `“${SAID},” Maren Oswick said.`)).toBe("B,α(A)");
    expect(draw("The ferry has sailed.", told("Erie Times"))).toBe("A,α(B)");
  });

  it("counts an outlet once, though its own report came out later than one that cites it, and says how many do not tell", () => {
    const { stemma } = trace(told("Dover Herald"), told("Dover Herald"), `“${SAID},” Maren Oswick said.`);
    expect(showStemma(stemma)).toBe("B,C,α(A)");
    expect(stemma.primaries.map(({ independent, untold }) => [independent, untold])).toEqual([[2, 1]]);
  });

  it("takes no citation for what the report does not have from it: of another speaker, or of another time", () => {
    const public_ = `“${SAID},” Maren Oswick said.`;
    const other = "The wall has cracks that nobody has mended, Pia Sandrel told the Financial Times.";
    expect(trace(`${other}\n\n${public_}`, public_).stemma.primaries).toEqual([]);
    const leaked = "Maren Oswick will promise to close the ferry, two people who know of it told the Erie Times.";
    expect(trace(`${leaked}\n\n${public_}`, public_).stemma.primaries).toEqual([]);
    const earlier = `${told("Financial Times")}\n\n“Nobody has asked the bakers of Quay Street,” Oswick said.`;
    const before = `${told("Financial Times")}\n\n“Nobody has asked the bakers of Quay Street,” Oswick said earlier in the week.`;
    const { stemma } = trace(earlier, before);
    expect(stemma.primaries.map(({ node, independent }) => [node, independent])).toEqual([
      ["α", 1],
      ["α", 2],
    ]);
  });

  it("draws no line for an outlet that is named in passing", () => {
    expect(draw(`“${SAID},” Maren Oswick said.`, "The BBC reported in 2019 that it rains. It rains.")).toBe("A,B");
  });

  it("draws a further exemplar for what comes from a second place", () => {
    const more =
      "“They filled the holes with paint and hoped for weather,” Pia Sandrel told the Ostend Mail on Monday.";
    expect(
      draw(`${told("Financial Times")} ${told("Financial Times")}`, `${told("Financial Times")}\n\n${more}`),
    ).toMatch(/^α\(A,B\+β\),β$|^α\(A,B\),β|^α\(A\),β\(B\+α\)$/u);
  });

  it("calls no text the exemplar of a report that has less than half of its own words in common with it", () => {
    const crews = (count: number) => Array.from({ length: count }, (_, at) => `Crew ${at} mended net ${at + 50}.`);
    const draws = (count: number) => trace(`${OTHER}.`, `${OTHER}. ${crews(count).join(" ")}`).stemma;
    expect(showStemma(draws(4))).toBe("A(B)");
    expect(showStemma(draws(12))).toBe("A,B+A");
    expect([draws(4).root, draws(12).root]).toEqual(["A", null]);
    const undated = [`${OTHER}.`, `${OTHER}. ${crews(12).join(" ")}`].map((text, at) => makePlain("ab"[at]!, text));
    expect(showStemma(analyze(undated).stemma)).toBe("B+α,α(A)");
  });

  it("tells from words in common who has it from whom, if it is known who was first", () => {
    const analysis = trace(`${OTHER}.`, `${OTHER}. It rains.`);
    expect(showStemma(analysis.stemma)).toBe("A(B)");
    expect(analysis.stemma.descents[0]!.for.map(({ kind }) => kind)).toEqual(["passage", "time"]);
    const undated = analyze([`${OTHER}.`, `${OTHER}. It rains.`].map((text, at) => makePlain("ab"[at]!, text)));
    expect(showStemma(undated.stemma)).toBe("α(A,B)");
    expect(undated.stemma.notes).toHaveLength(1);
  });

  describe("of several reports that are one text", () => {
    const { witnesses, edges } = makeTradition(6, { ...COPYING, lost: 0.1 });
    const names = Object.keys(witnesses);
    const parentOf = (name: string) => edges.find(([, child]) => child === name)?.[0];
    const copies = (dates: boolean) =>
      names.map((name, at) => {
        const published = dates ? makeReport("", at).published : null;
        return { ...makePlain(name, witnesses[name]!), published };
      });

    it("draws the tree of their texts, from the first on, with support", () => {
      const { stemma, reports } = analyze(copies(true));
      const nameOf = (node: string) => reports.find(({ siglum }) => siglum === node)?.report.outlet;
      const lines = stemma.descents.filter(({ from, to }) => nameOf(from) && nameOf(to));
      const right = lines.filter(({ from, to }) => parentOf(nameOf(to)!) === nameOf(from));
      expect(lines.length).toBeGreaterThan(3);
      expect(right.length / lines.length).toBeGreaterThan(0.7);
      expect(stemma.descents.every(({ support }) => support !== null && support >= 0 && support <= 1)).toBe(true);
      expect(stemma.root).toBe("A");
    });

    it("keeps the laws where no time is known either", () => {
      const analysis = analyze(copies(false));
      expect(() => checkAnalysis(analysis)).not.toThrow();
      expect(analysis.stemma.descents.length).toBeGreaterThanOrEqual(names.length - 1);
    });
  });

  it("hangs copies of which no time is known from the one that the others name", () => {
    const sentences = Array.from({ length: 6 }, (_, at) => `${OTHER.replace("spring", `year ${at + 2001}`)}.`);
    const body = (source: string, changed: number) =>
      [`“${SAID},” Maren Oswick told ${source}.`, ...sentences.toSpliced(changed, 1)].join("\n\n");
    const outlets = ["www.eriepost.example", "Dover Herald", "Ostend Post"];
    const bodies = [body("The Erie Post", 5), body("The Erie Post", 1), body("The Erie Post", 3)];
    const { stemma } = analyze(bodies.map((text, at) => ({ ...makePlain(`${at}`, text), outlet: outlets[at]! })));
    const named = stemma.nodes.find(({ name }) => name === stemma.root);
    expect(stemma.descents.every(({ kind }) => kind === "exemplar")).toBe(true); // what a copy cites came with the rest
    expect(named?.siglum).toBe("C"); // by outlet: Dover Herald, Ostend Post, www.eriepost.example
    expect(stemma.primaries.map(({ node, independent }) => `${node} ${independent}`)).toContain("C 1");
  });

  it("hangs what two share, of no known time, from the agency with whose name one is signed", () => {
    const { stemma } = analyze([
      makePlain("a", `KELSMOUTH (Reuters) - ${OTHER}.`),
      makePlain("b", `It rains. ${OTHER}.`),
    ]);
    expect(showStemma(stemma)).toBe("α(A,B)");
    expect(stemma.nodes.find(({ name }) => name === "α")?.lost).toBe("agency");
    expect(stemma.notes).toEqual([]);
  });

  it("takes a link for a citation of the very report at that address, not of another of the outlet", () => {
    const address = "https://www.elmouth.example/news/wall";
    const make = (name: string, text: string, url: string) => ({ ...makePlain(name, text), outlet: "Elmouth", url });
    const linking = { ...makePlain("x", `It rains; see ${address}/ for more.`), outlet: "Dover Herald" };
    const { stemma, reports } = analyze([
      make("a", "The ferry has sailed.", "https://elmouth.example/news/ferry"),
      make("b", "The wall has cracks.", address),
      linking,
    ]);
    const [line, ...more] = stemma.descents;
    expect(more).toEqual([]);
    expect(reports.find(({ siglum }) => siglum === line!.from)?.report.url).toBe(address);
    expect(line!.for.map(({ kind }) => kind)).toEqual(["link"]);
  });

  it("takes an address of the report's own outlet for no other's", () => {
    const linked = (host: string) =>
      draw(`“${SAID},” Maren Oswick said; see https://${host}/wall for more.`, "It rains.");
    expect(linked("media.erietimes.example")).not.toContain("α");
    expect(linked("media.courier.example")).toContain("α(A)");
  });

  it("hangs all who share a passage from one lost text, in doubt, where no time is known", () => {
    const texts = [`${OTHER}.`, `It rains. ${OTHER}.`, `The ferry sails. ${OTHER}. Nobody came.`];
    const { stemma } = analyze(
      texts.map((text, at) => makePlain("abc"[at]!, `${text} ${"Only here. ".repeat(30 * at)}`)),
    );
    expect(showStemma(stemma)).toBe("α(A,B,C)");
    const two = analyze(texts.slice(0, 2).map((text, at) => makePlain("ab"[at]!, text))).stemma;
    expect(two.descents.every(({ confidence }) => confidence < 0.5)).toBe(true);
  });

  it("follows a link of a page to the very report that it leads to, and no other link", async () => {
    const page = (body: string) =>
      `<html><head><title>The wall of Kelsmouth</title></head><body><article>${body}</article></body></html>`;
    const own = page(
      `<p>“${SAID},” Maren Oswick said on Monday.</p><p>${OTHER.slice(0, 60)} and it rained all day.</p>`,
    );
    const link = '<a href="https://www.first.example/wall?utm_source=x">in a talk</a>';
    const other = '<a href="https://maps.example/kelsmouth">Kelsmouth</a>';
    const copy = page(
      `<p>“${SAID},” Maren Oswick said ${link} in ${other}.</p><p>The ferry sails again on Friday, if it can.</p>`,
    );
    const bytes = (text: string) => new TextEncoder().encode(text);
    const { reports } = await readReports([
      { name: "first.html", bytes: bytes(own) },
      { name: "second.html", bytes: bytes(copy) },
    ]);
    const named = reports.map((report) =>
      report.origin.place === "first.html" ? { ...report, url: "https://first.example/wall" } : report,
    );
    const { stemma, reports: sigla } = analyze(named);
    const [line] = stemma.descents;
    const name = (place: string) => sigla.find(({ report }) => report.origin.place === place)?.siglum;
    expect(stemma.descents).toHaveLength(1);
    expect([line?.from, line?.to]).toEqual([name("first.html"), name("second.html")]);
    const evidence = line?.for.find(({ kind }) => kind === "link");
    const { from, to } = evidence!.passages[0]!;
    expect(named.find(({ origin }) => origin.place === "second.html")!.text.slice(from, to)).toBe("in a talk");
  });

  it("says nothing where nothing is known", () => {
    const { stemma } = trace(`“${SAID},” Maren Oswick said.`, `“${SAID},” Maren Oswick said.`);
    expect(showStemma(stemma)).toBe("A,B");
    expect([stemma.root, stemma.descents, stemma.primaries]).toEqual([null, [], []]);
    expect(trace("").stemma.root).toBe("A");
  });

  it("closes no circle where two reports cite each other", () => {
    const both = (name: string) => ({ ...makePlain("x", `“${SAID},” Maren Oswick said, the ${name} reported.`) });
    const reports = ["Dover Herald", "Erie Times"].map((name, at) => ({
      ...both(name),
      id: `${at}` as Report["id"],
      outlet: OUTLETS[at]!,
    }));
    const analysis = analyze(reports);
    expect(() => checkAnalysis(analysis)).not.toThrow();
    expect(analysis.stemma.descents).toHaveLength(1);
  });
});
