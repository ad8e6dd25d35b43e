/** What tells a rehearsal from a workshop, on every page of it. */

import { h } from "./elements.js";

/** A band with `lines` of words, one for each language of the page; none for a real workshop. */
export function rehearsalMark(lines) {
  if (!lines || !lines.length) return [];
  return [h("div", { class: "rehearsal-mark" }, lines.map((words) => h("p", {}, words)))];
}
