/** The facilitator's notes on a step: nobody else reads them. */

import { h, writingField } from "../elements.js";

export function notes(model, outbox, strings) {
  const step = model.get("live").viewed;
  const id = `note-${step}`;
  const text = outbox.over(model.get("entries")).find((entry) => entry.id === id)?.text ?? "";
  const save = (words) => outbox.save({ id, kind: "note", step, text: words });
  return h(
    "div",
    { class: "notes" },
    writingField({ label: strings.notes, value: text, oninput: save, onblur: () => outbox.flush() }),
  );
}
