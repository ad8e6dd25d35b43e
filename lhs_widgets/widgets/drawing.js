/** Drawing a part of a page anew under the hands of someone who uses it. */

import { h } from "./elements.js";

const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";

/**
 * Draws anew what is in `root` and leaves the focus, and the caret, where they were: on what does
 * the same (`data-does`), else on the same kind of thing at the same place in the order. Returns
 * whether the focus was inside and could not be left there.
 */
export function drawKeepingFocus(root, draw) {
  const active = document.activeElement;
  const at = [...root.querySelectorAll(FOCUSABLE)].indexOf(active);
  const { selectionStart, selectionEnd, dataset } = active ?? {};
  const does = dataset?.does;
  const wasSeen = at >= 0 && isSeen(active);
  draw();
  if (at < 0 || document.activeElement === active) return false;
  const next = does
    ? root.querySelector(`[data-does="${does}"]`)
    : root.querySelectorAll(FOCUSABLE)[at];
  if (next?.tagName !== active.tagName) return true;
  next.focus({ preventScroll: true });
  if (document.activeElement !== next) return true;
  if (selectionStart != null && next.selectionStart != null)
    next.setSelectionRange(selectionStart, selectionEnd);
  // It may stand elsewhere now: who goes by the keyboard must see it.
  if (wasSeen && next.matches(":focus-visible")) next.scrollIntoView({ block: "nearest" });
  return false;
}

/** Makes `children` the children of `parent`; what is in its place among them is not touched. */
export function arrange(parent, children) {
  for (const child of [...parent.childNodes]) if (!children.includes(child)) child.remove();
  children.forEach((child, i) => parent.childNodes[i] !== child && parent.insertBefore(child, parent.childNodes[i] ?? null));
}

/** Builds an element once for the values in its key, and gives the same one from then on. */
export function keeper() {
  const kept = new Map();
  return (values, build) => {
    const key = JSON.stringify(values);
    if (!kept.has(key)) kept.set(key, build());
    return kept.get(key);
  };
}

/** Whether some of it is on the screen, as far as height goes. */
export function isSeen(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

const WRITING = "textarea, input[type=text], input[type=date], input[type=number]";

/**
 * A part of a page that is drawn anew when what it reads of the model is another: `reads` has the
 * model's keys, each with the fields that count, or `null` for all. It waits while someone is busy in
 * it. `build` returns its children; `lost` is called when the focus was on something that is gone;
 * `more` gives what is drawn and not in the model.
 */
export class Region {
  constructor(model, reads, build, { attributes = {}, lost = () => {}, more = () => null } = {}) {
    this.model = model;
    this.reads = Object.entries(reads);
    this.root = h("div", attributes);
    this.more = more;
    this.waits = this.keeps = false;
    this.fillIn = () => drawKeepingFocus(this.root, () => arrange(this.root, [build()].flat(Infinity).filter(Boolean))) && lost();
    this.isBusy = handsIn(this.root, () => this.waits && this.draw());
    this.check = () => (this.waits || this.drawn !== this.shows()) && this.draw();
    for (const [key] of this.reads) model.on(`change:${key}`, this.check);
    this.draw();
  }

  /** What there is to draw, as a text that is another when it is. */
  shows() {
    const picked = ([key, fields]) => {
      const value = this.model.get(key);
      return fields ? fields.map((field) => value[field]) : value;
    };
    return JSON.stringify([this.more(), this.reads.map(picked)]);
  }

  draw() {
    if (this.keeps) return;
    this.waits = this.isBusy();
    if (this.waits) return;
    this.drawn = this.shows();
    this.fillIn();
  }

  /** Carries out an act that the screen shows already. */
  keep(act) {
    this.keeps = true;
    act();
    this.keeps = false;
    if (!this.waits) this.drawn = this.shows();
  }

  end() {
    for (const [key] of this.reads) this.model.off(`change:${key}`, this.check);
  }
}

/**
 * Whether someone in `root` writes, chooses from a list that is open, or has a finger down: what is
 * pressed must still be there when it is let go. `calm` is called when that may have ended.
 */
function handsIn(root, calm) {
  let pressed = false;
  let choosing = null; // a list that may be open
  const ended = () => requestAnimationFrame(calm); // after the click that a finger leads to
  const press = ({ target }) => {
    if (target.matches("select")) return (choosing = target); // its list takes the finger over
    pressed = true;
    const over = new AbortController();
    const release = () => {
      over.abort();
      pressed = false;
      ended();
    };
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, release, { signal: over.signal });
  };
  const choose = ({ key, target }) => {
    if (target.matches("select")) choosing = key === "Escape" ? null : target;
  };
  root.addEventListener("pointerdown", press);
  root.addEventListener("keydown", choose);
  root.addEventListener("change", () => {
    choosing = null;
    ended();
  });
  root.addEventListener("focusout", ended);
  return () => {
    const active = document.activeElement;
    return pressed || (root.contains(active) && (active.matches(WRITING) || active === choosing));
  };
}
