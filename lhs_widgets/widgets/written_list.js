/** A list of things a person writes and rates, one card each, numbered from 1. */

import { ratingField, writingField } from "./elements.js";
import { growingList } from "./growing_list.js";
import { hiddenReason } from "./step.js";

/**
 * @param answering the answers on this screen
 * @param {{label: string, add: string, extra?: Function}} words what a card is called, and more fields
 */
export function writtenList(answering, { label, add, extra }) {
  const { entries } = answering;
  const draw = (entry) => writtenCard(answering, entry, extra);
  return growingList(answering, { entries, start: { text: "", ratings: {} }, label, add, draw });
}

function writtenCard(answering, entry, extra) {
  const { step, strings, locked } = answering;
  const save = (change) => {
    Object.assign(entry, change);
    answering.save(entry);
  };
  return [
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
    extra?.(entry, save),
  ];
}
