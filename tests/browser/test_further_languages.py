"""A third language in real browsers: Spanish that is not whole, and one from right to left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from lhs_widgets.deck import load_deck
from tests.browser import screens
from tests.browser.screens import Visit
from tests.support.accessibility import CUT, check_everyone_can_use, violations
from tests.support.languages import (
    in_content,
    in_hebrew_letters,
    questions,
    whole_interface,
)
from tests.support.room import Facilitator, Participant, Room
from tests.support.workshops import move

NARROW = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A server that has a language from right to left, of made-up words, in a folder outside."""
    folder: Path = tmp_path_factory.mktemp("room")
    whole_interface(folder / "languages", "he", in_hebrew_letters)
    in_content(folder / "languages", "he", questions(load_deck("roadmap")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LHS_LOCALE", str(folder / "languages"))
        room = Room(folder / "data")
        room.open()
        yield room
        room.close()


def test_a_workshop_is_offered_in_spanish_and_someone_joins_writes_and_is_saved(
    room: Room, browser: Browser
) -> None:
    opened = room.new_workshop()
    facilitator = Facilitator(browser)
    facilitator.open(opened["facilitate_url"])
    facilitator.page.get_by_role("button", name="Prepare").click()
    box = facilitator.page.locator("[data-does=offer-es]")
    expect(box).not_to_be_checked()
    box.check()
    expect(facilitator.page.locator(".prepare .change")).not_to_be_empty()
    expect(box).to_be_checked()
    assert violations(facilitator.page) == []
    person = Participant(browser, "es-MX")
    person.page.goto(f"{room.address}/join/{opened['code']}")
    expect(person.page.locator("html")).to_have_attribute("lang", "es")
    expect(person.page.get_by_role("button", name="Empezar")).to_be_visible()
    assert violations(person.page) == []
    person.join(room, opened["code"])
    move(room.record(opened["code"]), "p2d-conditions")
    person.follow("¿Qué nos ayudaría a reunir datos buenos, seguros y útiles?")
    english = person.page.locator(".step:visible .help")
    expect(english).to_have_attribute("lang", "en")  # not translated yet
    scale = person.page.locator(".step:visible .rating legend").first
    expect(scale).to_have_attribute("lang", "en")
    translated = person.page.locator(".step:visible h2.question")
    expect(translated).not_to_have_attribute("lang", "en")
    person.write("Tiempo para hablar")
    expect(person.page.locator(".step:visible .status")).to_have_text("Guardado")
    assert violations(person.page) == []
    (answer,) = room.record(opened["code"]).state().answers.values()
    assert (answer.contribution.text, answer.contribution.language) == ("Tiempo para hablar", "es")
    for each in (person, facilitator):
        each.close()


@pytest.fixture(scope="module")
def visit(room: Room, browser: Browser) -> Iterator[Visit]:
    person = Participant(browser, "he-IL")
    yield Visit(room, room.new_workshop(), person, "he")
    person.close()


def conditions(visit: Visit) -> None:
    """An answer that is saved, and one begun, beside what others found."""
    visit.at("p2d-conditions")
    visit.page.locator(".step:visible .evidence summary").click()
    visit.person.write("Someone explains the form\nbefore we fill it in", ratings=(4, 2))
    visit.page.locator(".step:visible .add").click()
    expect(visit.page.locator(".step:visible .status")).to_have_attribute("data-state", "saved")


@pytest.mark.parametrize(
    "screen",
    [screens.landing, screens.joining, conditions],
    ids=lambda screen: screen.__name__,
)
def test_a_page_from_right_to_left_can_be_used_by_everyone(
    visit: Visit, screen: Callable[[Visit], None]
) -> None:
    visit.page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    screen(visit)
    expect(visit.page.locator("html")).to_have_attribute("dir", "rtl")
    assert visit.page.evaluate(CUT) == []
    check_everyone_can_use(visit.page, "he")


def test_the_wall_is_written_from_right_to_left(room: Room, browser: Browser) -> None:
    opened = room.new_workshop()
    person = Participant(browser, "he-IL")
    person.page.goto(f"{room.address}/wall/{opened['code']}")
    expect(person.page.locator("html")).to_have_attribute("dir", "rtl")
    expect(person.page.locator("h1.question")).to_have_attribute("lang", "he")
    assert violations(person.page) == []
    person.close()
