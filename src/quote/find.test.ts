import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeReport, type QuotationLabel, readMarked, writeQuotations } from "../../test/marked.ts";
import type { Report } from "../report/report.ts";
import { bySpan, isWithin, type Span, sliceSpan } from "../text/span.ts";
import { findQuotations } from "./find.ts";
import type { Quotation } from "./quotation.ts";

const PARTS: readonly QuotationLabel[] = ["content", "cue", "source"];

/** Takes the brackets out of the lines, finds the quotations, and expects the brackets back. */
function expectMarks(lines: string | readonly string[], labels: readonly QuotationLabel[] = PARTS): void {
  const marked = [lines].flat().join("\n");
  const report = makeReport(readMarked(marked).text);
  expect(writeQuotations(report.text, findQuotations(report, null), labels)).toBe(marked.replace(/^[#!] /gm, ""));
}

function find(lines: string | readonly string[]): { text: string; found: Quotation[] } {
  const report = makeReport([lines].flat().join("\n"));
  return { text: report.text, found: findQuotations(report, null) };
}

function kinds(lines: string | readonly string[]): string[] {
  return find(lines).found.map((quotation) => quotation.kind);
}

function speakers(...lines: string[]): (string | null)[] {
  const { text, found } = find(lines);
  return found.map(({ speaker }) => speaker && sliceSpan(text, speaker));
}

function venues(...lines: string[]): (string | null)[] {
  const { text, found } = find(lines);
  return found.map(({ venue }) => venue && sliceSpan(text, venue));
}

describe("findQuotations: direct", () => {
  it("reads a quotation before its cue, the source on either side", () => {
    expectMarks("“[content We saw smoke],” [cue said] [source Ana Ruiz].");
    expectMarks("“[content We saw smoke],” [source Ana Ruiz] [cue said].");
    expectMarks("“[content Who lit it?]” [source she] [cue asked].");
  });

  it("reads past a quotation mark that is read out", () => {
    expectMarks("[source Ana Ruiz] [cue said], quote, “[content This is late. It is.]”");
  });

  it("reads a quotation behind its cue and a colon, a comma or nothing", () => {
    expectMarks("[source Ana Ruiz] [cue said]: “[content We saw smoke.]”");
    expectMarks("[source She] [cue warned] the mayor: “[content The pier will fall.]”");
    expectMarks("[source He] [cue told] reporters, “[content The pier will fall.]”");
  });

  it("reads straight and single marks, guillemets, low quotes and doubled apostrophes", () => {
    expectMarks('"[content We saw smoke]," [source Ruiz] [cue said].');
    expectMarks("‘[content We saw smoke],’ [source Ruiz] [cue said].");
    expectMarks("'[content We saw smoke],' [source Ruiz] [cue said].");
    expectMarks("''[content We saw smoke],'' [source Ruiz] [cue said].");
    expectMarks("«[content We saw smoke]», [source Ruiz] [cue said].");
    expectMarks("»[content We saw smoke]«, [source Ruiz] [cue said].");
    expectMarks("„[content We saw smoke]“, [source Ruiz] [cue said].");
  });

  it("pairs a straight mark with a curly one, and doubts them a little", () => {
    expectMarks('[source Ana Ruiz] [cue added]: "[content The pier will hold.]”');
    expectMarks('“[content The pier will hold]," [source Ana Ruiz] [cue said].');
    const { found } = find('“The pier will hold," Ana Ruiz said.');
    expect(found[0]!.confidence).toBeGreaterThan(0.8);
    expect(found[0]!.confidence).toBeLessThan(0.9);
  });

  it("keeps apostrophes and possessives out of single marks", () => {
    expectMarks("‘[content The dogs’ tails don’t wag in the ’90s],’ [source Ruiz] [cue said].");
    expectMarks("'[content The dogs' tails don't wag]', [source Ruiz] [cue said].");
    expect(find("The dogs' tails don't wag in the '90s, rock 'n' roll or not.").found).toEqual([]);
  });

  it("keeps feet and inches out of double marks", () => {
    expectMarks('The door is 6\'2" high and 5" thick. "[content It fits]," [source Ruiz] [cue said].');
    expectMarks('"[content It is 5" thick and grey]," [source Ruiz] [cue said].');
  });

  it("keeps what is marked within a quotation inside it", () => {
    expectMarks("“[content He told me ‘run’ and I ran],” [source Ruiz] [cue said].");
    expectMarks("“[content He told me “run” and I ran],” [source Ruiz] [cue said].");
  });

  it("makes one quotation of two parts that the cue stands between", () => {
    const lines = "“[content We saw smoke],” [source she] [cue said]. “[content Then it fell.]”";
    expectMarks(lines);
    expectMarks(
      "“[content We saw smoke],” [source she] [cue said], “[content and then it fell].”".replace("fell].”", "fell.]”"),
    );
    expect(kinds(readMarked(lines).text)).toEqual(["direct"]);
  });

  it("takes the second part behind an aside of the reporter's", () => {
    expectMarks(
      "“[content We saw smoke],” [source she] [cue said] to nobody, turning away, “[content and then it fell.]”",
    );
  });

  it("ends before a speaker whose office stands before the cue without a comma", () => {
    expectMarks("“[content We are tired],” [source Col. Ben Roe, head of the guard] [cue said] during a briefing.");
    expectMarks("“[content We are tired],” [source Ben Roe of the guard] [cue said].");
  });

  it("reads past the age of a second speaker of that age", () => {
    expectMarks(
      "“[content I was asleep],” [source Ruiz], also 28, [cue said] of the storm. “[content Nobody woke me.]”",
    );
  });

  it("makes two where the second has a cue of its own", () => {
    expectMarks("“[content We saw smoke],” [source she] [cue said]. “[content2 It fell],” [source2 she] [cue2 added].");
  });

  it("follows a quotation over paragraphs that it is not closed in", () => {
    expectMarks([
      "[source Ana Ruiz] [cue said]: “[content We saw smoke.]",
      "“[content Then it fell.]",
      "“[content We ran.]”",
    ]);
    expectMarks(["“[content We saw smoke.]", "“[content Then it fell],” [source Ana Ruiz] [cue said]."]);
  });

  it("ends an unclosed quotation with its paragraph and doubts it", () => {
    const { text, found } = find(["Ana Ruiz said: “We saw smoke.", "It rained."]);
    expect(found.map((q) => q.content.map((span) => sliceSpan(text, span)))).toEqual([["We saw smoke."]]);
    expect(found[0]!.confidence).toBeLessThan(0.5);
  });

  it("credits a question by the short sentence behind it", () => {
    expectMarks("“[content Who lit it?]” [source Ana Ruiz] [cue asked].");
  });

  it("leaves what the reporter's own words before it govern out of what is said behind the cue", () => {
    expectMarks(
      'Asked about what many see as a "grey wall," [source Ana Ruiz] [cue said], "[content We will mend it.]"',
    );
    expectMarks('Leaving out those who use the word "wreck," [source she] [cue said], "[content The pier holds.]"');
    expectMarks('At the rally for the "grey wall," [source she] [cue said] [content the pier was holding].');
    expectMarks('"[content We will mend it]," [source she] [cue said], "[content and soon.]"');
    expectMarks('[content In Kelsmouth the pier was "a wreck,"] [source she] [cue said], [content "and we left."]');
  });

  it("credits who said it, and no outlet that is said to have reported it", () => {
    expectMarks('[source Ana Ruiz] [cue said] that [content the bridge was "beyond repair,"] the Daily Star reported.');
    expectMarks('[source Ana Ruiz] [cue said] Tuesday that [content the bridge is "lost,"] reported Reuters.');
    expectMarks(
      '[source She] [cue accused] [content the port of "hiding" its "own report,"] the news agency reported.',
    );
    expectMarks('The crew had gone. "[content It is beyond repair]," [source the Daily Star] [cue reported].');
    expectMarks('The mayor said nothing, but "[content the pier is lost]," [source the Daily Star] [cue reported].');
  });

  it("ends with the mark behind which the reporter says who is meant, or when it was", () => {
    expectMarks([
      "[source Ana Ruiz] [cue wrote] that “[content the storm took Ben Roe],” the pilot whose boat sank off Kelsmouth in May.",
    ]);
    expectMarks("“[content He asked me for help],” when the storm took his boat, [source Ana Ruiz] [cue said].");
    expectMarks("[source She] [cue said] that [content with “the pier gone,” the town would starve].");
    expectMarks("[source She] [cue said] that [content “the wall,” the quay and the pier would be mended].");
  });

  it("gives words to who speaks before them, where another clause is joined to them", () => {
    for (const joint of ["while", "and", "but"]) {
      const { text, found } = find(
        `The minister said she would “save the pier,” ${joint} Governor Ana Ruiz replied in a letter.`,
      );
      expect(found.map(({ source }) => source && sliceSpan(text, source))).toEqual(["The minister"]);
      expect(found[0]!.content.map((span) => sliceSpan(text, span))).toEqual(["she would “save the pier,”"]);
    }
    expectMarks("“[content We will save the pier],” while the governor watched, [source Ana Ruiz] [cue said].");
  });

  it("reads past what is said of an authority to what it said", () => {
    expectMarks("[cue According to] [source Lena Holt], who was on the pier: “[content The storm is over.]”");
    expectMarks("[cue According to] [source Lena Holt], who was on the pier, [content the storm was over by noon].");
    expect(find("According to Lena Holt, who was on the pier, and Ben Roe.").found).toEqual([]);
    expectMarks(
      "[content The pier is a trap], [cue said] [source Ben Roe], a surveyor at the port, a body of the town.",
    );
    expectMarks("[content The port], [cue said] [source Ben Roe], [content a body of the town was told, would close].");
  });

  it("takes no noun behind an article for a verb", () => {
    expect(find("The port is now, in effect, a harbour works state and will stay so.").found).toEqual([]);
    expectMarks("[content The port is closed], [source harbour workers] [cue state].");
  });

  it("keeps what rounds a number in the content", () => {
    expectMarks("[source Ana Ruiz] [cue said] [content about 40 boats were lost].");
    expectMarks("[source Ana Ruiz] [cue said] [content nearly 40 boats were lost].");
  });

  it("ends before what the source did besides", () => {
    expectMarks("[source Ben Roe] [cue said] that [content he could not swim] and died in the harbour.");
    expectMarks("[source She] [cue admitted] [content the “mistake” in planning] and ordered the gate shut.");
    expectMarks("[source She] [cue said] that [content the pier fell and sank the boat].");
    expectMarks("[source She] [cue admitted] [content the “mistake” by which a crane shut and trapped the boats].");
    expectMarks("[source She] [cue said] that [content the pier could be mended and painted the same grey].");
    expectMarks("[source She] [cue said] [content the wall was “a wreck” and crushed the boats].");
  });

  it("parts paragraphs that a page has glued together at a closing or an opening mark", () => {
    expectMarks(
      '"[content We saw smoke]," [cue said] [source Ana Ruiz]. "[content Then it fell.]"[source2 Her brother, Ben Roe], [cue2 told] reporters: "[content2 We ran.]"',
    );
    expectMarks('Nobody had seen the storm."[content We ran]," [source Ana Ruiz] [cue said].');
  });

  it("reads an aside between source and verb, and leaves it out", () => {
    expectMarks("“[content We saw smoke],” [source Ana Ruiz], 34, who lives on the quay, [cue said].");
    expectMarks("“[content We saw smoke],” [cue said] [source Ana Ruiz], who lives on the quay.");
  });

  it("credits a paragraph without a cue to the last speaker and doubts it", () => {
    const { text, found } = find(["“We saw smoke,” said Ana Ruiz.", "“Then it fell apart.”"]);
    expect(found.map(({ speaker }) => speaker && sliceSpan(text, speaker))).toEqual(["Ana Ruiz", "Ana Ruiz"]);
    expect(found[1]!.confidence).toBeLessThan(0.6);
    expect(found[1]!.cue).toBeNull();
  });

  it("reads a verb that is on no list behind a comma", () => {
    expectMarks("“[content We saw smoke],” [source Ruiz] [cue shrugged].");
  });

  it("credits what stands below a line that ends in a colon", () => {
    expectMarks(["[source Ana Ruiz] later [cue said] in a letter:", "“[content We saw smoke.]”"]);
  });
});

describe("findQuotations: mixed", () => {
  const MIXED: readonly QuotationLabel[] = ["content", "quoted", "source"];

  it("takes the clause around the words in marks", () => {
    expectMarks("[source Ruiz] warned that [content the pier was a “[quoted serious danger]” to boats].", MIXED);
    expectMarks("[source Ruiz] said [content a “[quoted better pier]” should be built].", MIXED);
    expectMarks(
      "[content The pier is a “[quoted serious danger]” to boats], [source mayor Ana Ruiz] told the council.",
      MIXED,
    );
    expect(kinds("Ruiz warned that the pier was a “serious danger” to boats.")).toEqual(["mixed"]);
  });

  it("takes a fragment right behind the verb, and one that ends a clause before it", () => {
    expectMarks("[source Ruiz] said “[content [quoted no more piers]]”.", MIXED);
    expectMarks("[content When the pier fell], [source Ruiz] said, [content “[quoted we ran.]”]", MIXED);
  });

  it("takes the words that a verb without a clause brings", () => {
    expectMarks("[source Ruiz] called [content the pier “[quoted a death trap]”] after the storm.", MIXED);
    const listed =
      "[source Ruiz] called [content the pier “[quoted a trap],” “[quoted a farce]” and “[quoted a shame]”].";
    expectMarks(listed, MIXED);
  });

  it("follows the words into a second verb", () => {
    expectMarks(
      "Ruiz [cue said] [content the pier was closed], [cue2 adding] that “[content2 nobody should go near it.]”",
      ["content", "cue"],
    );
    expect(speakers("Ana Ruiz said the pier was closed, adding that “nobody should go near it.”")).toEqual([
      "Ana Ruiz",
      "Ana Ruiz",
    ]);
  });

  it("takes words in marks close behind a quotation for the same speaker's, and doubts them", () => {
    const { found } = find("“We saw smoke,” said Ana Ruiz. The pier had been a “danger to all boats” for years.");
    expect(found.map((quotation) => quotation.kind)).toEqual(["direct", "mixed"]);
    expect(found[1]!.confidence).toBeLessThan(0.5);
  });
});

describe("findQuotations: what an outlet was told", () => {
  it("leaves the outlet out of the words", () => {
    const content = (line: string): string[] => {
      const { text, found } = find(line);
      return found.flatMap((quotation) => quotation.content.map((span) => sliceSpan(text, span)));
    };
    expect(content("Ana Ruiz told CNN the port would close on Friday.")).toEqual(["the port would close on Friday"]);
    expect(content("Ana Ruiz told CNN Kelsmouth and Averland would close the port.")).toEqual([
      "Kelsmouth and Averland would close the port",
    ]);
    expect(content("Ana Ruiz told CNN viewers would pay for it.")).toEqual(["CNN viewers would pay for it"]);
    expect(content("Ana Ruiz told the Times Mr. Vega was asleep.")).toEqual(["Mr. Vega was asleep"]);
  });
});

describe("findQuotations: tweets that a page shows", () => {
  it("are their writers', with the handle, without links", () => {
    const line =
      "We closed the port at noon, and nobody said a word. pic.twitter.com/Ab1 — Ana Ruiz ⚓ (@anaruiz) May 3, 2019";
    const { text, found } = find(["Ana Ruiz wrote:", line, "It rained — on Ben Roe (and others) on May 3, 2019."]);
    const [tweet, ...others] = found;
    expect(others).toEqual([]);
    expect(sliceSpan(text, tweet!.content[0]!)).toBe("We closed the port at noon, and nobody said a word.");
    expect([tweet!.kind, sliceSpan(text, tweet!.source!), sliceSpan(text, tweet!.venue!)]).toEqual([
      "direct",
      "Ana Ruiz",
      "@anaruiz",
    ]);
  });

  it("begin behind the link that passes over them", () => {
    const line = "Skip Twitter post by @anaruiz We closed the port at noon. — Ana Ruiz (@anaruiz) May 3, 2019 Report";
    const { text, found } = find([line, "Skip the ferry, said nobody."]);
    expect(found.map(({ content }) => sliceSpan(text, content[0]!))).toEqual(["We closed the port at noon."]);
    expect(sliceSpan(text, found[0]!.source!)).toBe("Ana Ruiz");
  });
});

describe("findQuotations: no quotation", () => {
  it("passes over titles, nicknames and names for things", () => {
    for (const line of [
      "The mayor watched “The Crown” on Monday.",
      "Ruiz said “The Crown” was on.",
      "Luis “The Hook” Vega won again.",
      "The so-called “ghost pier” is open.",
      "The song, titled “low and slow”, was heard.",
      "Ruiz was on Harbour One’s “Tides at Noon,” where the pier was shown.",
      "The pier was shown on Harbour One’s “Tides at Noon.” It rained.",
      "Ruiz told “Tides at Noon.” It rained.",
    ])
      expect(find(line).found.filter((quotation) => quotation.quoted.length > 0)).toEqual([]);
  });

  it("takes one word with a full stop of its own for said", () => {
    expect(kinds("Of the pier Ruiz said it was made of “Mud.” It rained.")).toEqual(["mixed"]);
  });

  it("passes over scare quotes with no speaker near", () => {
    expect(find("The “new” pier is older than the harbour.").found).toEqual([]);
  });

  it("passes over up to three words that no cue of their sentence introduces, whoever spoke before", () => {
    for (const line of [
      "“We saw smoke,” said Ana Ruiz. The “safety zone” was shut.",
      "“We saw smoke,” said Ana Ruiz. A talk on “very smart harbours” went on.",
      "“We saw smoke,” said Ana Ruiz. It was about “ Salt Water ,” she felt.",
      "“We saw smoke,” said Ana Ruiz.\n‘Like a film’\nIt rained.",
      "“We saw smoke,” said Ana Ruiz.\n‘Nobody could find the stairs’\nIt rained.",
      "“We saw smoke,” said Ana Ruiz.\nThe words on the wall: “dry feet first”",
    ])
      expect(kinds(line)).toEqual(["direct"]);
    expectMarks("“[content Never],” [cue said] [source Ana Ruiz]. She was asked: “safe enough”.");
    expectMarks("Her answer was short: “[content It never fell.]”");
  });

  it("passes over words in marks that belong to a noun or a verb of the reporter's", () => {
    expect(find("A “leaked” drawing showed cracks. A “leaked” drawing revealed more.").found).toEqual([]);
    expect(find("Harwell “openly” condemned the plan.").found).toEqual([]);
  });

  it("passes over what was not said", () => {
    expect(find("Ruiz did not say that the pier was safe. She would not say whether it was closed.").found).toEqual([]);
    expect(find("The pier is said to be haunted. It is believed that it will fall.").found).toEqual([]);
  });

  it("gives none for an empty report and leaves furniture out", () => {
    expect(find("").found).toEqual([]);
    expect(find("! “Subscribe now,” said Ana Ruiz.").found).toEqual([]);
  });
});

describe("findQuotations: indirect", () => {
  it("takes a clause with that, without it, and before its cue", () => {
    expectMarks("[source Officials] [cue warned] that [content the pier would fall].");
    expectMarks("[source Ruiz] [cue said] [content she had seen smoke].");
    expectMarks("[content The pier will fall], [source officials] [cue said] on Monday.");
    expect(kinds("Ruiz said she had seen smoke.")).toEqual(["indirect"]);
  });

  it("takes a clause before its cue and a name, though the verb may be a plural", () => {
    expectMarks("[content The pier is shut], [cue reports] [source Nora Lind of the harbor board].");
    expect(find("The box held photos, reports, tapes and letters.").found).toEqual([]);
  });

  it("takes according to, before and behind", () => {
    expectMarks("[cue According to] [source the ministry], [content the pier will fall].");
    expectMarks("[content The pier will fall], [cue according to] [source the ministry].");
  });

  it("takes in her words, and as he put it", () => {
    expectMarks("As [source Ruiz] [cue put it], “[content the pier was a trap.]”");
    expectMarks("[cue In [source her] words], [content it was “a trap”].");
  });

  it("takes both sides of a cue that stands in its clause", () => {
    expectMarks("[content The pier], [source officials] [cue said], [content will fall].");
  });

  it("ends a clause where the reporter goes on", () => {
    expectMarks(
      "[source Ruiz] [cue said] [content the pier was closed], while [source2 her deputy] [cue2 said] [content2 it was open].",
    );
    expectMarks("[source Ruiz] [cue said] [content the pier was closed], but offered no proof.");
    expectMarks("[source Ruiz] [cue said] [content the pier was closed], and also called for calm.");
  });

  it("keeps what is reported within the words of another inside them", () => {
    expectMarks(
      "[source Ruiz] [cue said] that [content [source2 experts] [cue2 believe] that [content2 the pier will fall]].",
    );
  });

  it("names the head of a long subject", () => {
    expectMarks("[source Two people familiar with the matter] [cue said] [content the pier would fall].");
    expectMarks(
      "[source The head] of a crew".replace(
        "[source The head] of a crew",
        "[source Fishers] who use the pier [cue said] [content it was unsafe].",
      ),
    );
  });
});

describe("findQuotations: speaker", () => {
  it("is not the owner, where a page has set the possessive apart", () => {
    expect(speakers("Mayor Aldo Verrin 's spokesman Ben Roe said that the wall would hold.")).toEqual(["Ben Roe"]);
    expect(speakers("Mayor Aldo Verrin ’s spokesman said that the wall would hold.")).toEqual([null]);
    expect(speakers("It rained on Ana Reyes. Reyes’ lawyer told the court that it was late.")).toEqual([null]);
    expect(speakers("Ana Reyes’ lawyer Ben Roe said that it was late.")).toEqual(["Ben Roe"]);
  });

  it("is who holds the office of a body, and not who is supported", () => {
    expect(speakers("Department of Justice lawyer Ana Ruiz said that it was late.")).toEqual(["Ana Ruiz"]);
    expect(speakers("Nation of Averland representative B.J. Vond said that it was late.")).toEqual(["B.J. Vond"]);
    expect(speakers("Supporters of Kelsmouth Mayor Ana Ruiz said that it was late.")).toEqual([null]);
    const lines = [
      "“It rained,” said Nora Lind.",
      "District of Averland Mayor Muriel Voss objected to how the port was closed.",
      "“I am wet,” she said.",
    ];
    expect(speakers(...lines)).toEqual(["Nora Lind", "Muriel Voss"]);
  });

  it("is who goes on behind an authority, and not the authority", () => {
    const line = "According to the Harbour Times, Ana Ruiz cut in, saying, “Every time, every time.”";
    expect(speakers(line).at(-1)).toBe("Ana Ruiz");
  });

  it("is who has two particles in the name", () => {
    const lines = ["Nick de la Vond of the Daily Star was there.", "“It fell,” de la Vond said."];
    expect(speakers(...lines)).toEqual(["Nick de la Vond"]);
    expect(speakers("Nick Vond of the Star was there.", "“It fell,” Vond said.")).toEqual(["Nick Vond"]);
  });

  it("is who is called by the surname of a name with a number, but not a father by his son's", () => {
    expect(speakers("“It is late,” said Aldo Verrin III.", "“It fell,” Verrin said.").at(-1)).toBe("Aldo Verrin III");
    const lines = ["“It is late,” said Aldo Verrin.", "Aldo Verrin Jr. left.", "“It fell,” Verrin said."];
    expect(speakers(...lines).at(-1)).toBe("Aldo Verrin");
  });

  it("is whom an outlet quotes, and the outlet where it only names somebody", () => {
    expect(speakers("“It was late,” the Daily Star quoted Ana Ruiz as saying.")).toEqual(["Ana Ruiz"]);
    expect(speakers("Ana Ruiz left. The Daily Star quoted her as saying: “It was late.”")).toEqual(["Ana Ruiz"]);
    expect(speakers("“It was late,” the Daily Star said, citing Ana Ruiz as an example.")).toEqual(["Daily Star"]);
    expect(speakers("“It was late,” said Nora Lind, quoted by the Daily Star.")).toEqual(["Nora Lind"]);
  });

  it("is who was quoted before, where a pronoun also says something", () => {
    const lines = [
      "“It was late,” Ana Ruiz said of her cousin.",
      "Robin Vega died in May, where the singer was born.",
      "She also wrote, “I am sad.”",
    ];
    expect(speakers(...lines)).toEqual(["Ana Ruiz", "Ana Ruiz"]);
    const unnamed = ["“It was late,” the singer said.", ...lines.slice(1)];
    expect(speakers(...unnamed).at(-1)).toBe(null);
  });

  it("is not who stands in what is said of a thing", () => {
    expect(speakers("The post, shared by the singer Ben Roe, claimed that it was late.")).toEqual([null]);
    expect(speakers("The singer, Ben Roe, claimed that it was late.")).toEqual(["Ben Roe"]);
    expect(speakers("That said, the pier is closed.")).toEqual([]);
  });

  it("has no country before it that ends the sentence before", () => {
    const line = "He wants more done to keep boats out of the U.S. Vega on Monday said it was late, and Vega left.";
    expect(speakers(line, "“It is late,” Vega told reporters.").at(-1)).toBe("Vega");
  });

  it("is the person behind the country", () => {
    expect(speakers("“It is late,” said U.S. Rep. Luis Vega, who was there.")).toEqual(["Luis Vega"]);
    expect(speakers("“It is late,” told us Luis Vega.")).toEqual([]);
  });

  it("gives the fullest name in the report, a title included", () => {
    expect(speakers("# Mayor Ana Ruiz shuts pier", "Ruiz said she had seen smoke.")).toEqual(["Ana Ruiz"]);
    expect(speakers("Ruiz said she had seen smoke.", "The pier fell on Ana María Ruiz.")).toEqual(["Ana María Ruiz"]);
  });

  it("takes a pronoun for the person last credited or last a subject, by gender where that is known", () => {
    expect(speakers("Ana Ruiz opened the pier. “It holds,” she said.")).toEqual(["Ana Ruiz"]);
    expect(speakers("Mr Luis Vega said it was late. Mrs Ana Ruiz said it was early. “It holds,” he said.")).toEqual([
      "Luis Vega",
      "Ana Ruiz",
      "Luis Vega",
    ]);
  });

  it("takes a pronoun for whom a sentence begins with behind *but*, as without it", () => {
    const lines = ["“It holds,” said Ben Roe.", "But Luis Vega spoke in the north. He said it was late."];
    expect(speakers(...lines)).toEqual(["Ben Roe", "Luis Vega"]);
    expect(speakers(lines[0]!, "Yet, Luis Vega spoke in the north. He said it was late.").at(-1)).toBe("Luis Vega");
    expect(speakers(lines[0]!, "But those boats were late. “It fell,” he said.").at(-1)).toBe("Ben Roe");
  });

  it("takes a pronoun for nobody for whom another pronoun has stood", () => {
    const lines = ["Chief Kerr Lind said it was late. He also said it was cold.", "The family went home."];
    expect(speakers(...lines, "“It fell,” she said.").at(-1)).toBe(null);
    expect(speakers(...lines, "“It fell,” he said.").at(-1)).toBe("Kerr Lind");
  });

  it("takes a pronoun for nobody of unknown gender further up, where somebody before them is known to be a woman", () => {
    const lines = ["“It holds,” said Nora Lind.", "“It leaks,” said Kerr Vond."];
    expect(speakers(...lines, "“It fell,” she said.").at(-1)).toBe("Kerr Vond");
    expect(speakers(...lines, "It rained all night.", "“It fell,” she said.").at(-1)).toBe(null);
  });

  it("takes a role for whom the report gives it, in other words too", () => {
    expect(
      speakers("Harbour Union chief Ana Ruiz shut the pier. It rained.", "The Harbour Union boss said it was late."),
    ).toEqual(["Ana Ruiz"]);
    expect(
      speakers(
        "Ana Ruiz, the Harbour Union secretary general, left.",
        "The head of the Harbour Union said it was late.",
      ),
    ).toEqual(["Ana Ruiz"]);
    expect(speakers("Harbour Union chief Ana Ruiz left.", "The Rail Union chief said it was late.")).toEqual([null]);
  });

  it("tells offices apart", () => {
    expect(
      speakers("Foreign Minister Ana Ruiz left. The prime minister said it was late. The minister said it was early."),
    ).toEqual([null, "Ana Ruiz"]);
    expect(speakers("Vice President Ana Ruiz left. The president said it was late.")).toEqual([null]);
  });

  it("finds a family name that stands first, for people with a role", () => {
    expect(speakers("President Ho Linh left. Ho said he was late.")).toEqual(["Ho Linh"]);
  });

  it("gives a body by its whole name", () => {
    expect(speakers("It rained. Boats for Harwell said it was late.")).toEqual(["Boats for Harwell"]);
  });

  it("credits the reporter's subject, not that of an aside, with a second verb", () => {
    expectMarks(
      "[source Ruiz] also listed what she called the faults, and [cue claimed]: “[content The pier will fall.]”",
    );
  });

  it("takes a pronoun for whom its paragraph or the sentence before begins with, not for the last one credited above", () => {
    const above = "“It holds,” Ms Ana Ruiz told the Harbour Times.";
    expect(speakers(above, "On Quay Street, Nell Farrow was up. Two boats were tied to her wall, she said.")).toEqual([
      "Ana Ruiz",
      "Nell Farrow",
    ]);
    expect(speakers(above, "Last week, Tove Lind was up. It rained. “I stay,” she said. “I do.”")[1]).toBe("Tove Lind");
    expect(speakers(above, "Tove Lind was still up.", "“I stay,” she said.")[1]).toBe("Tove Lind");
    expect(speakers(above, "Tove Lind’s ovens were hot. “I stay,” she said.")[1]).toBe("Tove Lind");
    expect(speakers(above, "When Tove Lind came home, she said it was late.")[1]).toBe("Tove Lind");
    expect(speakers(above, "Tove Lind shook her head. “I will stay right here.”")[1]).toBe("Tove Lind");
    expect(speakers(above, "Mr Tove Lind was up. “It does,” she said.")[1]).toBe("Ana Ruiz");
    expect(speakers(above, "Quay Street was shut. “It does,” she said.")[1]).toBe("Ana Ruiz");
    expect(venues(above, "Nell Farrow was up. “I stay,” she said.")).toEqual(["the Harbour Times", null]);
  });

  it("names no one for a pronoun that fits somebody unnamed, or two about equally", () => {
    const above = "“It holds,” Ms Ana Ruiz said.";
    expect(speakers(above, "A baker shook her head. “I stay,” she said.")[1]).toBeNull();
    expect(speakers(above, "Nora Vega and Tove Lind were up. “I stay,” she said.")[1]).toBeNull();
    expect(speakers(above, "A spokeswoman said it was late. “It is,” she said.").slice(1)).toEqual([null, null]);
    expect(speakers(above, "Tove Lind laughed.", "“I will stay right here.”")).toEqual(["Ana Ruiz", null]);
    expect(speakers(above, "The other judge laughed.", "“I will stay right here.”")).toEqual(["Ana Ruiz", null]);
    expect(speakers(above, "Mrs Nora Vega left. Tove Lind stood. It rained. “I stay,” she said.")[1]).toBeNull();
  });

  it("takes a pronoun for nobody in the words that it is credited with", () => {
    expect(speakers("Ms Ana Ruiz was late. “So are you,” she said. Nora Vega is a fool, she said.")).toEqual([
      "Ana Ruiz",
      "Ana Ruiz",
    ]);
  });

  it("leaves what a page glues to a name out of it", () => {
    expect(speakers("It rained. Reuters Ana Ruiz said it was late.")).toEqual(["Ana Ruiz"]);
    expect(speakers("Hide Caption 2 of 25 Photos: Ana Ruiz said it was late.")).toEqual(["Ana Ruiz"]);
    expect(speakers("AP Officials said it was late.")).toEqual([null]);
    expect(speakers("It rained. Harwell Ana Ruiz said it was late.", "They met Ana Ruiz again.")).toEqual(["Ana Ruiz"]);
  });

  it("parts an office with a preposition in it from the name", () => {
    expect(speakers("It rained. The former Secretary of State Ana Ruiz said it was late.")).toEqual(["Ana Ruiz"]);
  });

  it("names who is set before or behind an office, a comma between", () => {
    const told =
      "“[content It holds],” [source the port’s chief engineer, Ana Ruiz], [cue told] [venue the Harbour Times].";
    expectMarks(told, ["content", "source", "cue", "venue"]);
    expect(speakers(readMarked(told).text)).toEqual(["Ana Ruiz"]);
    expect(speakers("“It holds,” Ana Ruiz, the port’s chief engineer, told the Harbour Times.")).toEqual(["Ana Ruiz"]);
    expect(venues("“It holds,” Ana Ruiz, the port’s chief engineer, told the Harbour Times.")).toEqual([
      "the Harbour Times",
    ]);
    expectMarks("“[content It holds],” [cue said] [source a baker, Nell Farrow].");
    expectMarks("[content The pier will fall], [cue according to] [source the mayor, Ana Ruiz].");
    expect(speakers("They met the port’s engineer, Ana Ruiz.", "The engineer said it was late.")).toEqual(["Ana Ruiz"]);
  });

  it("takes no list, no clause and no name that speaks itself for an office's bearer", () => {
    expectMarks("“[content It holds],” [cue said] [source the mayor], Ana Ruiz, and Luis Vega.");
    expectMarks("[cue According to] [source the ministry], [content Ana Ruiz, 34, was there].");
    expect(speakers("Behind the mayor, Ana Ruiz said it was late. The mayor said it was early.")).toEqual([
      "Ana Ruiz",
      null,
    ]);
  });

  it("names no one for the unnamed, nor whom they speak for", () => {
    expect(
      speakers("Officials said it was late. A spokesman for Ana Ruiz said it was early. Researchers said it was noon."),
    ).toEqual([null, null, null]);
  });
});

describe("findQuotations: venue", () => {
  it("names the outlet that was told or that held the interview", () => {
    expect(venues("“It holds,” Ana Ruiz told the Harbour Times.")).toEqual(["the Harbour Times"]);
    expect(venues("In an interview with the Harbour Times, Ana Ruiz said it was late.")).toEqual(["the Harbour Times"]);
  });

  it("names an outlet whose name ends in a day whole, and leaves it out of the words", () => {
    const lines = ["Ana Ruiz, the mayor, told USA Today it was late.", "“It holds,” Ben Roe told CNN today."];
    expect(venues(...lines)).toEqual(["USA Today", "CNN"]);
  });

  it("takes no person who is told for a venue", () => {
    expect(venues("“It holds,” Ana Ruiz told Luis Vega.")).toEqual([null]);
    expect(venues("“It holds,” Ana Ruiz told reporters.")).toEqual(["reporters"]);
  });

  it("names occasions, platforms and days", () => {
    expect(venues("“It holds,” Ana Ruiz said in a statement.")).toEqual(["in a statement"]);
    expect(venues("“It holds,” Ana Ruiz said at a news conference.")).toEqual(["at a news conference"]);
    expect(venues("“It holds,” Ana Ruiz wrote on X.")).toEqual(["on X"]);
    expect(venues("“It holds,” Ana Ruiz said on Monday night.")).toEqual(["on Monday night"]);
  });

  it("hands the interview on to what the same speaker says later, and to nobody else", () => {
    expect(
      venues(
        "In an interview with the Harbour Times, Ana Ruiz said it was late.",
        "“It holds,” Ruiz said. Luis Vega said it was early. Ruiz has previously said it would fall.",
        "“It is ours,” Ruiz told the paper.",
      ),
    ).toEqual(["the Harbour Times", "the Harbour Times", null, null, "the Harbour Times"]);
  });

  const told = "“I am sorry,” Ana Ruiz told NBC News on Monday in an exclusive interview.";
  const later = "“If you had a berth before the storm,” Ruiz said, “you could keep it.”";

  it("ends the interview where a sentence between tells of another occasion", () => {
    const between = (line: string) => venues(told, line, later)[1];
    expect(between("Ruiz’s apology comes after a caveat during a speech to the Harbour League last week.")).toBe(null);
    expect(between("Ruiz’s apology comes after adding a caveat during a speech to the Harbour League.")).toBe(null);
    expect(between("The caveat was new at a rally in Kelsmouth.")).toBe(null);
    expect(between("Ruiz added the caveat earlier this week.")).toBe(null);
    expect(between("Ruiz was back in the harbour on Thursday.")).toBe(null);
  });

  it("ends the interview where its speaker speaks in another place or on another day", () => {
    const held = "“I am sorry,” Ana Ruiz said in an interview with NBC News in Kelsmouth on Monday.";
    const behind = (line: string) => venues(held, line, "“It is ours,” Ruiz said.").slice(1);
    expect(behind("Ruiz said in Harwell that the wall had held.")).toEqual([null, null]);
    expect(behind("Ruiz said in Kelsmouth that the wall had held.")).toEqual(["NBC News", "NBC News"]);
    expect(behind("Ruiz said in Harwell at the weekend that the wall had held.")).toEqual(["at the weekend", null]);
    expect(behind("Ruiz said over the weekend that the wall had held.")).toEqual(["over the weekend", null]);
    expect(behind("“It holds,” Ruiz said on Thursday.")).toEqual(["on Thursday", null]);
    expect(behind("“It holds,” Ruiz said on Monday.")).toEqual(["on Monday", "NBC News"]);
  });

  it("takes no day of something else for when it was said", () => {
    const day = (tail: string) => venues(`“The wall is weak,” Ana Ruiz said${tail}`)[0];
    expect(day(" in Harwell, repeating a charge that her office made on Monday.")).toBe(null);
    expect(day(", a day after the fire broke out on Monday.")).toBe(null);
    expect(day(" on Tuesday, a day after the fire broke out on Monday.")).toBe("on Tuesday");
    expect(day(" after the storm on Monday.")).toBe("on Monday");
    expect(day(" as she left the hall on Monday.")).toBe("on Monday");
    expect(day(", speaking in the hall on Monday.")).toBe("on Monday");
  });

  it("lets it go on behind what is no other occasion, and behind another's", () => {
    const between = (line: string) => venues(told, line, later)[1];
    expect(between("The berths stood empty.")).toBe("NBC News");
    expect(between("The storm broke the wall on Thursday.")).toBe("NBC News");
    expect(between("Ruiz spoke in the harbour on Monday.")).toBe("NBC News");
    expect(between("Luis Vega left the league in a statement.")).toBe("NBC News");
    expect(between("The interview was held after a rally.")).toBe("NBC News");
    expect(venues(told, "Ruiz said the wall had cracked during a speech.", later).at(-1)).toBe("NBC News");
  });
});

describe("findQuotations: laws", () => {
  const piece = fc.constantFrom(
    ..."“ ” \" ' ‘ ’ « » „ '' , . : ? \n".split(/(?<=.) /u),
    ..."said|She said|that|Ana Ruiz|the mayor|we go|, who|and|according to|told the Times|6'2\"|adding that| |\ud800|😀".split(
      "|",
    ),
  );
  const text = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(" "));

  it("keeps spans fitting, in order, inside blocks, quoted inside content", () => {
    fc.assert(fc.property(text, checkLaws), { seed: 20241203, numRuns: 500 });
  });

  it("reads ten thousand marks of any kind", () => {
    for (const mark of ["“", "”", '"', "'", "‘", "’", "«", "„", "''", "“a,” he said. ", '"a" '])
      checkLaws(mark.repeat(mark.length > 2 ? 500 : 10_000));
  }, 60_000);

  it("takes time in proportion to the text", () => {
    const time = (n: number): number => {
      const report = makeReport("he said that “we go” and, who said ".repeat(n));
      const start = performance.now();
      findQuotations(report);
      return performance.now() - start;
    };
    time(200);
    expect(time(1600)).toBeLessThan(32 * time(200) + 500);
  }, 60_000);
});

function checkLaws(text: string): void {
  const report = makeReport(text);
  const found = findQuotations(report);
  expect(found.flatMap((quotation) => breaches(report, quotation))).toEqual([]);
  const outer = found.filter(({ within }) => within === null);
  const contents = outer.flatMap((quotation) => quotation.content).sort(bySpan);
  expect(contents.filter((span, i) => i > 0 && span.from < contents[i - 1]!.to)).toEqual([]);
  const starts = found.map((quotation) => quotation.content[0]!.from);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
}

/** The laws that a quotation breaks. */
function breaches({ text, blocks }: Report, quotation: Quotation): string[] {
  const { content, quoted, cue, source, speaker, venue, confidence } = quotation;
  const isFull = (span: Span | null): boolean => span === null || (span.from < span.to && span.to <= text.length);
  const broken: string[] = [];
  if (content.length === 0) broken.push("content");
  if (![...content, ...quoted, cue, source, speaker, venue].every(isFull)) broken.push("fits");
  if (content.some((span, i) => i > 0 && span.from < content[i - 1]!.to)) broken.push("order");
  if (!content.every((span) => blocks.some((block) => isWithin(span, block)))) broken.push("block");
  if (!quoted.every((span) => content.some((whole) => isWithin(span, whole)))) broken.push("quoted");
  if (!(confidence > 0 && confidence <= 1)) broken.push("confidence");
  return broken;
}

describe("findQuotations: bodies and bearers of one name", () => {
  it("keeps the whole name of a body", () => {
    expect(speakers("The Association of Ferry Crews said the pier was safe.")).toEqual(["Association of Ferry Crews"]);
    expect(speakers("The Republican Harbour Committee said the pier was safe.")).toEqual([
      "Republican Harbour Committee",
    ]);
  });

  it("takes “the ministry” for the one body whose name ends so, and for nobody where there are two", () => {
    const NAMED = "The pier belongs to the Harbour Ministry.";
    expect(speakers(NAMED, "The ministry said it was safe.")).toEqual(["Harbour Ministry"]);
    expect(speakers(NAMED, "The Health Ministry is next door.", "The ministry said it was safe.")).toEqual([null]);
  });

  it("credits the body that did something, not what it did it to", () => {
    expect(speakers("The company that built the Dunmar Pier said it was safe.")).toEqual([null]);
  });

  it("takes a surname of two for who has it most, or was spoken of last", () => {
    const BOTH = "Ana Ruiz left. Ana Ruiz slept. Ana Ruiz woke. Tom Ruiz stayed.";
    expect(speakers(BOTH, "Ruiz said it was cold.")).toEqual(["Ana Ruiz"]);
    expect(speakers("Ana Ruiz left.", "Tom Ruiz stayed.", "Ruiz said it was cold.")).toEqual(["Tom Ruiz"]);
  });

  it("does not take Mr Ruiz for a woman of the name, nor one party’s candidate for another’s", () => {
    expect(speakers("Maria Ruiz left. Mr. Ruiz woke.", "“It was cold,” Mr. Ruiz said.")).toEqual(["Ruiz"]);
    const OTHER = "The Harbour nominee Tom Vega left.";
    expect(speakers(OTHER, "“It was cold,” the Republican nominee said.")).toEqual([null]);
  });

  it("credits who signs behind a dash, and no one who only stands there", () => {
    const signed = "“We left before the water came.” ― Ana Ruiz “It was late by then for us.” ― Tom Vega";
    expect(speakers(signed)).toEqual(["Ana Ruiz", "Tom Vega"]);
    expect(speakers("“We left before the water came” — Ana Ruiz was there.")).toEqual([]);
  });

  it("reads past the state of a lawmaker in brackets", () => {
    expectMarks("“[content We left],” [source Rep. Ana Ruiz (D-Wis.)] [cue said].");
  });

  it("names no one for an unnamed person with a word in capitals, nor for a party", () => {
    expect(speakers("A traveling DJ said it was cold.", "Republicans said it was cold.")).toEqual([null, null]);
  });

  it("does not credit who stands beside a sign with its words", () => {
    expect(speakers("Ana Ruiz hung up a sign: “Keep off the grass and stay away.”")).toEqual([null]);
    expect(speakers("Ana Ruiz read out her letter: “I will not stay here any longer.”")).toEqual(["Ana Ruiz"]);
  });
});
