/** Items of a deck's list: how they are shown, and the one answer a person has about each. */

import { h, newId } from "./elements.js";

/** The answer about an item; a new one until something is said. */
export function entryAbout(answering, item) {
  return answering.entries.find((entry) => entry.item === item.id) ?? { id: newId(), item: item.id };
}

/** What an item is, and where it comes from. */
export function itemWords({ description, note, source }) {
  return [
    description && h("p", { class: "muted" }, description),
    note && h("p", { class: "source" }, note),
    source && h("p", { class: "source" }, source),
  ].filter(Boolean);
}

/** One card for each item, under the families of a long list. */
export function itemCards(answering, card) {
  const { items, families } = answering.step.activity;
  const cards = (some) => h("ul", { class: "cards" }, some.map((item) => h("li", { class: "card item", "data-item": item.id }, card(item))));
  if (!families.length) return cards(items);
  return families.map((family) =>
    h(
      "section",
      {},
      h("h3", {}, family.name),
      cards(items.filter((item) => item.family === family.id)),
    ),
  );
}

/** What the boxes, levels or kinds of a list mean, folded away. */
export function meanings(list, title) {
  if (!list.some(({ description }) => description)) return null;
  const one = ({ name, description }) => h("li", {}, h("p", {}, h("strong", {}, name), description && ` · ${description}`));
  return h("details", { class: "meanings" }, h("summary", {}, title), h("ul", {}, list.map(one)));
}
