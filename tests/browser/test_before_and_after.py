"""A facilitator prepares by keyboard, rehearses, wipes it, and takes actions to the next time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from lhs_widgets.deck import load_deck
from lhs_widgets.store import Record
from lhs_widgets.workshop import Plan
from lhs_widgets.workshop.replanning import replan
from tests.support.room import LAPTOP, Facilitator, Participant, Person, Room, wait_until

DECK = load_deck("roadmap")
PLAN = Plan.of(DECK)
ACTION = "Ask the clinic for a quiet room"


@pytest.fixture(scope="module")
def room(own_room: Room) -> Room:
    return own_room


class Organiser(Facilitator):
    """A facilitator who uses the keyboard where it counts."""

    @property
    def focused(self) -> Locator:
        return self.page.locator(":focus")

    def turn_to(self, view: str) -> None:
        self.page.locator(f"[data-view={view}]").focus()
        self.page.keyboard.press("Enter")
        expect(self.page.locator(f"[data-view={view}]")).to_have_attribute("aria-current", "true")

    def press(self, does: str, key: str = "Enter") -> None:
        """Press a control of the plan by keyboard; the focus stays on it."""
        self.page.locator(f"[data-does={does}]").focus()
        self.page.keyboard.press(key)

    def hears(self, words: str) -> None:
        """What a screen reader says after a change."""
        expect(self.page.locator(".plan-bar [role=status]")).to_have_text(words)

    def steps(self) -> list[str | None]:
        return [row.get_attribute("data-plan") for row in self.page.locator(".plan > li").all()]

    @property
    def code(self) -> str:
        return self.page.url.split("/facilitate/")[1][:6]


@pytest.fixture
def organiser(browser: Browser, room: Room) -> Iterator[Organiser]:
    person = Organiser(browser)
    person.open(room.new_workshop()["facilitate_url"])
    yield person
    person.close()


def test_the_plan_is_changed_by_keyboard_and_each_change_is_said(
    organiser: Organiser, room: Room
) -> None:
    record = room.record(organiser.code)
    organiser.turn_to("prepare")
    expect(organiser.focused).to_have_text("Prepare")
    for n in (2, 3):
        organiser.press("later-welcome", "Space")
        organiser.hears(f"Welcome: now number {n} of {len(PLAN.steps)}.")
        expect(organiser.focused).to_have_attribute("data-does", "later-welcome")
    welcome, second, third, *_ = DECK.steps
    assert organiser.steps()[:3] == [second, third, welcome]
    organiser.press(f"earlier-{second}")  # it is the first already
    expect(organiser.focused).to_have_attribute("data-does", f"earlier-{second}")
    organiser.press("seen-d2k-roles")
    organiser.hears("From data to knowledge · Roles: hidden now.")
    expect(organiser.focused).to_have_text("Show")
    organiser.press("stages-p2d-conditions")
    organiser.press("minutes-p2d-conditions-think", "ControlOrMeta+a")
    organiser.page.keyboard.type("20")
    organiser.page.keyboard.press("Tab")
    wished = replan(PLAN, "time", "p2d-conditions", "think", minutes=20)
    hours, minutes = divmod(replan(wished, "hide", "d2k-roles").minutes, 60)
    expect(organiser.page.locator(".total")).to_have_text(
        f"Time planned: {hours} h {minutes:02} min"
    )
    organiser.press("minutes-p2d-conditions-think", "ControlOrMeta+a")
    organiser.page.keyboard.type("900")
    organiser.page.keyboard.press("Tab")
    organiser.hears("Give a time from 1 to 240 minutes, or leave it empty.")
    plan = record.state().plan
    assert (plan.step("p2d-conditions").stages[0].minutes, plan.minutes // 60) == (20, hours)
    for _ in range(4):
        before = len(record.events())
        organiser.press("plan-undo")
        wait_until(lambda before=before: len(record.events()) > before, "the undo")
    expect(organiser.page.locator("[data-does=plan-undo]")).to_have_attribute(
        "aria-disabled", "true"
    )
    assert record.state().plan == PLAN


def test_a_title_and_languages_reach_everyone(
    organiser: Organiser, room: Room, browser: Browser
) -> None:
    phone, wall = Participant(browser, "fr-CA"), Person(browser, LAPTOP)
    phone.join(room, organiser.code)
    wall.page.goto(f"{room.address}/wall/{organiser.code}")
    organiser.turn_to("prepare")
    organiser.page.locator("[data-does=plan-title]").fill("Leaving hospital well")
    organiser.page.keyboard.press("Enter")
    expect(organiser.page.locator(".console h1")).to_have_text("Leaving hospital well")
    organiser.page.locator("[data-does=offer-fr]").uncheck()
    expect(phone.page.locator(".top h1")).to_have_text("Leaving hospital well")
    expect(phone.page.locator(".top .languages button")).to_have_count(2)  # French stays, for them
    expect(wall.page.locator(".other-language")).to_have_count(0)
    newcomer = Participant(browser, "fr-CA")
    newcomer.join(room, organiser.code)
    expect(newcomer.page.locator("html")).to_have_attribute("lang", "en")
    expect(newcomer.page.locator(".top .languages button")).to_have_count(0)
    for person in (phone, wall, newcomer):
        person.close()


def test_a_rehearsal_is_played_and_wiped_and_actions_go_on_to_the_next_workshop(
    organiser: Organiser, room: Room, browser: Browser
) -> None:
    real = organiser.code
    rehearses(organiser, room, browser)
    assert organiser.code == real
    assert room.record(real).state().participants == {}
    agrees(organiser)
    duplicates(organiser, room, real)
    begins_with_the_last_actions(organiser, room, browser)


def rehearses(organiser: Organiser, room: Room, browser: Browser) -> None:
    organiser.turn_to("prepare")
    organiser.page.locator("[name=participants]").select_option("4")
    organiser.page.locator("[data-does=rehearse]").click()
    expect(organiser.page.locator(".rehearsal-mark")).to_be_visible()
    organiser.count(4, "here now")
    record = room.record(organiser.code)
    phone, wall = Participant(browser, "fr-CA"), Person(browser, LAPTOP)
    phone.join(room, record.code)
    wall.page.goto(f"{room.address}/wall/{record.code}")
    expect(phone.page.locator(".rehearsal-mark")).to_contain_text("Répétition")
    expect(wall.page.locator(".rehearsal-mark p")).to_have_count(2)
    plays_a_vote(organiser, record)
    organiser.page.locator("[data-does=wipe]").click()
    organiser.page.wait_for_url(lambda url: record.code not in url)
    expect(organiser.page.locator(".console .stage h2")).to_be_visible()
    expect(wall.page.locator(".rehearsal-mark")).to_contain_text("is erased")
    expect(phone.page.locator(".rehearsal-mark")).to_contain_text("est effacé")
    for person in (phone, wall):
        person.close()


def plays_a_vote(organiser: Organiser, record: Record) -> None:
    """The people answer and vote by themselves; the facilitator only goes on."""
    organiser.move("p2d-roles")
    organiser.count(4, "finished this step")
    organiser.reveal()
    organiser.next("Start the vote")
    expect(organiser.page.get_by_text("have chosen so far: 4")).to_be_visible()
    organiser.next("Close the vote")
    expect(organiser.page.locator(".results")).to_be_visible()
    assert len(record.state().ballots["p2d-roles", "vote", 1]) == 4


def agrees(organiser: Organiser) -> None:
    organiser.turn_to("promises")
    organiser.page.locator("[data-does=promise-text]").fill(ACTION)
    organiser.page.locator("[data-does=promise-who]").fill("The clinic team")
    organiser.page.locator("[data-does=promise-due]").fill("2026-12-03")
    organiser.page.keyboard.press("Enter")
    facts = organiser.page.locator("ul.promises .by")
    expect(facts).to_contain_text("The clinic team · until December 3, 2026")
    organiser.page.locator("[data-does=promise-text]").fill("A slip of the keyboard")
    organiser.page.locator("[data-does=promise-add]").click()
    slip = organiser.page.locator("ul.promises > li").filter(has_text="A slip")
    slip.get_by_role("button", name="Remove").click()
    expect(organiser.page.locator("[data-view=promises]")).to_have_text("Agreed actions (1)")


def duplicates(organiser: Organiser, room: Room, real: str) -> None:
    organiser.page.goto(room.facilitate_url)
    row = organiser.page.locator(".workshops > li").filter(has_text=real)
    row.locator("summary").click()
    row.get_by_role("button", name="Duplicate").click()
    expect(organiser.page.locator(".console h1")).to_have_text("Better discharge, together (copy)")
    assert organiser.code != real


def begins_with_the_last_actions(organiser: Organiser, room: Room, browser: Browser) -> None:
    phone, wall = Participant(browser), Person(browser, LAPTOP)
    phone.join(room, organiser.code)
    wall.page.goto(f"{room.address}/wall/{organiser.code}")
    for page in (organiser.page, phone.page, wall.page):
        expect(page.get_by_role("heading", name="What we agreed to do last time")).to_be_visible()
        expect(page.locator(".promises:visible")).to_contain_text(ACTION)
    last = organiser.page.locator("section.promises-now")
    last.get_by_role("button", name="Keep it for later").click()
    expect(last.get_by_role("button", name="Keep it for later")).to_have_count(0)
    last.get_by_role("button", name="Mark as done").click()
    expect(phone.page.locator(".promises .by")).to_contain_text("✓ Done")
    organiser.next("Move everyone to")
    expect(wall.page.get_by_text(ACTION)).to_have_count(0)
    for person in (phone, wall):
        person.close()
