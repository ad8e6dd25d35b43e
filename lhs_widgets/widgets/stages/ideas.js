/** Ideas and themes to read. */

import { fill, h } from "../elements.js";
import { inOtherWords } from "./other_words.js";

/** A list of themes with their ideas, and of the ideas that are in none. */
export function ideaList(options, strings) {
  return h("ul", { class: "options" }, options.map((each) => option(each, strings)));
}

/** A theme's title and, while tables or what they made are seen together, whose it is. */
export function themeTitle({ title, table }, strings) {
  return h(
    "p",
    { class: "theme-title" },
    h("span", { dir: "auto" }, title),
    table && h("span", { class: "by" }, ` · ${fill(strings.table, { n: table })}`),
  );
}

/** The words of an idea, how many said it, and by whom where that is shown. */
export function ideaWords(idea) {
  const { text, language, times, by, about, cells } = idea;
  const row = ([label, words]) => h("div", {}, h("dt", {}, label), h("dd", { dir: "auto" }, words));
  return [
    about && h("span", { class: "about" }, `${about} · `),
    cells?.length ? h("dl", { class: "cells", lang: language }, cells.map(row)) : h("span", { lang: language, dir: "auto" }, text),
    times > 1 && ` (${times})`,
    inOtherWords(idea),
    by && h("span", { class: "by" }, ` · ${by}`),
  ];
}

/** An option where only a text can stand: in a list to choose from. */
export function inOneLine({ title, is_theme: isTheme, ideas: [{ mark, translations = [] }] }) {
  return isTheme ? title : [title, mark, ...translations.map(([, words]) => words)].filter(Boolean).join(" · ");
}

function option(shown, strings) {
  const { id, is_theme: isTheme, ideas } = shown;
  if (!isTheme) return h("li", { "data-option": id }, ideaWords(ideas[0]));
  return h(
    "li",
    { "data-option": id, class: "theme" },
    themeTitle(shown, strings),
    h("ul", {}, ideas.map((idea) => h("li", {}, ideaWords(idea)))),
  );
}
