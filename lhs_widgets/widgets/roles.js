/** Roles: choose among the ten, or name one's own, with influence today and wished for. */

import { choiceField, fill, h, newId, numberCards } from "./elements.js";
import { outboxOf } from "./outbox.js";
import { hiddenReason, stepView } from "./step.js";

const scopes = new WeakMap(); // which answers a widget shows: one's own, or for the group

function build(answering) {
  const { model, strings, step } = answering;
  const scope = scopes.get(model) ?? "self";
  const mine = answering.entries.filter((entry) => (entry.scope ?? "self") === scope);
  return h(
    "div",
    {},
    scopeChoice(answering, scope),
    step.activity.functions.map((each) =>
      h(
        "fieldset",
        { class: "function" },
        h("legend", {}, each.name),
        h("p", { class: "muted" }, each.description),
        each.roles.map((role) => roleCard(answering, role, mine, scope)),
      ),
    ),
    ownRoles(answering, mine, scope),
  );
}

function scopeChoice(answering, scope) {
  const { model, strings } = answering;
  const name = `scope${newId()}`;
  const choice = (value, words) =>
    h(
      "label",
      { class: "segment" },
      h("input", {
        type: "radio",
        name,
        checked: value === scope,
        onchange: () => {
          scopes.set(model, value);
          answering.redraw();
          answering.place.querySelector(".scope input:checked").focus();
        },
      }),
      h("span", {}, words),
    );
  return h(
    "fieldset",
    { class: "scope" },
    h("legend", {}, strings.roles_for),
    h("div", { class: "segments" }, choice("self", strings.for_me), choice("group", strings.for_group)),
  );
}

function roleCard(answering, role, mine, scope) {
  const { strings, locked } = answering;
  let entry = mine.find((each) => each.role === role.id);
  const more = h("div", { class: "more" });
  const id = `role${newId()}`;
  const open = () => more.replaceChildren(...(entry ? [influence(answering, entry)] : []));
  const toggle = (event) => {
    if (event.target.checked) {
      entry = { id: newId(), role: role.id, scope, text: "", ratings: {} };
      answering.save(entry);
    } else {
      answering.remove(entry);
      entry = null;
    }
    open();
  };
  open();
  return h(
    "div",
    { class: "card role" },
    entry && hiddenReason(answering, entry),
    h(
      "label",
      { class: "check" },
      h("input", {
        type: "checkbox",
        checked: Boolean(entry),
        disabled: locked,
        "aria-describedby": id,
        onchange: toggle,
      }),
      h("span", { class: "name" }, role.name),
    ),
    h("p", { id, class: "muted" }, role.description, " ", h("span", { class: "count" }, role.reported)),
    more,
  );
}

/** Two lists, today and wished, and a ladder that shows the distance between them. */
function influence(answering, entry) {
  const { step, strings, locked } = answering;
  const { today, wished } = step.activity;
  const ladder = h("div", { class: "ladder", "aria-hidden": "true" });
  const draw = () => {
    ladder.replaceChildren(
      ...today.points.map((point) =>
        h("span", {
          class: [
            point.value === entry.ratings[today.id] && "today",
            point.value === entry.ratings[wished.id] && "wished",
            between(point.value, entry.ratings[today.id], entry.ratings[wished.id]) && "between",
          ]
            .filter(Boolean)
            .join(" "),
        }),
      ),
    );
  };
  const list = (scale) => {
    const meaning = h("p", { class: "meaning muted", "aria-hidden": "true" });
    const explain = () =>
      (meaning.textContent = scale.points.find((p) => p.value === entry.ratings[scale.id])?.description ?? "");
    const field = choiceField({
      label: scale.question,
      value: String(entry.ratings[scale.id] ?? ""),
      disabled: locked,
      choices: [
        ["", strings.choose],
        ...scale.points.map((p) => [
          String(p.value),
          p.description ? fill(strings.with_meaning, { word: p.label, meaning: p.description }) : p.label,
        ]),
      ],
      onchange: (value) => {
        const { [scale.id]: _, ...rest } = entry.ratings;
        entry.ratings = value === "" ? rest : { ...rest, [scale.id]: Number(value) };
        answering.save(entry);
        draw();
        explain();
      },
    });
    explain();
    field.append(meaning);
    return field;
  };
  draw();
  return h("div", { class: "influence" }, list(today), list(wished), ladder);
}

function between(value, today, wished) {
  if (today === undefined || wished === undefined) return false;
  return value >= Math.min(today, wished) && value <= Math.max(today, wished);
}

function ownRoles(answering, mine, scope) {
  const { strings, locked } = answering;
  const list = h("div", { class: "cards" });
  const number = () => numberCards(list, strings.own_role, strings.remove_card);
  const show = (entry, focus) => {
    const card = ownRole(answering, entry, () => {
      answering.remove(entry);
      card.remove();
      number();
      add.focus();
    });
    list.append(card);
    number();
    if (focus) card.querySelector("input").focus();
  };
  const add = h(
    "button",
    {
      type: "button",
      class: "add",
      onclick: () => show({ id: newId(), role: null, scope, text: "", ratings: {} }, true),
    },
    `+ ${strings.add_role}`,
  );
  mine.filter((entry) => !entry.role).forEach((entry) => show(entry, false));
  return h(
    "fieldset",
    { class: "function" },
    h("legend", {}, strings.own_roles),
    list,
    locked ? null : add,
  );
}

function ownRole(answering, entry, remove) {
  const { strings, locked } = answering;
  const id = `own${newId()}`;
  const input = h("input", {
    id,
    type: "text",
    maxlength: 120,
    value: entry.text,
    disabled: locked,
    oninput: (event) => {
      entry.text = event.target.value;
      answering.save(entry);
    },
    onblur: () => answering.outbox.flush(),
  });
  return h(
    "div",
    { class: "card" },
    hiddenReason(answering, entry),
    h("div", { class: "field" }, h("label", { for: id }), input),
    influence(answering, entry),
    locked
      ? null
      : h("button", { type: "button", class: "quiet remove", onclick: remove }, strings.remove),
  );
}

export default {
  initialize: ({ model }) => void outboxOf(model),
  render: ({ model, el }) => stepView(model, el, build),
};
