/** The facilitator's console: where the group is, who is done, what was answered, what to do next. */

import { drawKeepingFocus, fill, h, languageSwitch } from "./elements.js";

function invitation(model, strings) {
  const { code, address, join_url: url, qr, wall_url: wall } = model.get("workshop");
  return h(
    "section",
    { class: "card invite", "aria-label": strings.invite },
    h("img", { src: qr, alt: fill(strings.qr, { url }), width: 148, height: 148 }),
    h(
      "div",
      {},
      h("p", { class: "muted" }, strings.join_at),
      h("p", { class: "url" }, address),
      h("p", {}, strings.code, " ", h("strong", { class: "code" }, code)),
      h("p", {}, h("a", { href: wall, target: "_blank" }, strings.open_wall)),
    ),
  );
}

function counts(model, strings) {
  const { joined, done } = model.get("live");
  const one = (number, words) =>
    h("div", { class: "count" }, h("strong", {}, String(number)), h("span", {}, words));
  return h("div", { class: "counts" }, one(joined, strings.joined), one(done, strings.done_here));
}

function steps(model, strings) {
  const { current, viewed } = model.get("live");
  return h(
    "nav",
    { class: "steps", "aria-labelledby": "steps" },
    h("h2", { id: "steps" }, strings.steps),
    model.get("phases").map((phase) =>
      h(
        "section",
        {},
        h("h3", {}, phase.title),
        h(
          "ol",
          {},
          phase.steps.map((step) =>
            h(
              "li",
              {},
              h(
                "button",
                {
                  type: "button",
                  class: step.id === current ? "current" : "",
                  "aria-current": step.id === current ? "step" : null,
                  "aria-pressed": String(step.id === viewed),
                  "data-step": step.id,
                  onclick: () => model.send({ type: "view", step: step.id }),
                },
                step.title,
                step.id === current && h("span", { class: "here" }, strings.here),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

function actions(model, strings) {
  const { current, viewed, next, revealed, unseen, answered, finished } = model.get("live");
  const button = (does, words, message, kind = "") =>
    h("button", { type: "button", class: kind, "data-does": does, onclick: () => model.send(message) }, words);
  return h(
    "div",
    { class: "buttons" },
    viewed !== current && button("move", strings.move_here, { type: "move", step: viewed }, "main"),
    viewed === current &&
      next &&
      button("next", fill(strings.move_next, { step: next.title }), { type: "move", step: next.id }, "main"),
    answered &&
      button("reveal", revealed ? strings.hide : strings.reveal, { type: "reveal", step: viewed, revealed: !revealed }),
    unseen > 0 &&
      button("reveal-new", fill(strings.reveal_new, { n: unseen }), { type: "reveal", step: viewed, revealed: true }),
    viewed === current && !next && !finished && finish(model, strings),
    finished && h("p", { class: "notice" }, strings.is_finished),
    finished && h("p", { class: "notice" }, strings.keep_data, " ", h("code", {}, model.get("workshop").export)),
  );
}

const asked = new WeakSet(); // the consoles that ask whether to finish

/** Finishing closes the workshop for everyone: it is asked first, and a double press asks only. */
function finish(model, strings) {
  const place = h("div", { class: "buttons" });
  const button = (does, words, act, kind = "") =>
    h("button", { type: "button", class: kind, "data-does": does, onclick: act }, words);
  const draw = () =>
    place.replaceChildren(
      ...(asked.has(model)
        ? [
            button("finish-not", strings.finish_not, () => ask(false), "main"),
            button("finish-yes", strings.finish_yes, () => model.send({ type: "finish" })),
          ]
        : [button("finish", strings.finish, () => ask(true), "main")]),
    );
  const ask = (whether) => {
    if (whether) asked.add(model);
    else asked.delete(model);
    draw();
    place.querySelector("button").focus();
  };
  draw();
  return place;
}

function answers(model, strings) {
  const { answers: said, answered, revealed, unseen } = model.get("live");
  if (!answered) return null;
  return h(
    "section",
    { class: "said", "aria-labelledby": "said" },
    h("h3", { id: "said" }, fill(strings.answers, { n: said.length })),
    h("p", { class: "muted" }, revealed ? fill(strings.shown_to_all, { n: unseen }) : strings.shown_to_you),
    h("ul", {}, said.map((words) => h("li", { dir: "auto" }, words))),
  );
}

function render({ model, el }) {
  const root = h("div", { class: "lhs console" });
  const problem = h("p", { class: "notice", role: "alert" });
  const body = h("div", {});
  root.append(problem, body);

  const fillIn = () => {
    const strings = model.get("strings");
    const live = model.get("live");
    body.replaceChildren(
      h(
        "header",
        { class: "row" },
        h("h1", {}, model.get("workshop").title),
        languageSwitch(model),
      ),
      h(
        "div",
        { class: "columns" },
        h("div", { class: "side" }, invitation(model, strings), steps(model, strings)),
        h(
          "section",
          { class: "stage", "aria-labelledby": "stage" },
          h("p", { class: "eyebrow" }, live.phase),
          h("h2", { id: "stage", tabindex: -1 }, live.question),
          counts(model, strings),
          actions(model, strings),
          answers(model, strings),
        ),
      ),
    );
  };
  const draw = () => {
    document.documentElement.lang = model.get("language");
    // A button that did its work and is gone leaves the focus to the question, not to its neighbour.
    if (drawKeepingFocus(body, fillIn)) body.querySelector("#stage").focus();
  };
  for (const key of ["live", "strings", "workshop", "phases", "language"]) model.on(`change:${key}`, draw);
  model.on("msg:custom", ({ type, sentence }) => {
    if (type === "refused") problem.textContent = sentence;
  });
  draw();
  el.append(root);
  document.getElementById("opening")?.remove();
}

export default { render };
