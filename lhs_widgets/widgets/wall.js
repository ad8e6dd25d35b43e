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
      h("ul", { class: "said" }, live.answers.map((words) => h("li", { dir: "auto" }, words))),
      h("p", { class: "more", hidden: true }),
      h("div", { class: "counts", role: "status" }, live.counts.map((words) => h("p", {}, words))),
    );
  };
  /** The wall does not scroll: what does not fit is counted, and stands on everyone's phone. */
  const fit = () => {
    const cards = [...root.querySelectorAll(".said li")];
    const more = root.querySelector(".more");
    const isProjector = innerWidth >= 900; // on a small screen the page scrolls instead
    const tooLow = () => isProjector && document.documentElement.scrollHeight > innerHeight + 2;
    for (const card of cards) card.hidden = false;
    more.hidden = !tooLow();
    let hidden = 0;
    while (tooLow() && hidden < cards.length - 1) {
      hidden += 1;
      cards[cards.length - hidden].hidden = true;
    }
    more.textContent = hidden ? fill(model.get("live").more, { n: hidden }) : "";
  };
  const show = () => {
    root.classList.toggle("shows", model.get("live").answers.length > 0);
    draw();
    requestAnimationFrame(fit);
  };
  model.on("change:live", show);
  addEventListener("resize", fit);
  el.append(root);
  show();
  document.getElementById("opening")?.remove();
}

export default { render };
