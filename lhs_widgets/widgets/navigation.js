/** The bottom of a participant's page: finished, back, next; where the group is; how to come back. */

import { drawKeepingFocus } from "./drawing.js";
import { announcer, fill, h } from "./elements.js";
import { keepFocusUncovered } from "./uncovered.js";

/** Whether someone is writing: then the page stays where it is and only tells. */
function isWriting() {
  return document.activeElement?.matches("textarea, input[type=text], select");
}

function render({ model, el }) {
  const root = h("nav", { class: "lhs bottom" });
  const news = h("div", { class: "news", role: "status" });
  const buttons = h("div", { class: "buttons" });
  const help = h("details", { class: "helpbox" });
  const [spoken, say] = announcer();
  root.append(news, spoken, buttons, help);
  const go = (step) => model.send({ type: "go", step });

  /** To skip is to have finished: nobody can tell one from the other. */
  const skip = () => {
    const { next } = model.get("walk");
    model.send({ type: "done", done: true });
    if (next) go(next);
    say(model.get("strings").skipped);
  };

  const fillButtons = () => {
    const strings = model.get("strings");
    const { back, next, done, answered, hand, heard_as: name, finished, gone } = model.get("walk");
    buttons.replaceChildren(
      ...[
        answered &&
          h(
            "button",
            {
              type: "button",
              class: "done",
              "aria-pressed": String(done),
              onclick: () => model.send({ type: "done", done: !done }),
            },
            done ? strings.done : strings.mark_done,
          ),
        answered && !done && h("button", { type: "button", class: "quiet", "data-does": "skip", onclick: skip }, strings.skip),
        h(
          "div",
          { class: "row" },
          h("button", { type: "button", disabled: !back, onclick: () => go(back) }, strings.back),
          h("button", { type: "button", class: "main", disabled: !next, onclick: () => go(next) }, strings.next),
        ),
        !next && !model.get("walk").last && h("p", { class: "muted" }, strings.wait),
        !finished &&
          !gone &&
          h(
            "button",
            {
              type: "button",
              class: "hand",
              "aria-pressed": String(hand),
              "data-does": "hand",
              onclick: () => model.send({ type: "hand", hand: !hand }),
            },
            hand ? strings.lower_hand : strings.raise_hand,
          ),
        hand && h("p", { class: "muted" }, fill(strings.heard_as, { name })),
      ].filter(Boolean),
    );
  };

  const fillNews = () => {
    const strings = model.get("strings");
    const { here, group, finished, gone } = model.get("walk");
    news.classList.toggle("calm", finished && !gone);
    if (gone) news.replaceChildren(h("p", {}, strings.gone));
    else if (finished) news.replaceChildren(h("p", {}, strings.finished));
    else if (here === group.step) news.replaceChildren();
    else
      news.replaceChildren(
        h("p", {}, fill(strings.group_is_at, { step: group.title })),
        h("button", { type: "button", class: "main", onclick: () => go(group.step) }, strings.join_group),
      );
  };

  const fillHelp = () => {
    const strings = model.get("strings");
    const code = model.get("return_code");
    const { text, language } = model.get("support");
    help.hidden = !code && !model.get("leave") && !text; // a scribe's page: nobody comes back to it
    help.replaceChildren(
      ...[
        h("summary", {}, h("span", {}, strings.help)),
        text && h("p", { class: "support" }, strings.support, " ", h("strong", { lang: language, dir: "auto" }, text)),
        code && h("p", {}, strings.return_code, " ", h("strong", { class: "code" }, code)),
        code && h("p", {}, strings.return_how),
        h("p", {}, strings.ask_help),
        h("p", { class: "aloud-help" }, strings.aloud_help),
        model.get("leave") && h("p", {}, strings.leave_why),
        model.get("leave") &&
          h(
            "form",
            { method: "post", action: model.get("leave") },
            h("button", { class: "quiet" }, strings.leave),
          ),
        model.get("consent") &&
          h("p", {}, h("a", { class: "target", href: model.get("consent") }, strings.consent)),
        model.get("take_back") &&
          h("p", {}, h("a", { class: "target", href: model.get("take_back") }, strings.take_back)),
      ].filter(Boolean),
    );
  };

  const toQuestion = () =>
    [...document.querySelectorAll(".lhs.step")].find((s) => !s.hidden)?.querySelector("h2")?.focus();
  const arrive = () => {
    toQuestion();
    scrollTo(0, 0);
  };

  // A button that is gone or can't be pressed any more leaves the focus to the question.
  const drawIn = (place, draw) => drawKeepingFocus(place, draw) && toQuestion();
  const drawButtons = () => drawIn(buttons, fillButtons);
  const drawHelp = () => drawIn(help, fillHelp);
  let told = null;
  const drawNews = () => {
    const { here, group, finished, gone } = model.get("walk");
    const telling = JSON.stringify([model.get("strings"), here, group, finished, gone]);
    if (telling !== told) drawIn(news, fillNews); // else it would be read out again
    told = telling;
  };

  /** The address names the step, so that a page that is loaded again is where it was. */
  const note = () => history.replaceState(null, "", `?at=${model.get("walk").here}`);

  // When the facilitator moves everyone, go along, unless someone is in the middle of a word.
  let group = model.get("walk").group.step;
  let going = null; // on the way there: nothing to tell in between
  let { hand } = model.get("walk");
  model.on("change:walk", () => {
    const now = model.get("walk");
    if (now.hand && !hand) say(fill(model.get("strings").heard_as, { name: now.heard_as }));
    hand = now.hand;
    const { here, group: at } = model.get("walk");
    if (model.get("follows") && at.step !== group && at.step !== here && !isWriting()) {
      going = at.step;
      go(going);
    } else if (going !== at.step || here === at.step) {
      going = null;
      drawButtons();
      drawNews();
    }
    group = at.step;
    note();
  });
  document.addEventListener("lightpage:renewed", () => {
    going = null;
    drawButtons();
    drawNews();
  });
  model.on("change:support", drawHelp);
  model.on("change:strings", () => {
    drawButtons();
    drawNews();
    drawHelp();
  });
  model.on("msg:custom", (message) => {
    if (message.type === "arrived") requestAnimationFrame(arrive);
  });
  note();
  drawButtons();
  drawNews();
  drawHelp();
  el.append(root);
  keepFocusUncovered();
  document.getElementById("opening")?.remove();
}

export default { render };
