/** The time for what the group does now: advice, for everyone to see. */

import { clock } from "../clock.js";
import { h, newId } from "../elements.js";
import { command, looksOn } from "./actions.js";

const wished = new WeakMap(); // by console: the minutes that were typed, for which stage

/** A clock while the time runs; else how much of it to give. */
export function time(model, strings) {
  const { timer } = model.get("room");
  if (looksOn(model) && !timer) return null;
  return h("div", { class: "time", role: "group", "aria-label": strings.time }, timer ? running(model, timer, strings) : giving(model, strings));
}

function running(model, timer, strings) {
  const more = { does: "timer", seconds: 60, more: true };
  return [
    clock(timer, strings),
    command(model, strings.minute_more, more, { does: "more-time" }),
    command(model, strings.stop_time, { does: "timer", seconds: 0 }, { kind: "quiet", does: "stop-time" }),
  ];
}

function giving(model, strings) {
  const { stages, viewed } = model.get("live");
  const here = stages.find((stage) => stage.here);
  const place = `${viewed}/${here?.id}`;
  const typed = wished.get(model);
  const minutes = typed?.place === place ? typed.minutes : (here?.minutes ?? 5);
  const field = h("input", {
    id: `m${newId()}`,
    type: "number",
    min: 1,
    max: 240,
    value: minutes,
    "data-does": "minutes",
    oninput: ({ target }) => wished.set(model, { place, minutes: target.value }),
    onkeydown: ({ key }) => key === "Enter" && start(),
  });
  const button = h("button", { type: "button", "data-does": "start-time", onclick: () => start() }, strings.start_time);
  const start = () => {
    const seconds = Math.round(60 * Number(field.value));
    if (!(seconds >= 60 && seconds <= 14_400)) return field.focus();
    button.focus(); // while someone writes, the clock would not come
    model.send({ type: "do", does: "timer", seconds });
  };
  return [
    h("label", { for: field.id }, strings.give_minutes),
    field,
    button,
  ];
}
