/** The steps of the workshop, to look at one without moving anyone. */

import { isSeen } from "../drawing.js";
import { h } from "../elements.js";

/** Looks at a step; who pressed far down the list is taken up to its question. */
function look(model, step) {
  model.send({ type: "view", step });
  const question = document.querySelector("#stage");
  if (!isSeen(question)) question.focus();
}

export function steps(model, strings) {
  const { current, viewed } = model.get("live");
  return h(
    "nav",
    { class: "steps", "aria-labelledby": "steps" },
    h("h2", { id: "steps" }, strings.steps),
    model.get("phases").map((phase) =>
      h(
        "section",
        {},
        h("h3", {}, phase.title),
        h(
          "ol",
          {},
          phase.steps.map((step) =>
            h(
              "li",
              {},
              h(
                "button",
                {
                  type: "button",
                  class: step.id === current ? "current" : "",
                  "aria-current": step.id === current ? "step" : null,
                  "aria-pressed": String(step.id === viewed),
                  "data-step": step.id,
                  onclick: () => look(model, step.id),
                },
                step.title,
                step.id === current && h("span", { class: "here" }, strings.here),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
