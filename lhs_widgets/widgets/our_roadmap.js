/** The group's own roadmap so far: what it has shown, phase by phase. */

import { h } from "./elements.js";
import { inOtherWords } from "./stages/other_words.js";
import { explained, phasePanel } from "./step.js";

function idea(said) {
  const { text, language, times } = said;
  return h("li", {}, h("span", { lang: language, dir: "auto" }, text), times > 1 && ` (${times})`, inOtherWords(said));
}

function part({ title, agreed, said }, strings) {
  return h(
    "section",
    {},
    h("h4", {}, title),
    agreed && h("p", { class: "agreed", lang: agreed.language, dir: "auto" }, agreed.text),
    said.length
      ? h("ul", {}, said.map(idea))
      : h("p", { class: "muted" }, strings.nothing_shown),
  );
}

function render({ model, el }) {
  const root = h("section", { class: "lhs step" });
  const draw = () => {
    root.hidden = !model.get("shown");
    if (root.hidden) return root.replaceChildren();
    const step = model.get("step");
    root.spoken = step.spoken; // read in tongues.js
    const strings = model.get("strings");
    root.replaceChildren(
      phasePanel(step),
      h("h2", { tabindex: -1, class: "question" }, step.question),
      ...step.activity.body.map((words) => h("p", {}, words)),
      explained(step.terms, strings.terms) ?? "",
      ...model.get("roadmap").map((phase) =>
        h(
          "section",
          { class: "card roadmap" },
          h("h3", {}, phase.title),
          phase.parts.map((each) => part(each, strings)),
        ),
      ),
    );
  };
  for (const key of ["step", "shown", "strings", "roadmap"]) model.on(`change:${key}`, draw);
  draw();
  el.append(root);
}

export default { render };
