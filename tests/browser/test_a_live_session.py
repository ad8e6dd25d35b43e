"""One step of a workshop from thinking alone to what the group agrees on, in real browsers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.support.room import LAPTOP, Facilitator, Participant, Person, Room

STEP = "p2d-conditions"
MEET = "We need time to meet"
WORDS = "Plain words in every letter"
CHECK = "Someone checks that we understood"


class Live:
    """A facilitator, a wall and three people who have written what they think."""

    def __init__(self, room: Room, browser: Browser) -> None:
        self.room = room
        self.workshop = room.new_workshop()
        self.code = self.workshop["code"]
        self.facilitator = Facilitator(browser)
        self.facilitator.open(self.workshop["facilitate_url"])
        self.wall = Person(browser, LAPTOP)
        self.wall.page.goto(self.workshop["wall_url"])
        self.people = [Participant(browser, each) for each in ("en-CA", "en-CA", "fr-CA")]
        for person in self.people:
            person.join(room, self.code)
        self.facilitator.move(STEP)
        for person, words in zip(self.people, (MEET, WORDS, CHECK), strict=True):
            person.page.locator(".news button").or_(
                person.page.locator(".cards textarea")
            ).first.wait_for()
            person.write(words)
            person.saved()

    def group(self, person: Person, ideas: list[str], theme: str) -> None:
        for idea in ideas:
            person.page.locator(".selectable label").filter(has_text=idea).click()
        person.page.locator("[data-does=theme-name]").fill(theme)
        person.page.locator("[data-does=group]").click()
        expect(self.theme(person, theme)).to_have_count(1)

    def theme(self, person: Person, title: str):  # type: ignore[no-untyped-def]
        return person.page.locator(".board .theme").filter(has_text=title)

    def board_saved(self, person: Person) -> None:
        expect(person.page.locator(".together .status")).to_have_attribute("data-state", "saved")

    def close(self) -> None:
        for person in (self.facilitator, self.wall, *self.people):
            person.close()


@pytest.fixture(scope="module")
def live(room: Room, browser: Browser) -> Iterator[Live]:
    session = Live(room, browser)
    yield session
    session.close()


def test_a_step_goes_from_thinking_alone_to_what_the_group_agrees_on(live: Live) -> None:
    facilitator, (one, two, three) = live.facilitator, live.people
    expect(one.page.get_by_text(WORDS)).to_have_count(0)  # private until shown
    facilitator.reveal()
    expect(one.page.locator(".board").get_by_text(WORDS)).to_be_visible()
    expect(live.wall.page.get_by_text(CHECK)).to_be_visible()

    facilitator.next("Start grouping")
    live.group(one, [WORDS, CHECK], "Understanding")
    expect(live.theme(two, "Understanding")).to_contain_text(CHECK)
    expect(live.wall.page.locator(".theme")).to_contain_text(WORDS)

    two.page.locator(".selectable label").filter(has_text=CHECK).click()
    two.page.locator("[data-does=ungroup]").click()
    expect(live.theme(one, "Understanding")).not_to_contain_text(CHECK)
    two.page.locator("[data-does=undo]").click()
    expect(live.theme(one, "Understanding")).to_contain_text(CHECK)
    live.group(three, [MEET], "Time")

    facilitator.next("Start the rating")
    for person, value in zip(live.people, ("5", "4", "2"), strict=True):
        option = person.page.locator(".ballot > li").filter(has_text=WORDS)
        for scale in (0, 1):
            option.locator(".rating").nth(scale).locator(f"input[value='{value}']").check()
        live.board_saved(person)
    expect(facilitator.page.get_by_text("3 have chosen so far")).to_be_visible()
    expect(live.wall.page.locator(".results")).to_have_count(0)
    facilitator.next("Close the vote")
    expect(live.wall.page.locator(".matrix .spot")).to_have_count(1)
    expect(live.wall.page.get_by_text("null")).to_have_count(0)
    expect(one.page.locator(".bars.key")).to_contain_text("2 × 1, 4 × 1, 5 × 1")

    facilitator.next("Start the discussion")
    facilitator.page.locator(".outcome textarea").fill("Every letter is read by a patient first.")
    facilitator.page.locator(".outcome textarea").blur()
    expect(live.wall.page.locator(".agreed")).to_have_text(
        "Every letter is read by a patient first."
    )

    facilitator.next("Start the sense check")
    for person, position in zip(live.people, ("agree", "agree", "object"), strict=True):
        expect(person.page.locator(".proposal")).to_contain_text("read by a patient")
        person.page.locator(f"[data-does=position-{position}]").check()
        live.board_saved(person)
    three.page.locator(".board textarea").fill("Et les personnes qui ne lisent pas ?")
    three.page.locator(".board textarea").blur()
    live.board_saved(three)
    facilitator.next("Close the vote")
    expect(one.page.locator(".reasons")).to_contain_text("Et les personnes qui ne lisent pas ?")

    facilitator.next("Write what we agree on")
    expect(one.page.locator(".agreed")).to_have_text("Every letter is read by a patient first.")

    state = live.room.record(live.code).state()
    assert sorted(theme.title for theme in state.themes(STEP)) == ["Time", "Understanding"]
    assert len(state.ballots[STEP, "rate", 1]) == len(state.ballots[STEP, "sense-check", 1]) == 3
    assert state.outcomes[STEP, None].text == "Every letter is read by a patient first."
