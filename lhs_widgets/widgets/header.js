/** The top of a participant's page: which workshop, which language, how far along; time and tables. */

import { clock } from "./clock.js";
import { drawKeepingFocus, fill, h, languageSwitch, speak } from "./elements.js";
import { rehearsalMark } from "./rehearsal_mark.js";

function about(model) {
  const strings = model.get("strings");
  const { title, rehearsal, place, number, count } = model.get("walk");
  return [
    ...rehearsalMark([rehearsal]),
    h("div", { class: "row" }, h("h1", {}, title), languageSwitch(model)),
    h("p", { class: "place" }, `${place} · ${fill(strings.step_of, { number, count })}`),
    h("div", { class: "progress", "aria-hidden": "true" }, h("span", { style: `width:${(100 * number) / count}%` })),
  ];
}

/** What the facilitator does with time and tables; it stays in sight. */
function room(model) {
  const strings = model.get("strings");
  const { timer, paused, table, tables } = model.get("room");
  const words = [
    paused && h("p", {}, strings.paused_now),
    table && h("p", {}, fill(strings.your_table, { n: table })),
    tables > 0 && !table && h("p", {}, strings.no_table),
  ].filter(Boolean);
  return [words.length > 0 && h("div", { class: "words", role: "status" }, words), timer && clock(timer, strings)].filter(Boolean);
}

function render({ model, el }) {
  const top = h("header", { class: "lhs top" });
  const bar = h("div", { class: "lhs room-bar" });
  const drawTop = () => {
    speak(model);
    drawKeepingFocus(top, () => top.replaceChildren(...about(model)));
  };
  let told = null;
  const drawBar = () => {
    const telling = JSON.stringify([model.get("strings"), model.get("room")]);
    if (telling !== told) bar.replaceChildren(...room(model)); // else it would be read out again
    told = telling;
    bar.hidden = !bar.children.length;
  };
  const draw = () => {
    drawTop();
    drawBar();
  };
  for (const key of ["walk", "strings", "language", "languages"]) model.on(`change:${key}`, draw);
  model.on("change:room", drawBar);
  draw();
  el.append(top, bar);
}

export default { render };
