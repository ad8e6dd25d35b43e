/** Small builders of native HTML elements, shared by the widgets. */

/**
 * An element: `h("button", { class: "quiet", onclick: go }, "Next")`.
 * Attributes that are null, undefined or false are left out; `on…` are listeners.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child || child === 0));
  return element;
}

const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

/**
 * Draws anew what is in `root` and leaves the focus, and the caret, where they were: on what does
 * the same (`data-does`), else on the same place in the order. Returns whether the focus was inside
 * and could not be left there.
 */
export function drawKeepingFocus(root, draw) {
  const at = [...root.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
  const { selectionStart, selectionEnd, dataset } = document.activeElement ?? {};
  const does = dataset?.does;
  draw();
  if (at < 0) return false;
  const next = does
    ? root.querySelector(`[data-does="${does}"]`)
    : root.querySelectorAll(FOCUSABLE)[at];
  next?.focus({ preventScroll: true });
  if (!next || document.activeElement !== next) return true;
  if (selectionStart != null && next.selectionStart != null)
    next.setSelectionRange(selectionStart, selectionEnd);
  return false;
}

const WRITING = "textarea, input[type=text], input[type=date], input[type=number]";

/** Whether someone is in the middle of a word in `root`. */
export function isWritingIn(root) {
  return root.contains(document.activeElement) && document.activeElement.matches(WRITING);
}

/**
 * A part of a page that is drawn anew when one of the model's `keys` changes; while someone writes in
 * it, it waits until they are done. `build` returns its children; `lost` is called when the focus was
 * on something that is gone. Returns the element, `draw` and `end`.
 */
export function region(model, keys, build, { attributes = {}, lost = () => {} } = {}) {
  const root = h("div", attributes);
  let waits = false;
  const fillIn = () => root.replaceChildren(...[build()].flat(Infinity).filter(Boolean));
  const draw = () => {
    waits = isWritingIn(root);
    if (!waits && drawKeepingFocus(root, fillIn)) lost();
  };
  root.addEventListener("focusout", () => waits && requestAnimationFrame(draw));
  for (const key of keys) model.on(`change:${key}`, draw);
  draw();
  return {
    root,
    draw,
    end: () => {
      for (const key of keys) model.off(`change:${key}`, draw);
    },
  };
}

/** An id of letters and digits; `crypto.randomUUID` is missing on plain http, where phones are. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return [...bytes].map((byte) => byte.toString(36).padStart(2, "0")).join("");
}

/** Fills `{name}` places of a sentence. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/** Turns the page, written in the language of its first moment, to the one it is in now. */
export function speak(model) {
  document.documentElement.lang = model.get("language"); // a screen reader goes by this
  const { lost, back } = model.get("strings");
  Object.assign(document.body.dataset, { lost, back });
}

/** The languages of the page, as buttons. */
export function languageSwitch(model) {
  if (model.get("languages").length < 2) return null;
  return h(
    "div",
    { class: "languages", role: "group", "aria-label": model.get("strings").language },
    model.get("languages").map(([code, name]) =>
      h(
        "button",
        {
          type: "button",
          lang: code,
          "aria-pressed": String(code === model.get("language")),
          onclick: () => model.send({ type: "language", language: code }),
        },
        name,
      ),
    ),
  );
}

/** A text area that grows with its words, so that nothing typed is hidden. */
export function writingField({ label, value, hint, describedBy, oninput, onblur, disabled }) {
  const grow = (area) => {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 4}px`;
  };
  const id = `w${newId()}`;
  const area = h("textarea", {
    id,
    rows: 2,
    maxlength: 2000,
    placeholder: hint,
    disabled,
    "aria-describedby": describedBy,
    oninput: (event) => {
      grow(event.target);
      oninput(event.target.value);
    },
    onblur,
  });
  area.value = value;
  requestAnimationFrame(() => value && grow(area));
  return h("div", { class: "field" }, h("label", { for: id }, label), area);
}

/** A row of radio buttons on a labelled scale; the words of the chosen point stand below it. */
export function ratingField({ scale, value, unrated, onchange, disabled }) {
  const name = `r${newId()}`;
  const words = h("p", { class: "chosen", "aria-hidden": "true" });
  const say = (chosen) => {
    const point = scale.points.find((p) => p.value === chosen);
    words.textContent = point ? point.label : unrated;
    words.classList.toggle("unset", !point);
  };
  const buttons = scale.points.map((point) =>
    h(
      "label",
      { class: "pill" },
      h("input", {
        type: "radio",
        name,
        value: point.value,
        checked: point.value === value,
        disabled,
        "aria-label": `${point.value}, ${point.label}`,
        onchange: () => {
          say(point.value);
          onchange(point.value);
        },
      }),
      h("span", { "aria-hidden": "true" }, String(point.value)),
    ),
  );
  say(value);
  return h(
    "fieldset",
    { class: "rating" },
    h("legend", {}, scale.question),
    h("div", { class: "pills" }, buttons),
    h("p", { class: "ends", "aria-hidden": "true" }, ends(scale).map((words) => h("span", {}, words))),
    words,
  );
}

/** Names the cards of a list after their places: "Condition 1", and "Remove: Condition 1". */
export function numberCards(list, label, remove) {
  [...list.children].forEach((card, i) => {
    const name = fill(label, { n: i + 1 });
    (card.querySelector(".card-name") ?? card.querySelector("label")).textContent = name;
    card.querySelector(".remove")?.setAttribute("aria-label", `${remove}: ${name}`);
  });
}

/** What the first and the last point mean, so that one sees which end is which. */
function ends({ points }) {
  return [points[0], points[points.length - 1]].map(({ value, label }) => `${value} = ${label}`);
}

/** A native drop-down list with its label. */
export function choiceField({ label, choices, value, onchange, disabled }) {
  const id = `s${newId()}`;
  const select = h(
    "select",
    { id, disabled, onchange: (event) => onchange(event.target.value) },
    choices.map(([key, text]) => h("option", { value: key, selected: key === value }, text)),
  );
  return h("div", { class: "field" }, h("label", { for: id }, label), select);
}
