/** What tells a rehearsal from a workshop, on every page of it. */

import { h } from "./elements.js";

/** A band with a line in each of the page's `languages`; none where there are no words. */
export function rehearsalMark(lines, languages = []) {
  const said = lines.map((words, i) => words && h("p", { lang: languages[i] }, words)).filter(Boolean);
  return said.length ? [h("div", { class: "rehearsal-mark" }, said)] : [];
}
