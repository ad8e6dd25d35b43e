/** The facilitator's console: where the group is, who is done, what was answered, what to do next. */

import { drawKeepingFocus, fill, h } from "./elements.js";

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
  const { current, viewed, next, revealed, answered, finished } = model.get("live");
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
    viewed === current && !next && !finished && finishButton(model, strings),
    finished && h("p", { class: "notice" }, strings.is_finished),
  );
}

/** Finishing closes the workshop for everyone, so it takes two presses. */
function finishButton(model, strings) {
  let sure = false;
  return h(
    "button",
    {
      type: "button",
      class: "main",
      "data-does": "finish",
      onclick: ({ target }) => {
        if (sure) model.send({ type: "finish" });
        sure = true;
        target.textContent = strings.finish_sure;
      },
    },
    strings.finish,
  );
}

function answers(model, strings) {
  const { answers: said, answered, revealed } = model.get("live");
  if (!answered) return null;
  return h(
    "section",
    { class: "said", "aria-labelledby": "said" },
    h("h3", { id: "said" }, fill(strings.answers, { n: said.length })),
    h("p", { class: "muted" }, revealed ? strings.shown_to_all : strings.shown_to_you),
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
        h(
          "div",
          { class: "languages", role: "group", "aria-label": strings.language },
          model.get("languages").map(([code, name]) =>
            h(
              "button",
              {
                type: "button",
                lang: code,
                "aria-pressed": String(code === model.get("language")),
                onclick: () => model.send({ type: "language", language: code }),
              },
              name,
            ),
          ),
        ),
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
