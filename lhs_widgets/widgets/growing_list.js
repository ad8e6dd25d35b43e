/** A list of cards that a person adds to: numbered, each can be removed, and brought back. */

import { h, newId, numberCards } from "./elements.js";

/**
 * @param answering the answers on this screen
 * @param {{entries: object[], start: object, label: string, add: string, draw: Function,
 *   empty?: boolean}} list what is there, what a new entry starts with, what a card is called, how
 *   one is drawn, and whether the list may start without any
 */
export function growingList(answering, { entries, start, label, add, draw, empty = false }) {
  const { strings, locked } = answering;
  const list = h("ol", { class: "cards" });
  const removed = h("p", { class: "removed", role: "status" });
  const number = () => numberCards(list, label, strings.remove);
  const blank = () => ({ ...start, id: newId() });
  const show = (entry, focus = false) => {
    const take = () => {
      card.remove();
      number();
      answering.remove(entry);
      removed.replaceChildren(strings.removed, " ", undo(entry));
      removed.querySelector("button").focus();
    };
    const remove = h("button", { type: "button", class: "quiet remove", onclick: take }, strings.remove);
    const card = h("li", { class: "card" }, draw(entry), !locked && remove);
    list.append(card);
    number();
    if (focus) card.querySelector("textarea, input, select").focus();
  };
  const undo = (entry) =>
    h(
      "button",
      {
        type: "button",
        class: "quiet",
        onclick: () => {
          removed.replaceChildren();
          answering.save(entry);
          show(entry, true);
        },
      },
      strings.undo,
    );
  const first = empty || locked ? [] : [blank()];
  for (const entry of entries.length ? entries : first) show(entry);
  const more = h("button", { type: "button", class: "add", onclick: () => show(blank(), true) }, `+ ${add}`);
  return h("div", { class: "growing" }, list, removed, !locked && more);
}
