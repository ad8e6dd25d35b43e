"""Someone who has a keyboard and nothing else: no mouse, a focus that is always seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.support.room import Participant

#: Whether the focus shows: an outline on the element, or beside it on the face of a radio button.
SEEN = """() => [document.activeElement, document.activeElement.nextElementSibling].some((e) =>
  e && e !== document.body && getComputedStyle(e).outlineStyle !== "none"
  && parseFloat(getComputedStyle(e).outlineWidth) >= 2)"""

#: Null of an element that is in the page no more.
HAS_THE_FOCUS = "e => e.isConnected ? e === document.activeElement : null"

#: What has the focus.
FOCUSED = "document.activeElement.outerHTML.slice(0, 300)"


class Keyboard(Participant):
    """A page of any kind, used by keyboard."""

    def find(self, selector: str) -> Locator:
        return self.page.locator(f"{selector}:visible")

    def tab_to(self, target: Locator, *, key: str = "Tab") -> None:
        """Press Tab until the target has the focus; each stop on the way must be seen."""
        for _ in range(150):
            self.page.keyboard.press(key)
            assert self.page.evaluate(SEEN), self.page.evaluate(FOCUSED)
            if _has_the_focus(target):
                return
        pytest.fail(f"Tab does not reach {target}")

    def press(self, *keys: str) -> None:
        """Press keys where the focus is; it must not fall out of the page."""
        for key in keys:
            assert self.page.evaluate("document.activeElement !== document.body"), key
            self.page.keyboard.press(key)

    def write_here(self, words: str) -> None:
        self.page.keyboard.type(words)

    def is_at_the_question(self) -> None:
        expect(self.find(".step h2")).to_be_focused()
        assert self.page.evaluate(SEEN)


def _has_the_focus(target: Locator) -> bool:
    """Asked again of what was drawn anew just then: what is in no page any more has no focus."""
    while (has := target.evaluate(HAS_THE_FOCUS)) is None:
        pass
    return bool(has)
