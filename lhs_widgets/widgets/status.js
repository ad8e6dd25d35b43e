/** The line that says whether what was done is saved. */

import { h } from "./elements.js";

/** Its place: words that are read out, and words that are only shown. */
export function statusPlace() {
  return h("div", { class: "status" }, h("span", { role: "status" }), h("span", { "aria-hidden": "true" }));
}

/** Announced when it matters: a pause in saving is shown, but not read out at every key. */
export function sayStatus(place, outbox, strings) {
  const [announced, silent] = place.children;
  const sentence = { saved: strings.saved, waiting: strings.waiting, refused: outbox.refusal };
  place.dataset.state = outbox.state;
  silent.textContent = outbox.state === "saving" ? strings.saving : "";
  const words = outbox.isUsed ? sentence[outbox.state] : "";
  if (words && announced.textContent !== words) announced.textContent = words;
  announced.hidden = outbox.state === "saving";
}
