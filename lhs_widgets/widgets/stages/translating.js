/** Where the facilitator or a scribe says in another language what an idea says. */

import { fill, h, newId, writingField } from "../elements.js";

let unfolded = false; // whether the fold is open; a page has one

/** Each idea with a field for each other language; null where nothing can be translated. */
export function translating({ board, outbox, strings }) {
  const ideas = (board.options ?? []).flatMap((option) => option.ideas).filter((idea) => idea.translations);
  const others = (idea) => board.translates.filter((to) => to !== idea.language);
  const without = ideas.flatMap((idea) => others(idea).filter((to) => !translationTo(idea, to)));
  if (!board.shown || !ideas.some((idea) => others(idea).length)) return null;
  return h(
    "details",
    { class: "fold translating", open: unfolded, ontoggle: ({ target }) => (unfolded = target.open) },
    h("summary", { "data-does": "translating" }, fill(strings.translating, { n: without.length })),
    h("p", { class: "muted" }, strings.translating_how),
    h("ul", {}, ideas.map((idea) => inOthers(idea, others(idea), board.step, outbox, strings))),
  );
}

const translationTo = ({ translations }, to) => translations.find(([language]) => language === to)?.[1] ?? "";

function inOthers(idea, others, step, outbox, strings) {
  const original = h("p", { id: `o${newId()}`, lang: idea.language, dir: "auto" }, idea.text);
  const fields = others.map((to) => translationField(idea, to, original, step, outbox, strings));
  return fields.length ? h("li", { "data-idea": idea.id }, original, fields) : null;
}

function translationField(idea, to, original, step, outbox, strings) {
  const id = `words-${idea.id}-${to}`;
  const save = (text) => {
    outbox.dropRefused((entry) => entry.id === id);
    outbox.save({ id, kind: "translation", step, contribution: idea.id, of: idea.text, text, language: to });
  };
  const waiting = outbox.over([]).find((entry) => entry.id === id);
  const field = writingField({
    label: fill(strings.translation_to, { language: to.toUpperCase() }),
    value: waiting?.text ?? translationTo(idea, to),
    describedBy: original.id,
    oninput: save,
    onblur: () => outbox.flush(),
  });
  Object.assign(field.querySelector("textarea"), { lang: to, dir: "auto" });
  return field;
}
