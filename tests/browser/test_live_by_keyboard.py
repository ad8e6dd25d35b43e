"""A live session by keyboard alone: after each act the focus is where a person expects it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from lhs_widgets.workshop import actions
from tests.support.keyboard import Keyboard
from tests.support.room import LAPTOP, Room
from tests.support.session import IDEAS, NAMED, STEP, Session
from tests.support.workshops import stamp

MEET, WORDS, CHECK, _LONG, TIME = IDEAS

#: What a browser says of a place that is in no document any more, or earlier in this one.
DISCONNECTED, PRECEDING = 1, 2


class Keys(Keyboard):
    """A page of a session, used by keyboard."""

    def choose(self, selector: str, *keys: str) -> None:
        """Go to something, forwards or backwards, and press keys there."""
        target = self.find(selector).first
        expect(target).to_be_visible()
        where = DISCONNECTED
        while where & DISCONNECTED:  # it was just drawn anew
            where = target.evaluate("e => e.compareDocumentPosition(document.activeElement)")
        if where:  # the focus is not there yet
            self.tab_to(target, key="Tab" if where & PRECEDING else "Shift+Tab")
        self.press(*keys)

    def is_at(self, selector: str) -> None:
        expect(self.find(selector).first).to_be_focused()

    def is_told(self, words: str) -> None:
        expect(self.page.get_by_role("status").filter(has_text=words).first).to_be_attached()


@pytest.fixture(scope="module")
def session(room: Room, browser: Browser) -> Iterator[Session]:
    session = Session(room, browser)
    session.phone.page.set_viewport_size({"width": 320, "height": 640})
    yield session
    session.close()


@pytest.fixture
def phone(session: Session) -> Keys:
    return _by_keys(session.phone)


@pytest.fixture
def console(session: Session) -> Keys:
    return _by_keys(session.console)


def _by_keys(person: object) -> Keys:
    keys = Keys.__new__(Keys)
    keys.__dict__ = person.__dict__
    return keys


def test_a_hand_is_raised_and_lowered(session: Session, phone: Keys, console: Keys) -> None:
    phone.choose(".hand", "Enter")
    expect(phone.find(".hand")).to_have_attribute("aria-pressed", "true")
    phone.is_at(".hand")
    console.is_told("Raised hands (1)")
    console.choose(f"[data-does=lower-{session.me}]", "Enter")
    expect(console.find(".hands li")).to_have_count(0)
    console.is_at("#stage")


def test_ideas_are_grouped_merged_and_that_is_undone(session: Session, phone: Keys) -> None:
    session.at("group")
    one, two, three = (f"[data-does=select-{session.idea(each)}]" for each in (MEET, TIME, CHECK))
    phone.choose(one, "Space")
    phone.choose(two, "Space")
    phone.is_at(two)
    phone.is_told("Ideas selected: 2.")
    phone.choose("[data-does=theme-name]")
    phone.write_here("Time")
    phone.press("Enter")
    expect(phone.find(".theme")).to_contain_text(MEET)
    phone.is_at(one)
    phone.is_told("Grouped in “Time”. Ideas: 2.")

    phone.choose(three, "Space")
    phone.choose("[data-does=theme-name]")
    phone.write_here("Understanding")
    phone.choose("[data-does=group]", "Enter")
    expect(phone.find(".theme")).to_have_count(2)
    phone.is_at(three)
    for each in (one, two, three):
        phone.choose(each, "Space")
    phone.choose("[data-does=merge]", "Enter")
    expect(phone.find(".theme")).to_have_count(1)
    phone.is_told("2 themes are now one")
    assert phone.page.evaluate("document.activeElement.matches('.theme input')")

    phone.choose("[data-does=undo]", "Enter")
    expect(phone.find(".theme")).to_have_count(2)
    phone.is_at("[data-does=undo]")
    phone.is_told("The last grouping is undone.")


def test_dots_are_given_to_the_last(session: Session, phone: Keys) -> None:
    session.at("vote")
    phone.is_told("Vote. Give your dots")
    more = phone.find(".ballot [data-does^=more-]").first
    name = str(more.get_attribute("data-does"))
    phone.choose(f"[data-does={name}]", "Enter")
    phone.is_told("You have 1 of 2 dots left.")
    phone.press("Space")
    phone.is_told("You have 0 of 2 dots left.")
    phone.is_at(f"[data-does={name}]")
    expect(more).to_have_attribute("aria-disabled", "true")
    phone.press("Enter")
    expect(phone.find(".dots").first).to_have_text("●●")


def test_ideas_are_rated(session: Session, phone: Keys) -> None:
    session.at("rate")
    phone.choose(".ballot .rating input", "ArrowRight")
    expect(phone.find(".ballot .rating input").nth(1)).to_be_checked()
    assert phone.page.evaluate("document.activeElement.matches('.ballot .rating input')")


def test_ideas_are_ranked_by_arrows_past_those_that_have_a_place(
    session: Session, phone: Keys
) -> None:
    session.at("rank")
    expect(phone.find(".stage-name")).to_have_text("Rank")
    phone.is_at(".stage-name")  # not on whatever now stands where a scale stood
    phone.choose("[data-does=place-1]", "ArrowDown")
    first = phone.find("[data-does=place-1]").input_value()
    phone.is_at("[data-does=place-1]")
    phone.choose("[data-does=place-2]", "ArrowDown", "ArrowDown")
    phone.is_at("[data-does=place-2]")
    expect(phone.find("[data-does=place-1]")).to_have_value(first)
    expect(phone.find("[data-does=place-2]")).not_to_have_value(first)
    expect(phone.find("[data-does=place-2]")).not_to_have_value("")


def test_someone_objects_and_says_why(session: Session, phone: Keys) -> None:
    session.at("sense-check")
    phone.choose("[data-does=position-agree]", "ArrowDown", "ArrowDown")
    expect(phone.find("[data-does=position-object]")).to_be_checked()
    phone.is_at("[data-does=position-object]")
    phone.choose(".board textarea")
    phone.write_here("Who has the time?")
    expect(phone.find(".together .status")).to_have_attribute("data-state", "saved")
    session.count("sense-check")
    phone.press("Tab")
    phone.is_told("The vote is closed.")
    assert phone.page.evaluate("document.activeElement !== document.body")


def test_who_leaves_a_field_for_the_way_to_the_group_is_taken_there(
    session: Session, phone: Keys
) -> None:
    session.at("sense-check")
    session.do(lambda w: actions.count(w, STEP, "sense-check", stamp(), counted=False))
    phone.choose("[data-does=position-object]", "Space")
    phone.choose(".board textarea")
    session.at("discuss")
    expect(phone.find(".ahead button")).to_be_visible()
    phone.is_at(".board textarea")
    phone.page.keyboard.press("Tab")
    phone.is_at(".stage-name")
    expect(phone.find(".stage-name")).to_have_text("Discuss")


def test_who_presses_to_write_what_is_agreed_can_write(session: Session, console: Keys) -> None:
    console.page.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
    session.at("discuss")
    expect(console.find("button.next")).to_have_text("Start the sense check")
    session.at("sense-check")
    session.count("sense-check")
    console.choose("button.next:has-text('Write what we agree on')", "Enter")
    console.is_at(".outcome textarea")


def test_who_chooses_a_step_far_down_the_list_comes_to_its_question(console: Keys) -> None:
    console.page.set_viewport_size({"width": 1366, "height": 300})
    console.choose(f"[data-step={NAMED}]", "Enter")
    console.is_at("#stage")
    expect(console.find("#stage")).to_be_in_viewport()
    console.choose(f"[data-step={STEP}]", "Enter")


def test_a_card_is_hidden_with_a_reason(session: Session, console: Keys) -> None:
    console.page.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
    session.at("reveal")
    expect(console.find("[data-stage=reveal]")).to_have_attribute("aria-current", "step")
    console.choose(".fold summary:has-text('Hide a card')", "Enter")
    console.choose("[data-does=hide-idea-0]", "Enter")
    console.is_at("[data-does=hide-reason]")
    console.choose("[data-does=hide-not]", "Enter")
    console.is_at("[data-does=hide-idea-0]")
    console.press("Enter")
    console.write_here("It names a person.")
    console.press("Enter")
    expect(console.find(".hidden-cards li")).to_have_count(1)
    console.is_told("Hidden from everyone: We need time to meet")
    console.is_at("#said")
    console.choose("[data-does=show-idea-0]", "Enter")
    expect(console.find(".hidden-cards li")).to_have_count(0)
    console.is_at("#stage")


def test_the_clock_is_started_and_stopped(console: Keys, phone: Keys) -> None:
    console.choose("[data-does=minutes]", "Backspace")
    console.write_here("4")
    console.press("Enter")
    expect(console.find(".clock")).to_be_visible()
    console.is_at("#stage")
    phone.is_told("The clock is running: 4 min.")
    console.choose("[data-does=stop-time]", "Enter")
    expect(console.find("[data-does=start-time]")).to_be_visible()
    console.is_at("#stage")


def test_people_are_split_into_tables(session: Session, console: Keys, phone: Keys) -> None:
    console.choose(".fold summary:has-text('Small groups')", "Enter")
    console.choose("[data-does=how-seated]", "ArrowDown")
    console.choose("[data-does=split]", "Enter")
    expect(console.find(".tables .table")).to_have_count(2)
    console.is_at("#stage")
    phone.is_told("You are at table")
    seat = f"[data-does=seat-{session.me}]"
    before = console.find(seat).input_value()
    console.choose(seat, "ArrowDown" if before == "1" else "ArrowUp")
    expect(console.find(seat)).not_to_have_value(before)
    console.is_at(seat)
    moved = {"1": 2, "2": 1}[before]
    phone.is_told(f"You are at table {moved}.")
    assert session.state.participants[session.me].table == moved
