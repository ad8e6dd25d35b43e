/** An idea in another language than the page. */

import { h } from "../elements.js";

/** The mark of a language that is not the page's, and what the words say in the reader's. */
export function inOtherWords({ mark, translations = [] }) {
  const one = ([lang, words, by]) => h("span", { class: "translation" }, `${by} `, h("span", { lang, dir: "auto" }, words));
  return [mark && h("span", { class: "tongue" }, mark), translations.map(one)];
}
