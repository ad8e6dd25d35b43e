/** Small groups: split the room, see who sits where, move someone, bring everyone together. */

import { choiceField, fill, h, newId } from "../elements.js";
import { command } from "./actions.js";

const ways = ["balanced", "random", "by-hand"];
const choices = new WeakMap(); // by console: how many tables, and how people are seated

export function tables(model, strings) {
  const split = model.get("room").tables;
  return split ? seated(model, split, strings) : splitting(model, strings);
}

function splitting(model, strings) {
  const wanted = choices.get(model) ?? { tables: Math.max(2, Math.round(model.get("live").joined / 6)), how: ways[0] };
  choices.set(model, wanted);
  const number = h("input", {
    id: `t${newId()}`,
    type: "number",
    min: 2,
    max: 40,
    value: wanted.tables,
    "data-does": "number-of-tables",
    oninput: ({ target }) => (wanted.tables = Number(target.value)),
  });
  const split = () => {
    if (wanted.tables >= 2 && wanted.tables <= 40) model.send({ type: "do", does: "split", ...wanted });
    else number.focus();
  };
  return [
    h("div", { class: "field short" }, h("label", { for: number.id }, strings.how_many_tables), number),
    choiceField({
      label: strings.how_seated,
      choices: ways.map((way) => [way, strings[`seated_${way}`]]),
      value: wanted.how,
      does: "how-seated",
    onchange: (way) => (wanted.how = way),
    }),
    h("button", { type: "button", "data-does": "split", onclick: split }, strings.split),
  ];
}

function seated(model, { count, people }, strings) {
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  const name = (table) => (table ? fill(strings.table, { n: table }) : strings.at_no_table);
  const one = (table) => {
    const here = people.filter((person) => person.table === table);
    if (!here.length && table === null) return null;
    return h(
      "section",
      { class: "table" },
      h("h4", {}, `${name(table)} (${here.length})`),
      h("ul", {}, here.map((person) => seat(model, person, numbers, name, strings))),
    );
  };
  return [
    h("div", { class: "tables" }, [null, ...numbers].map(one)),
    command(model, strings.together_again, { does: "split", tables: 0 }, { does: "together-again" }),
  ];
}

function seat(model, { id, name: person, table }, numbers, name, strings) {
  const field = choiceField({
    label: person,
    choices: [...(table ? [] : [["", name(null)]]), ...numbers.map((n) => [String(n), name(n)])],
    value: String(table ?? ""),
    onchange: (chosen) => chosen && model.send({ type: "do", does: "seat", seats: { [id]: Number(chosen) } }),
  });
  const select = field.querySelector("select");
  select.dataset.does = `seat-${id}`;
  select.setAttribute("aria-label", fill(strings.seat_of, { person }));
  return h("li", {}, field);
}
