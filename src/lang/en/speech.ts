/**
 * How a reporting verb takes what was said. `say`: a clause with or without *that*, or words in marks. `that`: a clause
 * with *that*, or words in marks. `tell`: as `that`, after naming whom it was said to. `call`: no clause, only words in
 * marks ("called it “a disaster”"). `ask`: words in marks, after naming whom it was said to.
 */
export type SpeechUse = "say" | "that" | "tell" | "ask" | "call";

/** `base` ("they say"), `third` ("she says"), `past` ("said"), `participle` ("saying"). */
export type SpeechForm = "base" | "third" | "past" | "participle";

export interface SpeechVerb {
  readonly use: SpeechUse;
  readonly form: SpeechForm;
}

/** A verb a row: use, base, third person, past, participle. Own list, from common newspaper usage. */
const ROWS = `
say say says said saying
say claim claims claimed claiming
say insist insists insisted insisting
say argue argues argued arguing
say admit admits admitted admitting
say acknowledge acknowledges acknowledged acknowledging
say allege alleges alleged alleging
say suggest suggests suggested suggesting
say confirm confirms confirmed confirming
say believe believes believed believing
say think thinks thought thinking
say predict predicts predicted predicting
say joke jokes joked joking
say maintain maintains maintained maintaining
say tweet tweets tweeted tweeting
say write writes wrote writing
say vow vows vowed vowing
say promise promises promised promising
that add adds added adding
that announce announces announced announcing
that answer answers answered answering
that assert asserts asserted asserting
that boast boasts boasted boasting
that complain complains complained complaining
that concede concedes conceded conceding
that conclude concludes concluded concluding
that contend contends contended contending
that continue continues continued continuing
that declare declares declared declaring
that deny denies denied denying
that emphasise emphasises emphasised emphasising
that emphasize emphasizes emphasized emphasizing
that estimate estimates estimated estimating
that exclaim exclaims exclaimed exclaiming
that explain explains explained explaining
that hint hints hinted hinting
that imply implies implied implying
that indicate indicates indicated indicating
that joke jokes joked joking
that lament laments lamented lamenting
that mention mentions mentioned mentioning
that note notes noted noting
that observe observes observed observing
that pledge pledges pledged pledging
that point points pointed pointing
that post posts posted posting
that proclaim proclaims proclaimed proclaiming
that propose proposes proposed proposing
that quip quips quipped quipping
that read reads read reading
that recall recalls recalled recalling
that reiterate reiterates reiterated reiterating
that remark remarks remarked remarking
that repeat repeats repeated repeating
that reply replies replied replying
that report reports reported reporting
that respond responds responded responding
that retort retorts retorted retorting
that reveal reveals revealed revealing
that shout shouts shouted shouting
that state states stated stating
that stress stresses stressed stressing
that swear swears swore swearing
that yell yells yelled yelling
that scream screams screamed screaming
that cry cries cried crying
that whisper whispers whispered whispering
that mutter mutters muttered muttering
that chant chants chanted chanting
that plead pleads pleaded pleading
that testify testifies testified testifying
that underline underlines underlined underlining
that highlight highlights highlighted highlighting
that signal signals signalled signalling
that signal signals signaled signaling
that agree agrees agreed agreeing
that speculate speculates speculated speculating
tell tell tells told telling
tell warn warns warned warning
ask ask asks asked asking
tell remind reminds reminded reminding
tell assure assures assured assuring
tell inform informs informed informing
ask advise advises advised advising
tell caution cautions cautioned cautioning
ask urge urges urged urging
call accuse accuses accused accusing
call blast blasts blasted blasting
call brand brands branded branding
call call calls called calling
call compare compares compared comparing
call condemn condemns condemned condemning
call criticise criticises criticised criticising
call criticize criticizes criticized criticizing
call decry decries decried decrying
call demand demands demanded demanding
call denounce denounces denounced denouncing
call deride derides derided deriding
call describe describes described describing
call dismiss dismisses dismissed dismissing
call hail hails hailed hailing
call label labels labeled labeling
call label labels labelled labelling
call liken likens likened likening
call mock mocks mocked mocking
call praise praises praised praising
call refer refers referred referring
call reject rejects rejected rejecting
call slam slams slammed slamming
call speak speaks spoke speaking
call thank thanks thanked thanking
call talk talks talked talking`;

const FORMS: readonly SpeechForm[] = ["base", "third", "past", "participle"];

/** Every form of every reporting verb, folded. A form that is two (*read*) is taken as the past. */
export const SPEECH: ReadonlyMap<string, SpeechVerb> = new Map(
  ROWS.trim()
    .split("\n")
    .flatMap((row) => {
      const [use, ...forms] = row.split(" ");
      return forms.map((form, i): [string, SpeechVerb] => [form, { use: use as SpeechUse, form: FORMS[i]! }]);
    }),
);

/** Words right before a fragment in marks that make it a name for something, not words somebody said. Own list. */
export const NAMING: ReadonlySet<string> = new Set(
  `so-called titled entitled dubbed nicknamed named known termed word words term phrase hashtag song film movie book novel album
  show series episode play single column slogan alias codenamed headlined`.split(/\s+/),
);

/** Third persons that are plurals of nouns as well: a verb only right before *that*, a colon or words in marks. Folded. Own list. */
export const NOUNS_TOO: ReadonlySet<string> = new Set(
  `claims states reports tweets notes posts estimates points remarks promises vows answers pledges jokes calls talks demands labels
  replies comments tells repeats worries hints signals shouts reads concludes slams brands mocks highlights screams cries whispers chants yells shouts`.split(
    /\s+/,
  ),
);

/** Things that bear words which whoever stands beside them need not have said, folded. Own list. */
export const INSCRIBED: ReadonlySet<string> = new Set(
  `poem poems song songs hymn lyrics verse verses sign signs banner banners placard placards plaque poster posters graffiti
  headline headlines slogan motto letter letters note book novel tombstone gravestone shirt t-shirt sticker caption label`.split(
    /\s+/,
  ),
);
