"""Every screen in both languages: axe clean, nothing cut at 320 pixels, targets of 44 pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.screens import SCREENS, Visit
from tests.support.accessibility import check_everyone_can_use
from tests.support.room import PHONE, Participant, Room


@pytest.fixture(scope="module")
def room(own_room: Room) -> Room:
    return own_room


@pytest.fixture(scope="module", params=["en", "fr"])
def visit(room: Room, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    person = Participant(browser, f"{request.param}-CA")
    yield Visit(room, room.new_workshop(), person, request.param)
    person.close()


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_everyone_can_use_the_screen(visit: Visit, screen: Callable[[Visit], None]) -> None:
    visit.page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    screen(visit)
    check_everyone_can_use(visit.page, visit.language)


def test_nothing_moves_for_who_asks_for_less_motion(room: Room, browser: Browser) -> None:
    person = Participant(browser)
    person.page.emulate_media(reduced_motion="reduce")
    person.join(room, room.new_workshop()["code"])
    moving = """[...document.querySelectorAll("*")].map(getComputedStyle).filter((style) =>
      style.transitionDuration !== "0s" || style.animationName !== "none").length"""
    assert person.page.evaluate(moving) == 0
    person.page.emulate_media(reduced_motion="no-preference")
    assert person.page.evaluate(moving) > 0, "the test would see it"
    person.close()
