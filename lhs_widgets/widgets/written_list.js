/** A list of things a person writes and rates, one card each, numbered from 1. */

import { h, newId, numberCards, ratingField, writingField } from "./elements.js";
import { hiddenReason } from "./step.js";

/**
 * @param answering the answers on this screen
 * @param {{label: string, add: string, extra?: Function}} words what a card is called, and more fields
 */
export function writtenList(answering, words) {
  const { strings, locked } = answering;
  const list = h("ol", { class: "cards" });
  const removed = h("p", { class: "removed", role: "status" });
  const show = (entry, focus = false) => {
    const card = writtenCard(answering, entry, words, () => {
      card.remove();
      number();
      answering.remove(entry);
      removed.replaceChildren(strings.removed, " ", undo(entry));
      removed.querySelector("button").focus();
    });
    list.append(card);
    number();
    if (focus) card.querySelector("textarea").focus();
  };
  const number = () => numberCards(list, words.label, strings.remove_card);
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
  const entries = answering.entries.length ? answering.entries : locked ? [] : [blank()];
  for (const entry of entries) show(entry);
  const add = h(
    "button",
    { type: "button", class: "add", onclick: () => show(blank(), true) },
    `+ ${words.add}`,
  );
  return h("div", {}, list, removed, locked ? null : add);
}

function blank() {
  return { id: newId(), text: "", ratings: {} };
}

function writtenCard(answering, entry, words, remove) {
  const { step, strings, locked } = answering;
  const save = (change) => {
    Object.assign(entry, change);
    answering.save(entry);
  };
  return h(
    "li",
    { class: "card" },
    hiddenReason(answering, entry),
    writingField({
      label: "",
      value: entry.text ?? "",
      disabled: locked,
      oninput: (text) => save({ text }),
      onblur: () => answering.outbox.flush(),
    }),
    step.activity.scales.map((scale) =>
      ratingField({
        scale,
        value: entry.ratings?.[scale.id],
        unrated: strings.unrated,
        disabled: locked,
        onchange: (value) => save({ ratings: { ...entry.ratings, [scale.id]: value } }),
      }),
    ),
    words.extra?.(entry, save),
    locked
      ? null
      : h("button", { type: "button", class: "quiet remove", onclick: remove }, strings.remove),
  );
}
