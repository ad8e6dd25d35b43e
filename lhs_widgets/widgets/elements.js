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
  const { lost, elsewhere, back, dir } = model.get("strings");
  document.documentElement.dir = dir;
  Object.assign(document.body.dataset, { lost, elsewhere, back });
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

/** Where words are made larger and colours chosen; in a notebook, which has its own, nowhere. */
export function lookLink(model) {
  if (!document.documentElement.dataset.colours) return null;
  const look = model.get("strings").look;
  const address = `/look?back=${encodeURIComponent(location.pathname)}`;
  return h("a", { class: "look", href: address, "aria-label": `Aa, ${look}`, title: look }, "Aa");
}

/** A text area that grows with its words, so that nothing typed is hidden. */
export function writingField({ label, value, hint, describedBy, oninput, onblur, disabled }) {
  const grow = (area) => {
    if (CSS.supports("field-sizing", "content")) return; // it does so by itself, also when a phone is turned
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

/** What a screen reader says of something that is seen anyway: its place, and how to say it. */
export function announcer() {
  const place = h("p", { class: "unseen", role: "status" });
  let clearing;
  const say = (words) => {
    clearTimeout(clearing);
    place.textContent = place.textContent === words ? `${words}\u00a0` : words; // said again
    clearing = setTimeout(() => (place.textContent = ""), 10_000); // who reads on does not meet old news
  };
  return [place, say];
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
    h("p", { class: "ends", "aria-hidden": "true", style: `--points:${scale.points.length}` }, ends(scale).map((words) => h("span", {}, words))),
    words,
  );
}

/** Names the cards of a list after their places: "Condition 1", and "Remove {card}". */
export function numberCards(list, label, remove) {
  [...list.children].forEach((card, i) => {
    const name = fill(label, { n: i + 1 });
    (card.querySelector(".card-name") ?? card.querySelector("label")).textContent = name;
    card.querySelector(".remove")?.setAttribute("aria-label", fill(remove, { card: name }));
  });
}

/** What the first and the last point mean, so that one sees which end is which. */
function ends({ points }) {
  return [points[0], points[points.length - 1]].map(({ value, label }) => `${value} = ${label}`);
}

/** A native drop-down list with its label. */
export function choiceField({ label, choices, value, onchange, disabled, does }) {
  const id = `s${newId()}`;
  const select = h(
    "select",
    { id, disabled, "data-does": does, onchange: (event) => onchange(event.target.value) },
    choices.map(([key, text]) => h("option", { value: key, selected: key === value }, text)),
  );
  return h("div", { class: "field" }, h("label", { for: id }, label), select);
}
