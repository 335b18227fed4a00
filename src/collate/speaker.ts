import { ALIASES } from "../lang/en/alias.ts";
import { findIdentities, type Identity } from "../quote/identity.ts";
import type { Quotation } from "../quote/quotation.ts";
import { isHolder, isSameRole, type Role } from "../quote/role.ts";
import type { Passage, ReportId } from "../report/report.ts";
import { type Span, sliceSpan } from "../text/span.ts";
import type { Named } from "./collation.ts";

/**
 * Why two reports' words are taken for one speaker. `name`: the names are the same, or one says more of the other's. `surname`:
 * one report has the surname alone, and nobody else who is credited bears it. `role`: one report has no name, and gives an
 * office that another report gives to somebody named, and to nobody else.
 */
export interface Sameness {
  readonly reason: "name" | "surname" | "role";
  /** Two: the words in the one report, and those in the other that answer them. */
  readonly passages: readonly Passage[];
}

/** One who is credited, in however many reports. */
export interface Speaker {
  /** The fullest name that any report gives, the earliest report's of two; the words of the source for the unnamed. */
  readonly name: Passage;
  /** `unnamed`: people or a body without a name. `thing`: no one, as "the report". */
  readonly kind: "named" | "unnamed" | "thing";
  /** How many people or bodies an unnamed source says it is ("two officials"), null where it leaves that open; 1 for the named. */
  readonly count: number | null;
  /** The fullest name in each report that credits them, in order of siglum. */
  readonly names: readonly Passage[];
  /** Places in the analysis's list of quotations, rising. */
  readonly quotations: readonly number[];
  /** What joins the names of the reports; one a further report, at least. */
  readonly same: readonly Sameness[];
}

/** An identity with where it is from. */
interface Bearer extends Identity {
  readonly report: ReportId;
  readonly text: string;
}

/** Bearers that are one, the first first. */
interface Group {
  readonly bearers: Bearer[];
  readonly same: Sameness[];
}

/**
 * All who are credited, the named first, each in the order of the list of quotations. Two reports' names are one only where
 * nothing contradicts: another first name, another gender, for a bare surname another office, or a second bearer of it. The
 * unnamed of two reports are never one, for who "officials" are nobody can tell; only an office that is somebody's is.
 * `quotations`: those of all reports.
 */
export function findSpeakers(reports: readonly Named[], quotations: readonly Quotation[]): Speaker[] {
  const bearers = listBearers(reports, quotations);
  const groups: Groups = { all: [], byKey: new Map() };
  for (const bearer of bearers.filter(isFull)) enter(groups, bearer, findFull(groups, bearer));
  for (const bearer of bearers.filter(isShort)) enter(groups, bearer, findShort(groups, bearer));
  for (const bearer of bearers.filter(({ kind }) => kind !== "named"))
    enter(groups, bearer, findHolder(groups, bearer));
  return groups.all.map(makeSpeaker).sort(bySpeaker);
}

function listBearers(reports: readonly Named[], quotations: readonly Quotation[]): Bearer[] {
  const placesOf = new Map<ReportId, number[]>(reports.map(({ report }) => [report.id, []]));
  for (const [place, { report }] of quotations.entries()) placesOf.get(report)?.push(place);
  return reports.flatMap(({ report }) => {
    const places = placesOf.get(report.id)!;
    const own = places.map((place) => quotations[place]!);
    return findIdentities(report, own).map((identity) => ({
      ...identity,
      quotations: identity.quotations.map((at) => places[at]!),
      report: report.id,
      text: report.text,
    }));
  });
}

/** A name of several words, or one word that nothing takes for a person's surname. */
function isFull({ kind, words }: Bearer): boolean {
  return kind === "named" && words.length > 1;
}

function isShort({ kind, words }: Bearer): boolean {
  return kind === "named" && words.length <= 1;
}

/** A place among the groups, and why. */
interface Place {
  readonly group: Group;
  readonly same: Sameness;
}

/** All groups, and those that a name or an office may belong to, so that a thousand reports are read in linear time. */
interface Groups {
  readonly all: Group[];
  readonly byKey: Map<string, Set<Group>>;
}

function enter({ all, byKey }: Groups, bearer: Bearer, place: Place | null): void {
  const group = place?.group ?? { bearers: [], same: [] };
  if (place === null) all.push(group);
  else group.same.push(place.same);
  group.bearers.push(bearer);
  for (const key of listKeys(bearer)) byKey.set(key, (byKey.get(key) ?? new Set()).add(group));
}

/** What a bearer is looked up by: the whole name, its last word, the bodies of its offices. */
function listKeys(bearer: Bearer): string[] {
  const bodies = bearer.roles.flatMap(({ body }) => [...body].map((word) => `of ${word}`));
  return bearer.kind === "named" ? [plain(bearer), bearer.words.at(-1) ?? "", ...bodies] : bodies;
}

function lookUp({ byKey }: Groups, bearer: Bearer): Group[] {
  return [...new Set(listKeys(bearer).flatMap((key) => [...(byKey.get(key) ?? [])]))];
}

/** The one group of other reports whose name is the same; none if two are. */
function findFull(groups: Groups, bearer: Bearer): Place | null {
  const fitting = lookUp(groups, bearer).filter(
    ({ bearers }) => isElsewhere(bearers, bearer) && bearers.every((other) => isSameName(other, bearer)),
  );
  return fitting.length === 1 ? makePlace(fitting[0]!, bearer, "name") : null;
}

function isElsewhere(bearers: readonly Bearer[], { report }: Bearer): boolean {
  return bearers.every((other) => other.report !== report);
}

/** Whether two names of several words are one: the same last word, and the first words equal or one the other's initial. */
function isSameName(a: Bearer, b: Bearer): boolean {
  const [left, right] = [plain(a), plain(b)];
  if (left === right) return true;
  if (isContrary(a, b) || a.isPerson === false || b.isPerson === false) return false;
  if (a.words.at(-1) !== b.words.at(-1)) return false;
  const [x, y] = [a.words[0]!, b.words[0]!];
  return x === y || (x[0] === y[0] && (x.length === 1 || y.length === 1));
}

/** The words without article, an alias ("the UN") as what it stands for. */
function plain({ words, text, span }: Bearer): string {
  const joined = (words[0] === "the" ? words.slice(1) : words).join(" ");
  return ALIASES.get(sliceSpan(text, span)) ?? ALIASES.get(joined) ?? joined;
}

function isContrary(a: Bearer, b: Bearer): boolean {
  return a.gender !== null && b.gender !== null && a.gender !== b.gender;
}

/** Where a single word belongs: with the same word of another report, or with the one bearer of the surname. */
function findShort(groups: Groups, bearer: Bearer): Place | null {
  const near = lookUp(groups, bearer);
  const alike = near.filter(({ bearers }) => bearers.some((other) => plain(other) === plain(bearer)));
  const sharing = near.filter(({ bearers }) => bearers.some((other) => isSurname(bearer, other)));
  const all = new Set([...alike, ...sharing]);
  const [group] = all;
  if (group === undefined || all.size > 1 || !isElsewhere(group.bearers, bearer)) return null;
  if (group.bearers.some((other) => isContrary(other, bearer) || isOtherOffice(other, bearer))) return null;
  return makePlace(group, bearer, alike.length > 0 ? "name" : "surname");
}

/** Whether one word is the last of a person's name; "U.N." is no surname. */
function isSurname(short: Bearer, { words, isPerson }: Bearer): boolean {
  if (words.length < 2 || words.at(-1) !== short.words[0]) return false;
  const isName = /^\p{Lu}.*\p{Ll}/u.test(sliceSpan(short.text, short.span));
  return isName && isPerson === true && short.isPerson !== false;
}

/** Whether both are given offices and none is the same: "baker Ruiz" and "Mayor Ana Ruiz". */
function isOtherOffice(a: Bearer, b: Bearer): boolean {
  if (a.roles.length === 0 || b.roles.length === 0) return false;
  return !a.roles.some((role) => b.roles.some((other) => isSameRole(role, other) || isSameRole(other, role)));
}

/** Who holds the office that an unnamed source is: one named bearer in all the reports, of another report. */
function findHolder(groups: Groups, bearer: Bearer): Place | null {
  const [role] = bearer.roles;
  if (role === undefined || !isDefinite(bearer)) return null;
  const holders = lookUp(groups, bearer).filter(({ bearers }) =>
    bearers.some(({ kind, roles }) => kind === "named" && roles.some((other) => isSameOffice(role, other))),
  );
  const [group] = holders;
  if (group === undefined || holders.length > 1 || !isElsewhere(group.bearers, bearer)) return null;
  return makePlace(group, bearer, "role");
}

/** Whether two roles are one office of one body: "the NATO boss", "NATO Secretary General". */
function isSameOffice(a: Role, b: Role): boolean {
  return isHolder(a, b) && !a.body.isDisjointFrom(b.body);
}

/** "the NATO boss": an office of a body by name, behind "the". "a NATO boss" or "the boss" may be anybody. */
function isDefinite({ text, span, roles }: Bearer): boolean {
  const words = sliceSpan(text, span);
  const hasBody = [...roles[0]!.body].length > 0 && /\s\p{Lu}/u.test(words);
  return hasBody && /^(?:the|\p{Lu}[\p{L}’']*[’']s)\s/iu.test(words);
}

function makePlace(group: Group, bearer: Bearer, reason: Sameness["reason"]): Place {
  const [role] = bearer.roles;
  const holder = group.bearers.find(
    ({ roles }) => role !== undefined && roles.some((other) => isSameOffice(role, other)),
  );
  const answer = reason === "role" && holder ? holder.roles.find((other) => isSameOffice(role!, other))!.span : null;
  const other = holder !== undefined && reason === "role" ? holder : group.bearers[0]!;
  const passages = [passageOf(other, answer ?? other.span), passageOf(bearer, bearer.span)];
  return { group, same: { reason, passages } };
}

function passageOf({ report }: Bearer, { from, to }: Span): Passage {
  return { report, from, to };
}

function makeSpeaker({ bearers, same }: Group): Speaker {
  const named = bearers.filter(({ kind }) => kind === "named");
  const pool = named.length > 0 ? named : bearers;
  const fullest = pool.reduce((best, one) => (one.words.length > best.words.length ? one : best));
  return {
    name: passageOf(fullest, fullest.span),
    kind: fullest.kind,
    count: fullest.count,
    names: bearers.map((bearer) => passageOf(bearer, bearer.span)),
    quotations: bearers.flatMap((bearer) => bearer.quotations).sort((a, b) => a - b),
    same,
  };
}

const KINDS: readonly Speaker["kind"][] = ["named", "unnamed", "thing"];

function bySpeaker(a: Speaker, b: Speaker): number {
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.quotations[0]! - b.quotations[0]!;
}
