/** A step to read; nothing to answer. */

import { h } from "./elements.js";
import { explained, phasePanel } from "./step.js";

function render({ model, el }) {
  const root = h("section", { class: "lhs step" });
  const draw = () => {
    root.hidden = !model.get("shown");
    if (root.hidden) return root.replaceChildren();
    const step = model.get("step");
    root.spoken = step.spoken; // read in tongues.js
    root.replaceChildren(
      phasePanel(step),
      h("h2", { tabindex: -1, class: "question" }, step.question),
      ...step.activity.body.map((words) => h("p", {}, words)),
      explained(step.terms, model.get("strings").terms) ?? "",
    );
  };
  for (const key of ["step", "shown", "strings"]) model.on(`change:${key}`, draw);
  draw();
  el.append(root);
}

export default { render };
