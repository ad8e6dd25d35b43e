/** Who is in the room: how many came, are here and have finished; who wants to be heard. */

import { fill, h } from "../elements.js";
import { command } from "./actions.js";

export function counts(model, strings) {
  const { joined, done, answered } = model.get("live");
  const { here } = model.get("room");
  const one = (number, words) =>
    h("div", { class: "count" }, h("strong", {}, String(number)), h("span", {}, words));
  return h(
    "div",
    { class: "counts" },
    one(joined, strings.joined),
    one(here, strings.here_now),
    answered && one(done, strings.done_here),
  );
}

/** Raised hands, the longest waiting first. */
export function hands(model, strings) {
  const { hands: raised } = model.get("room");
  const one = ({ id, name }) => {
    const lower = command(model, strings.lower, { does: "lower-hand", person: id }, { kind: "quiet", does: `lower-${id}` });
    lower?.setAttribute("aria-label", fill(strings.lower_this, { person: name }));
    return h("li", {}, h("span", { dir: "auto" }, name), lower);
  };
  return h(
    "div",
    { class: "hands" },
    raised.length > 0 && h("h3", {}, fill(strings.hands, { n: raised.length })),
    raised.length > 0 && h("ol", {}, raised.map(one)),
  );
}

/** Who wants to be heard, in one sentence; "" for nobody. */
export function whoAsks(model, strings) {
  const { hands: raised } = model.get("room");
  if (!raised.length) return "";
  return `${fill(strings.hands, { n: raised.length })}. ${raised.map(({ name }) => name).join(", ")}`;
}

/** Person by person, at a step where everyone knows that names are shown. */
export function people(model, strings) {
  const { people: all } = model.get("room");
  if (!all) return null;
  const state = ({ here, done }) => (done ? strings.is_done : here ? strings.is_here : strings.is_away);
  return h(
    "ul",
    { class: "people" },
    all.map((person) => h("li", {}, h("span", { dir: "auto" }, person.name), h("span", { class: "by" }, ` · ${state(person)}`))),
  );
}
