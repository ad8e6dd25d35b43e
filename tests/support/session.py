"""A live session of a workshop from the small deck, led through the store so that it is quick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Browser, expect

from lhs_widgets.store import Record
from lhs_widgets.workshop import Ballot, Event, Profile, Stamp, Workshop, actions, ideas
from tests.support.room import LAPTOP, Participant, Person, Room
from tests.support.workshops import SMALL_DECK, condition, move, stamp, write

STEP = "conditions"
#: Names are seen at this step.
NAMED = "challenges"
DECK = SMALL_DECK.replace(f"- id: {NAMED}\n", f"- id: {NAMED}\n        names: named\n")

IDEAS = (
    "We need time to meet",
    "Plain words in every letter, and someone to ask when a word is not plain after all",
    "Someone checks that we understood",
    "Veryveryverylongwordwithoutanyspace" * 3,
    "Du temps pour se rencontrer",
)
LONG_THEME = "Understanding each other, from the first letter to the last visit"


@dataclass
class Session:
    """A phone, a console and a wall; five more people wrote an idea each. ``me`` is the phone's."""

    room: Room
    browser: Browser
    language: str = "en"
    opened: dict[str, str] = field(init=False)
    phone: Participant = field(init=False)
    me: str = field(init=False)

    def __post_init__(self) -> None:
        deck = self.room.data.parent / "session.yaml"
        deck.write_text(DECK, "utf-8")
        self.opened = self.room.new_workshop(deck=deck)
        self._people = [self._person(n, words) for n, words in enumerate(IDEAS)]
        self.phone = Participant(self.browser, f"{self.language}-CA")
        self.phone.join(self.room, self.opened["code"])
        (self.me,) = set(self.state.participants) - set(self._people)
        self._pages: dict[str, Person] = {}

    @property
    def record(self) -> Record:
        return self.room.record(self.opened["code"])

    @property
    def state(self) -> Workshop:
        return self.record.state()

    @property
    def console(self) -> Person:
        return self._page("facilitate_url", ".console #stage")

    @property
    def wall(self) -> Person:
        return self._page("wall_url", ".wall .question")

    def close(self) -> None:
        for person in (self.phone, *self._pages.values()):
            person.close()

    def do(self, act: Callable[[Workshop], Event]) -> None:
        """Let something happen in the workshop as it is now."""
        self.record.append(act(self.state))

    def at(self, stage: str, step: str = STEP) -> None:
        """Be at a stage of a step, with all answers shown."""
        if self.state.current != step:
            move(self.record, step)
        self.do(lambda w: actions.stage(w, step, stage, stamp()))
        if step not in self.state.revealed:
            self.do(lambda w: actions.reveal(w, step, stamp(), revealed=True))

    def idea(self, words: str) -> str:
        """The id of an idea, by its first words."""
        (found,) = (idea.id for idea in ideas(self.state, STEP) if idea.text.startswith(words))
        return found

    def group(self, words: Sequence[str], theme: str, title: str) -> None:
        items = [self.idea(each) for each in words]
        self.do(lambda w: actions.group_ideas(w, STEP, items, theme, stamp(), title=title))

    def everyone_chooses(self, stage: str, choices: Sequence[dict[str, Any]]) -> None:
        """Everyone but the phone casts a ballot, in turn the first choice to the last."""
        for n, person in enumerate(self._people):
            ballot = Ballot(stage=stage, round=1, **choices[n % len(choices)])
            self.do(lambda w, p=person, b=ballot: actions.cast_ballot(w, p, STEP, b, stamp()))  # type: ignore[misc]

    def count(self, stage: str) -> None:
        self.do(lambda w: actions.count(w, STEP, stage, stamp(), counted=True))

    def give_time(self, seconds: int, *, gone: int = 0) -> None:
        """Some time, of which so many seconds are ``gone`` already."""
        started = datetime.now(UTC) - timedelta(seconds=gone)
        self.do(lambda _: actions.set_timer(seconds, Stamp("facilitator", started)))

    def agree(self, text: str, *, table: int | None = None) -> None:
        self.do(lambda w: actions.agree(w, STEP, text, "en", stamp(), table=table))

    def _person(self, number: int, words: str) -> str:
        profile = Profile(language="en", name=f"Ada {number}", group="patient")
        who = f"p-{number}"
        self.record.admit(actions.join(self.state, who, profile, stamp()), None)
        if number == 0:
            move(self.record, STEP)
        write(self.record, who, condition(f"idea-{number}", words))
        return who

    def _page(self, url: str, ready: str) -> Person:
        if url not in self._pages:
            person = Person(self.browser, LAPTOP, f"{self.language}-CA")
            person.page.goto(self.opened[url])
            expect(person.page.locator(ready)).to_be_visible()
            self._pages[url] = person
        return self._pages[url]
