/** The answers to a step as cards; one can be hidden from everyone, with a reason its author reads. */

import { fill, h, newId } from "../elements.js";

const hiding = new WeakMap(); // by console: the card that is being hidden, and why

/** As the facilitator reads them before they are shown. */
export function answers(model, strings, redraw) {
  const { answers: said, answered, revealed, unseen } = model.get("live");
  if (!answered) return null;
  return h(
    "section",
    { class: "said", "aria-labelledby": "said" },
    h("h3", { id: "said" }, fill(strings.answers, { n: said.length })),
    h("p", { class: "muted" }, revealed ? fill(strings.shown_to_all, { n: unseen }) : strings.shown_to_you),
    cards(model, strings, redraw),
    hiddenCards(model, strings),
  );
}

function cards(model, strings, redraw) {
  return h("ul", {}, model.get("live").answers.map((card) => shownCard(model, card, strings, redraw)));
}

function shownCard(model, { text, ids }, strings, redraw) {
  const draft = hiding.get(model);
  const asks = draft?.id === ids[0];
  const ask = () => {
    hiding.set(model, { id: ids[0], reason: "" });
    redraw();
  };
  return h(
    "li",
    { class: asks ? "asks" : "" },
    h("span", { class: "words", dir: "auto" }, text),
    asks
      ? reasonForm(model, ids, draft, strings, redraw)
      : h(
          "button",
          { type: "button", class: "quiet", "data-does": `hide-${ids[0]}`, "aria-label": `${strings.hide_card}: ${text}`, onclick: ask },
          strings.hide_card,
        ),
  );
}

function reasonForm(model, ids, draft, strings, redraw) {
  const field = h("input", {
    id: `y${newId()}`,
    type: "text",
    maxlength: 240,
    value: draft.reason,
    "data-does": "hide-reason",
    oninput: ({ target }) => (draft.reason = target.value),
    onkeydown: ({ key }) => key === "Enter" && hide(),
  });
  const stop = () => {
    hiding.delete(model);
    field.blur(); // a part in which someone writes is not drawn anew
    redraw();
  };
  const hide = () => {
    const reason = field.value.trim();
    if (!reason) return field.focus();
    for (const contribution of ids) model.send({ type: "do", does: "moderate", contribution, reason, moderated: true });
    stop();
  };
  const ready = (words) =>
    h("button", { type: "button", class: "quiet", onclick: () => ((field.value = draft.reason = words), field.focus()) }, words);
  requestAnimationFrame(() => field.isConnected && field.focus());
  return h(
    "div",
    { class: "reason" },
    h("label", { for: field.id }, strings.hide_why),
    field,
    h("div", { class: "ready" }, [strings.why_names, strings.why_hurts, strings.why_elsewhere].map(ready)),
    h(
      "div",
      { class: "buttons" },
      h("button", { type: "button", "data-does": "hide-now", onclick: hide }, strings.hide_now),
      h("button", { type: "button", class: "quiet", "data-does": "hide-not", onclick: stop }, strings.hide_not),
    ),
  );
}

/** What was hidden and why: nothing disappears without a trace. */
function hiddenCards(model, strings) {
  const { hidden } = model.get("live");
  if (!hidden.length) return null;
  const one = ({ text, ids, reason }) => {
    const again = () => {
      for (const contribution of ids) model.send({ type: "do", does: "moderate", contribution, reason: "", moderated: false });
    };
    return h(
      "li",
      {},
      h("span", { class: "words", dir: "auto" }, text),
      h("span", { class: "by", dir: "auto" }, fill(strings.hidden_why, { reason })),
      h("button", { type: "button", class: "quiet", "data-does": `show-${ids[0]}`, onclick: again }, strings.show_card),
    );
  };
  return h("section", { class: "hidden-cards", "aria-labelledby": "hidden" }, h("h3", { id: "hidden" }, fill(strings.hidden_cards, { n: hidden.length })), h("ul", {}, hidden.map(one)));
}
