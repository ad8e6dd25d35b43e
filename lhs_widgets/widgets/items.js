/** Items of a deck's list: how they are shown, and the one answer a person has about each. */

import { h, newId } from "./elements.js";

/** The answer about an item; a new one until something is said. */
export function entryAbout(answering, item) {
  return answering.entries.find((entry) => entry.item === item.id) ?? { id: newId(), item: item.id };
}

/** What an item is and, as far as the list does not say it for all, where it comes from. */
export function itemWords({ description, note, source }) {
  return [
    description && h("p", { class: "muted" }, description),
    note && h("p", { class: "source" }, note),
    source && h("p", { class: "source" }, source),
  ].filter(Boolean);
}

/** The source of a whole list, said once. */
export function listSource(source) {
  return source ? [h("p", { class: "source" }, source)] : [];
}

/** One card for each item, under the families of a long list. */
export function itemCards(answering, card) {
  const { items, families, source } = answering.step.activity;
  const from = listSource(source);
  const cards = (some) => h("ul", { class: "cards" }, some.map((item) => h("li", { class: "card item", "data-item": item.id }, card(item))));
  if (!families.length) return [...from, cards(items)];
  const part = ({ id, name }) =>
    h("section", {}, h("h3", {}, name), cards(items.filter((item) => item.family === id)));
  return [...from, ...families.map(part)];
}

/** What the boxes, levels or kinds of a list mean, folded away. */
export function meanings(list, title) {
  if (!list.some(({ description }) => description)) return null;
  const one = ({ name, description }) => h("li", {}, h("p", {}, h("strong", {}, name), description && [" · ", description]));
  return h("details", { class: "meanings" }, h("summary", {}, title), h("ul", {}, list.map(one)));
}
