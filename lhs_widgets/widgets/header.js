/** The top of a participant's page: which workshop, which language, how far along; time and tables. */

import { clock } from "./clock.js";
import { drawKeepingFocus } from "./drawing.js";
import { fill, h, languageSwitch, lookLink, speak } from "./elements.js";
import { reader } from "./read_aloud.js";
import { rehearsalMark } from "./rehearsal_mark.js";
import { markTongues } from "./tongues.js";

function about(model) {
  const strings = model.get("strings");
  const { title, rehearsal, place, number, count } = model.get("walk");
  return [
    ...rehearsalMark([rehearsal]),
    h("div", { class: "row" }, h("h1", {}, title), h("div", { class: "choices" }, languageSwitch(model), lookLink(model))),
    h("p", { class: "place" }, `${place} · ${fill(strings.step_of, { number, count })}`),
    h("div", { class: "progress", "aria-hidden": "true" }, h("span", { style: `width:${(100 * number) / count}%` })),
  ];
}

/** What everyone does now besides the step: the break, the tables. */
function doing(model) {
  const strings = model.get("strings");
  const { paused, table, tables } = model.get("room");
  return [
    paused && strings.paused_now,
    table && fill(strings.your_table, { n: table }),
    tables > 0 && !table && strings.no_table,
  ].filter(Boolean);
}

/** What the facilitator does with time and tables; it stays in sight. */
function roomBar(model) {
  const words = h("div", { class: "words", role: "status" });
  const time = h("div", { class: "time" });
  const bar = h("div", { class: "lhs room-bar" }, words, time);
  const told = [null, null];
  /** What has not changed is left alone, or it would be read out again. */
  const drawPart = (part, shows, build) => {
    const telling = JSON.stringify([model.get("strings"), shows]);
    if (telling !== told[part]) bar.children[part].replaceChildren(...build());
    told[part] = telling;
  };
  const draw = () => {
    const now = doing(model);
    const { timer } = model.get("room");
    bar.hidden = !now.length && !timer;
    drawPart(0, now, () => now.map((each) => h("p", { class: each === model.get("strings").paused_now && "paused" }, each)));
    drawPart(1, timer, () => (timer ? [clock(timer, model.get("strings"))] : []));
  };
  return [bar, draw];
}

/** Reads aloud, where this device itself has a voice: another one would send the words away. */
function aloudButton(model) {
  const speech = globalThis.speechSynthesis;
  const voiceOf = (lang) => speech?.getVoices().find((each) => each.localService && each.lang.toLowerCase().startsWith(lang));
  const button = h("button", { type: "button", class: "quiet aloud", "data-does": "aloud", "aria-pressed": "false" });
  button.addEventListener("click", reader(model, button, voiceOf));
  const show = () => {
    button.textContent = model.get("strings").aloud;
    button.hidden = !voiceOf(model.get("language"));
  };
  model.on("change:strings", show);
  speech?.addEventListener("voiceschanged", show);
  show();
  return button;
}

function render({ model, el }) {
  const top = h("header", { class: "lhs top" });
  const [bar, drawBar] = roomBar(model);
  const drawTop = () => {
    speak(model);
    drawKeepingFocus(top, () => top.replaceChildren(...about(model)));
  };
  const draw = () => {
    drawTop();
    drawBar();
  };
  for (const key of ["walk", "strings", "language", "languages"]) model.on(`change:${key}`, draw);
  model.on("change:room", drawBar);
  draw();
  markTongues();
  el.append(top, bar, h("div", { class: "lhs" }, aloudButton(model)));
}

export default { render };
