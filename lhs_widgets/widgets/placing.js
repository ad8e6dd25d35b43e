/** Placing: each item on one or more scales. */

import { h, ratingField } from "./elements.js";
import { entryAbout, itemCards, itemWords } from "./items.js";
import { outboxOf } from "./outbox.js";
import { hiddenReason, stepView } from "./step.js";

function build(answering) {
  const { strings, step, locked } = answering;
  const place = (item, scale) => (value) => {
    const entry = entryAbout(answering, item);
    answering.save({ ...entry, ratings: { ...entry.ratings, [scale.id]: value } });
  };
  const card = (item) => {
    const entry = entryAbout(answering, item);
    return h(
      "div",
      { role: "group", "aria-label": item.name },
      hiddenReason(answering, entry) ?? "",
      h(step.activity.families.length ? "h4" : "h3", {}, item.name),
      itemWords(item),
      step.activity.scales.map((scale) =>
        ratingField({
          scale,
          value: entry.ratings?.[scale.id],
          unrated: strings.unrated,
          disabled: locked,
          onchange: place(item, scale),
        }),
      ),
    );
  };
  return h("div", { class: "placing" }, itemCards(answering, card));
}

export default {
  initialize: ({ model }) => void outboxOf(model),
  render: ({ model, el }) => stepView(model, el, build),
};
