"""A scribe's walk: adding someone, entering a card, and never at the wrong person or step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from lhs_widgets.store import Record
from lhs_widgets.workshop import Answer
from tests.support.keyboard import Keyboard
from tests.support.room import Participant, Room
from tests.support.scribe import Scribe
from tests.support.workshops import move

#: Whether what has the focus lies under the banner.
COVERED = """() => {
  const at = document.activeElement;
  if (at === document.body || at.closest(".writing-for")) return false;
  const banner = document.querySelector(".writing-for").parentElement.getBoundingClientRect();
  return at.getBoundingClientRect().top < banner.bottom - 1;
}"""


@pytest.fixture
def opened(room: Room) -> dict[str, str]:
    return room.new_workshop()


@pytest.fixture
def record(room: Room, opened: dict[str, str]) -> Record:
    record = room.record(opened["code"])
    move(record, "p2d-challenges")
    return record


@pytest.fixture
def scribe(browser: Browser, opened: dict[str, str], record: Record) -> Iterator[Scribe]:
    """Someone at the list of people, which they reached from the console."""
    someone = Scribe(browser)
    someone.open(opened["facilitate_url"])
    someone.page.get_by_role("link", name="People without a phone").click()
    someone.page.wait_for_url(f"**/scribe/{record.code}")
    yield someone
    someone.close()


def the_answer(record: Record) -> Answer:
    (answer,) = record.state().answers.values()
    return answer


def test_a_card_is_entered_where_it_belongs(scribe: Scribe, record: Record) -> None:
    scribe.add("family", "Rosa")
    scribe.add("patient")
    scribe.open_card("a1-05")
    expect(scribe.page.locator(".writing-for")).to_contain_text("You are writing for: A1 · Rosa")
    scribe.write("Time to ask")
    answer = the_answer(record)
    assert record.state().participants[answer.participant].profile.card == "A1"
    assert (answer.contribution.step, answer.origin) == ("p2d-conditions", "scribe")
    scribe.page.get_by_role("link", name="Back to the list").click()
    expect(scribe.page.locator(".people li").first).to_contain_text("answers: 1")


def test_the_page_stays_at_the_card_while_the_group_moves(scribe: Scribe, record: Record) -> None:
    scribe.add("family")
    scribe.open_card("a1-05")
    question = scribe.page.locator(".step:visible h2").inner_text()
    move(record, "d2k-roles")
    expect(scribe.page.locator(".news button")).to_be_visible()
    expect(scribe.page.locator(".step:visible h2")).to_have_text(question)
    scribe.page.reload()
    expect(scribe.page.locator(".step:visible h2")).to_have_text(question)
    expect(scribe.page.locator(".writing-for")).to_contain_text("A1")


def test_a_scribe_can_be_a_participant_too(scribe: Scribe, record: Record) -> None:
    address = scribe.page.url.partition("/scribe/")[0]
    scribe.page.goto(f"{address}/join/{record.code}")
    scribe.page.locator("[name=consent]").check()
    scribe.page.locator("form button.main").click()
    expect(scribe.page.locator(".step:visible h2")).to_be_visible()
    scribe.page.goto(f"{address}/scribe/{record.code}")
    scribe.add("family")
    scribe.open_card("a1-06")
    scribe.write("Only one language")
    scribe.page.goto(f"{address}/walk/{record.code}")
    expect(scribe.page.locator(".step:visible textarea")).to_have_value("")
    expect(scribe.page.locator(".writing-for")).to_have_count(0)
    answer = the_answer(record)
    assert record.state().participants[answer.participant].origin == "scribe"


def test_the_person_goes_on_with_a_phone(
    scribe: Scribe, record: Record, room: Room, browser: Browser
) -> None:
    scribe.add("family")
    scribe.open_card("a1-06")
    scribe.write("Only one language")
    scribe.page.get_by_role("link", name="Back to the list").click()
    scribe.page.get_by_role("link", name="More about A1").click()
    scribe.page.get_by_role("button", name="Make a return code").click()
    phone = Participant(browser)
    phone.come_back(room, record.code, scribe.page.locator(".panel .code").inner_text())
    expect(phone.page.locator(".step:visible textarea").first).to_have_value("Only one language")
    expect(phone.page.locator(".writing-for")).to_have_count(0)
    phone.close()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_scribe_needs_no_mouse(
    room: Room, browser: Browser, opened: dict[str, str], record: Record, language: str
) -> None:
    person = Keyboard(browser, f"{language}-CA")
    person.page.set_viewport_size({"width": 320, "height": 640})
    person.page.goto(opened["facilitate_url"])
    person.page.goto(f"{room.address}/scribe/{record.code}")
    adds_someone(person)
    person.tab_to(person.find("#code"))
    person.write_here("a1-05")
    person.press("Enter")
    person.arrive()
    person.tab_to(person.find(".writing-for a"))
    person.tab_to(person.find("textarea"))
    person.write_here("Time to ask")
    person.saved()
    assert the_answer(record).contribution.language == language
    never_writes_under_the_banner(person)
    person.press("Enter")
    person.page.wait_for_url(f"**/scribe/{record.code}")
    person.close()


def adds_someone(person: Keyboard) -> None:
    person.tab_to(person.find("[name=consent]"))
    person.press("Space")
    person.tab_to(person.find("#group"))
    person.press("ArrowDown")
    person.tab_to(person.find("#add button.main"))
    person.press("Enter")
    expect(person.page.locator(".people li")).to_have_count(1)


def never_writes_under_the_banner(person: Keyboard) -> None:
    """Go through the page and back to its top: the banner is over nothing that has the focus."""
    person.tab_to(person.find("nav.bottom .row button").first)
    for _ in range(60):
        person.page.keyboard.press("Shift+Tab")
        assert not person.page.evaluate(COVERED)
        if person.page.evaluate("document.activeElement.matches('.writing-for a')"):
            return
    pytest.fail("Shift+Tab does not reach the banner")
