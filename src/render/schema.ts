import { z } from "zod";
import type { Analysis } from "../analyze.ts";
import type { ReportId } from "../report/report.ts";

const PART = z.number().min(0).max(1);
const PLACE = z.int().min(0);
const SIGLUM = z.string().regex(/^[A-Z]+$/u);
const REPORT_ID = z.string().min(1).transform(asReportId);
const SPAN = z.object({ from: PLACE, to: PLACE });
const NOTE = z.object({ message: z.string() });

const BLOCK = z.object({
  kind: z.enum(["title", "standfirst", "byline", "dateline", "agency", "heading", "paragraph", "caption", "furniture"]),
  ...SPAN.shape,
});

const REPORT = z.object({
  id: REPORT_ID,
  outlet: z.string(),
  language: z.string(),
  published: z.object({ from: z.string(), to: z.string() }).nullable(),
  url: z.string().nullable(),
  text: z.string(),
  blocks: z.array(BLOCK),
  links: z.array(z.object({ ...SPAN.shape, url: z.string() })).exactOptional(),
  origin: z.object({ place: z.string(), sha256: z.string() }),
});

const QUOTATION = z.object({
  report: REPORT_ID,
  kind: z.enum(["direct", "indirect", "mixed"]),
  content: z.array(SPAN),
  quoted: z.array(SPAN),
  cue: SPAN.nullable(),
  source: SPAN.nullable(),
  speaker: SPAN.nullable(),
  venue: SPAN.nullable(),
  within: PLACE.nullable(),
  confidence: PART,
});

const PASSAGE = z.object({ report: REPORT_ID, ...SPAN.shape });

const SPEAKER = z.object({
  name: PASSAGE,
  kind: z.enum(["named", "unnamed", "thing"]),
  count: PLACE.nullable(),
  names: z.array(PASSAGE),
  quotations: z.array(PLACE),
  same: z.array(z.object({ reason: z.enum(["name", "surname", "role"]), passages: z.array(PASSAGE) })),
});

const WITNESS = z.object({ siglum: SIGLUM, report: REPORT_ID, spans: z.array(SPAN), quotations: z.array(PLACE) });

const READING = z.object({
  siglum: SIGLUM,
  state: z.enum(["words", "omission", "lacuna"]),
  spans: z.array(SPAN),
  group: z.int(),
  editorial: z.boolean(),
});

const SIDE = z.object({ siglum: SIGLUM, spans: z.array(SPAN) });

const DIFFERENCE = z.object({
  kind: z.enum(["name", "number", "date", "negation", "hedge", "role"]),
  a: SPAN.nullable(),
  b: SPAN.nullable(),
});

const PAIR = z.object({
  a: SIGLUM,
  b: SIGLUM,
  relation: z.enum(["verbatim", "trimmed", "expanded", "reworded", "altered"]),
  similarity: PART,
  confidence: PART,
  pinned: z.boolean(),
  differences: z.array(DIFFERENCE),
});

const NEAR = z.object({ siglum: SIGLUM, report: REPORT_ID, spans: z.array(SPAN), similarity: PART });

const COLLATION = z.object({
  tradition: z.object({ of: z.enum(["utterance", "statement"]), witnesses: z.array(WITNESS) }),
  loci: z.array(z.object({ kind: z.enum(["same", "form", "variant", "editorial"]), readings: z.array(READING) })),
  moves: z.array(z.object({ a: SIDE, b: SIDE })),
  pairs: z.array(PAIR),
  near: z.array(NEAR),
  exact: z.boolean(),
  notes: z.array(NOTE),
});

const NODE_NAME = z.string().min(1);

const EVIDENCE = z.object({
  kind: z.enum([
    "citation",
    "link",
    "byline",
    "shared-reading",
    "shared-oddity",
    "shared-omission",
    "shared-order",
    "shared-furniture",
    "passage",
    "time",
    "fuller-text",
    "retranslation",
  ]),
  message: z.string(),
  passages: z.array(PASSAGE),
  weight: z.number(),
});

const DESCENT = z.object({
  from: NODE_NAME,
  to: NODE_NAME,
  kind: z.enum(["exemplar", "contamination"]),
  support: PART.nullable(),
  confidence: PART,
  for: z.array(EVIDENCE),
  against: z.array(EVIDENCE),
});

const STEMMA = z.object({
  root: NODE_NAME.nullable(),
  nodes: z.array(
    z.object({
      name: NODE_NAME,
      siglum: SIGLUM.nullable(),
      named: z.array(PASSAGE),
      lost: z.enum(["interview", "article", "agency", "outlet", "unnamed"]).nullable(),
    }),
  ),
  descents: z.array(DESCENT),
  primaries: z.array(
    z.object({
      collation: PLACE,
      node: NODE_NAME.nullable(),
      chain: z.array(NODE_NAME),
      independent: PLACE,
      untold: PLACE,
    }),
  ),
  alternatives: z.array(z.object({ instead: z.array(DESCENT), margin: z.number() })),
  notes: z.array(NOTE),
});

const FINDING = z.object({
  rule: z.enum([
    "quote-wording-differs",
    "quote-unmarked",
    "number-differs",
    "hedge-differs",
    "left-out",
    "only-here",
    "source-not-primary",
    "single-source",
    "citation-dropped",
    "retranslated",
  ]),
  weight: z.enum(["alert", "notice", "remark"]),
  message: z.string(),
  passages: z.array(PASSAGE),
  collation: PLACE.nullable(),
});

/** The shape of "stemma/1". The types above it in the tree are the law: this must give them, or it does not compile. */
export const ANALYSIS: z.ZodType<Analysis> = z.object({
  format: z.literal("stemma/1"),
  reports: z.array(z.object({ siglum: SIGLUM, report: REPORT })),
  base: SIGLUM,
  quotations: z.array(QUOTATION),
  speakers: z.array(SPEAKER),
  collations: z.array(COLLATION),
  lone: z.array(z.object({ siglum: SIGLUM, report: REPORT_ID, spans: z.array(SPAN), near: z.array(NEAR) })),
  stemma: STEMMA,
  findings: z.array(FINDING),
  pins: z.array(z.object({ a: PASSAGE, b: PASSAGE, say: z.enum(["same", "not"]) })),
  notes: z.array(NOTE),
});

/** JSON Schema (2020-12) of what `renderJson` writes. docs/stemma-1.schema.json is this; a test holds them together. */
export function makeJsonSchema(): object {
  const title = "stemma/1";
  const description =
    "What the reports of one story say and how they differ. Spans are half-open, in UTF-16 code units of the report's text.";
  return { ...z.toJSONSchema(ANALYSIS, { io: "input" }), title, description };
}

function asReportId(id: string): ReportId {
  return id as ReportId;
}
