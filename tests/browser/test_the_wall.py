"""The projector shows as many answers as fit, and counts the rest."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from lhs_widgets.rehearsal import rehearse
from lhs_widgets.workshop import Stamp, actions
from tests.support.room import LAPTOP, Person, Room
from tests.support.workshops import move


def test_the_wall_is_filled_and_never_scrolls(room: Room, browser: Browser) -> None:
    opened = room.new_workshop()
    record = room.record(opened["code"])
    rehearse(record, participants=12, seed=1)
    move(record, "p2d-conditions")
    record.append(actions.stage(record.state(), "p2d-conditions", "reveal", Stamp("facilitator")))
    wall = Person(browser, LAPTOP)
    wall.page.goto(opened["wall_url"])
    expect(wall.page.locator(".more")).to_contain_text("more, on your phone")
    assert wall.page.locator(".said li:visible").count() >= 6
    assert wall.page.evaluate("document.documentElement.scrollHeight <= innerHeight + 2")
    wall.close()
