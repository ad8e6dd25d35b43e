"""The projector shows as many answers as fit, and counts the rest."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from lhs_widgets.rehearsal import rehearse
from lhs_widgets.workshop import Stamp, actions
from tests.browser.live_screens import a_sense_check, words_of_those_who_object
from tests.support.room import LAPTOP, Person, Room
from tests.support.session import Session
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


def test_the_words_of_those_who_object_stand_on_a_small_projector(
    room: Room, browser: Browser
) -> None:
    session = Session(room, browser)
    a_sense_check(session)
    words_of_those_who_object(session)
    wall = session.wall.page
    wall.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
    expect(wall.locator(".reasons li")).to_have_count(3)
    for words in wall.locator(".reasons li, .bars > li, .agreed").all():
        expect(words).to_be_in_viewport(ratio=1)
    session.close()
