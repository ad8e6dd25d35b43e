/** Words that are not translated yet, marked with the language they are in: a screen reader goes by it. */

/** Marks them wherever they stand on the page, while the step of `model` is the one that is shown. */
export function markTongues(model) {
  const mark = () => {
    const { spoken = {} } = model.get("step");
    if (!model.get("shown") || !Object.keys(spoken).length) return;
    const found = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (found.nextNode()) {
      const lang = spoken[found.currentNode.data.trim()];
      if (lang) markOne(found.currentNode, lang);
    }
  };
  const watching = new MutationObserver(mark);
  watching.observe(document.body, { childList: true, subtree: true });
  mark();
  return () => watching.disconnect();
}

function markOne(words, lang) {
  const around = words.parentElement;
  if (around.closest("[lang]")?.lang === lang) return;
  if (around.childNodes.length === 1) return (around.lang = lang);
  const own = document.createElement("span");
  own.lang = lang;
  words.replaceWith(own);
  own.append(words);
}
