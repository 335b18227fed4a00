/**
 * The page's whole script. Lights all wordings of one collation together: for as long as one is under the pointer or has
 * the focus, or until Escape if one was clicked. What is held shows its apparatus entry at the foot of the window. The
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
  if (e.key === "Escape") return letGo();
  const w = e.target.closest(".columns .w");
  if (!w || !e.key.startsWith("Arrow") || e.altKey || e.ctrlKey || e.metaKey) return;
  e.preventDefault();
  const next = step(w, e.key);
  if (next) { next.focus({ preventScroll: true }); next.scrollIntoView({ block: "nearest", inline: "nearest" }); }
});
})();
`;

/** SHA-256 of the script as the Content-Security-Policy wants it. A test holds it, and `UPDATE=1` writes it anew. */
export const SCRIPT_HASH = "sha256-7FhNeJDMg0K0PEJoI1ovJrMu2j5eWdLhRjnFfjCdnfw=";
