/** What has the focus is never under a bar that is stuck to an edge of the screen. */

const BARS = ".room-bar, .grouping-bar, .status, [data-model]:has(> .writing-for)";

/** From now on, on this page; bars come, go and grow while someone has the focus. */
export function keepFocusUncovered() {
  const soon = () => requestAnimationFrame(uncover);
  document.addEventListener("focusin", soon);
  new ResizeObserver(soon).observe(document.body);
}

function uncover() {
  const active = document.activeElement;
  if (!active.matches(":focus-visible")) return;
  const bars = [...document.querySelectorAll(BARS)].filter((bar) => isStuck(bar) && !bar.contains(active));
  const { style } = document.documentElement;
  const { top, bottom } = active.getBoundingClientRect();
  let isCovered = false;
  let [above, below] = [0, 0];
  for (const bar of bars) {
    const box = bar.getBoundingClientRect();
    isCovered ||= box.height > 0 && bottom > box.top && top < box.bottom;
    if (getComputedStyle(bar).top === "auto") below = Math.max(below, box.height);
    else above = Math.max(above, box.height);
  }
  style.scrollPadding = `${above + 8}px 0 ${below + 8}px`;
  if (isCovered) active.scrollIntoView({ block: "nearest" });
}

function isStuck(bar) {
  return getComputedStyle(bar).position === "sticky" && bar.checkVisibility();
}
