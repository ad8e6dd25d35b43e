/** Sorting: one item after the other goes into a box, chosen from a list. */

import { choiceField, fill, h } from "./elements.js";
import { entryAbout, itemCards, itemWords, meanings } from "./items.js";
import { outboxOf } from "./outbox.js";
import { hiddenReason, stepView } from "./step.js";

function build(answering) {
  const { strings, step, locked } = answering;
  const { items, bins } = step.activity;
  const left = h("p", { class: "budget", role: "status" });
  const count = () => {
    const sorted = items.filter((item) => entryAbout(answering, item).bin).length;
    left.textContent = fill(strings.sorted, { n: sorted, all: items.length });
  };
  const sort = (item) => (bin) => {
    const entry = entryAbout(answering, item);
    if (bin) answering.save({ ...entry, bin });
    else if (entry.bin) answering.remove(entry);
    count();
  };
  const card = (item) => {
    const entry = entryAbout(answering, item);
    const field = choiceField({
      label: item.name,
      choices: [["", strings.choose], ...bins.map(({ id, name }) => [id, name])],
      value: entry.bin ?? "",
      disabled: locked,
      onchange: sort(item),
    });
    field.querySelector("label").after(...itemWords(item));
    return [hiddenReason(answering, entry), field].filter(Boolean);
  };
  count();
  return h("div", { class: "sorting" }, meanings(bins, strings.boxes), left, itemCards(answering, card));
}

export default {
  initialize: ({ model }) => void outboxOf(model),
  render: ({ model, el }) => stepView(model, el, build),
};
