import { f1, formatFigure } from "./data.ts";

/** B³ (Bagga and Baldwin 1998) of groups of places against the mark of each place: precision, recall and F1, over reports. */
export function scoreGroups(groups: readonly (readonly number[])[], marks: readonly string[]): string {
  const sizes = countEach(marks);
  let [precision, recall] = [0, 0];
  for (const group of groups) {
    const own = countEach(group.map((at) => marks[at]!));
    for (const [mark, count] of own) {
      precision += (count * count) / group.length;
      recall += (count * count) / sizes.get(mark)!;
    }
  }
  const figures = [precision / marks.length, recall / marks.length] as const;
  return [...figures, f1(...figures)].map(formatFigure).join(" ");
}

function countEach(marks: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return counts;
}
