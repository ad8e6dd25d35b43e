"""The room of a rehearsal: the workshop as it grows, and a clock for it and for each person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from random import Random

from ..errors import BadInput
from ..workshop import Event, Stamp, Workshop, replay
from .behaviour import new_id
from .people import Person, invite


class Room:
    """Who is there, what happened so far and what time it is.

    ``clock`` is the facilitator's; ``free`` is when each person has finished what they do.
    """

    def __init__(self, workshop: Workshop, number: int, rng: Random) -> None:
        if workshop.opened is None:
            raise BadInput("This workshop was never opened.")
        self.rng = rng
        self.workshop = workshop
        self.people = invite(workshop.deck, number, rng)
        #: The language in which the facilitator writes.
        self.language = rng.choice(self.people).language
        self.clock: datetime = workshop.opened
        self.free: dict[str, datetime] = {}

    def here(self, place: int) -> list[Person]:
        """Who is there at a place of the walk."""
        return [person for person in self.people if person.joins <= place <= person.leaves]

    def happen(self, events: Iterable[Event]) -> list[Event]:
        """Let the workshop know; once for many events, as each time copies its tables."""
        happened = list(events)
        self.workshop = replay(happened, self.workshop)
        return happened

    def stamp(self) -> Stamp:
        """A stamp for what the facilitator, or the group, does now."""
        return Stamp("rehearsal", self.clock, new_id(self.rng))

    def go_on(self, least: float, most: float) -> None:
        """Let between ``least`` and ``most`` seconds pass for all."""
        self.clock += self.seconds(least, most)

    def begin(self, people: Iterable[Person]) -> None:
        """They turn to something new, now."""
        for person in people:
            self.free[person.id] = max(self.free[person.id], self.clock)

    def wait_for(self, people: Iterable[Person]) -> None:
        """Until the last of them has finished."""
        self.clock = max([self.clock, *(self.free[person.id] for person in people)])

    def take_time(self, person: Person, least: float, most: float) -> None:
        self.free[person.id] += self.seconds(least * person.pace, most * person.pace)

    def later(self, person: Person, least: float, most: float) -> Stamp:
        """A stamp for what a person does next."""
        self.take_time(person, least, most)
        return Stamp("rehearsal", self.free[person.id], new_id(self.rng))

    def seconds(self, least: float, most: float) -> timedelta:
        return timedelta(seconds=round(self.rng.uniform(least, most), 3))
