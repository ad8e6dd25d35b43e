/**
 * What every step shows around its activity: the question, help, evidence, who sees the answer
 * and whether it is saved.
 */

import { drawKeepingFocus } from "./drawing.js";
import { fill, h } from "./elements.js";
import { outboxOf } from "./outbox.js";
import { sayStatus, statusPlace } from "./status.js";

/**
 * Draws a step into `el` and keeps it up to date.
 * `build(answering)` returns the element with which people answer.
 */
export function stepView(model, el, build) {
  const outbox = outboxOf(model);
  const root = h("section", { class: "lhs step" });
  let answering = null;

  const redraw = () => {
    root.hidden = !model.get("shown");
    if (root.hidden) return root.replaceChildren();
    root.dataset.kind = model.get("step").kind;
    root.spoken = model.get("step").spoken; // read in tongues.js
    answering = new Answering(model, outbox, build);
    root.replaceChildren(...frame(model, answering));
    showStatus();
  };
  const draw = () => drawKeepingFocus(root, redraw) && root.querySelector("h2")?.focus();
  const showStatus = () => {
    const place = root.querySelector(".status");
    if (place) sayStatus(place, outbox, model.get("strings"));
  };
  const events = {
    "change:step": draw,
    "change:shown": draw,
    "change:strings": draw,
    "change:locked": draw,
    "change:aside": draw,
    "change:glossary": draw,
    "change:hidden": () => {
      answering?.refresh(true);
      openIfHidden(root.querySelector("details.own"), model);
    },
    "change:entries": () => answering?.refresh(),
    "change:conditions": () => answering?.refresh(true),
  };
  for (const [event, react] of Object.entries(events)) model.on(event, react);
  outbox.watchers.add(showStatus);
  draw();
  el.append(root);
  return () => {
    for (const [event, react] of Object.entries(events)) model.off(event, react);
    outbox.watchers.delete(showStatus);
  };
}

/** The answers of one person to one step, as they stand on this screen. */
class Answering {
  constructor(model, outbox, build) {
    this.model = model;
    this.outbox = outbox;
    this.build = build;
    this.step = model.get("step");
    this.strings = model.get("strings");
    this.locked = model.get("locked");
    this.place = h("div", { class: "activity", onfocusout: (event) => this.leave(event) });
    this.entries = this.known();
    this.redraw();
  }

  /** What is saved or on its way, for this step. */
  known() {
    const saved = this.model.get("entries");
    return this.outbox.over(saved).filter((entry) => entry.step === this.step.id);
  }

  save(entry) {
    const at = this.entries.findIndex((other) => other.id === entry.id);
    if (at < 0) this.entries.push(entry);
    else this.entries[at] = entry;
    this.outbox.save({ ...entry, step: this.step.id, language: this.model.get("language") });
  }

  remove(entry) {
    this.entries = this.entries.filter((other) => other.id !== entry.id);
    this.outbox.remove({ ...entry, step: this.step.id, language: this.model.get("language") });
  }

  /** Takes what another device or a link changed, but never under someone's fingers. */
  refresh(force = false) {
    const known = this.known();
    const shown = this.entries.filter((entry) => known.some(({ id }) => id === entry.id));
    const same = JSON.stringify(shown.map(spoken)) === JSON.stringify(known.map(spoken));
    if (same && !force && !this.stale) return;
    this.stale = this.place.contains(document.activeElement);
    if (this.stale) return;
    this.entries = known;
    this.redraw();
  }

  leave({ relatedTarget }) {
    if (this.stale && !this.place.contains(relatedTarget)) this.refresh();
  }

  redraw() {
    this.place.replaceChildren(this.build(this));
  }
}

/** Says to the author of an answer that the facilitator hid it, and why; null if it is not hidden. */
export function hiddenReason({ model, strings }, { id }) {
  const reason = model.get("hidden")[id];
  return reason === undefined
    ? null
    : h("p", { class: "notice", dir: "auto" }, fill(strings.hidden_why, { reason }));
}

/** The part of an answer that a person sees. */
function spoken({ id, text = "", role = null, scope = "self", ratings = {}, eased_by = null }) {
  return [id, text, role, scope, Object.entries(ratings).sort(), eased_by];
}

/** Once the group works together on the answers, one's own are folded away, still at hand. */
function frame(model, answering) {
  const step = model.get("step");
  const question = h("h2", { tabindex: -1, class: "question" }, step.question);
  if (!model.get("aside")) return [phasePanel(step), question, ...own(model, answering)];
  const summary = h("summary", {}, model.get("strings").own_answers);
  const folded = h("details", { class: "own" }, summary, ...own(model, answering));
  openIfHidden(folded, model);
  return [h("p", { class: "eyebrow", "data-phase": step.phase.id }, step.phase.title), question, folded];
}

/** Why an answer was hidden is not left folded away. */
function openIfHidden(folded, model) {
  if (folded && Object.keys(model.get("hidden")).length) folded.open = true;
}

function own(model, answering) {
  const step = model.get("step");
  const strings = model.get("strings");
  return [
    step.help && h("p", { class: "help" }, step.help),
    step.example && h("p", { class: "example" }, step.example),
    evidence(step, strings),
    explained(step.terms, strings.terms),
    explained(model.get("glossary"), strings.our_words),
    h("p", { class: "who-sees" }, step.who_sees),
    model.get("locked") && h("p", { class: "notice" }, strings.locked),
    answering.place,
    statusPlace(),
  ].filter(Boolean);
}

/** What the phase is and what is hardest in it; open where the phase begins. */
export function phasePanel(step) {
  const { phase } = step;
  if (!phase.introduction) return h("p", { class: "eyebrow", "data-phase": phase.id }, phase.title);
  return h(
    "details",
    { class: "phase", open: step.opens_phase },
    h("summary", {}, h("span", { "data-phase": phase.id }, phase.title)),
    h("p", {}, phase.introduction),
    phase.challenge &&
      h("p", {}, h("strong", {}, phase.challenge.text)),
    phase.challenge && h("p", { class: "source" }, phase.challenge.source),
  );
}

/** Words and what they mean: terms of the step, and the group's own glossary. */
export function explained(words, heading) {
  if (!words?.length) return null;
  const one = ([word, meaning]) => h("li", { dir: "auto" }, h("strong", {}, word), meaning && [" · ", meaning]);
  const summary = h("summary", {}, fill(heading, { n: words.length }));
  return h("details", { class: "meanings" }, summary, h("ul", {}, words.map(one)));
}

function evidence(step, strings) {
  const n = step.evidence.flatMap(({ cards }) => cards).length;
  if (!n) return null;
  const card = ({ text, language, source }) =>
    h("li", {}, h("p", { lang: language }, text), h("p", { class: "source" }, source));
  return h(
    "details",
    { class: "evidence" },
    h("summary", {}, fill(strings.evidence, { n })),
    step.evidence.map(({ source, cards }) => [h("ul", {}, cards.map(card)), h("p", { class: "source" }, source)]),
  );
}
