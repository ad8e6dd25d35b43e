/** Rehearsing: a copy with pretend participants; in it, the mark and the way to wipe it. */

import { choiceField, h } from "../elements.js";
import { looksOn } from "./actions.js";
import { rehearsalMark } from "../rehearsal_mark.js";

const companySizes = [4, 8, 12, 20, 30];

/** The way into a rehearsal; a rehearsal itself has none. */
export function rehearse(model, strings) {
  const { code, rehearses } = model.get("workshop");
  if (rehearses) return null;
  const choice = choiceField({
    label: strings.rehearse_number,
    choices: companySizes.map((n) => [String(n), String(n)]),
    value: "12",
    onchange: () => {},
  });
  choice.querySelector("select").name = "participants";
  return h(
    "form",
    { class: "card rehearse", method: "post", action: `/facilitate/${code}/rehearse` },
    h("h3", {}, strings.rehearse),
    h("p", { class: "muted" }, strings.rehearse_how),
    h("div", { class: "row" }, choice, h("button", { "data-does": "rehearse" }, strings.rehearse_start)),
  );
}

/** The band over the console of a rehearsal. */
export function rehearsalBand(model, strings) {
  const { code, rehearses } = model.get("workshop");
  if (!rehearses) return null;
  const [band] = rehearsalMark([model.get("rehearsal")]);
  if (looksOn(model)) return band;
  band.append(
    h("form", { method: "post", action: `/facilitate/${code}/wipe` }, h("button", { "data-does": "wipe" }, strings.wipe)),
    h("a", { class: "target", href: `/facilitate/${rehearses}` }, strings.to_real),
  );
  return band;
}
