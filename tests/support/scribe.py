"""Someone who writes for people without a phone."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.support.room import Facilitator


class Scribe(Facilitator):
    """Someone with the facilitator's link, beside a person without a phone."""

    def add(self, group: str, name: str = "") -> None:
        self.page.locator("[name=consent]").check()
        self.page.locator("#group").select_option(group)
        self.page.locator("#name").fill(name)
        self.page.get_by_role("button", name="Add this person").click()
        expect(self.page.get_by_role("status")).to_be_visible()

    def open_card(self, code: str) -> None:
        self.page.get_by_label("Code on the card").fill(code)
        self.page.get_by_role("button", name="Open this card").click()
        expect(self.page.locator(".step:visible h2")).to_be_visible()

    def write(self, text: str) -> None:
        self.page.locator(".step:visible textarea").last.press_sequentially(text)
        self.saved()
