import type { Passage, ReportId } from "../report/report.ts";
import { isOverlapping } from "../text/span.ts";
import type { Unit } from "./unit.ts";

/**
 * A reader's word on two passages of different reports: they say the same and are paired whatever Stemma thinks of them, or
 * they do not and never are. A passage stands for every sentence that it touches.
 */
export interface Pin {
  readonly a: Passage;
  readonly b: Passage;
  readonly say: "same" | "not";
}

/**
 * Pins in an order that does not depend on theirs, the earlier report's passage as a, none twice. `order`: the reports'. Throws
 * `RangeError` for a pin on a report that is not among them or on two passages of one.
 */
export function orderPins(pins: readonly Pin[], order: readonly ReportId[]): Pin[] {
  const key = ({ a, b, say }: Pin) => [
    order.indexOf(a.report),
    a.from,
    a.to,
    order.indexOf(b.report),
    b.from,
    b.to,
    say,
  ];
  const turned = pins.map(({ a, b, say }): Pin => {
    const [left, right] = [order.indexOf(a.report), order.indexOf(b.report)];
    if (left === -1 || right === -1 || left === right)
      throw new RangeError(`a pin on ${a.report} and ${b.report}: two of the reports are needed`);
    return left < right ? { a, b, say } : { a: b, b: a, say };
  });
  const byKey = new Map(turned.map((pin) => [key(pin).join(" "), pin]));
  return [...byKey.values()].sort((p, q) => {
    const [x, y] = [key(p), key(q)];
    const at = x.findIndex((part, i) => part !== y[i]);
    return at === -1 ? 0 : x[at]! < y[at]! ? -1 : 1;
  });
}

/** What the pins say of the units. */
export interface Pinned {
  /** Whether a reader said that two units, by place, do not say the same. */
  readonly isForbidden: (a: number, b: number) => boolean;
  /** Whether a reader said that they do, of these very two. */
  readonly isPinned: (a: number, b: number) => boolean;
  /** The units that belong together by the reader’s word, by report, in groups that share none. */
  readonly groups: readonly Map<number, number[]>[];
  /** Pins "same" that touch no sentence, or that would bring together what another pin keeps apart. */
  readonly unmet: readonly Pin[];
}

/** Finds the units that the pins are about. `order`: the reports in the order that units count them in. */
export function placePins(units: readonly Unit[], order: readonly ReportId[], pins: readonly Pin[]): Pinned {
  const forbidden = new Set<string>();
  const same = new Set<string>();
  const touched = pins.map((pin) => ({ pin, a: touch(pin.a), b: touch(pin.b) }));
  for (const { pin, a, b } of touched) {
    const keys = pin.say === "not" ? forbidden : same;
    for (const one of a) for (const other of b) keys.add(keyOf(one, other));
  }
  const isForbidden = (a: number, b: number) => forbidden.size > 0 && forbidden.has(keyOf(a, b));
  const groupOf = new Map<number, Map<number, number[]>>();
  const unmet = touched.filter(({ pin, a, b }) => pin.say === "same" && !join(a, b)).map(({ pin }) => pin);
  const groups = [...new Set(groupOf.values())];
  return { isForbidden, isPinned: (a, b) => same.has(keyOf(a, b)), groups, unmet };

  function touch(passage: Passage): number[] {
    const report = order.indexOf(passage.report);
    const own = units.filter((unit) => unit.report === report);
    return own.flatMap(({ place, spans }) => (spans.some((span) => isOverlapping(span, passage)) ? [place] : []));
  }

  /** Makes one group of the units and all that is pinned to them; false, and nothing done, where that cannot be. */
  function join(a: readonly number[], b: readonly number[]): boolean {
    if (a.length === 0 || b.length === 0) return false;
    const known = [...a, ...b].flatMap((place) => [...(groupOf.get(place)?.values() ?? [])].flat());
    const all = [...new Set([...a, ...b, ...known])];
    if (all.some((one) => all.some((other) => isForbidden(one, other)))) return false;
    const joined = Map.groupBy(
      all.sort((x, y) => x - y),
      (place) => units[place]!.report,
    );
    for (const place of all) groupOf.set(place, joined);
    return true;
  }
}

function keyOf(a: number, b: number): string {
  return a < b ? `${a}/${b}` : `${b}/${a}`;
}
