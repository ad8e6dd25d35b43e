/** The answers to a step, as the facilitator reads them before they are shown. */

import { fill, h } from "../elements.js";

export function answers(model, strings) {
  const { answers: said, answered, revealed, unseen } = model.get("live");
  if (!answered) return null;
  return h(
    "section",
    { class: "said", "aria-labelledby": "said" },
    h("h3", { id: "said" }, fill(strings.answers, { n: said.length })),
    h("p", { class: "muted" }, revealed ? fill(strings.shown_to_all, { n: unseen }) : strings.shown_to_you),
    h("ul", {}, said.map((words) => h("li", { dir: "auto" }, words))),
  );
}
