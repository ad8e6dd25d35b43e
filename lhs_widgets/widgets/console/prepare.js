/** The plan: title, languages, and the steps with their stages, in order, with their time. */

import { Region } from "../drawing.js";
import { fill, h, newId } from "../elements.js";
import { purposeFields } from "./purpose.js";
import { rehearse } from "./rehearse.js";

const unfoldedSteps = new WeakMap(); // by console: the steps whose stages are unfolded

/** Minutes as people say them: "45 min", "1 h 05 min". */
function spokenMinutes(minutes, strings) {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (!hours) return fill(strings.minutes, { n: rest });
  return rest ? `${hours} h ${fill(strings.minutes, { n: String(rest).padStart(2, "0") })}` : `${hours} h`;
}

/** Where a part stands among those that are not hidden, said aloud. */
function placeOf(parts, id, strings) {
  const shown = parts.filter((part) => !part.hidden);
  const part = parts.find((each) => each.id === id);
  const n = shown.indexOf(part) + 1;
  if (!n) return fill(strings.now_hidden, { what: part.title });
  return fill(strings.now_at, { what: part.title, n, count: shown.length });
}

export function prepare(model) {
  const words = () => model.get("strings");
  const status = h("p", { class: "change", role: "status" });
  let say = null; // what to say once a change has come back
  const send = (message, telling) => {
    say = telling;
    model.send({ type: "do", ...message });
  };
  const parts = { model, send };
  const total = new Region(model, { prepared: null, strings: null }, () => totals(parts, words()));
  const about = new Region(model, { prepared: null, strings: null }, () => [
    prepareHeading(model, words()),
    h("div", { class: "settings" }, aboutFields(parts, words()), purposeFields(parts, words())),
  ]);
  const steps = new Region(model, { prepared: null, strings: null }, () => stepList(parts, words()));
  const practice = new Region(model, { workshop: null, strings: null }, () => rehearse(model, words()));
  model.on("change:prepared", () => {
    if (say) status.textContent = say(model.get("prepared"));
    say = null;
  });
  model.on("change:strings", () => (status.textContent = ""));
  model.on("msg:custom", ({ type, sentence }) => {
    if (type !== "refused" || !say) return;
    say = null;
    status.textContent = sentence;
    for (const each of [about, steps]) each.draw(); // what was refused is not there
  });
  return h(
    "section",
    { class: "prepare", "aria-labelledby": "prepare" },
    about.root,
    practice.root,
    h("div", { class: "plan-bar" }, total.root, status),
    steps.root,
  );
}

function prepareHeading(model, strings) {
  const title = model.get("prepared").begun ? strings.view_plan : strings.view_prepare;
  return [h("h2", { id: "prepare", tabindex: -1 }, title), h("p", { class: "muted" }, strings.prepare_how)];
}

function aboutFields({ model, send }, strings) {
  const { title } = model.get("prepared");
  const id = `t${newId()}`;
  const saved = () => strings.saved_change;
  const save = ({ target }) => target.value.trim() !== model.get("prepared").title && send({ does: "retitle", title: target.value }, saved);
  const field = h("input", { id, type: "text", maxlength: 120, "data-does": "plan-title", value: title, onchange: save });
  return [
    h("div", { class: "field" }, h("label", { for: id }, strings.title), field),
    languageFields({ model, send }, strings),
    limitFields({ model, send }, strings),
  ];
}

/** Which languages people can choose: a box for each, with how complete it is where it is not. */
function languageFields({ model, send }, strings) {
  const { languages, installed } = model.get("prepared");
  const saved = () => strings.saved_change;
  const partial = installed.some(({ percent }) => percent < 100);
  const how = h("p", { class: "muted", id: `h${newId()}` }, strings.offered_how, partial && ` ${strings.offered_english}`);
  const offer = ({ target: { value, checked } }) =>
    send({ does: "offer", languages: checked ? [...languages, value] : languages.filter((each) => each !== value) }, saved);
  const one = ({ code, name, percent }) => {
    const words = percent < 100 ? fill(strings.offered_part, { language: name, n: percent }) : name;
    const box = { type: "checkbox", value: code, checked: languages.includes(code), "data-does": `offer-${code}`, onchange: offer };
    return h("label", { class: "check" }, h("input", box), h("span", { lang: percent < 100 ? null : code }, words));
  };
  return h("fieldset", { "aria-describedby": how.id }, h("legend", {}, strings.offered), installed.map(one), how);
}

/** When the group agrees, in percent; once people answer, it can only be read. */
function limitFields({ model, send }, strings) {
  const { limits, settled } = model.get("prepared");
  const how = h("p", { class: "muted", id: `h${newId()}` }, settled ? strings.limits_settled : strings.limits_how);
  const one = ([name, value]) => {
    const id = `l${newId()}`;
    const save = ({ target }) => send({ does: "settle", [name]: Math.round(Number(target.value)) || 0 }, () => strings.saved_change);
    const field = h("input", { id, type: "number", min: name === "against" ? 1 : 51, max: name === "against" ? 49 : 100, step: 1, value, readonly: settled, "data-does": `limit-${name}`, onchange: save });
    return h("div", { class: "minutes" }, h("label", { for: id }, strings[`limit_${name}`]), field, h("span", { "aria-hidden": "true" }, "%"));
  };
  return h("fieldset", { "aria-describedby": how.id }, h("legend", {}, strings.limits), Object.entries(limits).map(one), how);
}

/** The time of all that is seen, and the way back. */
function totals({ model, send }, strings) {
  const { minutes, undo } = model.get("prepared");
  const back = () => undo && send({ does: "unprepare" }, () => strings.undone);
  return [
    h("p", { class: "total" }, fill(strings.planned_time, { time: spokenMinutes(minutes, strings) })),
    h("button", { type: "button", "data-does": "plan-undo", "aria-disabled": String(!undo), onclick: back }, strings.undo_change),
  ];
}

function stepList(parts, strings) {
  const { steps } = parts.model.get("prepared");
  return [h("h3", {}, strings.steps_planned), h("ol", { class: "plan" }, steps.map((step) => oneStep(parts, steps, step, strings)))];
}

function oneStep(parts, steps, step, strings) {
  const number = step.hidden ? "–" : steps.filter((each) => !each.hidden).indexOf(step) + 1;
  return h(
    "li",
    { class: step.hidden ? "is-hidden" : "", "data-plan": step.id },
    h(
      "div",
      { class: "part" },
      h("span", { class: "number", "aria-hidden": "true" }, String(number)),
      h("p", { class: "name" }, h("span", {}, step.title), " ", partFacts(step, strings)),
      planControls(parts, steps, step, { step: step.id }, strings),
    ),
    step.stages.length > 0 && planStages(parts, step, strings),
  );
}

function partFacts({ hidden, minutes }, strings) {
  return h("span", { class: "by" }, hidden ? strings.is_hidden : minutes > 0 && fill(strings.minutes, { n: minutes }));
}

function planStages(parts, step, strings) {
  const unfolded = unfoldedSteps.get(parts.model) ?? new Set();
  unfoldedSteps.set(parts.model, unfolded);
  const toggle = ({ target }) => (target.open ? unfolded.add(step.id) : unfolded.delete(step.id));
  const summary = h("summary", { "data-does": `stages-${step.id}`, "aria-label": fill(strings.stages_planned_of, { what: step.title }) }, fill(strings.stages_planned, { n: step.stages.length }));
  return h(
    "details",
    { open: unfolded.has(step.id), ontoggle: toggle },
    summary,
    h("ol", {}, step.stages.map((stage) => oneStage(parts, step, stage, strings))),
  );
}

function oneStage(parts, step, stage, strings) {
  const at = { step: step.id, stage: stage.id };
  return h(
    "li",
    { class: stage.hidden ? "part is-hidden" : "part" },
    h("p", { class: "name" }, h("span", {}, stage.title), " ", stage.hidden && partFacts(stage, strings)),
    minutesField(parts, at, `${step.title} · ${stage.title}`, stage.minutes, strings),
    planControls(parts, step.stages, stage, at, strings),
  );
}

function minutesField({ send }, at, what, minutes, strings) {
  const id = `m${newId()}`;
  const save = ({ target }) => {
    const typed = target.value.trim();
    const wished = typed === "" && target.validity.valid ? null : Math.round(Number(typed)) || 0;
    send({ does: "replan", change: "time", minutes: wished, ...at }, () => strings.saved_change);
  };
  return h(
    "div",
    { class: "minutes" },
    h("input", { id, type: "number", min: 1, max: 240, step: 1, value: minutes, "aria-label": fill(strings.minutes_of, { what }), "data-does": `minutes-${at.step}-${at.stage}`, onchange: save }),
    h("span", { "aria-hidden": "true" }, fill(strings.minutes, { n: "" }).trim()),
  );
}

/** Up, down, hide: buttons, so that nobody has to drag. At an end they stay, and do nothing. */
function planControls({ send }, parts, { id, title, hidden }, at, strings) {
  const name = Object.values(at).join("-");
  const here = parts.findIndex((part) => part.id === id);
  const now = ({ steps }) => (at.stage ? steps.find((step) => step.id === at.step).stages : steps);
  const move = (change, arrow, words, atEnd) =>
    h(
      "button",
      {
        type: "button",
        class: "arrow",
        "data-does": `${change}-${name}`,
        "aria-label": fill(words, { what: title }),
        "aria-disabled": String(atEnd),
        onclick: () => atEnd || send({ does: "replan", change, ...at }, (prepared) => placeOf(now(prepared), id, strings)),
      },
      h("span", { "aria-hidden": "true" }, arrow),
    );
  const change = hidden ? "show" : "hide";
  const words = hidden ? strings.show_part : strings.hide_part;
  const toggle = () => send({ does: "replan", change, ...at }, () => fill(hidden ? strings.now_shown : strings.now_hidden, { what: title }));
  return h(
    "div",
    { class: "controls" },
    move("earlier", "↑", strings.part_earlier, here === 0),
    move("later", "↓", strings.part_later, here === parts.length - 1),
    h("button", { type: "button", class: "quiet", "data-does": `seen-${name}`, "aria-label": `${words}: ${title}`, onclick: toggle }, words),
  );
}
