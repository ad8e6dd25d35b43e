/** Finishing the workshop. */

import { h } from "../elements.js";

const asked = new WeakSet(); // the consoles that ask whether to finish

/** Finishing closes the workshop for everyone: it is asked first, and a double press asks only. */
export function finish(model, strings) {
  const place = h("div", { class: "buttons" });
  const button = (does, words, act, kind = "") =>
    h("button", { type: "button", class: kind, "data-does": does, onclick: act }, words);
  const draw = () =>
    place.replaceChildren(
      ...(asked.has(model)
        ? [
            button("finish-not", strings.finish_not, () => ask(false), "main"),
            button("finish-yes", strings.finish_yes, () => model.send({ type: "do", does: "finish" })),
          ]
        : [button("finish", strings.finish, () => ask(true), "main")]),
    );
  const ask = (whether) => {
    if (whether) asked.add(model);
    else asked.delete(model);
    draw();
    place.querySelector("button").focus();
  };
  draw();
  return place;
}
