/** What the session is for, and until when it is kept. */

import { choiceField, h, newId } from "../elements.js";

export function purposeFields({ model, send }, strings) {
  const { aim, reb, joined, keep_until } = model.get("prepared");
  const saved = () => strings.saved_change;
  const number = textField(strings.reb, { maxlength: 60, value: reb, "data-does": "plan-reb" });
  const save = (meant) => send({ does: "purpose", aim: meant, reb: number.input.value }, saved);
  number.root.hidden = aim === "quality";
  number.input.onchange = () => save(select.value);
  const choice = choiceField({
    label: strings.aim,
    choices: ["quality", "research", "both"].map((each) => [each, strings[`aim_${each}`]]),
    value: aim,
    disabled: joined,
    does: "plan-aim",
    onchange: (meant) => {
      number.root.hidden = meant === "quality";
      if (meant === "quality" || number.input.value.trim()) save(meant);
      else number.input.focus(); // saved once research has its number
    },
  });
  const select = choice.querySelector("select");
  describe(choice, select, joined ? strings.aim_fixed : strings.aim_how);
  const until = textField(strings.keep_until, { type: "date", value: keep_until, "data-does": "plan-keep" });
  until.input.onchange = () => send({ does: "keep-until", until: until.input.value }, saved);
  describe(until.root, until.input, strings.keep_how);
  return [choice, number.root, until.root, supportFields({ model, send }, strings)];
}

/** To whom people can turn, in each language that the workshop offers. */
function supportFields({ model, send }, strings) {
  const { support, languages } = model.get("prepared");
  const fields = Object.fromEntries(
    languages.map((language) => {
      const name = languages.length > 1 ? `${strings.support} (${language.toUpperCase()})` : strings.support;
      return [language, textField(name, { maxlength: 300, lang: language, value: support.words[language] ?? "", "data-does": `support-${language}`, onchange: () => save() })];
    }),
  );
  const wall = h("input", { type: "checkbox", checked: support.on_wall, "data-does": "support-wall", onchange: () => save() });
  const save = () => {
    const typed = Object.entries(fields).map(([language, { input }]) => [language, input.value]);
    send({ does: "support", words: { ...support.words, ...Object.fromEntries(typed) }, on_wall: wall.checked }, () => strings.saved_change);
  };
  const how = h("p", { class: "muted", id: `h${newId()}` }, strings.support_how);
  const group = h("fieldset", { "aria-describedby": how.id }, h("legend", {}, strings.support_legend), Object.values(fields).map(({ root }) => root));
  group.append(h("label", { class: "check" }, wall, h("span", {}, strings.support_wall)), how);
  return group;
}

function textField(label, more) {
  const id = `p${newId()}`;
  const input = h("input", { id, type: "text", ...more });
  return { input, root: h("div", { class: "field" }, h("label", { for: id }, label), input) };
}

function describe(field, input, words) {
  const how = h("p", { class: "muted", id: `h${newId()}` }, words);
  input.setAttribute("aria-describedby", how.id);
  field.append(how);
}
