/** For whom a scribe is writing; it stays in sight. */

import { drawKeepingFocus } from "./drawing.js";
import { h } from "./elements.js";

function render({ model, el }) {
  const root = h("section", { class: "lhs writing-for" });
  const fillIn = () => {
    const strings = model.get("strings");
    root.setAttribute("aria-label", strings.scribe);
    root.replaceChildren(
      h("p", {}, strings.writing_for, " ", h("strong", { dir: "auto" }, model.get("person"))),
      h("a", { class: "target", href: model.get("back") }, strings.back_to_list),
    );
  };
  const draw = () => drawKeepingFocus(root, fillIn);
  for (const key of ["person", "strings"]) model.on(`change:${key}`, draw);
  draw();
  el.append(root);
}

export default { render };
