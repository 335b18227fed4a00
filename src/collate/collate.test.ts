import { describe, expect, it } from "vitest";
import { analyzeTexts, showAll, showPair, showRows } from "../../test/table.ts";

/** The rows of the one collation that the texts give. */
function rows(...texts: readonly string[]): string {
  const analysis = analyzeTexts(...texts);
  expect(analysis.collations).toHaveLength(1);
  return showRows(analysis, analysis.collations[0]!);
}

/** The pairs of the first collation, a line each. */
function pairs(...texts: readonly string[]): string[] {
  const analysis = analyzeTexts(...texts);
  return analysis.collations[0]!.pairs.map((pair) => showPair(analysis, pair));
}

describe("collate", () => {
  it("sets words against words and keeps the rest together", () => {
    expect(
      rows(
        "The engineer closed the northern sluice before the flood reached Kelsmouth.",
        "The engineer opened the northern sluice before the flood reached Kelsmouth.",
      ),
    ).toBe(
      [
        "A |The engineer|closed|the northern sluice before the flood reached Kelsmouth.|",
        "B |The engineer|opened|the northern sluice before the flood reached Kelsmouth.|",
      ].join("\n"),
    );
  });

  it("tells an omission from a lacuna", () => {
    expect(
      rows(
        "Divers found seven deep cracks in the northern wall of the harbour on Tuesday.",
        "Divers found cracks in the northern wall of the harbour.",
      ),
    ).toBe(
      [
        "A |Divers found|seven deep|cracks in the northern wall of the|harbour|on Tuesday.|",
        "B |Divers found||cracks in the northern wall of the|harbour.|~|",
      ]
        .join("\n")
        .replaceAll("of the|harbour", "of the harbour"),
    );
  });

  it("aligns several witnesses, whoever of them agree", () => {
    expect(
      rows(
        "The ferry terminal will stay open during the repairs of the breakwater.",
        "The ferry terminal should stay open during the repairs of the breakwater.",
        "The ferry terminal will stay closed during the repairs of the breakwater.",
      ),
    ).toBe(
      [
        "A |The ferry terminal|will|stay|open|during the repairs of the breakwater.|",
        "B |The ferry terminal|should|stay|open|during the repairs of the breakwater.|",
        "C |The ferry terminal|will|stay|closed|during the repairs of the breakwater.|",
      ].join("\n"),
    );
  });

  it("sets words that nothing answers against words that nothing answers", () => {
    expect(
      rows(
        "We cannot accept that the lower town floods while the council shakes hands with the builders.",
        "We cannot accept that the lower town floods while the council is backslapping the builders.",
      ),
    ).toContain("|shakes hands with|");
  });

  it("does not set against each other what two wordings go on with after they part", () => {
    expect(
      rows(
        "The old harbour wall below Quay Street in Kelsmouth will fail within two winters if nobody pays the divers.",
        "The old harbour wall below Quay Street in Kelsmouth will fail within two winters, a survey by engineers has shown.",
      ),
    ).toBe(
      [
        "A |The old harbour wall below Quay Street in Kelsmouth will fail within two winters|if nobody pays the divers.|~|",
        "B |The old harbour wall below Quay Street in Kelsmouth will fail within two winters,|~|a survey by engineers has shown.|",
      ].join("\n"),
    );
  });

  it("sets a phrase against the word or the phrase that it answers", () => {
    expect(
      rows(
        "The two mayors are high-fiving each other while the lower town of Kelsmouth floods.",
        "The two mayors form an alliance with each other while the lower town of Kelsmouth floods.",
      ),
    ).toBe(
      [
        "A |The two mayors|are high-fiving|each other while the lower town of Kelsmouth floods.|",
        "B |The two mayors|form an alliance with|each other while the lower town of Kelsmouth floods.|",
      ].join("\n"),
    );
  });

  it("makes one place of words that answer each other in another order, and sees no negation dropped there", () => {
    const texts = [
      "“We came to a deal which is not good for the harbour of Kelsmouth,” said Maren Oswick.",
      "“We did not make a good deal for the harbour of Kelsmouth,” said Maren Oswick.",
    ];
    expect(rows(...texts)).toBe(
      [
        "A |We|came to a deal which is not good|for the harbour of Kelsmouth|",
        "B |We|did not make a good deal|for the harbour of Kelsmouth|",
      ].join("\n"),
    );
    expect(pairs(...texts)).toEqual(["A reworded B"]);
  });

  it("keeps an editor's insertion out of the variants", () => {
    const text = (said: string) => `“${said},” Nell Farrow told the Harbour Courier.`;
    expect(
      rows(
        text("He [the mayor] promised a new breakwater before the autumn storms"),
        text("He promised a new breakwater (of stone) before the autumn storms"),
      ),
    ).toBe(
      [
        "A |He|([the mayor])|promised a new breakwater||before the autumn storms|",
        "B |He||promised a new breakwater|((of stone))|before the autumn storms|",
      ].join("\n"),
    );
  });

  it("sets insertions of two editors against each other where they stand at one place", () => {
    const text = (said: string) => `“The council ${said} pay the divers before the autumn storms,” said Nell Farrow.`;
    expect(rows(text("[doesn't]"), text("(does not)"))).toBe(
      [
        "A |The council|([doesn't])|pay the divers before the autumn storms|",
        "B |The council|((does not))|pay the divers before the autumn storms|",
      ].join("\n"),
    );
  });

  it("takes long-term and long term, 12 and twelve, US and United States for the same", () => {
    expect(
      pairs(
        "The United States sent twelve long-term observers to the harbour of Kelsmouth.",
        "The US sent 12 long term observers to the harbour of Kelsmouth.",
      ),
    ).toEqual(["A reworded B"]);
  });

  it("leaves words that all have out of a place of other spellings", () => {
    const islet = (words: string) =>
      `The council sent divers to Melby, ${words} home to the pilots and the tugs of the harbour.`;
    const shown = rows(islet("a harbour islet that's"), islet("a western harbour islet that is"));
    expect(shown).not.toMatch(/\|[^|]*islet that/u);
  });

  it("reports moved words as a move and leaves them where they stand", () => {
    const analysis = analyzeTexts(
      "In the long term the cracks will threaten the lighthouse and the harbour school.",
      "The cracks will threaten the lighthouse and the harbour school in the long term.",
    );
    const { moves } = analysis.collations[0]!;
    const words = moves
      .flatMap(({ a, b }) => [a, b])
      .map(({ siglum, spans }) => {
        const { text } = analysis.reports.find((named) => named.siglum === siglum)!.report;
        return spans
          .map((span) => text.slice(span.from, span.to))
          .join(" ")
          .toLowerCase();
      });
    expect(words).toEqual(["in the long term", "in the long term"]);
  });

  it("takes the address and the signature of a post for no statement, but a sentence that has an address", () => {
    const post = "See you on Friday at the northern wall of Kelsmouth!";
    const signed = `${post} https://t.co/QfZWLG4HVX — Maren Oswick (@marenoswick) January 22, 2020`;
    const shown = (text: string) => showAll(analyzeTexts(text, text)).split("\n\n");
    expect(shown(signed)).toHaveLength(1);
    expect(shown(signed)[0]).toContain("See you");
    expect(
      shown(`“${post}” Maren Oswick wrote, and the divers of the harbour read https://t.co/QfZWLG4HVX aloud.`),
    ).toHaveLength(2);
  });

  it("takes no words for moved that another number counts", () => {
    const first = "The 16-year-old diver who fell from the northern wall of the harbour was found by Nell Farrow.";
    const second = "The diver who fell from the northern wall of the harbour was found by 18-year-old Nell Farrow.";
    const moves = (...texts: readonly string[]) => analyzeTexts(...texts).collations[0]!.moves;
    expect(moves(first, second)).toEqual([]);
    expect(moves(first, second.replace("18", "16"))).toHaveLength(1);
    expect(moves(first, second.replace("18", "sixteen"))).toHaveLength(1);
  });
});

describe("relations", () => {
  const base = "The harbour wall of Kelsmouth may fail within two winters.";

  it("calls the same words verbatim, whatever the marks and case", () => {
    expect(pairs(base, "“The Harbour wall” of Kelsmouth, may fail within two winters!")).toEqual(["A verbatim B"]);
  });

  it("calls words left out trimmed, and the reverse expanded", () => {
    const longer = "The crumbling harbour wall of Kelsmouth may fail within two winters.";
    expect(pairs(longer, base)).toEqual(["A trimmed B"]);
    expect(pairs(base, longer)).toEqual(["A expanded B"]);
  });

  it("calls other words reworded", () => {
    expect(pairs(base, "The harbour wall of Kelsmouth may collapse within two winters.")).toEqual(["A reworded B"]);
  });

  it("calls another hedge, number, date, name or negation altered, and says which words", () => {
    const altered = (from: string, to: string) => pairs(base, base.replace(from, to))[0];
    expect(altered("may", "will")).toBe("A altered B: hedge may/will");
    expect(altered("two winters", "five winters")).toBe("A altered B: number two/five");
    expect(altered("may fail", "may not fail")).toBe("A altered B: negation -/not");
    expect(altered("winters.", "winters if nothing is done.")).toBe("A expanded B");
    const dated =
      "The first twenty families will carry their furniture out of Quay Street and climb to the school on Monday.";
    expect(pairs(dated, dated.replace("Monday", "Friday"))).toEqual(["A altered B: date Monday/Friday"]);
    expect(pairs(dated, dated.replace("Quay Street", "Beacon Lane"))).toEqual([
      "A altered B: name Quay Street/Beacon Lane",
    ]);
  });

  it("does not call a number that is rounded altered, but another round number", () => {
    const counted = (number: string) =>
      `The renewal of the harbour wall will cost ${number} crowns within two winters.`;
    const relate = (from: string, to: string) => pairs(counted(from), counted(to))[0];
    expect(relate("1.37 million", "1.4 million")).toBe("A reworded B");
    expect(relate("43,538", "more than 43,000")).toBe("A reworded B");
    expect(relate("12.6 million", "12 million")).toBe("A reworded B");
    expect(relate("1.37 million", "1.5 million")).toBe("A altered B: number 1.37 million/1.5 million");
    expect(relate("124", "120")).toBe("A altered B: number 124/120");
    expect(relate("2.6 million", "3 million")).toBe("A altered B: number 2.6 million/3 million");
  });

  it("does not call what is denied or hedged in another form altered", () => {
    const denied = "The crack in the harbour wall that you mention does not exist, the council of Kelsmouth said.";
    const relation = (a: string, b: string) => pairs(a, b)[0];
    expect(relation(denied, denied.replace("does not exist", "is nonexistent"))).toBe("A reworded B");
    expect(relation(denied, denied.replace("does not exist", "does exist"))).toBe("A altered B: negation not/-");
    expect(relation(base, base.replace("may", "can"))).toBe("A reworded B");
  });

  it("takes “whether or not”, “not only” and “No. 3” for no negation", () => {
    const asked = "The council of Kelsmouth will ask whether the Meridian Wire paid the divers of the northern wall.";
    expect(pairs(asked, asked.replace("whether", "whether or not"))).toEqual(["A expanded B"]);
    const sealed = "Nell Farrow sealed the cracks in the northern wall and the holes in sluice 3 of the harbour.";
    expect(pairs(sealed, sealed.replace("sluice", "sluice No."))).toEqual(["A expanded B"]);
    expect(pairs(sealed, sealed.replace("the cracks", "not only the cracks"))).toEqual(["A expanded B"]);
    expect(pairs(sealed, sealed.replace("the cracks", "no cracks"))[0]).toContain("negation -/no");
    expect(pairs(asked, asked.replace("paid", "had not paid"))[0]).toContain("negation -/not");
  });

  it("takes “without delay” for no negation, but “without” before a thing", () => {
    const mended = "The council of Kelsmouth will mend at once the northern sluice of the harbour.";
    expect(pairs(mended, mended.replace("at once", "without delay"))).toEqual(["A reworded B"]);
    const paid = "The council of Kelsmouth will mend the northern sluice of the harbour with the money of the town.";
    expect(pairs(paid, paid.replace("with", "without"))).toEqual(["A altered B: negation -/without"]);
  });

  it("does not call an office that stands for a name altered, but another name or office", () => {
    const sorry = (whom: string) =>
      `Ben Roe told the council of Kelsmouth that he had apologized to ${whom} and that the apology had been accepted.`;
    expect(pairs(sorry("Oswick"), sorry("the Vice President"))).toEqual(["A reworded B"]);
    expect(pairs(sorry("Oswick"), sorry("Tressel"))).toEqual(["A altered B: name Oswick/Tressel"]);
  });

  it("calls no wording altered that denies or hedges what the other does not speak of", () => {
    const stop = (whom: string) =>
      `The order lets the harbour police of Kelsmouth check the papers of ${whom} in the port.`;
    expect(pairs(stop("suspected smugglers"), stop("all whom they meet"))).toEqual(["A reworded B"]);
    expect(pairs(stop("suspected smugglers"), stop("smugglers"))).toEqual(["A altered B: hedge suspected/-"]);
    const act = "the Sluice Act of 1807 to close the northern harbour of Kelsmouth";
    const gloss = act.replace(" of 1807", ", the 1807 law the council could use");
    expect(pairs(gloss, `The council threatened to invoke ${act}.`)).toEqual(["A reworded B"]);
    expect(pairs(`The council could invoke ${act}.`, `The council will use ${act}.`)).toEqual([
      "A altered B: hedge could/will",
    ]);
  });

  it("does not call a shorter name or one turned round altered", () => {
    const named = "Mark Tressel told the council that the harbour wall has seven cracks and two holes.";
    expect(pairs(named, named.replace("Mark Tressel", "Tressel"))).not.toContain("A altered B");
    expect(pairs(named, named.replace("seven cracks and two holes", "two holes and seven cracks"))[0]).not.toContain(
      "altered",
    );
  });
});

describe("pairing", () => {
  it("does not pair sentences that only share their names", () => {
    const analysis = analyzeTexts(
      "Mayor Aldo Verrin opened the new fish market at Kelsmouth on Tuesday.",
      "Mayor Aldo Verrin has governed Kelsmouth for eleven years without an election.",
    );
    expect(analysis.collations).toEqual([]);
    expect(analysis.lone).toHaveLength(2);
  });

  it("does not pair what somebody says with what another report tells of the same people", () => {
    const told =
      "Oswick read a letter from Maren Scott Tressel, written in 1986 as Verrin sought a post as a harbour judge.";
    const said =
      "Roe said on Tuesday night that he sought a vote to silence Oswick after she ignored warnings that reading from Maren Scott Tressel’s 1986 letter about Verrin violated Rule XIX.";
    expect(analyzeTexts(told, said).collations).toEqual([]);
    const plain = "Oswick sought a vote in the council to close the northern sluice before the storm of the winter.";
    expect(analyzeTexts(plain, `Roe said that ${plain}`).collations).toHaveLength(1);
  });

  it("does not pair what somebody named says in marks with what several without a name are credited with, but for the same words", () => {
    const school =
      "“I’m saddened by the fires at public schools in Ashford and Melby and by the death of a school caretaker in Ashford,” Mayor Ana Ruiz said in a statement.";
    const other =
      "Ruiz's first statement came on Monday, as reports indicated a school caretaker in Ashford had been killed in a fire at the school there.";
    expect(analyzeTexts(school, other).collations).toEqual([]);
    const ferry = "the ferry to Melby will carry no lorries before the second week of March";
    const said = `“${ferry.replace("the", "The")},” Mayor Ana Ruiz said.`;
    expect(analyzeTexts(said, `Officials said that ${ferry}.`).collations).toHaveLength(1);
    expect(
      analyzeTexts(
        school,
        "The mayor said she was saddened by the fires at schools in Ashford and Melby and the death of a caretaker.",
      ).collations,
    ).toHaveLength(1);
  });

  it("takes in with a paired sentence of speech the next where its words stand in the other's, some left out", () => {
    const whole =
      "“Mr. Roe seems to have a tendency to build first and count later, and as mayor, one of the things I have learned is you can’t do that,” Ana Ruiz said.";
    const cut = (words: string, name = "Ana Ruiz") =>
      `Ana Ruiz said Mr. Roe has a tendency to “build first and count later.”\n\n“${words},” ${name} said.`;
    const said = (...texts: readonly string[]) =>
      analyzeTexts(...texts).collations.map(({ tradition }) => tradition.witnesses[1]!.quotations.length);
    expect(said(whole, cut("As mayor you can’t do that"))).toEqual([2]);
    expect(said(whole, cut("And one is you do that"))).toEqual([1]);
    expect(said(whole, cut("As mayor you can’t do that", "Lena Holt"))).toEqual([1]);
  });

  it("does not pair sentences that only share whose age it is, and pairs those that say the same of them", () => {
    const found = "Papers of the 31-year-old Kelsmouth engineer were found in the sluice.";
    expect(analyzeTexts("He was a 31-year-old fisherman of Kelsmouth.", found).collations).toEqual([]);
    const named = "Ben Roe, the 26-year-old from Kelsmouth, had opened the northern sluice before the storm.";
    expect(analyzeTexts("The mason is 26-year-old Ben Roe of Kelsmouth.", named).collations).toEqual([]);
    const opened = "Ben Roe, 26, of Kelsmouth, opened the northern sluice before the storm.";
    expect(analyzeTexts(opened, named).collations).toHaveLength(1);
  });

  it("does not pair sentences that only share a set phrase", () => {
    const { collations } = analyzeTexts(
      "Much has changed since the infamous backflow catastrophe that divided Kelsmouth from its neighbours.",
      "They called it a backflow catastrophe.",
    );
    expect(collations).toEqual([]);
  });

  it("lets one sentence of speech answer two", () => {
    const analysis = analyzeTexts(
      "“Nobody wants to leave the house they were born in,” said Nell Farrow. “But I would rather be shouted at than attend funerals.”",
      "“Nobody wants to leave the house they were born in, but I would rather be shouted at than attend funerals,” said Nell Farrow.",
    );
    expect(analysis.collations).toHaveLength(1);
    expect(analysis.collations[0]!.tradition.of).toBe("utterance");
    expect(analysis.lone).toEqual([]);
  });

  it("pairs short speech that is the same to the word", () => {
    const analysis = analyzeTexts("“I saw it all on my own,” said Nell Farrow.", "“I saw it all on my own,” she said.");
    expect(showAll(analysis)).toBe("A |I saw it all on my own|\nB |I saw it all on my own|");
  });

  it("pairs speech that is the same but for a word or two, however common its words", () => {
    const speak = (words: string, who = "Ana Ruiz"): string => `“${words},” ${who} said.`;
    const first = "I will not do that to you and I will not do it to them";
    const second = "I will not do that to you and I would not do it to them";
    const count = (...texts: string[]): number => analyzeTexts(...texts).collations.length;
    expect(count(speak(first), speak(second))).toBe(1);
    expect(count(speak(first), speak(second, "Ben Roe"))).toBe(0);
    expect(count(speak(first), speak("I will not do that to you and you would do it to us if you could"))).toBe(0);
    expect(count(`${first}.`, `${second}.`)).toBe(0); // nobody said it
  });

  it("does not pair the slogan that ends two speeches with nothing else in common", () => {
    const slogan = "We must build the wall and pass tough laws, or the storms and floods will come.";
    const other = "Pass tough laws now and build the wall; the harbour wants storms and floods and mud.";
    const first =
      "The bakers of Quay Street closed their ovens. Nobody asked the pilots. Ferries sailed empty all winter.";
    const second = "Seven engineers left the mill. Its roof is full of holes. No child can swim there any more.";
    const speak = (...words: string[]): string => `“${words.join(" ")}” Ana Ruiz said.`;
    const count = (...texts: string[]): number => analyzeTexts(...texts).collations.length;
    expect(count(speak(first, slogan), speak(second, other))).toBe(0);
    expect(count(speak(slogan), speak(other))).toBe(1);
  });

  it("shows what comes near as near, not as a pair", () => {
    const { collations, lone } = analyzeTexts(
      "The prosecutor opened an inquiry into the builders of the northern breakwater on Tuesday.",
      "Police questioned the builders of the northern breakwater about missing money.",
    );
    expect(collations).toEqual([]);
    expect(lone.map(({ near }) => near.length)).toEqual([1, 1]);
  });
});
