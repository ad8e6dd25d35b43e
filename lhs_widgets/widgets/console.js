/** The facilitator's console: where the group is, who is done, what was answered, what to do next. */

import { fold, mainAction, moreActions, notices, stageStrip } from "./console/actions.js";
import { answers } from "./console/answers.js";
import { invitation } from "./console/invitation.js";
import { notes } from "./console/notes.js";
import { prepare } from "./console/prepare.js";
import { promises, promisesNow } from "./console/promises.js";
import { rehearsalBand } from "./console/rehearse.js";
import { counts, hands, people } from "./console/room.js";
import { steps } from "./console/steps.js";
import { tables } from "./console/tables.js";
import { time } from "./console/time.js";
import { views } from "./console/views.js";
import { h, languageSwitch, region, speak } from "./elements.js";
import { outboxOf } from "./outbox.js";
import { sayStatus, statusPlace } from "./status.js";
import { boardView } from "./stages/board.js";

function stage(model, strings) {
  const live = model.get("live");
  return [
    h("p", { class: "eyebrow" }, live.phase),
    h("h2", { id: "stage", tabindex: -1 }, live.question),
    stageStrip(model, strings),
    notices(model, strings),
    mainAction(model, strings),
  ];
}

/** What is wanted less often, folded away. */
function more(model, outbox, redraw) {
  const strings = model.get("strings");
  const { answered, revealed } = model.get("live");
  const all = people(model, strings);
  return h(
    "div",
    { class: "folds" },
    moreActions(model, strings),
    fold(strings.small_groups, tables(model, strings)),
    all && fold(strings.people_here, all),
    answered && revealed && fold(strings.hide_a_card, answers(model, strings, redraw)),
    fold(strings.notes_fold, notes(model, outbox, strings)),
  );
}

function top(model) {
  speak(model);
  return h("header", { class: "row" }, h("h1", {}, model.get("workshop").title), languageSwitch(model));
}

function render({ model, el }) {
  const outbox = outboxOf(model);
  const problem = h("p", { class: "notice", role: "alert" });
  const words = () => model.get("strings");
  // A button that did its work and is gone leaves the focus to the question, not to its neighbour.
  const lost = () => el.querySelector("#stage")?.focus();
  const part = (keys, build) => region(model, ["strings", ...keys], () => build(model, words()), { lost }).root;
  const board = region(model, ["strings", "live", "board", "entries"], () =>
    model.get("live").revealed ? boardView(model, outbox) : answers(model, words(), () => board.draw()),
  );
  const inside = region(model, ["strings", "live", "room", "entries"], () => more(model, outbox, () => inside.draw()), { lost });
  const status = statusPlace();
  outbox.watchers.add(() => {
    board.draw();
    sayStatus(status, outbox, words());
  });
  const room = h(
    "div",
    { class: "columns" },
    h("div", { class: "side" }, part(["workshop"], invitation), part(["phases", "live"], steps)),
    h(
      "section",
      { class: "stage", "aria-labelledby": "stage" },
      part(["live"], stage),
      h("div", { class: "room" }, part(["live", "room"], counts), part(["live", "room"], time)),
      part(["room"], hands),
      part(["live", "promises_now"], () => promisesNow(model, words(), (name) => seen.turn(name))),
      inside.root,
      board.root,
      status,
    ),
  );
  const seen = views(model, { room, prepare: prepare(model), promises: promises(model) });
  el.append(
    h(
      "div",
      { class: "lhs console" },
      part(["workshop", "rehearsal"], rehearsalBand),
      problem,
      part(["workshop", "language"], top),
      seen.nav,
      seen.box,
    ),
  );
  model.on("msg:custom", ({ type, sentence }) => {
    if (type === "refused") problem.textContent = sentence;
  });
  document.getElementById("opening")?.remove();
}

export default { initialize: ({ model }) => void outboxOf(model), render };
