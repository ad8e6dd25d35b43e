/** Agreed actions: what will be done, by whom, until when; and what became of the last ones. */

import { fill, h, newId, region } from "../elements.js";
import { promiseFacts, promiseList } from "../promise_list.js";
import { command } from "./actions.js";

const changing = new WeakMap(); // by console: the action that is being changed, as it is typed

/** The whole list, and a form to add one. */
export function promises(model) {
  const status = h("p", { class: "change", role: "status" });
  const draft = blank();
  const list = region(model, ["promises", "strings"], () => [promisesHeading(model), allPromises(model, () => list.draw())]);
  const form = region(model, ["strings"], () => adding(model, draft));
  model.on("change:promises", () => {
    const added = model.get("promises").some(({ id }) => id === draft.id);
    status.textContent = added ? model.get("strings").promise_added : "";
    if (added) startAgain(draft, form.root);
  });
  model.on("msg:custom", ({ type, sentence }) => {
    if (type === "refused" && !status.closest("[hidden]")) status.textContent = sentence;
  });
  return h("section", { class: "promises-view", "aria-labelledby": "promises" }, list.root, form.root, status);
}

function blank() {
  return { id: newId(), text: "", who: "", due: "" };
}

/** What was typed is saved: the form is empty again, for the next action. */
function startAgain(draft, root) {
  Object.assign(draft, blank());
  const form = root.querySelector("form");
  for (const input of form.querySelectorAll("input")) input.value = "";
  if (form.contains(document.activeElement)) form.querySelector("input").focus();
}

function promisesHeading(model) {
  const strings = model.get("strings");
  return [
    h("h2", { id: "promises", tabindex: -1 }, strings.promises_ours),
    h("p", { class: "muted" }, strings.promises_how),
  ];
}

function allPromises(model, redraw) {
  const strings = model.get("strings");
  const found = model.get("promises");
  if (!found.length) return h("p", {}, strings.no_promises);
  return h("ul", { class: "promises" }, found.map((promise) => onePromise(model, promise, redraw)));
}

function onePromise(model, promise, redraw) {
  const strings = model.get("strings");
  const draft = changing.get(model);
  if (draft?.id === promise.id) return h("li", {}, changeForm(model, draft, redraw));
  const begin = () => {
    changing.set(model, { ...promise });
    redraw();
  };
  const named = (button, words) => {
    button.setAttribute("aria-label", `${words}: ${promise.text}`);
    return button;
  };
  return h(
    "li",
    { class: promise.done ? "is-done" : "" },
    h("p", { class: "words", dir: "auto" }, promise.text),
    h("p", { class: "by", dir: "auto" }, promiseFacts(promise, strings), promise.kept && ` · ${strings.promise_kept}`),
    h(
      "div",
      { class: "buttons" },
      decidePromise(model, promise, strings),
      named(h("button", { type: "button", class: "quiet", "data-does": `change-${promise.id}`, onclick: begin }, strings.promise_change), strings.promise_change),
      named(command(model, strings.promise_drop, { does: "drop-promise", id: promise.id }, { kind: "quiet", does: `drop-${promise.id}` }), strings.promise_drop),
    ),
  );
}

/** Is it done? What the last workshop left can be kept instead. */
function decidePromise(model, { id, text, done, carried, kept }, strings) {
  const press = (words, message, does) => {
    const button = command(model, words, { does: "promise", id, ...message }, { does: `${does}-${id}` });
    button.setAttribute("aria-label", `${words}: ${text}`);
    return button;
  };
  return [
    press(done ? strings.promise_undone : strings.promise_done, { done: !done }, "done"),
    carried && !done && !kept && press(strings.promise_keep, { kept: true }, "keep"),
  ].filter(Boolean);
}

/** A labelled field of the form; what is typed is kept in `draft`. */
function promiseField(draft, name, label, type, more = {}) {
  const id = `p${newId()}`;
  const input = h("input", { id, type, value: draft[name], "data-does": `promise-${name}`, oninput: ({ target }) => (draft[name] = target.value), ...more });
  return h("div", { class: `field ${name}` }, h("label", { for: id }, label), input);
}

function promiseFields(draft, strings) {
  return [
    promiseField(draft, "text", strings.promise_text, "text", { maxlength: 300, required: true }),
    promiseField(draft, "who", strings.promise_who, "text", { maxlength: 120 }),
    promiseField(draft, "due", strings.promise_until, "date"),
  ];
}

function changeForm(model, draft, redraw) {
  const strings = model.get("strings");
  const stop = () => {
    changing.delete(model);
    document.activeElement?.blur(); // a part in which someone writes is not drawn anew
    redraw();
    document.querySelector(`[data-does="change-${draft.id}"]`)?.focus();
  };
  const save = (event) => {
    event.preventDefault();
    const { id, text, who, due } = draft;
    model.send({ type: "do", does: "promise", id, text, who, due });
    stop();
  };
  const form = h(
    "form",
    { class: "promise-form", onsubmit: save },
    promiseFields(draft, strings),
    h(
      "div",
      { class: "buttons" },
      h("button", { "data-does": "promise-save" }, strings.promise_save),
      h("button", { type: "button", class: "quiet", "data-does": "promise-cancel", onclick: stop }, strings.promise_cancel),
    ),
  );
  requestAnimationFrame(() => form.isConnected && form.querySelector("input").focus());
  return form;
}

/** The form keeps its words until they are saved; sent twice, they are one action. */
function adding(model, draft) {
  const strings = model.get("strings");
  const add = (event) => {
    event.preventDefault();
    if (draft.text.trim()) model.send({ type: "do", does: "promise", ...draft });
  };
  return h(
    "form",
    { class: "card promise-form", onsubmit: add },
    promiseFields(draft, strings),
    h("button", { class: "main", "data-does": "promise-add" }, strings.promise_add),
  );
}

/** In the room: the actions of the last workshop at the start, ours where the group agrees. */
export function promisesNow(model, strings, turn) {
  const now = model.get("promises_now");
  const { viewed, current, stages } = model.get("live");
  if (viewed !== current) return null;
  if (now.which === "last") return lastTime(model, now.list, strings);
  const agrees = stages.some((stage) => stage.here && stage.kind === "agree");
  if (!agrees && now.which !== "ours") return null;
  return h(
    "div",
    { class: "promises-now" },
    promiseList(now, strings),
    h("button", { type: "button", "data-does": "promise-more", onclick: () => turn("promises") }, strings.promise_more),
  );
}

function lastTime(model, list, strings) {
  const one = (promise) =>
    h(
      "li",
      { class: promise.done ? "is-done" : "" },
      h("p", { class: "words", dir: "auto" }, promise.text),
      h("p", { class: "by", dir: "auto" }, promiseFacts({ ...promise, carried: "" }, strings), promise.kept && ` · ${strings.promise_kept}`),
      h("div", { class: "buttons" }, decidePromise(model, promise, strings)),
    );
  return h(
    "section",
    { class: "card promises-now", "aria-labelledby": "last-time" },
    h("h3", { id: "last-time" }, strings.promises_last),
    h("p", { class: "muted" }, strings.promise_ask),
    h("ul", { class: "promises" }, list.map(one)),
  );
}
