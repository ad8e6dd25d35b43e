/** The answers to a step as cards; one can be hidden from everyone, with a reason its author reads. */

import { fill, h, newId } from "../elements.js";
import { looksOn } from "./actions.js";

const hiding = new WeakMap(); // by console: the card that is being hidden, and why

/** As the facilitator reads them before they are shown. */
export function answers(model, strings, redraw, say) {
  const { answers: said, answered, revealed, unseen } = model.get("live");
  if (!answered) return null;
  return h(
    "section",
    { class: "said", "aria-labelledby": "said" },
    h("h3", { id: "said", tabindex: -1 }, fill(strings.answers, { n: said.length })),
    h("p", { class: "muted" }, revealed ? fill(strings.shown_to_all, { n: unseen }) : strings.shown_to_you),
    h("ul", {}, said.map((card) => shownCard(model, card, strings, redraw, say))),
    hiddenCards(model, strings),
  );
}

function shownCard(model, { text, ids }, strings, redraw, say) {
  const draft = hiding.get(model);
  const asks = draft?.id === ids[0];
  const ask = () => {
    hiding.set(model, { id: ids[0], reason: "" });
    redraw();
    document.querySelector("[data-does=hide-reason]").focus();
  };
  const hide = (reason) => {
    for (const contribution of ids) model.send({ type: "do", does: "moderate", contribution, reason, moderated: true });
    stop("#said");
    say(fill(strings.hidden_now, { words: text }));
  };
  /** The focus goes where one comes from, or to the answers if that is gone. */
  const stop = (back) => {
    hiding.delete(model);
    document.querySelector("#said").focus(); // a part in which someone writes is not drawn anew
    redraw();
    document.querySelector(back).focus();
  };
  return h(
    "li",
    { class: asks ? "asks" : "" },
    h("span", { class: "words", dir: "auto" }, text),
    asks
      ? reasonForm(draft, strings, hide, () => stop(`[data-does="hide-${ids[0]}"]`))
      : !looksOn(model) && h(
          "button",
          { type: "button", class: "quiet", "data-does": `hide-${ids[0]}`, "aria-label": fill(strings.hide_this, { words: text }), onclick: ask },
          strings.hide_card,
        ),
  );
}

function reasonForm(draft, strings, hide, stop) {
  const hideNow = () => {
    const reason = field.value.trim();
    if (reason) hide(reason);
    else field.focus();
  };
  const field = h("input", {
    id: `y${newId()}`,
    type: "text",
    maxlength: 240,
    value: draft.reason,
    "data-does": "hide-reason",
    oninput: ({ target }) => (draft.reason = target.value),
    onkeydown: ({ key }) => key === "Enter" && hideNow(),
  });
  const ready = (words) =>
    h("button", { type: "button", class: "quiet", onclick: () => ((field.value = draft.reason = words), field.focus()) }, words);
  return h(
    "div",
    { class: "reason" },
    h("label", { for: field.id }, strings.hide_why),
    field,
    h("div", { class: "ready" }, [strings.why_names, strings.why_hurts, strings.why_elsewhere].map(ready)),
    h(
      "div",
      { class: "buttons" },
      h("button", { type: "button", "data-does": "hide-now", onclick: hideNow }, strings.hide_now),
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
      !looksOn(model) && h("button", { type: "button", class: "quiet", "data-does": `show-${ids[0]}`, "aria-label": fill(strings.show_this, { words: text }), onclick: again }, strings.show_card),
    );
  };
  return h("section", { class: "hidden-cards", "aria-labelledby": "hidden" }, h("h3", { id: "hidden" }, fill(strings.hidden_cards, { n: hidden.length })), h("ul", {}, hidden.map(one)));
}
