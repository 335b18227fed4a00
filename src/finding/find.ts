import { findCitationDropped } from "./dropped.ts";
import type { Finding, Known, Rule, Weight } from "./finding.ts";
import { findHedgeDiffers } from "./hedge.ts";
import { findLeftOut } from "./leftout.ts";
import { findSourceNotPrimary } from "./notprimary.ts";
import { findNumberDiffers } from "./number.ts";
import { findOnlyHere } from "./onlyhere.ts";
import { findRetranslated } from "./retranslated.ts";
import { findSingleSource } from "./single.ts";
import { findUnmarked } from "./unmarked.ts";
import { findWordingDiffers } from "./wording.ts";

/** Every rule, in the order in which equals are shown. To add one: a file, a line here, a name, a page in docs/rules. */
const RULES: readonly Rule[] = [
  findWordingDiffers,
  findNumberDiffers,
  findHedgeDiffers,
  findUnmarked,
  findRetranslated,
  findSourceNotPrimary,
  findSingleSource,
  findCitationDropped,
  findLeftOut,
  findOnlyHere,
];

const WEIGHTS: readonly Weight[] = ["alert", "notice", "remark"];

/** What a reader should look at: by weight, then by number of reports concerned, falling, then by rule, then in text order. */
export function findFindings(known: Known): Finding[] {
  const findings = RULES.flatMap((rule) => rule(known));
  const concerned = new Map(
    findings.map((finding) => [finding, new Set(finding.passages.map(({ report }) => report)).size]),
  );
  return findings.sort(
    (a, b) => WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) || concerned.get(b)! - concerned.get(a)!,
  );
}
