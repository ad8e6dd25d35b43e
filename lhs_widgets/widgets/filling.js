/** Filling a table: a card for each row, with a field for each column. */

import { choiceField, h, newId, writingField } from "./elements.js";
import { growingList } from "./growing_list.js";
import { itemWords, listSource } from "./items.js";
import { outboxOf } from "./outbox.js";
import { hiddenReason, stepView } from "./step.js";

function build(answering) {
  const { rows } = answering.step.activity;
  return h("div", { class: "filling" }, rows ? givenRows(answering, rows) : ownRows(answering));
}

function ownRows(answering) {
  const { strings, entries } = answering;
  const draw = (entry) => rowFields(answering, entry, h("p", { class: "card-name" }));
  return growingList(answering, { entries, start: { cells: {} }, label: strings.row, add: strings.add_row, draw });
}

function givenRows(answering, rows) {
  const card = (item) => {
    const entry = answering.entries.find((each) => each.item === item.id) ?? { id: newId(), item: item.id, cells: {} };
    const head = h("div", {}, h("h3", {}, item.name), itemWords(item));
    const fields = h("div", { role: "group", "aria-label": item.name }, rowFields(answering, entry, head));
    return h("li", { class: "card", "data-item": item.id }, fields);
  };
  return [...listSource(answering.step.activity.source), h("ul", { class: "cards" }, rows.map(card))];
}

function rowFields(answering, entry, head) {
  const { columns } = answering.step.activity;
  const save = (column, value) => {
    entry.cells = { ...entry.cells, [column.id]: value };
    answering.save(entry);
  };
  const fields = columns.map((column) => cellField(answering, column, entry.cells?.[column.id], (value) => save(column, value)));
  return [hiddenReason(answering, entry), head, ...fields].filter(Boolean);
}

function cellField(answering, column, value, save) {
  const { locked, strings } = answering;
  const help = column.help && h("p", { class: "muted" }, column.help);
  if (!column.choices) {
    const onblur = () => answering.outbox.flush();
    const field = writingField({ label: column.label, value: value ?? "", disabled: locked, oninput: save, onblur });
    if (help) field.querySelector("label").after(help);
    return field;
  }
  if (column.several) return severalField(column, value ?? [], save, locked, help);
  const field = choiceField({
    label: column.label,
    choices: [["", strings.choose], ...column.choices.map(({ id, name }) => [id, name])],
    value: value?.[0] ?? "",
    disabled: locked,
    onchange: (chosen) => save(chosen ? [chosen] : []),
  });
  if (help) field.querySelector("label").after(help);
  return field;
}

function severalField(column, value, save, locked, help) {
  const chosen = new Set(value);
  const toggle = (id) => (event) => {
    if (event.target.checked) chosen.add(id);
    else chosen.delete(id);
    save(column.choices.map((each) => each.id).filter((each) => chosen.has(each)));
  };
  const one = ({ id, name }) =>
    h(
      "label",
      { class: "check" },
      h("input", { type: "checkbox", checked: chosen.has(id), disabled: locked, onchange: toggle(id) }),
      h("span", {}, name),
    );
  return h("fieldset", { class: "several" }, h("legend", {}, column.label), help, column.choices.map(one));
}

export default {
  initialize: ({ model }) => void outboxOf(model),
  render: ({ model, el }) => stepView(model, el, build),
};
