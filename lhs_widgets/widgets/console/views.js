/** The parts of the console: the room, the plan, the agreed actions. One is seen at a time. */

import { fill, h } from "../elements.js";

const viewOf = new WeakMap(); // by console: the part that is seen

/**
 * `parts` are elements by their names. Returns the row of buttons that turn to one, the parts in a
 * box, and `turn(name)`.
 */
export function views(model, parts) {
  const nav = h("nav", { class: "views" });
  const now = () => viewOf.get(model) ?? "room";
  const words = (name) => {
    const strings = model.get("strings");
    if (name === "prepare") return model.get("prepared").begun ? strings.view_plan : strings.view_prepare;
    const open = model.get("promises").filter((promise) => !promise.done).length;
    return fill(strings[`view_${name}`], { n: open });
  };
  const draw = () => {
    nav.setAttribute("aria-label", model.get("strings").views);
    for (const button of nav.children) {
      const { view } = button.dataset;
      button.textContent = words(view);
      if (view === now()) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
      parts[view].hidden = view !== now();
    }
  };
  const turn = (name) => {
    viewOf.set(model, name);
    draw();
    parts[name].querySelector("h2")?.focus();
  };
  nav.append(...Object.keys(parts).map((view) => h("button", { type: "button", "data-view": view, onclick: () => turn(view) })));
  for (const key of ["strings", "prepared", "promises"]) model.on(`change:${key}`, draw);
  draw();
  nav.hidden = nav.children.length < 2;
  return { nav, turn, box: Object.values(parts) };
}
