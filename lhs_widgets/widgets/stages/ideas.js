/** Ideas and themes to read. */

import { h } from "../elements.js";

/** A list of themes with their ideas, and of the ideas that are in none. */
export function ideaList(options) {
  return h("ul", { class: "options" }, options.map(option));
}

/** The words of an idea, how many said it, and by whom where that is shown. */
export function ideaWords({ text, language, times, by }) {
  return [
    h("span", { lang: language, dir: "auto" }, text),
    times > 1 && ` (${times})`,
    by && h("span", { class: "by" }, ` · ${by}`),
  ];
}

function option({ id, title, is_theme: isTheme, ideas }) {
  if (!isTheme) return h("li", { "data-option": id }, ideaWords(ideas[0]));
  return h(
    "li",
    { "data-option": id, class: "theme" },
    h("p", { class: "theme-title", dir: "auto" }, title),
    h("ul", {}, ideas.map((idea) => h("li", {}, ideaWords(idea)))),
  );
}
