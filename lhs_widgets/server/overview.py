"""All workshops of a server at a glance, and the results of several together."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

from tornado.web import HTTPError

from ..deck import Language
from ..store import Record
from ..workshop import Counts, Workshop
from . import doors
from .base import Page
from .pooled import Section, pooled
from .shortcut import FACILITATE

#: From how many workshops on results are shown together.
FEWEST_TOGETHER = 2

#: What needs an organiser first.
_ORDER = ("going", "paused", "waiting", "finished")

#: How long before its day a workshop is named.
_SOON = timedelta(days=31)


@dataclass(frozen=True)
class Glance:
    """How a workshop is going: no words and no votes."""

    code: str
    state: Workshop
    counts: Counts
    here: int
    changed: datetime

    @classmethod
    def at(cls, record: Record) -> Glance:
        state = record.walk()
        return cls(
            record.code,
            state,
            record.counts(state.current),
            len(record.present()),
            record.changed().astimezone(),
        )

    @property
    def progress(self) -> str:
        """Of finished, paused, going on and waiting, what it is."""
        if self.state.finished:
            return "finished"
        if self.state.paused:
            return "paused"
        return "going" if self.state.has_begun else "waiting"

    @property
    def place(self) -> tuple[int, int]:
        """The step the group is at, and of how many; finished steps are not told apart."""
        steps = [step.id for step in self.state.steps]
        return steps.index(self.state.current) + 1 if self.state.current in steps else 0, len(steps)

    def phase(self, language: Language) -> str:
        return self.state.deck.phase_of(self.state.current).title(language)


class OrganisersPage(Page):
    """A page for who has the server's key."""

    async def prepare(self) -> None:
        await super().prepare()
        if not doors.facilitates_all(self):
            self.redirect("/facilitate", status=303)

    def records(self) -> list[Record]:
        return [self.store.record(entry.code) for entry in self.store.workshops()]


class Overview(OrganisersPage):
    """State, people and progress of every workshop; a reload shows how it is now."""

    def get(self) -> None:
        glances = [Glance.at(record) for record in self.records()]
        glances = [glance for glance in glances if not glance.state.rehearses]
        today = datetime.now().astimezone().date()
        self.page(
            "overview.html",
            leads=FACILITATE,
            glances=sorted(glances, key=lambda glance: _ORDER.index(glance.progress)),
            joined=sum(glance.counts.joined for glance in glances),
            present=sum(glance.here for glance in glances),
            going=sum(glance.progress == "going" for glance in glances),
            due=[glance for glance in glances if glance.state.is_due(today)],
            soon=[glance for glance in glances if _is_soon(glance.state.keep_until, today)],
            decks=list(_in_several(glances, self.language)),
            now=datetime.now().astimezone(),
        )


class Together(OrganisersPage):
    """The results of all workshops of a deck: what groups were shown, of people who agreed."""

    #: One at a time on a server: it reads every answer of many workshops.
    _turn = asyncio.Lock()

    #: What was put together last, by what it was put together from.
    _known: ClassVar[dict[object, list[Section]]] = {}

    async def get(self) -> None:
        name = self.get_query_argument("deck", "")
        records = [
            record
            for record in self.records()
            if record.deck.id == name and not record.walk().rehearses
        ]
        if len(records) < FEWEST_TOGETHER:
            raise HTTPError(404, "fewer than two workshops have this deck")
        codes = [record.code for record in records]
        mark = (*codes, *(record.newest() for record in records), self.language)
        async with self._turn:
            if mark not in self._known:
                found = await asyncio.to_thread(pooled, self.lhs.data, codes, self.language)
                self._known.clear()
                self._known[mark] = found
            sections = self._known[mark]
        self.page(
            "together.html",
            leads=FACILITATE,
            title=records[0].deck.title(self.language),
            number=len(records),
            sections=sections,
            now=datetime.now().astimezone(),
        )


def _is_soon(day: date | None, today: date) -> bool:
    return day is not None and today <= day <= today + _SOON


def _in_several(glances: Iterable[Glance], language: Language) -> Iterator[tuple[str, str, int]]:
    """The decks that several workshops have: id, title and how many."""
    decks = [glance.state.deck for glance in glances]
    for name, number in Counter(deck.id for deck in decks).most_common():
        if number >= FEWEST_TOGETHER:
            yield name, next(d for d in decks if d.id == name).title(language), number
