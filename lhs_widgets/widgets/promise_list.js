/** Agreed actions as everyone reads them: what, who, until when. */

import { fill, h } from "./elements.js";

/** A date as it is said in the language of the page, such as "3 December 2026". */
export function spokenDate(due) {
  const day = new Date(`${due}T00:00`);
  return day.toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" });
}

/** Who does it, until when, and what became of it, on one line. */
export function promiseFacts({ who, due, done, carried }, strings) {
  const until = due && fill(strings.promise_due, { date: spokenDate(due) });
  const facts = [who, until, carried && strings.promise_carried, done && `✓ ${strings.promise_is_done}`];
  return facts.filter(Boolean).join(" · ");
}

/** A section with all of `promises`; null where there are none to talk about. */
export function promiseList({ which, list }, strings, { headings = [strings[`promises_${which}`]], level = "h3" } = {}) {
  if (!list) return null;
  const facts = (promise) => promiseFacts(which === "last" ? { ...promise, carried: "" } : promise, strings);
  const one = (promise) =>
    h("li", { class: promise.done ? "is-done" : "" }, h("span", { dir: "auto" }, promise.text), h("span", { class: "by", dir: "auto" }, facts(promise)));
  return h("section", { class: "promises-read" }, h(level, {}, headings.join(" / ")), h("ul", { class: "said promises" }, list.map(one)));
}
