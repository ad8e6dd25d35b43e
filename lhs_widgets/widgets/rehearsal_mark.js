/** What tells a rehearsal from a workshop, on every page of it. */

import { h } from "./elements.js";

/** A band with `lines` of words, one for each language of the page; none where there are no words. */
export function rehearsalMark(lines) {
  const said = lines.filter(Boolean);
  return said.length ? [h("div", { class: "rehearsal-mark" }, said.map((words) => h("p", {}, words)))] : [];
}
