"use strict";
const controls = Object.fromEntries(["severity", "family", "rule", "file", "search"].map((id) => [id, document.getElementById(id)]));
const articles = [...document.querySelectorAll("article")];
const texts = new Map(articles.map((each) => [each,
  [...each.querySelectorAll(".head, mark, dl")].map((part) => part.textContent).join(" ").toLowerCase()]));
const visible = () => articles.filter((each) => !each.hidden);

function matches(article) {
  const words = controls.search.value.toLowerCase().split(/\s+/).filter(Boolean);
  return ["severity", "family", "rule", "file"].every((id) => !controls[id].value || article.dataset[id] === controls[id].value)
    && words.every((word) => texts.get(article).includes(word));
}

function apply() {
  for (const article of articles) article.hidden = !matches(article);
  for (const section of document.querySelectorAll("section.file")) {
    section.hidden = ![...section.querySelectorAll("article")].some((article) => !article.hidden);
  }
  document.getElementById("count").textContent = `${visible().length} of ${articles.length}`;
  const state = new URLSearchParams();
  for (const [id, control] of Object.entries(controls)) if (control.value) state.set(id, control.value);
  history.replaceState(null, "", "#" + state);
}

function restore() {
  const state = new URLSearchParams(location.hash.slice(1));
  for (const [id, control] of Object.entries(controls)) control.value = state.get(id) ?? "";
  apply();
}

function move(step) {
  const shown = visible();
  const next = shown[Math.min(Math.max(shown.indexOf(document.activeElement) + step, 0), shown.length - 1)];
  if (next) { next.focus(); next.scrollIntoView({ block: "center" }); }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, select")) { if (event.key === "Escape") event.target.blur(); return; }
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "/") controls.search.focus();
  else if (event.key === "Escape") { for (const control of Object.values(controls)) control.value = ""; apply(); }
  else return;
  event.preventDefault();
});
for (const control of Object.values(controls)) control.addEventListener("input", apply);
addEventListener("hashchange", () => { restore(); document.querySelector("main").scrollIntoView(); });
restore();
