/**
 * The page's whole script. Lights all wordings of one collation together: for as long as one is under the pointer or has
 * the focus, or until Escape if one was clicked; Escape also shuts the reasons shown at a node of the drawing. What is held shows its apparatus entry at the foot of the window. Buttons on
 * pairs and on what comes near note what a reader says of them, and one saves that as the file that `readPairs` reads. The
 * page works without it.
 */
export const SCRIPT = `"use strict";
(() => {
const wordings = new Map(), passages = new Map(), foot = document.getElementById("foot"), status = document.getElementById("status");
const all = [...document.querySelectorAll(".columns .w")];
const keep = (map, key, element) => map.has(key) ? map.get(key).push(element) : map.set(key, [element]);
for (const w of all) for (const c of w.dataset.c.split(" ")) keep(wordings, c, w);
for (const p of document.querySelectorAll(".columns [data-f]")) for (const f of p.dataset.f.split(" ")) keep(passages, f, p);
let held = null, lit = [];
const numberOf = (w) => w.hash.slice(2);
function light(elements) {
  for (const e of lit) e.classList.remove("lit");
  lit = elements;
  for (const e of lit) e.classList.add("lit");
}
function rest() { light(held ? wordings.get(held) : []); }
function lightFrom(target) {
  const w = target.closest(".columns .w");
  if (w) return light(wordings.get(numberOf(w)));
  const f = target.closest(".findings>li");
  if (f) return light([...(passages.get(f.dataset.f) || []), ...(wordings.get(f.dataset.c) || [])]);
  const e = target.closest("#apparatus .entry");
  if (e) return light(wordings.get(e.dataset.c) || []);
  rest();
}
function hold(c, from) {
  letGo();
  held = c;
  const mine = wordings.get(c) || [];
  for (const e of mine) e.classList.add("held");
  light(mine);
  showFoot(c);
  const columns = new Set(mine.map((e) => e.closest(".column")));
  const own = mine.find((e) => from && from.contains(e));
  const line = own ? Math.max(80, Math.min(own.getBoundingClientRect().top - from.getBoundingClientRect().top, innerHeight * 0.4)) : 120;
  for (const column of columns) if (column !== from) bring(column, mine.find((e) => column.contains(e)), line);
  if (own) own.scrollIntoView({ block: "nearest", inline: "nearest", behavior: calm() });
  status.textContent = document.getElementById("d" + c).textContent.replace(/\\s+/g, " ").trim() + ". Lit in " + columns.size + " reports.";
}
function shut() {
  for (const at of document.querySelectorAll(".at:hover,.at:focus-within")) {
    at.classList.add("shut");
    for (const leave of ["mouseleave", "focusout"]) at.addEventListener(leave, () => at.classList.remove("shut"), { once: true });
  }
}
function letGo() {
  if (!held) return;
  for (const e of wordings.get(held) || []) e.classList.remove("held");
  held = null;
  foot.hidden = true;
  foot.replaceChildren();
  document.documentElement.style.scrollPaddingBottom = "";
  status.textContent = "";
  light([]);
}
function showFoot(c) {
  const copy = document.getElementById("c" + c).cloneNode(true);
  for (const e of [copy, ...copy.querySelectorAll("[id]")]) e.removeAttribute("id");
  const button = document.createElement("button");
  button.textContent = "Let go";
  button.addEventListener("click", letGo);
  foot.replaceChildren(button, copy);
  foot.hidden = false;
  document.documentElement.style.scrollPaddingBottom = foot.offsetHeight + 16 + "px";
}
function isWide(column) { return getComputedStyle(column).overflowY === "auto"; }
function bring(column, w, line) {
  if (!isWide(column)) return;
  const way = w.getBoundingClientRect().top - column.getBoundingClientRect().top - line;
  column.scrollBy({ top: way, behavior: calm() });
}
function showEvidence(c, place, event) {
  const column = place.closest(".column"), w = wordings.get(c).find((e) => column.contains(e));
  hold(c, null);
  if (!isWide(column) || !w) return;
  event.preventDefault();
  w.focus({ preventScroll: true });
  column.parentElement.scrollIntoView({ block: "start", behavior: calm() });
}
function calm() { return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth"; }
function step(w, key) {
  const column = w.closest(".column");
  if (key === "ArrowDown" || key === "ArrowUp") {
    const own = all.filter((e) => column.contains(e));
    return own[own.indexOf(w) + (key === "ArrowDown" ? 1 : -1)];
  }
  const same = wordings.get(numberOf(w)), columns = [...new Set(same.map((e) => e.closest(".column")))];
  const next = columns[columns.indexOf(column) + (key === "ArrowRight" ? 1 : -1)];
  return next && same.find((e) => next.contains(e));
}
const bar = document.getElementById("fix"), said = new Map(), head = document.documentElement;
head.classList.add("js");
for (const pin of bar.dataset.pins.split(";").filter(Boolean)) { const [a, b, say] = pin.split("|"); said.set(a + "|" + b, say); }
const before = JSON.stringify([...said]);
const places = (wording) => { const [r, ...spans] = wording.split(" "); return spans.map((span) => r + " " + span); };
const order = (a, b) => { const x = a.split(" ")[0], y = b.split(" ")[0]; return x.length - y.length || (x < y ? -1 : 1); };
const keys = (one, other) => { const [x, y] = [one, other].sort(order); return places(x).flatMap((a) => places(y).map((b) => a + "|" + b)).join(";"); };
function addButton(place, key, say, name) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "say";
  button.dataset.key = key;
  button.dataset.say = say;
  button.textContent = say === "back" ? "take back" : say === "not" ? "not the same" : "the same";
  button.setAttribute("aria-label", name + ": " + button.textContent);
  place.append(" ", button);
}
for (const li of document.querySelectorAll("[data-near]")) {
  const one = li.closest("[data-at]").dataset.at.split(";")[0], other = li.dataset.near;
  addButton(li, keys(one, other), "same", one.split(" ")[0] + " and " + other.split(" ")[0]);
}
for (const li of document.querySelectorAll("[data-pin]")) {
  const [a, b] = li.dataset.pin.split("|");
  addButton(li, a + "|" + b, "back", a.split(" ")[0] + " and " + b.split(" ")[0]);
}
document.addEventListener("toggle", (e) => {
  for (const pair of e.target.querySelectorAll(".judged:not(:has(button))")) {
    const at = pair.closest("[data-at]").dataset.at.split(";"), names = pair.dataset.pair.split(" ");
    const [one, other] = names.map((r) => at.find((w) => w.startsWith(r + " ")));
    addButton(pair, keys(one, other), "not", names.join(" and "));
  }
  showSaid();
}, true);
const isSaid = ({ key, say }) => say === "back" ? !said.has(key) : key.split(";").every((k) => said.get(k) === say);
function showSaid() {
  for (const button of document.querySelectorAll(".say")) button.setAttribute("aria-pressed", isSaid(button.dataset));
  const count = said.size + (said.size === 1 ? " correction" : " corrections");
  bar.firstElementChild.textContent = count;
  bar.hidden = JSON.stringify([...said]) === before;
  return count;
}
function sayIt(button) {
  const { key, say } = button.dataset, was = isSaid(button.dataset);
  const origin = new Map(JSON.parse(before));
  for (const k of key.split(";")) {
    if (say === "back") was ? said.set(k, origin.get(k)) : said.delete(k);
    else was ? said.delete(k) : said.set(k, say);
  }
  status.textContent = button.getAttribute("aria-label") + (was ? ", taken back. " : ", noted. ") + showSaid() + " to save.";
}
function save() {
  const side = (place) => {
    const [r, span] = place.split(" "), { file, sha } = document.querySelector('.witnesses [data-r="' + r + '"]').dataset;
    const [from, to] = span.split("-").map(Number);
    return { file, sha256: sha, from, to };
  };
  const pairs = [...said].map(([key, say]) => { const [a, b] = key.split("|").map(side); return { a, b, say }; });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify({ pairs }, null, 2) + "\\n"], { type: "application/json" }));
  link.download = "pairs.json";
  link.click();
  URL.revokeObjectURL(link.href);
  status.textContent = "Saved " + bar.firstElementChild.textContent + ". Compare again with --pairs pairs.json.";
}
bar.querySelector("button").addEventListener("click", save);
document.addEventListener("click", (e) => { const button = e.target.closest(".say"); if (button) sayIt(button); });
showSaid();
document.addEventListener("mouseover", (e) => lightFrom(e.target));
document.addEventListener("focusin", (e) => lightFrom(e.target));
document.addEventListener("focusout", rest);
addEventListener("beforeprint", () => { for (const fold of document.querySelectorAll(".fold")) fold.open = true; });
document.addEventListener("click", (e) => {
  const evidence = e.target.closest(".findings .evidence a"), finding = evidence && evidence.closest("[data-c]");
  if (finding) return showEvidence(finding.dataset.c, document.querySelector(evidence.hash), e);
  const w = e.target.closest(".columns .w");
  if (!w) return;
  e.preventDefault();
  if (held === numberOf(w)) letGo(); else hold(numberOf(w), w.closest(".column"));
});
document.addEventListener("keydown", (e) => {
  if (e.key === "Escape") { shut(); return letGo(); }
  const w = e.target.closest(".columns .w");
  if (!w || !e.key.startsWith("Arrow") || e.altKey || e.ctrlKey || e.metaKey) return;
  e.preventDefault();
  const next = step(w, e.key);
  if (next) { next.focus({ preventScroll: true }); next.scrollIntoView({ block: "nearest", inline: "nearest" }); }
});
})();
`;

/** SHA-256 of the script as the Content-Security-Policy wants it. A test holds it, and `UPDATE=1` writes it anew. */
export const SCRIPT_HASH = "sha256-d/Cm/q29MmxiiDaDHQHt9DqIbzPNCXM5c8Htgioe2IU=";
