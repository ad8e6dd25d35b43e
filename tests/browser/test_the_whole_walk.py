"""One facilitator, a wall and four phones, from an empty room to a notebook that ran again."""

from __future__ import annotations

from pathlib import Path

import frictionless
import pandas as pd
import pytest
from playwright.sync_api import Browser, expect

from lhs_widgets.deck import load_deck
from lhs_widgets.workshop import Stamp, actions
from tests.support.room import LAPTOP, Facilitator, Participant, Person, Room, lhs

DECK = load_deck("roadmap")
PHASES = ("p2d", "d2k", "k2p")


@pytest.fixture(scope="module")
def room(own_room: Room) -> Room:
    return own_room


class Walk:
    """Four people on their way, and all they wrote."""

    def __init__(self, room: Room, browser: Browser) -> None:
        self.room = room
        self.browser = browser
        self.workshop = room.new_workshop()
        self.code = self.workshop["code"]
        self.facilitator = Facilitator(browser)
        self.facilitator.open(self.workshop["facilitate_url"])
        self.wall = Person(browser, LAPTOP)
        self.wall.page.goto(self.workshop["wall_url"])
        languages = ("en-CA", "fr-CA", "en-CA", "fr-CA")
        self.people = [Participant(browser, language) for language in languages]
        for person, group in zip(
            self.people, ("patient", "family", "clinician", "manager"), strict=True
        ):
            person.join(room, self.code, group, quoted=True)
        self.written: list[str] = []

    def step(self, step: str) -> None:
        """Everyone goes to a step."""
        self.facilitator.move(step)
        for person in self.people:
            language = (
                "fr" if "fr" in (person.page.locator("html").get_attribute("lang") or "") else "en"
            )
            person.follow(DECK.steps[step].question(language))
        expect(self.wall.page.locator("h1")).to_have_text(DECK.steps[step].question.en)

    def everyone_chooses_roles(self, phase: str) -> None:
        self.step(f"{phase}-roles")
        for number, person in enumerate(self.people):
            person.choose_role(number, today=1, wished=4)
            person.saved()

    def everyone_writes(self, step: str, *, skip: Participant | None = None) -> None:
        self.step(step)
        for number, person in enumerate(self.people):
            if person is not skip:
                self.write(person, f"{step} by phone {number}")

    def write(self, person: Participant, text: str) -> None:
        person.write(text, ratings=(4, 2))
        person.saved()
        self.written.append(text)

    def everyone_finishes(self) -> None:
        for person in self.people:
            person.finish_step()
        self.facilitator.count(4, "finished this step")

    def finish(self) -> None:
        """End the workshop: until then, what was not shown is in no package."""
        record = self.room.record(self.code)
        record.append(actions.finish(record.state(), Stamp("facilitator")))

    def close(self) -> None:
        for person in (*self.people, self.facilitator, self.wall):
            person.close()


@pytest.mark.timeout(400)
def test_a_workshop_from_an_empty_room_to_a_notebook_that_runs_again(
    room: Room, browser: Browser, tmp_path: Path
) -> None:
    walk = Walk(room, browser)
    walk.facilitator.count(4, "joined")
    expect(walk.wall.page.locator(".counts")).to_contain_text("4 people joined")

    walk.everyone_chooses_roles("p2d")
    reloads_in_the_middle_of_a_sentence(walk)
    walk.everyone_writes("p2d-challenges")
    walk.everyone_finishes()
    shows_the_answers(walk)

    changes_device(walk)
    walk.everyone_chooses_roles("d2k")
    the_server_dies_and_comes_back(walk)
    walk.everyone_writes("d2k-conditions")
    walk.everyone_writes("d2k-challenges")

    walk.everyone_chooses_roles("k2p")
    walk.everyone_writes("k2p-conditions")
    walk.everyone_writes("k2p-challenges")
    shows_the_answers(walk)
    the_roadmap_shows_what_was_shown(walk)
    walk.close()
    walk.finish()

    package = tmp_path / "package"
    lhs("export", walk.code, "--to", str(package), "--data", str(room.data))
    every_answer_is_in(package, walk.written)
    assert frictionless.validate(str(package / "datapackage.json")).valid
    lhs("analyse", str(package), "--to", str(tmp_path / "analysis"))
    who = (tmp_path / "analysis" / "who-took-part.html").read_text("utf-8")
    assert "4 people took part" in who
    page = (tmp_path / "analysis" / "the-walk.html").read_text("utf-8")
    conditions = [text for text in walk.written if text.startswith("p2d-conditions by phone")]
    assert conditions
    assert all(text in page for text in conditions)


def reloads_in_the_middle_of_a_sentence(walk: Walk) -> None:
    person = walk.people[0]
    walk.everyone_writes("p2d-conditions", skip=person)
    sentence = "Someone explains the form bef"
    person.write(sentence)
    person.page.reload()  # at once: nothing was confirmed yet
    person.arrive()
    card = person.page.locator(".step:visible textarea").first
    expect(card).to_have_value(sentence)
    card.press("End")
    card.press_sequentially("ore we fill it in")
    person.saved()
    walk.written.append("Someone explains the form before we fill it in")


def changes_device(walk: Walk) -> None:
    old = walk.people[1]
    old.page.locator("nav.bottom summary").click()
    new = Participant(walk.browser, "fr-CA")
    new.come_back(walk.room, walk.code, old.return_code)
    expect(new.page.locator(".step:visible textarea").first).to_have_value(
        "p2d-challenges by phone 1"
    )
    old.close()
    walk.people[1] = new


def shows_the_answers(walk: Walk) -> None:
    mine = walk.people[0].page.locator(".together .others")
    expect(mine).to_have_count(0)
    walk.facilitator.reveal()
    expect(mine).to_contain_text(walk.written[-1])
    expect(walk.wall.page.locator(".said")).to_contain_text(walk.written[-1])


def the_server_dies_and_comes_back(walk: Walk) -> None:
    walk.room.kill()
    walk.room.open()
    for someone in (*walk.people, walk.facilitator, walk.wall):
        someone.page.reload()
    for person in walk.people:
        person.arrive()
        expect(person.page.locator(".step:visible .role input:checked")).to_have_count(1)


def the_roadmap_shows_what_was_shown(walk: Walk) -> None:
    walk.step("our-roadmap")
    last_phase = walk.people[0].page.locator(".roadmap").filter(has_text=walk.written[-1])
    expect(last_phase).to_be_visible()


def every_answer_is_in(package: Path, written: list[str]) -> None:
    contributions = pd.read_parquet(package / "contributions.parquet")
    assert set(written) <= set(contributions["text"])
    for phase in PHASES:
        roles = contributions[contributions["step"] == f"{phase}-roles"]
        assert len(roles) == 4
