/** Challenges: write what stands in the way, how serious and how often, and what would ease it. */

import { choiceField } from "./elements.js";
import { outboxOf } from "./outbox.js";
import { stepView } from "./step.js";
import { writtenList } from "./written_list.js";

/** Which winning condition would ease this challenge. */
function easedBy({ model, strings, locked }, entry, save) {
  const conditions = model.get("conditions");
  if (!conditions.length) return null;
  return choiceField({
    label: strings.eased_by,
    choices: [["", strings.not_linked], ...conditions.map(({ id, text }) => [id, text])],
    value: entry.eased_by ?? "",
    disabled: locked,
    onchange: (id) => save({ eased_by: id || null }),
  });
}

const build = (answering) =>
  writtenList(answering, {
    label: answering.strings.challenge,
    add: answering.strings.add_challenge,
    extra: (entry, save) => easedBy(answering, entry, save),
  });

export default {
  initialize: ({ model }) => void outboxOf(model),
  render: ({ model, el }) => stepView(model, el, build),
};
