/** The time the group gave itself: advice that everyone sees. Nothing ends or closes with it. */

import { fill, h } from "./elements.js";

const skews = new Map(); // by the time it ends: what this device's clock is ahead of the server's

/** Milliseconds that are left, by the server's clock; a phone's own may be minutes off. */
function left({ ends, now }) {
  if (!skews.has(ends)) skews.set(ends, Date.now() - now);
  return ends + skews.get(ends) - Date.now();
}

function minutesAndSeconds(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

const begun = new Set(); // the times of whose start this page has told

/**
 * A clock that counts down. A screen reader reads the time when it is asked to, and is told of the
 * start, of the last minute and of the end.
 */
export function clock(timer, strings) {
  const shown = h("span", { class: "digits", role: "timer", "aria-live": "off", "aria-label": strings.time });
  const told = h("span", { class: "told", role: "status" });
  const start = h("span", { class: "unseen", role: "status" });
  const root = h("p", { class: "clock" }, shown, told, start);
  const tick = () => {
    const rest = left(timer);
    shown.textContent = rest > 0 ? minutesAndSeconds(rest) : "0:00";
    root.dataset.state = rest <= 0 ? "over" : rest <= 60_000 ? "last" : "running";
    const words = { over: strings.time_up, last: strings.last_minute, running: "" }[root.dataset.state];
    if (told.textContent !== words) told.textContent = words;
  };
  /** Told after its place is on the page, or it would not be read out. */
  const tellStart = () => {
    if (!begun.has(timer.ends)) start.textContent = fill(strings.time_given, { n: Math.ceil(left(timer) / 60_000) });
    begun.add(timer.ends);
  };
  const timing = setInterval(() => {
    if (!root.isConnected) return clearInterval(timing);
    if (root.dataset.state === "running") tellStart();
    tick();
  }, 500);
  tick();
  return root;
}
