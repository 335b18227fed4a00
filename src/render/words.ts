import { html, type Markup, type Part } from "./markup.ts";
import type { Mark, Segment } from "./segment.ts";

/**
 * Segments of one text as markup. Neighbors that belong to the same witnesses make one link to their apparatus entry, so
 * that Tab stops once a wording; the innermost of several gives the link. A place that links go to stands at the first
 * segment of its mark; `placed` says which of this text already stand, and is added to.
 */
export function renderSegments(text: string, segments: readonly Segment[], placed: Set<string>): Markup[] {
  return groupSegments(segments).map((group) => {
    const witnesses = findMarks(group[0]!, "witness");
    const link = witnesses.at(-1);
    const id = link?.anchor && takeAnchor(link.anchor, placed);
    const words = html`${group.map((segment) => renderSegment(text, segment, placed))}`;
    if (!link) return isLone(group[0]!) ? html`<span class="lone">${words}</span>` : words;
    return html`<a class="w" href="#c${link.number}"${id && html` id="${id}"`} data-c="${listNumbers(witnesses)}" aria-describedby="d${link.number}">${words}</a>`;
  });
}

/** Runs of segments with the same witnesses, or that are all in this report alone, or all neither. */
function groupSegments(segments: readonly Segment[]): Segment[][] {
  const groups: Segment[][] = [];
  let last = "";
  for (const segment of segments) {
    const key = `${listNumbers(findMarks(segment, "witness"))} ${isLone(segment)}`;
    if (groups.length > 0 && key === last) groups.at(-1)!.push(segment);
    else groups.push([segment]);
    last = key;
  }
  return groups;
}

/** Whether only this report has the words. */
export function isLone(segment: Segment): boolean {
  return segment.marks.some((mark) => mark.kind === "lone");
}

/** One segment: its words in as few elements as say all its marks, none if there is nothing to say. */
function renderSegment(text: string, segment: Segment, placed: Set<string>): Part {
  const words = text.slice(segment.from, segment.to);
  const passages = listNumbers(findMarks(segment, "passage"));
  const names = findClasses(segment);
  const differs = segment.marks.some((mark) => mark.kind === "variant");
  const shown = differs ? html`<mark>${words}</mark>` : words;
  const anchors = segment.marks.map((mark) => mark.anchor && takeAnchor(mark.anchor, placed));
  if (names === "" && passages === "" && !anchors.some(Boolean)) return shown;
  const inner = html`<span${names && html` class="${names}"`}${passages && html` data-f="${passages}"`}>${shown}</span>`;
  return anchors.reduce<Markup>((whole, id) => (id ? html`<span class="at" id="${id}">${whole}</span>` : whole), inner);
}

const CLASSES: Readonly<Partial<Record<Mark["kind"], string>>> = {
  form: "form",
  editorial: "editorial",
  quotation: "quoted",
};

function findClasses(segment: Segment): string {
  const names = segment.marks.map((mark) => CLASSES[mark.kind]).filter((name) => name !== undefined);
  return [...new Set(names)].sort().join(" ");
}

function findMarks(segment: Segment, kind: Mark["kind"]): Mark[] {
  return segment.marks.filter((mark) => mark.kind === kind);
}

function listNumbers(marks: readonly Mark[]): string {
  return [...new Set(marks.map((mark) => mark.number))].join(" ");
}

/** The anchor if it does not stand yet, and then it does. */
function takeAnchor(anchor: string, placed: Set<string>): string | null {
  if (placed.has(anchor)) return null;
  placed.add(anchor);
  return anchor;
}
