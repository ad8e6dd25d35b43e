/** Writing: short texts under one or more prompts. */

import { h, newId, writingField } from "./elements.js";
import { growingList } from "./growing_list.js";
import { outboxOf } from "./outbox.js";
import { hiddenReason, stepView } from "./step.js";

function build(answering) {
  const prompts = answering.step.activity.prompts;
  return h("div", { class: "writing" }, prompts.map((prompt) => promptPart(answering, prompt)));
}

function promptPart(answering, prompt) {
  const { strings } = answering;
  const entries = answering.entries.filter((entry) => entry.item === prompt.id);
  const start = { item: prompt.id, text: "" };
  const draw = (entry) => [hiddenReason(answering, entry), textField(answering, entry, "")];
  const list = { entries, start, label: strings.idea, add: strings.add_idea, draw };
  const example = prompt.example && h("p", { class: "example" }, prompt.example);
  if (!prompt.several) return onlyText(answering, entries[0] ?? { ...start, id: newId() }, prompt, example);
  return h(
    "section",
    { class: "prompt", "data-prompt": prompt.id, role: "group", "aria-label": prompt.label },
    h("h3", {}, prompt.label),
    example,
    growingList(answering, list),
  );
}

function textField(answering, entry, label) {
  return writingField({
    label,
    value: entry.text,
    disabled: answering.locked,
    oninput: (text) => answering.save(Object.assign(entry, { text })),
    onblur: () => answering.outbox.flush(),
  });
}

function onlyText(answering, entry, prompt, example) {
  const field = textField(answering, entry, prompt.label);
  if (example) field.querySelector("label").after(example);
  return h("div", { class: "prompt", "data-prompt": prompt.id }, hiddenReason(answering, entry), field);
}

export default {
  initialize: ({ model }) => void outboxOf(model),
  render: ({ model, el }) => stepView(model, el, build),
};
