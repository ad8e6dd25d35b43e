/** Choosing: the first few items of a list; their order counts where the step asks for it. */

import { choiceField, fill, h } from "./elements.js";
import { entryAbout, itemCards, itemWords } from "./items.js";
import { outboxOf } from "./outbox.js";
import { hiddenReason, stepView } from "./step.js";

function build(answering) {
  const { strings, step } = answering;
  const { most, ranked } = step.activity;
  const left = h("p", { class: "budget", role: "status" });
  const chosen = () => answering.entries.filter((entry) => entry.rank);
  const root = h("div", { class: "choosing" });
  const draw = () => {
    left.textContent = fill(strings.chosen, { n: chosen().length, most });
    const card = ranked ? rankedCard : pickedCard;
    const at = document.activeElement?.closest?.("[data-item]")?.dataset.item;
    root.replaceChildren(left, ...[itemCards(answering, (item) => card(answering, item, chosen, draw))].flat());
    if (at) root.querySelector(`[data-item="${at}"] :is(select, input)`)?.focus();
  };
  draw();
  return root;
}

/** A place for the item; who had that place before loses it. */
function rankedCard(answering, item, chosen, draw) {
  const { strings, step, locked } = answering;
  const entry = entryAbout(answering, item);
  const places = Array.from({ length: step.activity.most }, (_, i) => String(i + 1));
  const field = choiceField({
    label: item.name,
    choices: [["", strings.not_chosen], ...places.map((n) => [n, fill(strings.place, { n })])],
    value: String(entry.rank ?? ""),
    disabled: locked,
    onchange: (place) => {
      const rank = Number(place);
      const before = chosen().find((other) => other.rank === rank && other.id !== entry.id);
      if (before) answering.remove(before);
      if (rank) answering.save({ ...entry, rank });
      else if (entry.rank) answering.remove(entry);
      draw();
    },
  });
  field.querySelector("label").after(...itemWords(item));
  return [hiddenReason(answering, entry), field].filter(Boolean);
}

function pickedCard(answering, item, chosen, draw) {
  const { step, locked } = answering;
  const entry = entryAbout(answering, item);
  const full = chosen().length >= step.activity.most;
  const box = h("input", {
    type: "checkbox",
    checked: Boolean(entry.rank),
    disabled: locked || (full && !entry.rank),
    onchange: ({ target }) => {
      if (target.checked) answering.save({ ...entry, rank: 1 });
      else answering.remove(entry);
      draw();
    },
  });
  return [
    hiddenReason(answering, entry),
    h("label", { class: "check" }, box, h("span", { class: "name" }, item.name)),
    ...itemWords(item),
  ].filter(Boolean);
}

export default {
  initialize: ({ model }) => void outboxOf(model),
  render: ({ model, el }) => stepView(model, el, build),
};
