/** Winning conditions: write what has to be there, say how much it matters and how much is there. */

import { outboxOf } from "./outbox.js";
import { stepView } from "./step.js";
import { writtenList } from "./written_list.js";

const build = (answering) =>
  writtenList(answering, {
    label: answering.strings.condition,
    add: answering.strings.add_condition,
  });

export default {
  initialize: ({ model }) => void outboxOf(model),
  render: ({ model, el }) => stepView(model, el, build),
};
