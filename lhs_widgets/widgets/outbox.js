/**
 * Changes on their way to the store. Each is kept in the browser until the store has confirmed it,
 * and sent again under the same id until then, so that nothing is lost and a repeat changes nothing.
 *
 * Of an answer, one version is on its way at a time. A version that was stuck in a dead connection
 * may arrive long after it was sent again over a new one: it is then a repeat of one that was
 * confirmed before any newer version left, and can't undo that.
 */

import { newId } from "./elements.js";

const PAUSE = 600; // milliseconds after the last key before a change is sent
const PATIENCE = 4000; // milliseconds without an answer before we say so and send again

const outboxes = new WeakMap();

/** Whether the page can't be heard now; in a notebook, which does not say, it can. */
function isCut() {
  const { connection = "open" } = document.documentElement.dataset;
  return connection !== "open";
}

/** The one outbox of a widget model, however many views it has. */
export function outboxOf(model) {
  if (!outboxes.has(model)) outboxes.set(model, new Outbox(model));
  return outboxes.get(model);
}

class Outbox {
  constructor(model) {
    this.model = model;
    this.changes = new Map(); // answer id -> change
    this.watchers = new Set();
    this.late = false;
    model.on("msg:custom", (message) => this.hear(message));
    for (const event of ["pagehide", "blur"]) addEventListener(event, () => this.flush());
    // A phone that is locked stops the clock, but has a moment left to send.
    document.addEventListener("visibilitychange", () => document.hidden && this.flush());
    document.addEventListener("lightpage:connection", ({ detail }) => this.connected(detail));
    for (const change of this.kept()) {
      this.changes.set(change.entry.id, change);
      this.send(change.after ?? change);
    }
  }

  save(entry) {
    this.keep({ action: "save", entry });
  }

  /** Saves at once what is done with one press; what was refused before is let go. */
  act(entry) {
    this.dropRefused();
    this.save(entry);
    this.flush();
  }

  dropRefused(which = () => true) {
    for (const change of this.changes.values())
      if (change.refusal && which(change.entry)) {
        this.changes.delete(change.entry.id);
        this.erase(change);
      }
  }

  remove(entry) {
    this.keep({ action: "remove", entry });
    this.flush();
  }

  /** Why the last change could not be saved; its words stay on the screen and in the browser. */
  get refusal() {
    return [...this.changes.values()].find((change) => change.refusal)?.refusal;
  }

  /** "saved", "saving", "waiting" (no answer for a while) or "refused". */
  get state() {
    if (this.refusal) return "refused";
    if (!this.changes.size) return "saved";
    return this.late ? "waiting" : "saving";
  }

  /** Whether there is anything of which to say that it is saved. */
  get isUsed() {
    return this.changes.size > 0 || this.confirmed || this.model.get("entries").length > 0;
  }

  /** What the store says, with what is still on its way laid over it. */
  over(entries) {
    const merged = new Map(entries.map((entry) => [entry.id, entry]));
    for (const { action, entry, refusal } of this.changes.values()) {
      if (action === "save") merged.set(entry.id, entry);
      else if (!refusal) merged.delete(entry.id);
    }
    return [...merged.values()];
  }

  /** Sends at once what was waiting for a pause in the typing. */
  flush() {
    for (const change of this.changes.values()) if (!change.sent) this.send(change);
  }

  /** The page lost its connection, or has it again: then nothing waits for its turn. */
  connected(state) {
    this.late = state === "lost";
    if (state === "open")
      for (const change of this.changes.values()) this.send(change.after ?? change);
    this.tell();
  }

  keep(change) {
    const before = this.changes.get(change.entry.id);
    if (before?.sent && !before.refusal) change.after = before;
    else {
      clearTimeout(before?.timer);
      change.after = before?.after;
    }
    change.id = newId();
    change.at = before?.at ?? Date.now();
    change.timer = setTimeout(() => this.send(change), PAUSE);
    this.changes.set(change.entry.id, change);
    this.write(change);
    this.tell();
  }

  send(change) {
    clearTimeout(change.timer);
    change.due = true;
    if (change.after) return; // leaves when that is confirmed
    if (!isCut()) {
      change.sent = true;
      const { id, action, entry } = change;
      this.model.send({ type: "change", id, action, entry });
    }
    change.timer = setTimeout(() => {
      this.late = true;
      this.tell();
      this.send(change);
    }, PATIENCE);
  }

  hear({ type, id, sentence }) {
    if (type !== "saved" && type !== "refused") return;
    const change = [...this.changes.values()].find((c) => c.id === id || c.after?.id === id);
    if (!change) return; // a repeat
    this.late = false;
    if (change.id !== id) return this.follow(change);
    clearTimeout(change.timer);
    if (type === "refused") change.refusal = sentence;
    else this.changes.delete(change.entry.id);
    if (type === "saved" || change.action === "remove") this.erase(change);
    this.confirmed = true;
    this.tell();
  }

  /** The version before this one has arrived. */
  follow(change) {
    clearTimeout(change.after.timer);
    delete change.after;
    if (change.due) this.send(change);
    this.tell();
  }

  tell() {
    for (const watcher of this.watchers) watcher();
  }

  // The browser's own storage; a widget without `place` (in a notebook) uses none.

  key(change) {
    return `lhs:${this.model.get("place")}:${this.model.get("_anywidget_id")}:${change.entry.id}`;
  }

  write(change) {
    if (!this.model.get("place")) return;
    const plain = ({ id, action, entry, at }) => ({ id, action, entry, at });
    const kept = { ...plain(change), after: change.after && plain(change.after) };
    try {
      localStorage.setItem(this.key(change), JSON.stringify(kept));
    } catch {
      this.late = true; // private browsing or a full disk: the words are only on the screen yet
    }
  }

  erase(change) {
    if (this.model.get("place")) localStorage.removeItem(this.key(change));
  }

  kept() {
    if (!this.model.get("place")) return [];
    const start = this.key({ entry: { id: "" } });
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(start))
      .map((key) => JSON.parse(localStorage.getItem(key)))
      .sort((one, other) => one.at - other.at);
  }
}
