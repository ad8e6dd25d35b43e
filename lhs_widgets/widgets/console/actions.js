/** What the facilitator can do: one main button, and the rest folded away. */

import { fill, h } from "../elements.js";
import { finish } from "./finish.js";

/** Whether the page is of someone who looks on: they see what a facilitator sees and change nothing. */
export const looksOn = (model) => model.get("looks_on");

/**
 * A button that carries out a command, null for who looks on; `does` tells it from the others when
 * the page is redrawn.
 */
export function command(model, words, message, { kind = "", does = message.does } = {}) {
  if (looksOn(model)) return null;
  const press = () => model.send({ type: "do", ...message });
  return h("button", { type: "button", class: kind, "data-does": does, onclick: press }, words);
}

/** The one thing to do next, wherever the facilitator is looking. */
export function mainAction(model, strings) {
  const { next, viewed, current, unseen } = model.get("live");
  const here = { step: next.step, stage: next.stage?.id };
  // Each has its own name, so that a second press in a hurry does not do the thing after it too.
  const name = ["next", next.does, next.stage?.id ?? next.step].join("-");
  const main = (words, message) => {
    const button = command(model, words, message, { kind: "main next", does: name });
    button.dataset.leads = next.stage?.kind ?? "";
    return button;
  };
  const button = {
    stage: () => main(strings[`next_${next.stage.kind}`], { does: "stage", ...here }),
    count: () => main(strings.next_count, { does: "count", counted: true, ...here }),
    move: () => main(fill(strings.next_move, { step: next.title }), { does: "move", step: next.step }),
    resume: () => main(strings.next_resume, { does: "pause", paused: false }),
    together: () => main(strings.together_again, { does: "split", tables: 0 }),
    finish: () => finish(model, strings),
    none: () => null,
  }[next.does]();
  return h(
    "div",
    { class: "buttons" },
    button,
    viewed !== current && command(model, strings.move_here, { does: "move", step: viewed }),
    unseen > 0 && showing(model, fill(strings.reveal_new, { n: unseen }), true),
  );
}

/** Shows the answers of the step that is looked at to everyone, as they are now, or hides them. */
function showing(model, words, revealed) {
  return command(model, words, { does: "reveal", step: model.get("live").viewed, revealed });
}

/** The stages of the step that is looked at; any of them can be gone to at any time. */
export function stageStrip(model, strings) {
  const { stages, viewed } = model.get("live");
  if (!stages.length) return null;
  const go = (stage) => ({ type: "button", onclick: () => model.send({ type: "do", does: "stage", step: viewed, stage: stage.id }) });
  const one = (stage) =>
    h(
      "li",
      {},
      h(
        looksOn(model) ? "span" : "button",
        { "aria-current": stage.here ? "step" : null, "data-stage": stage.id, "data-kind": stage.kind, ...(looksOn(model) ? {} : go(stage)) },
        stage.title,
        stage.minutes && h("span", { class: "by" }, ` ${fill(strings.minutes, { n: stage.minutes })}`),
      ),
    );
  return h("ol", { class: "strip", "aria-label": strings.stages }, stages.map(one));
}

const open = new Set(); // the folds that are open, by their words

/** Less frequent commands, folded away until they are wanted. */
export function fold(words, ...inside) {
  const note = (isOpen) => (isOpen ? open.add(words) : open.delete(words));
  // Noted at once: what is drawn anew before it has opened must open too.
  const press = ({ currentTarget }) => note(!currentTarget.parentElement.open);
  const toggle = ({ target }) => target.isConnected && note(target.open);
  return h("details", { class: "fold", open: open.has(words), ontoggle: toggle }, h("summary", { onclick: press }, words), ...inside);
}

export function moreActions(model, strings) {
  const { viewed: step, stages, revealed, locked, answered, own_pace: own, paused } = model.get("live");
  const ballot = stages.find((stage) => stage.here && ["vote", "rate", "rank", "sense-check"].includes(stage.kind));
  const forStep = [
    revealed && showing(model, strings.hide, false),
    ballot?.counted && command(model, strings.open_again, { does: "count", step, stage: ballot.id, counted: false }),
    ballot && command(model, strings.vote_again, { does: "stage", step, stage: ballot.id, again: true }, { does: "again" }),
    answered && command(model, locked ? strings.unlock : strings.lock, { does: "lock", step, locked: !locked }),
  ].filter(Boolean);
  const forAll = [
    command(model, own ? strings.together : strings.own_pace, { does: "pace", own: !own }),
    !paused && command(model, strings.pause, { does: "pause", paused: true }),
  ].filter(Boolean);
  return [
    forStep.length > 0 && fold(strings.more, h("div", { class: "buttons" }, forStep)),
    fold(strings.for_all, h("div", { class: "buttons" }, forAll)),
  ].filter(Boolean);
}

/** What is out of the ordinary just now. */
export function notices(model, strings) {
  const { finished, locked, own_pace: own, paused, tables } = model.get("live");
  const notice = (...words) => h("p", { class: "notice calm" }, words);
  return [
    finished && notice(strings.is_finished),
    finished && notice(strings.keep_data, " ", h("code", {}, model.get("workshop").export)),
    paused && notice(strings.paused_now),
    tables > 0 && notice(fill(strings.tables_now, { n: tables })),
    own && notice(strings.own_pace_now),
    locked && notice(strings.locked_now),
  ].filter(Boolean);
}
