"""A whole pretend workshop: people join, walk all steps, and the facilitator shows the answers.

The same deck, seed, number of people and opening time give the same events.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import groupby
from operator import attrgetter
from random import Random

from ..deck import Step
from ..deck.activities import WriteChallenges
from ..errors import BadInput
from ..store import Record
from ..workshop import Contribution, Event, Kind, Stamp, Workshop, actions, replay
from .behaviour import Behaviour, new_id
from .people import Person, invite

#: More people than any room holds; the walk is made for thirty.
MOST_PEOPLE = 300

_SKIPS_STEP = 0.06
_THINKS_AGAIN = 0.15
_TAKES_BACK = 0.05
_MARKS_DONE = 0.85


def rehearse(record: Record, *, participants: int, seed: int = 0) -> None:
    """Fill an opened workshop with pretend participants; it is not finished afterwards.

    Raises
    ------
    BadInput
        The number is not from 1 to ``MOST_PEOPLE``, or people already joined this workshop.
    """
    if not 1 <= participants <= MOST_PEOPLE:
        raise BadInput(f"A rehearsal has 1 to {MOST_PEOPLE} participants, not {participants}.")
    workshop = record.state()
    if workshop.participants or workshop.finished:
        # What real people wrote must not be mixed with pretence, nor be shown by it.
        raise BadInput(f"Workshop {record.code} is already in use; open a new one to rehearse.")
    for scene in list(_Rehearsal(workshop, participants, Random(seed)).scenes()):
        _save(record, scene)


def _save(record: Record, scene: Iterable[Event]) -> None:
    """Append in order; who joins is admitted, so that they can be forgotten as anyone can."""
    for joins, events in groupby(scene, key=lambda event: event.kind == Kind.JOINED):
        if joins:
            for event in events:
                record.admit(event, None)
        else:
            record.append(*events)


class _Rehearsal:
    """The workshop as it grows, and a clock for the room and for each person in it."""

    def __init__(self, workshop: Workshop, number: int, rng: Random) -> None:
        if workshop.opened is None:
            raise BadInput("This workshop was never opened.")
        self._rng = rng
        self._workshop = workshop
        self._people = invite(workshop.deck, number, rng)
        self._behaviour = Behaviour(workshop.deck, rng)
        self._room: datetime = workshop.opened
        self._free: dict[str, datetime] = {}

    def scenes(self) -> Iterator[list[Event]]:
        """The events of the welcome and of each step, in the order of their times."""
        yield self._in_order(self._happen(self._joining(0)))
        for place, step in enumerate(self._workshop.deck.steps.values(), 1):
            yield self._in_order(self._scene(place, step))

    def _scene(self, place: int, step: Step) -> Iterator[Event]:
        self._pass(30, 90)
        yield from self._happen([actions.move(self._workshop, step.id, self._stamp(self._room))])
        yield from self._happen(self._joining(place))
        if not step.is_answered:
            self._pass(90, 180)
            return
        here = [person for person in self._people if person.joins <= place <= person.leaves]
        busy = [person for person in here if self._rng.random() >= _SKIPS_STEP]
        yield from self._happen(self._writing(busy, step))
        yield from self._happen(self._thinking_again(busy, step))
        self._room = max([self._room, *(self._free[person.id] for person in busy)])
        self._pass(15, 60)
        shown = actions.reveal(self._workshop, step.id, self._stamp(self._room), revealed=True)
        yield from self._happen([shown])
        self._pass(120, 240)  # they read and talk

    def _joining(self, place: int) -> Iterator[Event]:
        for person in self._people:
            if person.joins == place:
                self._free[person.id] = self._room + self._seconds(20, 240)
                stamp = self._stamp(self._free[person.id])
                yield actions.join(self._workshop, person.id, person.profile, stamp)
        if place == 0:
            self._room = max([self._room, *self._free.values()])

    def _writing(self, people: Iterable[Person], step: Step) -> Iterator[Event]:
        conditions = self._conditions_for(step)
        for person in people:
            self._free[person.id] = max(self._free[person.id], self._room)
            for goes in self._behaviour.answers(person, step, conditions[person.id]):
                self._take_time(person, 20, 70)
                for answer in goes:
                    yield self._contribute(person, answer)

    def _thinking_again(self, people: Iterable[Person], step: Step) -> Iterator[Event]:
        given = self._answers_by_person(step.id)
        for person in people:
            answers = given[person.id]
            if answers and self._rng.random() < _THINKS_AGAIN:
                yield from self._rate_again(person, self._rng.choice(answers))
            if answers and self._rng.random() < _TAKES_BACK:
                stamp = self._later(person, 10, 40)
                taken = self._rng.choice(answers).id
                yield actions.withdraw(self._workshop, person.id, taken, stamp)
            if self._rng.random() < _MARKS_DONE:
                stamp = self._later(person, 3, 20)
                yield actions.mark_done(self._workshop, person.id, step.id, stamp, done=True)

    def _rate_again(self, person: Person, answer: Contribution) -> Iterator[Event]:
        changed = self._behaviour.other_rating(answer)
        if changed:
            self._take_time(person, 10, 30)
            yield self._contribute(person, changed)

    def _contribute(self, person: Person, answer: Contribution) -> Event:
        return actions.contribute(self._workshop, person.id, answer, self._later(person, 2, 12))

    def _conditions_for(self, step: Step) -> defaultdict[str, list[str]]:
        """By person, the ids of the conditions that their challenges may link to."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        if isinstance(step.activity, WriteChallenges):
            for person, answers in self._answers_by_person(step.activity.eased_by).items():
                found[person] = [answer.id for answer in answers]
        return found

    def _answers_by_person(self, step: str) -> defaultdict[str, list[Contribution]]:
        # One pass over all answers: one pass a person is slow in a room of 300.
        found: defaultdict[str, list[Contribution]] = defaultdict(list)
        for answer in self._workshop.answers_to(step):
            found[answer.participant].append(answer.contribution)
        return found

    def _happen(self, events: Iterable[Event]) -> list[Event]:
        """Let the workshop know; once for many events, as each time copies its tables."""
        happened = list(events)
        self._workshop = replay(happened, self._workshop)
        return happened

    def _in_order(self, events: Iterable[Event]) -> list[Event]:
        return sorted(events, key=attrgetter("at"))

    def _later(self, person: Person, least: float, most: float) -> Stamp:
        """A stamp for what a person does next."""
        self._take_time(person, least, most)
        return self._stamp(self._free[person.id])

    def _take_time(self, person: Person, least: float, most: float) -> None:
        self._free[person.id] += self._seconds(least * person.pace, most * person.pace)

    def _pass(self, least: float, most: float) -> None:
        self._room += self._seconds(least, most)

    def _seconds(self, least: float, most: float) -> timedelta:
        return timedelta(seconds=round(self._rng.uniform(least, most), 3))

    def _stamp(self, at: datetime) -> Stamp:
        return Stamp("rehearsal", at, new_id(self._rng))
