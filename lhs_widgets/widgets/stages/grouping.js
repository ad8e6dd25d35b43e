/** Grouping without dragging: select ideas, then name a theme or choose one. */

import { arrange, drawKeepingFocus, keeper } from "../drawing.js";
import { choiceField, fill, h, newId } from "../elements.js";
import { ideaWords, themeTitle } from "./ideas.js";

const drafts = new WeakMap(); // by page: what is selected, and the theme it is to go into

function draftOf(model, step) {
  const draft = drafts.get(model);
  if (draft?.step === step) return draft;
  drafts.set(model, { step, ideas: new Set(), into: "", title: "" });
  return drafts.get(model);
}

/**
 * The board on which ideas are sorted, and what brings it up to date. While others sort too, an idea
 * that stays where it is stays the same element: a screen reader keeps its place in it.
 */
export function grouping({ model, outbox, board: first, strings, say }) {
  const draft = draftOf(model, first.step);
  const bar = h("div", { class: "grouping-bar" });
  const list = h("ul", { class: "options selectable" });
  const root = h("div", { class: "grouping" }, list, bar);
  const rows = keeper();
  let board = first;

  const drawBar = () => drawKeepingFocus(bar, () => bar.replaceChildren(...tools({ board, strings, draft, act })));
  const tick = () => {
    for (const box of list.querySelectorAll("input[type=checkbox]"))
      box.checked = draft.ideas.has(box.dataset.does.slice("select-".length));
  };
  /** Carries out an act; the selection has served. The focus goes along with the ideas. */
  function act(entry, words) {
    const [leading] = draft.ideas;
    const byKeys = bar.querySelector(":focus-visible:not(input)") !== null;
    draft.ideas.clear();
    draft.title = "";
    tick();
    list.querySelector(`[data-does="select-${leading}"]`)?.focus({ preventScroll: !byKeys });
    drawBar();
    outbox.act({ id: newId(), step: board.step, ...entry });
    say(words);
  }
  const select = (id, on) => {
    if (on) draft.ideas.add(id);
    else draft.ideas.delete(id);
    drawBar();
    say(fill(strings.selected, { n: draft.ideas.size }));
  };
  /** Selects what is suggested; what becomes of it is up to the person. */
  const take = ({ word, items }) => {
    draft.ideas = new Set(items);
    draft.title = word;
    draft.into = "";
    tick();
    drawBar();
    const name = bar.querySelector("[data-does=theme-name]");
    name.focus();
    name.select();
  };
  const ideaRow = (idea, option = {}) => rows(["idea", idea, option], () => h("li", option, ideaBox(idea, select)));
  const row = (option) => {
    if (!option.is_theme) return ideaRow(option.ideas[0], { "data-option": option.id });
    const { id, title, table } = option;
    const heading = () => h("li", { class: "theme", "data-option": id }, themeTitle(option, strings), h("ul"));
    const theme = rows(["theme", id, title, table], heading);
    arrange(theme.lastChild, option.ideas.map((idea) => ideaRow(idea)));
    return theme;
  };
  const update = (next) => {
    board = next;
    const shown = new Set(board.options.flatMap(({ ideas }) => ideas.map(({ id }) => id)));
    for (const id of draft.ideas) if (!shown.has(id)) draft.ideas.delete(id);
    if (!themesOf(board).some(({ id }) => id === draft.into)) draft.into = "";
    arrange(root, [...suggested(board.suggestions, take, strings, rows), list, bar]);
    arrange(list, board.options.map(row));
    tick();
    drawBar();
  };
  update(board);
  return { root, update };
}

const themesOf = (board) => board.options.filter((option) => option.is_theme);

const seen = new Set(); // whether the suggestions are open

/** Ideas that share a word, to start from. */
function suggested(found, take, strings, rows) {
  if (!found.length) return [];
  const one = (each) =>
    h(
      "li",
      {},
      h(
        "button",
        { type: "button", class: "quiet", "data-does": `suggest-${each.items[0]}`, onclick: () => take(each) },
        fill(strings.suggestion, { word: each.word, n: each.items.length }),
      ),
    );
  const toggle = ({ target }) => (target.open ? seen.add("open") : seen.clear());
  const box = () =>
    h(
      "details",
      { class: "suggestions", open: seen.size > 0, ontoggle: toggle },
      h("summary", {}, strings.suggestions),
      h("p", { class: "muted" }, strings.suggestions_how),
      h("ul", {}, found.map(one)),
    );
  return [rows(["suggested", found], box)];
}

function ideaBox(idea, select) {
  const box = h("input", {
    type: "checkbox",
    "data-does": `select-${idea.id}`,
    onchange: (event) => select(idea.id, event.target.checked),
  });
  return h("label", { class: "check" }, box, h("span", {}, ideaWords(idea)));
}

function tools({ board, strings, draft, act }) {
  const themes = themesOf(board);
  const button = (does, words, press, kind = "") =>
    h("button", { type: "button", class: kind, "data-does": does, onclick: press }, words);
  const undo =
    board.undo && button("undo", strings.undo_group, () => act({ kind: "undo", act: board.undo }, strings.undone), "quiet");
  const items = [...draft.ideas];
  if (!items.length) return [h("p", { class: "muted" }, strings.select_first), undo].filter(Boolean);

  const name = h("input", {
    type: "text",
    id: `n${newId()}`,
    maxlength: 120,
    "data-does": "theme-name",
    oninput: (event) => (draft.title = event.target.value),
    onkeydown: (event) => event.key === "Enter" && put(),
  });
  name.value = draft.title;
  const naming = h("div", { class: "field", hidden: draft.into !== "" }, h("label", { for: name.id }, strings.theme_name), name);
  const titled = (id) => themes.find((theme) => theme.id === id).title;
  const put = () => {
    const title = draft.into ? titled(draft.into) : draft.title.trim();
    const words = fill(strings.grouped, { theme: title, n: items.length });
    if (draft.into) act({ kind: "group", theme: draft.into, items, title: "" }, words);
    else if (title) act({ kind: "group", theme: newId(), items, title }, words);
    else name.focus();
  };
  const into = choiceField({
    label: fill(strings.put_in, { n: items.length }),
    choices: [["", strings.new_theme], ...themes.map(({ id, title }) => [id, title])],
    value: draft.into,
    does: "put-in",
    onchange: (value) => {
      draft.into = value;
      naming.hidden = value !== "";
    },
  });
  const grouped = themes.flatMap(({ ideas }) => ideas).some(({ id }) => draft.ideas.has(id));
  const whole = themes.filter(({ ideas }) => ideas.every(({ id }) => draft.ideas.has(id)));
  const merge = () => {
    const [{ id: theme, title }, ...others] = whole;
    const themes = others.map(({ id }) => id);
    act({ kind: "merge", themes, theme }, fill(strings.merged, { n: whole.length, theme: title }));
  };
  const rename = () => {
    const title = draft.title.trim();
    if (title) act({ kind: "rename", theme: whole[0].id, title }, fill(strings.renamed, { theme: title }));
    else name.focus();
  };
  return [
    into,
    naming,
    h(
      "div",
      { class: "buttons" },
      button("group", strings.group_them, put, "main"),
      grouped && button("ungroup", strings.take_out, () => act({ kind: "ungroup", items }, fill(strings.taken_out, { n: items.length }))),
      whole.length > 1 && button("merge", fill(strings.merge, { n: whole.length }), merge),
      whole.length === 1 && !draft.into && button("rename", strings.rename, rename),
      undo,
    ),
  ];
}
