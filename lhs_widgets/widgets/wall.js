/** The projector: the step, its question, how many are here and done, and what was shown. */

import { fill, h } from "./elements.js";

function render({ model, el }) {
  const root = h("div", { class: "lhs wall" });
  const draw = () => {
    const live = model.get("live");
    root.replaceChildren(
      h(
        "header",
        { class: "row" },
        h("div", {}, h("p", { class: "eyebrow" }, live.title), h("p", { class: "phase-name" }, live.phase)),
        h(
          "div",
          { class: "invite" },
          h("div", {}, h("p", {}, live.join_at), h("p", { class: "url" }, live.address), h("p", { class: "code" }, live.code)),
          h("img", { src: live.qr, alt: fill(live.qr_alt, { url: live.join_url }) }),
        ),
      ),
      h("h1", { class: "question" }, live.question),
      h("p", { class: "other-language", lang: live.other.language }, live.other.question),
      h(
        "ul",
        { class: "said" },
        live.answers.map((words) => h("li", { dir: "auto" }, words)),
      ),
      h("div", { class: "counts", role: "status" }, live.counts.map((words) => h("p", {}, words))),
    );
  };
  model.on("change:live", draw);
  draw();
  el.append(root);
  document.getElementById("opening")?.remove();
}

export default { render };
