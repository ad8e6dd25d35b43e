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
  const field = (entry, label) =>
    writingField({
      label,
      value: entry.text,
      disabled: answering.locked,
      oninput: (text) => answering.save(Object.assign(entry, { text })),
      onblur: () => answering.outbox.flush(),
    });
  const draw = (entry) => [hiddenReason(answering, entry), field(entry, "")].filter(Boolean);
  const list = { entries, start, label: strings.idea, add: strings.add_idea, draw };
  return h(
    "section",
    { class: "prompt", "data-prompt": prompt.id, role: "group", "aria-label": prompt.label },
    h("h3", {}, prompt.label),
    prompt.example && h("p", { class: "example" }, prompt.example),
    prompt.several ? growingList(answering, list) : single(answering, entries[0], start, field, prompt),
  );
}

function single(answering, entry, start, field, prompt) {
  const only = entry ?? { ...start, id: newId() };
  const part = field(only, prompt.label);
  part.querySelector("label").classList.add("told"); // the heading above says it for the eye
  return h("div", {}, hiddenReason(answering, only) ?? "", part);
}

export default {
  initialize: ({ model }) => void outboxOf(model),
  render: ({ model, el }) => stepView(model, el, build),
};
