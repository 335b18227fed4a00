import type { Analysis } from "../analyze.ts";
import type { NodeName, Primary, Stemma } from "../stemma/stemma.ts";
import { escapeJson, makeLine } from "./escape.ts";
import { showPart } from "./label.ts";
import { nameNode } from "./node.ts";
import { makeView, type View } from "./view.ts";

/** A value as PROV-JSON writes the name of something. */
interface Qualified {
  readonly $: string;
  readonly type: "prov:QUALIFIED_NAME";
}

/** One record: attributes by qualified name. */
type Attributes = Readonly<Record<string, string | number | readonly number[] | Qualified>>;
type Derivation = "prov:Quotation" | "prov:PrimarySource" | null;

/**
 * The stemma as PROV-JSON (W3C member submission, 2013): an entity a node, a derivation a line. PROV-JSON has no keys of
 * their own for `wasQuotedFrom` and `hadPrimarySource`: as in PROV-N, they are derivations of type `prov:Quotation` and
 * `prov:PrimarySource`, here from each report to the node where the reports say that its words were first said.
 * Quotation: it has them in quotation marks. `stemma:collations` has the numbers of the utterances and statements meant,
 * from 1.
 */
export function renderProv(analysis: Analysis): string {
  const view = makeView(analysis);
  const { stemma } = analysis;
  const lines = stemma.descents.map(({ from, to, kind, support, confidence }) =>
    derive(to, from, null, {
      "stemma:kind": kind,
      "stemma:confidence": Number(showPart(confidence)),
      ...(support !== null && { "stemma:support": Number(showPart(support)) }),
    }),
  );
  const derivations = [
    ...lines,
    ...listSources(view, stemma, "prov:Quotation"),
    ...listSources(view, stemma, "prov:PrimarySource"),
  ];
  const prov = {
    prefix: { stemma: "urn:x-stemma:" },
    entity: Object.fromEntries(stemma.nodes.map((node) => [nameEntity(node.name), describeNode(view, node)])),
    wasDerivedFrom: Object.fromEntries(derivations.map((attributes, at) => [`_:d${at + 1}`, attributes])),
  };
  return `${escapeJson(JSON.stringify(prov, null, 2))}\n`;
}

function nameEntity(name: NodeName): string {
  return `stemma:${name}`;
}

function describeNode(view: View, node: Stemma["nodes"][number]): Attributes {
  const label = { "prov:label": nameNode(view, node) };
  if (node.siglum === null)
    return { ...label, "stemma:class": "hypothetical", ...(node.lost && { "stemma:kind": node.lost }) };
  const { url, published, origin } = view.bySiglum.get(node.siglum)!.report;
  return {
    ...label,
    "stemma:class": "extant",
    "stemma:file": makeLine(origin.place),
    "stemma:sha256": origin.sha256,
    ...(url !== null && { "stemma:url": makeLine(url) }),
    ...(published && { "stemma:publishedFrom": published.from, "stemma:publishedTo": published.to }),
  };
}

function derive(generated: NodeName, used: NodeName, type: Derivation, more: Attributes): Attributes {
  const ends = { "prov:generatedEntity": nameEntity(generated), "prov:usedEntity": nameEntity(used) };
  return { ...ends, ...(type && { "prov:type": { $: type, type: "prov:QUALIFIED_NAME" } }), ...more };
}

/** One a report and node, by node and report in the order of the stemma. */
function listSources(view: View, stemma: Stemma, type: "prov:Quotation" | "prov:PrimarySource"): Attributes[] {
  const names = stemma.nodes.map(({ name }) => name);
  return names.flatMap((node) => {
    const primaries = stemma.primaries.filter((primary) => primary.node === node);
    return names.flatMap((report) => {
      const carried = primaries.filter((primary) => report !== node && isCarried(view, primary, report, type));
      const numbers = carried.map(({ collation }) => collation + 1);
      return numbers.length > 0 ? [derive(report, node, type, { "stemma:collations": numbers })] : [];
    });
  });
}

function isCarried({ analysis }: View, { collation }: Primary, report: NodeName, type: Derivation): boolean {
  const { witnesses } = analysis.collations[collation]!.tradition;
  const witness = witnesses.find(({ siglum }) => siglum === report);
  if (!witness) return false;
  return type === "prov:PrimarySource" || witness.quotations.some((at) => analysis.quotations[at]!.quoted.length > 0);
}
