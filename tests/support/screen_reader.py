"""What a screen reader has to go by: the browser's accessibility tree, and what is announced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

#: Notes what live regions announce, and "> " with the name of what the focus comes to. A region
#: that comes with its words in it counts as silent, as some screen readers have it, but an alert.
_LISTEN = """(() => {
  const LIVE = "[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive]";
  const known = new WeakSet();
  const said = new WeakMap();
  window.heard = [];
  const announce = (region) => {
    const words = region.checkVisibility() ? region.innerText.trim().replace(/[ \\n]+/g, " ") : "";
    if (words && said.get(region) !== words) heard.push(words);
    said.set(region, words);
  };
  const nearest = ({ target }) => (target.closest ? target : target.parentElement)?.closest(LIVE);
  addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(LIVE).forEach((region) => known.add(region));
    new MutationObserver((changes) => {
      const changed = new Set(changes.map(nearest).filter((region) => known.has(region)));
      for (const region of document.querySelectorAll(LIVE)) {
        if (!known.has(region) && region.matches("[role=alert]")) changed.add(region);
        known.add(region);
      }
      changed.forEach(announce);
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  addEventListener("focusin", ({ target }) => {
    const label = target.ariaLabel ?? (target.labels?.[0] ?? target).innerText.trim();
    heard.push(`> ${label}`);
  });
})();"""

_STATES = ("checked", "disabled", "expanded", "invalid", "pressed", "required")
_GROUPS = ("group", "radiogroup", "navigation", "region", "list", "table")
_CONTROLS = (
    *("alert", "button", "checkbox", "combobox", "DisclosureTriangle", "heading", "image"),
    *("link", "radio", "spinbutton", "textbox"),
)

Node = dict[str, Any]


class ScreenReader:
    """Reads a page from top to bottom, and hears what it says by itself from its next load on."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.add_init_script(_LISTEN)
        self._tree = page.context.new_cdp_session(page)
        self._tree.send("Accessibility.enable")

    def heard(self) -> list[str]:
        """What was said since this was last asked, in order."""
        heard: list[str] = self.page.evaluate("heard.splice(0)")
        return heard

    def hears(self, *words: str) -> None:
        """Wait until the last of these is heard; then it was just these."""
        self.page.wait_for_function("(last) => heard.includes(last)", arg=words[-1])
        heard = self.heard()
        assert heard == list(words), heard

    def reads(self) -> list[str]:
        """A line for each thing on the page: what it is, its states, its name, what is in it."""
        nodes: list[Node] = self._tree.send("Accessibility.getFullAXTree")["nodes"]
        by_id = {node["nodeId"]: node for node in nodes}
        return list(_lines(nodes[0], by_id))


def _lines(node: Node, by_id: dict[str, Node], named: str = "") -> Iterator[str]:
    """``named`` is the name of what a node is in, whose words are not said a second time."""
    role, name = _value(node, "role"), _value(node, "name").strip()
    if role == "StaticText":
        if name and name not in named:
            yield name
        return
    if not node["ignored"] and (role in _CONTROLS or (role in _GROUPS and name)):
        named = name
        said = [role, *_states(node), name, _value(node, "value"), _value(node, "description")]
        yield " · ".join(filter(None, said))
    for child in node.get("childIds", []):
        yield from _lines(by_id[child], by_id, named)


def _states(node: Node) -> Iterator[str]:
    for state in node.get("properties", []):
        if state["name"] in _STATES and state["value"].get("value") in (True, "true"):
            yield state["name"]


def _value(node: Node, key: str) -> str:
    return str(node.get(key, {}).get("value", ""))
