/** The top of a participant's page: which workshop, which language, how far along. */

import { drawKeepingFocus, fill, h, languageSwitch, speak } from "./elements.js";

function render({ model, el }) {
  const root = h("header", { class: "lhs top" });
  const fillIn = () => {
    const strings = model.get("strings");
    const { title, place, number, count } = model.get("walk");
    root.replaceChildren(
      h(
        "div",
        { class: "row" },
        h("h1", {}, title),
        languageSwitch(model),
      ),
      h("p", { class: "place" }, `${place} · ${fill(strings.step_of, { number, count })}`),
      h("div", { class: "progress", "aria-hidden": "true" }, h("span", { style: `width:${(100 * number) / count}%` })),
    );
  };
  const draw = () => {
    speak(model);
    drawKeepingFocus(root, fillIn);
  };
  for (const key of ["walk", "strings", "language"]) model.on(`change:${key}`, draw);
  draw();
  el.append(root);
}

export default { render };
