/** The agreed outcome of a step: the words that go into the roadmap. */

import { fill, h, writingField } from "../elements.js";

export function outcome({ model, outbox, board, strings }) {
  const id = `outcome-${board.step}-${board.table ?? "room"}`;
  const heard = ofTables(board.of_tables, strings);
  const waiting = outbox.over([]).find((entry) => entry.id === id);
  const text = waiting?.text ?? board.outcome.text;
  if (!board.can_agree) return [heard, text && readOutcome(board.outcome, strings)].filter(Boolean);
  const save = (words) => {
    outbox.dropRefused();
    outbox.save({ id, kind: "outcome", step: board.step, text: words, language: model.get("language") });
  };
  const label = board.table ? strings.outcome_of_table : strings.outcome;
  const field = writingField({ label, value: text, oninput: save, onblur: () => outbox.flush() });
  return [heard, h("div", { class: "outcome" }, field)].filter(Boolean);
}

/** What the tables came to, for all to talk about. */
export function ofTables(written, strings, heading = "h4") {
  if (!written.length) return null;
  const one = ({ table, text, language }) =>
    h("li", {}, h("strong", {}, fill(strings.table, { n: table })), " ", h("span", { lang: language, dir: "auto" }, text));
  return h("section", { class: "of-tables", "aria-label": strings.of_tables }, h(heading, {}, strings.of_tables), h("ul", {}, written.map(one)));
}

export function readOutcome({ text, language }, strings, heading = "h4") {
  return h(
    "section",
    { class: "outcome", "aria-label": strings.outcome },
    h(heading, {}, strings.outcome),
    h("p", { lang: language, dir: "auto", class: "agreed" }, text),
  );
}
