"""The walk by keyboard alone: no mouse, a focus that is always seen and never lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from lhs_widgets.store import Record
from lhs_widgets.workshop import Stamp, actions
from tests.support.keyboard import Keyboard
from tests.support.room import Room
from tests.support.workshops import move


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_walk_needs_no_mouse(room: Room, browser: Browser, language: str) -> None:
    code = room.new_workshop()["code"]
    person = Keyboard(browser, f"{language}-CA")
    joins(person, room, code)
    chooses_roles(person, room.record(code))
    goes_back_and_writes_conditions(person, room.record(code))
    goes_on_and_links_a_challenge(person)
    asks_for_help_and_changes_language(person, "fr" if language == "en" else "en")
    is_told_where_the_group_is(person, room.record(code))
    is_writing_when_the_workshop_ends(person, room.record(code))
    person.close()


def joins(person: Keyboard, room: Room, code: str) -> None:
    person.page.goto(room.address)
    person.tab_to(person.find("#code"))
    person.write_here(code.lower())
    person.press("Enter")
    person.page.wait_for_url("**/join/*")
    person.tab_to(person.find("[name=consent]"))
    person.press("Space")
    person.tab_to(person.find("#group"))
    person.press("ArrowDown")
    person.tab_to(person.find("form button.main"))
    person.press("Enter")
    person.arrive()


def chooses_roles(person: Keyboard, record: Record) -> None:
    move(record, "p2d-roles")
    person.is_at_the_question()
    role = person.find(".role").first
    person.tab_to(role.get_by_role("checkbox"))
    person.press("Space")
    for number in (0, 1):
        person.tab_to(role.locator("select").nth(number))
        person.press("ArrowDown", "ArrowDown")
        expect(role.locator("select").nth(number)).not_to_have_value("")
    person.saved()
    person.tab_to(person.find("button.add"))
    person.press("Enter")
    person.write_here("Translator")
    person.tab_to(person.find("button.remove"))
    person.press("Enter")
    expect(person.find("button.add")).to_be_focused()
    person.saved()


def goes_back_and_writes_conditions(person: Keyboard, record: Record) -> None:
    move(record, "p2d-challenges")
    person.is_at_the_question()
    person.tab_to(person.find("nav.bottom .row button").first)
    person.press("Enter")
    person.is_at_the_question()
    person.tab_to(person.find("textarea"))
    person.write_here("Someone explains the form")
    person.tab_to(person.find(".rating").first.locator("input").first)
    person.press("ArrowRight", "ArrowRight")
    expect(person.find(".rating").first.locator("input").nth(2)).to_be_checked()
    person.tab_to(person.find("button.add"))
    person.press("Enter")
    person.write_here("There is time to ask")
    person.saved()
    removes_and_undoes(person)


def removes_and_undoes(person: Keyboard) -> None:
    person.tab_to(person.find("button.remove").last)
    person.press("Enter")
    expect(person.find(".removed button")).to_be_focused()
    expect(person.find("textarea")).to_have_count(1)
    person.press("Enter")
    expect(person.find("textarea").last).to_be_focused()
    expect(person.find("textarea").last).to_have_value("There is time to ask")
    person.saved()


def goes_on_and_links_a_challenge(person: Keyboard) -> None:
    person.tab_to(person.find("nav.bottom .row button.main"))
    person.press("Enter")
    person.is_at_the_question()
    person.tab_to(person.find("textarea"))
    person.write_here("The form is in one language")
    person.tab_to(person.find(".card select"))
    person.press("ArrowDown")
    expect(person.find(".card select")).not_to_have_value("")
    person.saved()
    person.tab_to(person.find("button.done"))
    person.press("Enter")
    expect(person.find("button.done")).to_have_attribute("aria-pressed", "true")
    expect(person.find("button.done")).to_be_focused()


def asks_for_help_and_changes_language(person: Keyboard, other: str) -> None:
    person.tab_to(person.find("nav.bottom summary"))
    person.press("Enter")
    expect(person.find("nav.bottom .code")).to_be_visible()
    button = person.find(f".languages button[lang={other}]")
    person.tab_to(button, key="Shift+Tab")
    person.press("Enter")
    expect(person.page.locator("html")).to_have_attribute("lang", other)
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    person.saved()


def is_told_where_the_group_is(person: Keyboard, record: Record) -> None:
    person.tab_to(person.find("textarea"))
    person.write_here("s")
    move(record, "d2k-roles")
    expect(person.page.locator(".news")).to_have_attribute("role", "status")
    expect(person.find(".news button")).to_be_visible()
    expect(person.find("textarea")).to_be_focused()
    person.tab_to(person.find(".news button"))
    person.press("Enter")
    person.is_at_the_question()


def is_writing_when_the_workshop_ends(person: Keyboard, record: Record) -> None:
    person.tab_to(person.find("button.add"))
    person.press("Enter")
    person.write_here("Translator")
    person.saved()
    record.append(actions.finish(record.state(), Stamp("facilitator")))
    person.is_at_the_question()
    expect(person.find(".function input[type=text]")).to_have_value("Translator")


def test_the_console_needs_no_mouse(room: Room, browser: Browser) -> None:
    opened = room.new_workshop()
    person = Keyboard(browser)
    person.page.goto(opened["facilitate_url"])
    expect(person.find("#stage")).to_be_visible()
    moves_everyone(person, room.record(opened["code"]))
    shows_and_hides(person, room.record(opened["code"]))
    changes_language(person)
    ends_the_workshop(person, room.record(opened["code"]))
    person.close()


def moves_everyone(person: Keyboard, record: Record) -> None:
    person.tab_to(person.find("[data-step=p2d-conditions]"))
    person.press("Enter")
    expect(person.find("[data-step=p2d-conditions]")).to_have_attribute("aria-pressed", "true")
    expect(person.find("#stage")).to_be_focused()  # it was above the screen
    person.tab_to(person.find("[data-does=move]"))
    person.press("Enter")
    expect(person.find("#stage")).to_be_focused()
    assert record.state().current == "p2d-conditions"
    person.press("Enter")  # a second press in a hurry moves nobody further
    person.tab_to(person.find("button.next"))
    assert record.state().current == "p2d-conditions"


def shows_and_hides(person: Keyboard, record: Record) -> None:
    expect(person.find("[data-does=next-stage-reveal]")).to_be_focused()
    person.press("Enter")
    expect(person.find("#stage")).to_be_focused()
    assert record.state().revealed == {"p2d-conditions"}
    person.tab_to(person.find(".fold summary").first)
    person.press("Enter")
    person.tab_to(person.find("[data-does=reveal]"))
    person.press("Enter")
    expect(person.find("#stage")).to_be_focused()
    assert not record.state().revealed


def changes_language(person: Keyboard) -> None:
    french = person.find(".languages button[lang=fr]")
    person.tab_to(french, key="Shift+Tab")
    person.press("Enter")
    expect(person.page.locator("html")).to_have_attribute("lang", "fr")
    expect(french).to_be_focused()


def ends_the_workshop(person: Keyboard, record: Record) -> None:
    person.tab_to(person.find("[data-step=what-next]"))
    person.press("Enter")
    person.tab_to(person.find("[data-does=move]"))
    person.press("Enter")
    expect(person.find("#stage")).to_be_focused()
    person.tab_to(person.find("[data-does=finish]"))
    person.press("Enter", "Enter")  # a double press asks, and takes the question back
    expect(person.find("[data-does=finish]")).to_be_focused()
    person.press("Enter")
    person.tab_to(person.find("[data-does=finish-yes]"))
    person.press("Enter")
    expect(person.find("#stage")).to_be_focused()
    expect(person.find(".notice").last).to_be_visible()
    assert record.state().finished
