/**
 * Runs in every measured page, the same for all. As soon as Save can be pressed it presses it, and
 * again every 200 ms, until the answer is on the screen; `bench.marks` has the moments, in
 * milliseconds after the navigation began.
 *
 * On a form, Save is the button "Save" and the answer the sentence "Saved answer N". On the walk it
 * is "finished with this step" and its state. The page on which people agree to join is only looked at.
 */
(() => {
  const TITLE = "Tell us about your visit";
  const AGAIN = 200;

  /** Every element, those in shadow trees included: Panel draws there. */
  function* elements(root = document) {
    for (const element of root.querySelectorAll("*")) {
      yield element;
      if (element.shadowRoot) yield* elements(element.shadowRoot);
    }
  }
  const find = (test) => {
    for (const element of elements()) if (test(element) && element.checkVisibility()) return element;
    return null;
  };
  const text = (element) => element.textContent.trim();
  const isHeading = (element) => /^H[1-6]$/.test(element.tagName);
  const isButton = (element) => element.matches("button, [role=button]");

  const form = {
    heading: (element) => isHeading(element) && text(element).startsWith(TITLE),
    save: (element) => isButton(element) && text(element) === "Save",
    answer: () => {
      const said = find((el) => !el.childElementCount && /^Saved answer \d+$/.test(text(el)));
      return said && text(said);
    },
  };
  const walk = {
    heading: isHeading,
    save: (element) => element.matches("button.done"),
    answer: () => document.querySelector("button.done")?.getAttribute("aria-pressed"),
  };
  const join = { heading: isHeading, save: (element) => element.matches("form button.main") };

  const page = { "/walk": walk, "/join": join }[location.pathname.slice(0, 5)] ?? form;
  const marks = {};
  let before;
  let pressed = -AGAIN;

  const savable = () => find((el) => page.save(el) && !el.disabled);
  const isAnswered = () => {
    const now = page.answer() ?? undefined;
    return now !== undefined && now !== before;
  };

  function press(now) {
    before = page.answer() ?? undefined;
    pressed = now;
    savable().click();
  }

  function look() {
    const now = performance.now();
    if (!marks.heading && find(page.heading)) marks.heading = now;
    if (!marks.enabled && savable()) marks.enabled = now;
    if (page.answer && marks.enabled && !marks.usable) {
      if (pressed >= 0 && isAnswered()) marks.usable = now;
      else if (now - pressed >= AGAIN && savable()) press(now);
    }
    if (!marks.heading || !(page.answer ? marks.usable : marks.enabled)) setTimeout(look, 20);
    else marks.complete = true;
  }

  /** Presses Save once more; resolves to the milliseconds until the answer is on the screen. */
  async function saveOnce() {
    const start = performance.now();
    press(start);
    while (!isAnswered()) await new Promise((resolve) => setTimeout(resolve, 4));
    return performance.now() - start;
  }

  window.bench = { marks, saveOnce };
  if (window.top === window) addEventListener("DOMContentLoaded", look);
})();
