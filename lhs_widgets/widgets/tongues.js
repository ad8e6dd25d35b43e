/** Words that are not translated yet, marked with the language they are in: a screen reader goes by it. */

/** Marks them wherever they stand on the page; which they are, the step that is shown says. */
export function markTongues() {
  const mark = () => {
    const spoken = document.querySelector(".lhs.step:not([hidden])")?.spoken ?? {};
    if (!Object.keys(spoken).length) return;
    const found = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (found.nextNode()) {
      const lang = spoken[found.currentNode.data.trim()];
      if (lang) markOne(found.currentNode, lang);
    }
  };
  new MutationObserver(mark).observe(document.body, { childList: true, subtree: true });
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
