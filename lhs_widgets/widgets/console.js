/** The facilitator's console: where the group is, who is done, what was answered, what to do next. */

import { fold, looksOn, mainAction, moreActions, notices, stageStrip } from "./console/actions.js";
import { answers } from "./console/answers.js";
import { invitation } from "./console/invitation.js";
import { notes } from "./console/notes.js";
import { prepare } from "./console/prepare.js";
import { promises, promisesNow } from "./console/promises.js";
import { rehearsalBand } from "./console/rehearse.js";
import { counts, hands, people, whoAsks } from "./console/room.js";
import { steps } from "./console/steps.js";
import { tables } from "./console/tables.js";
import { time } from "./console/time.js";
import { views } from "./console/views.js";
import { Region } from "./drawing.js";
import { announcer, h, languageSwitch, lookLink, speak } from "./elements.js";
import { outboxOf } from "./outbox.js";
import { sayStatus, statusPlace } from "./status.js";
import { keepFocusUncovered } from "./uncovered.js";
import { boardView } from "./stages/board.js";
import { translating } from "./stages/translating.js";

/** What changes at every word that anyone writes; the stage and the tools do not read it. */
const ANSWERS = ["answers", "hidden", "unseen"];
const TOOLS = ["viewed", "answered", "revealed", "stages", "joined", "locked", "own_pace", "paused"];
const STAGE = ["phase", "phase_id", "question", "stages", "next", "viewed", "current", "finished", "locked", "own_pace", "paused", "tables", "unseen"];

function stage(model, strings) {
  const live = model.get("live");
  return [
    h("p", { class: "eyebrow", "data-phase": live.phase_id }, live.phase),
    h("h2", { id: "stage", tabindex: -1 }, live.question),
    stageStrip(model, strings),
    notices(model, strings),
    !looksOn(model) && mainAction(model, strings),
  ];
}

/** What is wanted less often, folded away. */
function more(model, outbox, redraw, say) {
  const strings = model.get("strings");
  const { answered, revealed } = model.get("live");
  const all = people(model, strings);
  if (looksOn(model)) return h("div", { class: "folds" }, all && fold(strings.people_here, all));
  return h(
    "div",
    { class: "folds" },
    moreActions(model, strings),
    fold(strings.small_groups, tables(model, strings)),
    all && fold(strings.people_here, all),
    answered && revealed && fold(strings.hide_a_card, answers(model, strings, redraw, say)),
    fold(strings.notes_fold, notes(model, outbox, strings)),
  );
}

function top(model) {
  speak(model);
  return [
    h("header", { class: "row" }, h("h1", {}, model.get("workshop").title), h("div", { class: "choices" }, languageSwitch(model), lookLink(model))),
    looksOn(model) && h("p", { class: "notice calm" }, model.get("strings").you_look_on),
  ];
}

function render({ model, el }) {
  const outbox = outboxOf(model);
  const problem = h("p", { class: "notice", role: "alert" });
  const words = () => model.get("strings");
  // A button that did its work and is gone leaves the focus to the question, not to its neighbour.
  const lost = () => el.querySelector("#stage")?.focus();
  const [told, say] = announcer();
  const part = (reads, build) => new Region(model, { strings: null, ...reads }, () => build(model, words()), { lost }).root;
  const page = { say, keep: (act) => board.keep(act) };
  const board = new Region(
    model,
    { strings: null, live: ["viewed", "answered", "revealed", ...ANSWERS], board: null, entries: [] },
    () => (model.get("live").revealed ? boardView(model, outbox, page) : answers(model, words(), () => board.draw(), say)),
    { lost, more: () => outbox.over(model.get("entries")) },
  );
  const translations = new Region(
    model,
    { strings: null, board: ["step", "shown", "options", "translates"] },
    () => translating({ board: model.get("board"), outbox, strings: words() }),
    { lost, more: () => outbox.over([]) },
  );
  const inside = new Region(
    model,
    { strings: null, live: TOOLS, room: ["people", "tables"], entries: null },
    () => more(model, outbox, () => inside.draw(), say),
    { lost, more: () => model.get("live").revealed && ANSWERS.map((field) => model.get("live")[field]) },
  );
  // Who presses "Write what we agree on" wants to write.
  let writes = false;
  el.addEventListener("click", ({ target }) => (writes = target.closest("button.next")?.dataset.leads === "agree"));
  model.on("change:board", () => {
    if (!writes || model.get("board").stage?.kind !== "agree") return;
    writes = false;
    requestAnimationFrame(() => el.querySelector(".outcome textarea")?.focus());
  });
  const status = statusPlace();
  outbox.watchers.add(() => {
    board.check();
    sayStatus(status, outbox, words());
  });
  let asking = whoAsks(model, words());
  model.on("change:room", () => {
    const now = whoAsks(model, words());
    if (now && now !== asking) say(now);
    asking = now;
  });
  const room = h(
    "div",
    { class: "columns" },
    h("div", { class: "side" }, part({ workshop: null }, invitation), part({ phases: null, live: ["current", "viewed"] }, steps)),
    h(
      "section",
      { class: "stage", "aria-labelledby": "stage" },
      part({ live: STAGE }, stage),
      h(
        "div",
        { class: "room" },
        part({ live: ["joined", "done", "answered"], room: ["here"] }, counts),
        part({ live: ["stages", "viewed"], room: ["timer"] }, time),
      ),
      part({ room: ["hands"] }, hands),
      !looksOn(model) && part({ live: ["viewed", "current", "stages"], promises_now: null }, () => promisesNow(model, words(), (name) => seen.turn(name))),
      inside.root,
      board.root,
      translations.root,
      status,
    ),
  );
  const seen = views(model, looksOn(model) ? { room } : { room, prepare: prepare(model), promises: promises(model) });
  el.append(
    h(
      "div",
      { class: "lhs console" },
      part({ workshop: null, rehearsal: null }, rehearsalBand),
      problem,
      told,
      part({ workshop: null, language: null }, top),
      seen.nav,
      seen.box,
    ),
  );
  model.on("msg:custom", ({ type, sentence }) => {
    if (type === "refused") problem.textContent = sentence;
  });
  keepFocusUncovered();
  document.getElementById("opening")?.remove();
}

export default { initialize: ({ model }) => void outboxOf(model), render };
