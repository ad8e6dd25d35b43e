/** Reads a step aloud with the browser's speech. */

const UNREAD = "button, select, textarea, [aria-hidden=true], .unseen, .status";
const BLOCKS = "p, li, h2, h3, h4, summary, label, legend, dt, dd";

/** What the screen shows of the step, in order, each part with its language. */
function parts() {
  const found = [];
  let block = null;
  for (const root of document.querySelectorAll(".lhs.step:not([hidden]), .lhs.together")) {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, parentElement: at } = texts.currentNode;
      if (!data.trim() || at.closest(UNREAD) || !at.checkVisibility()) continue;
      const { lang } = at.closest("[lang]");
      const within = at.closest(BLOCKS);
      if (within && within === block && found.at(-1).lang === lang) found.at(-1).words += data;
      else found.push({ lang, words: data });
      block = within;
    }
  }
  return found;
}

/**
 * What a press of the button does: read, or stop. Nothing is read that is not on the screen when its
 * turn comes; a part in a language without a voice is left out.
 *
 * @param {(lang: string) => SpeechSynthesisVoice | undefined} voiceOf
 */
export function reader(model, button, voiceOf) {
  let left = [];
  let said = null; // the part that is being read: the browser tells late of one that was stopped
  const tell = () => button.setAttribute("aria-pressed", String(said !== null));
  const stop = () => {
    if (said) speechSynthesis.cancel();
    said = null;
    tell();
  };
  const next = () => {
    const now = parts().map(({ words }) => words);
    const part = left.shift();
    if (!part) return stop();
    const voice = voiceOf(part.lang);
    if (!voice || !now.includes(part.words)) return next();
    const mine = (said = new SpeechSynthesisUtterance(part.words.trim()));
    const over = () => said === mine && next();
    const failed = () => said === mine && stop();
    Object.assign(mine, { lang: part.lang, voice, onend: over, onerror: failed });
    speechSynthesis.speak(mine);
    tell();
  };
  // Who turns to another step, or to another language, is not read to any more.
  const place = () => `${model.get("walk").number} ${model.get("language")}`;
  let at = place();
  const follow = () => {
    if (at !== place()) stop();
    at = place();
  };
  for (const change of ["walk", "language"]) model.on(`change:${change}`, follow);
  addEventListener("pagehide", stop);
  return () => {
    if (said) return stop();
    left = parts();
    next();
  };
}
