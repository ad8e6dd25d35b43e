/** The agreed outcome of a step: the words that go into the roadmap. */

import { h, writingField } from "../elements.js";

export function outcome({ model, outbox, board, strings }) {
  const id = `outcome-${board.step}-${board.table ?? "room"}`;
  const waiting = outbox.over([]).find((entry) => entry.id === id);
  const text = waiting?.text ?? board.outcome.text;
  if (!board.can_agree) return text ? readOutcome(board.outcome, strings) : null;
  const save = (words) => {
    outbox.dropRefused();
    outbox.save({ id, kind: "outcome", step: board.step, text: words, language: model.get("language") });
  };
  return h("div", { class: "outcome" }, writingField({ label: strings.outcome, value: text, oninput: save, onblur: () => outbox.flush() }));
}

export function readOutcome({ text, language }, strings) {
  return h(
    "section",
    { class: "outcome", "aria-label": strings.outcome },
    h("h4", {}, strings.outcome),
    h("p", { lang: language, dir: "auto", class: "agreed" }, text),
  );
}
