/** A person's own choice at a voting stage: dots, ratings, a ranking, a sense check. */

import { choiceField, fill, h, ratingField, writingField } from "../elements.js";
import { ideaWords, inOneLine, themeTitle } from "./ideas.js";

/** The board of a voting stage, for who may vote. */
export function ballotForm(context) {
  const { board, outbox, model, keep } = context;
  const kept = outbox.over(model.get("entries")).find(({ id }) => id === board.ballot.id);
  const chosen = { ...NOTHING, ...kept?.ballot };
  const { id, stage, round } = board.ballot;
  const save = (change) => {
    Object.assign(chosen, change);
    const { dots, ratings, ranking, position, reason } = chosen;
    const ballot = { stage, round, dots, ratings, ranking, position, reason };
    keep(() => {
      outbox.dropRefused();
      outbox.save({ id, kind: "ballot", step: board.step, ballot });
    });
  };
  return FORMS[board.stage.kind]({ ...context, chosen, save });
}

const NOTHING = { dots: {}, ratings: {}, ranking: [], position: null, reason: "" };

const FORMS = { vote: dots, rate: ratings, rank: ranking, "sense-check": senseCheck };

function optionHead(option, strings) {
  const { is_theme: isTheme, ideas } = option;
  if (!isTheme) return h("p", { class: "theme-title" }, ideaWords(ideas[0]));
  const inside = h("ul", { class: "inside" }, ideas.map((idea) => h("li", {}, ideaWords(idea))));
  return [themeTitle(option, strings), inside];
}

function dots({ board, strings, chosen, save, say }) {
  const { dots: budget, most } = board.ballot;
  const given = { ...chosen.dots };
  const left = h("p", { class: "budget" });
  const rows = board.options.map((option) => {
    const count = h("span", { class: "dots", role: "img" });
    const press = (step) => ({ currentTarget }) => {
      if (currentTarget.getAttribute("aria-disabled") === "true") return say(left.textContent);
      const now = (given[option.id] ?? 0) + step;
      if (now) given[option.id] = now;
      else delete given[option.id];
      save({ dots: { ...given } });
      draw();
      say(left.textContent);
    };
    const button = (sign, does, words, step) =>
      h(
        "button",
        {
          type: "button",
          class: "round",
          "data-does": `${does}-${option.id}`,
          "aria-label": fill(words, { option: option.title }),
          onclick: press(step),
        },
        sign,
      );
    const fewer = button("−", "less", strings.dot_less, -1);
    const more = button("+", "more", strings.dot_more, 1);
    const show = (spare) => {
      const now = given[option.id] ?? 0;
      count.textContent = "●".repeat(now) || "○";
      count.setAttribute("aria-label", fill(strings.dots_here, { n: now }));
      // Not `disabled`: the focus of who gives the last dot would be lost.
      fewer.setAttribute("aria-disabled", String(now === 0));
      more.setAttribute("aria-disabled", String(spare === 0 || now >= most));
    };
    return { show, row: h("li", { "data-option": option.id }, optionHead(option, strings), h("div", { class: "give" }, fewer, count, more)) };
  });
  const draw = () => {
    const spare = budget - Object.values(given).reduce((sum, n) => sum + n, 0);
    left.textContent = fill(strings.dots_left, { n: spare, budget });
    for (const { show } of rows) show(spare);
  };
  draw();
  return [left, h("ul", { class: "options ballot" }, rows.map(({ row }) => row))];
}

function ratings({ board, strings, chosen, save }) {
  const rated = { ...chosen.ratings };
  const rate = (option, scale) => (value) => {
    rated[option] = { ...rated[option], [scale]: value };
    save({ ratings: { ...rated } });
  };
  const scalesOf = (option) =>
    board.ballot.scales.map((scale) =>
      ratingField({
        scale,
        value: rated[option.id]?.[scale.id],
        unrated: strings.unrated,
        onchange: rate(option.id, scale.id),
      }),
    );
  return h(
    "ul",
    { class: "options ballot" },
    board.options.map((option) =>
      h(
        "li",
        { "data-option": option.id },
        h("div", { role: "group", "aria-label": option.title }, optionHead(option, strings), scalesOf(option)),
      ),
    ),
  );
}

function ranking({ board, strings, chosen, save }) {
  const titles = board.options.map((option) => [option.id, inOneLine(option)]);
  let ranked = chosen.ranking.filter((id) => titles.some(([known]) => known === id));
  const choose = (place) => (id) => {
    ranked[place] = id;
    ranked = ranked.filter(Boolean); // no gap: who chose only a second place has a first
    save({ ranking: ranked });
    draw();
    if (id) root.querySelectorAll("select")[ranked.indexOf(id)].focus();
  };
  const one = (place) =>
    choiceField({
      label: fill(strings.place, { n: place + 1 }),
      choices: [["", strings.choose], ...titles],
      value: "",
      does: `place-${place + 1}`,
      onchange: choose(place),
    });
  const root = h("div", { class: "ballot" }, Array.from({ length: Math.min(board.ballot.places, titles.length) }, (_, place) => one(place)));
  /** What has a place already is not offered for another. */
  const draw = () =>
    root.querySelectorAll("select").forEach((select, place) => {
      select.value = ranked[place] ?? "";
      for (const option of select.options) option.hidden = option.disabled = ranked.includes(option.value) && option.value !== select.value;
    });
  draw();
  return root;
}

function senseCheck({ board, strings, chosen, save }) {
  const reason = writingField({
    label: strings.why,
    value: chosen.reason ?? "",
    oninput: (words) => save({ reason: words }),
  });
  reason.hidden = !chosen.position;
  const one = (position) =>
    h(
      "label",
      { class: "check" },
      h("input", {
        type: "radio",
        name: board.ballot.id,
        value: position,
        checked: chosen.position === position,
        "data-does": `position-${position}`,
        onchange: () => {
          reason.hidden = false;
          save({ position });
        },
      }),
      h("span", {}, strings[`position_${position}`]),
    );
  return [
    h("blockquote", { class: "proposal", lang: board.outcome.language, dir: "auto" }, board.outcome.text || strings.no_proposal),
    h("fieldset", {}, h("legend", {}, strings.your_position), ["agree", "live-with", "object"].map(one)),
    reason,
  ];
}
