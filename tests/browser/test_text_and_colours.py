"""Larger words and other colours, chosen on the phone, stay; nothing that was typed goes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.room import Participant, Room
from tests.support.workshops import move

#: The darkness of what lies behind the words, 0 to 255.
PAPER = "() => Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])"
TEXT = "() => parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)"


@pytest.fixture
def person(browser: Browser) -> Iterator[Participant]:
    person = Participant(browser)
    yield person
    person.close()


def is_dark(page: Page) -> bool:
    return int(page.evaluate(PAPER)) < 60


def choose(page: Page, *choices: str) -> None:
    page.get_by_role("link", name="text and colours").click()
    for choice in choices:
        page.get_by_label(choice, exact=True).check()
    page.get_by_role("button", name="Use this").click()
    expect(page.get_by_role("status")).to_be_visible()
    page.get_by_role("link", name="Back").click()


def test_the_walk_is_dark_and_large_after_the_choice_and_the_words_are_there(
    room: Room, person: Participant
) -> None:
    code = room.new_workshop()["code"]
    person.join(room, code)
    move(room.record(code), "p2d-conditions")
    person.follow("What would help us gather data that is good, safe and useful?")
    before = person.page.evaluate(TEXT)
    person.page.locator("textarea:visible").first.press_sequentially("Time to meet")
    choose(person.page, "Very large", "Dark")
    person.arrive()
    expect(person.page.locator("textarea:visible").first).to_have_value("Time to meet")
    assert is_dark(person.page)
    assert person.page.evaluate(TEXT) == pytest.approx(1.5 * before, rel=0.01)
    person.page.reload()
    person.arrive()
    assert is_dark(person.page)


def test_a_page_follows_the_device_until_something_is_chosen(
    room: Room, person: Participant
) -> None:
    person.page.emulate_media(color_scheme="dark")
    person.page.goto(f"{room.address}/join/{room.new_workshop()['code']}")
    assert is_dark(person.page)
    choose(person.page, "Light")
    assert not is_dark(person.page)


def test_who_asks_the_device_for_more_contrast_has_it(room: Room, person: Participant) -> None:
    person.page.emulate_media(contrast="more")
    person.page.goto(room.address)
    expect(person.page.locator("html")).to_have_attribute("data-colours", "contrast")
