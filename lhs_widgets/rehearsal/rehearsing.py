"""A whole pretend workshop: people join and go through the stages of every step.

The same deck, seed, number of people and opening time give the same events.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from random import Random

from ..deck import Step
from ..deck.stages import BALLOT_STAGES, Agree, Discuss, Group, Reveal, Stage, Think
from ..errors import BadInput
from ..store import Record
from ..workshop import Event, Kind, Workshop, actions
from .agreeing import Agreeing
from .choosing import Choosing
from .grouping import Grouping
from .opinions import Opinions
from .people import Person
from .room import Room
from .tables import Tables
from .thinking import Thinking
from .together import load_together

#: More people than any room holds; the walk is made for thirty.
MOST_PEOPLE = 300

_SKIPS_STEP = 0.06


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
    """The facilitator, who leads the room through the plan."""

    def __init__(self, workshop: Workshop, number: int, rng: Random) -> None:
        self._room = Room(workshop, number, rng)
        self._thinking = Thinking(self._room)
        self._agreeing = Agreeing(self._room)
        self._tables = Tables(self._room)
        self._opinions = Opinions(workshop.deck, rng)
        self._has_moderated = False

    def scenes(self) -> Iterator[list[Event]]:
        """The events of the welcome and of each step, in the order of their times."""
        yield self._in_order(self._room.happen(self._joining(0)))
        for place, step in enumerate(self._room.workshop.steps, 1):
            yield self._in_order(self._scene(place, step))

    def _scene(self, place: int, step: Step) -> Iterator[Event]:
        self._room.go_on(30, 90)
        moved = actions.move(self._room.workshop, step.id, self._room.stamp())
        yield from self._room.happen([moved])
        yield from self._room.happen(self._joining(place))
        if not step.is_answered:
            self._room.go_on(90, 180)
            return
        here = self._room.here(place)
        busy = [person for person in here if self._room.rng.random() >= _SKIPS_STEP]
        for stage in self._room.workshop.stages(step.id):
            yield from self._turn_to(step, stage)
            yield from self._at_stage(step, stage, busy)
        yield from self._shown(step)
        self._room.go_on(20, 60)

    def _joining(self, place: int) -> Iterator[Event]:
        room = self._room
        for person in room.people:
            if person.joins == place:
                room.free[person.id] = room.clock
                stamp = room.later(person, 20 / person.pace, 240 / person.pace)
                yield actions.join(room.workshop, person.id, person.profile, stamp)
        if place == 0:
            room.wait_for(room.here(0))

    def _turn_to(self, step: Step, stage: Stage) -> Iterator[Event]:
        room = self._room
        room.go_on(5, 20)
        yield from room.happen([actions.stage(room.workshop, step.id, stage.id, room.stamp())])
        planned = room.workshop.plan.step(step.id)
        minutes = next(each.minutes for each in planned.stages if each.id == stage.id)
        if minutes:
            yield from room.happen([actions.set_timer(60 * minutes, room.stamp())])

    def _at_stage(self, step: Step, stage: Stage, busy: list[Person]) -> Iterator[Event]:
        match stage:
            case Think():
                yield from self._thinking.happens(busy, step)
            case Reveal():
                yield from self._shown(step)
                self._room.go_on(60, 150)  # they read
            case Group():
                yield from self._tables.split(busy)
                tables: list[int | None] = [*self._tables.now] or [None]
                yield from Grouping(self._room, step.id).happens(busy, tables)
            case Discuss():
                yield from self._agreeing.at_tables(step, self._tables.now)
                yield from self._tables.together()
                yield from self._agreeing.talk(busy, step, stage.minutes)
            case Agree():
                yield from self._agreeing.agree(step)
            case _ if isinstance(stage, BALLOT_STAGES):
                yield from self._choosing(step, stage, busy)

    def _choosing(self, step: Step, stage: Stage, busy: list[Person]) -> Iterator[Event]:
        room = self._room
        yield from Choosing(room, self._opinions, step.id, stage).happens(busy)
        closed = actions.count(room.workshop, step.id, stage.id, room.stamp(), counted=True)
        yield from room.happen([closed])
        room.go_on(20, 60)  # they look at it

    def _shown(self, step: Step) -> Iterator[Event]:
        room = self._room
        if step.id not in room.workshop.revealed:
            shown = actions.reveal(room.workshop, step.id, room.stamp(), revealed=True)
            yield from room.happen([shown])
            yield from self._moderation(step)

    def _moderation(self, step: Step) -> Iterator[Event]:
        """Once, in a room of some size, the facilitator hides a card."""
        room = self._room
        words = [a.contribution for a in room.workshop.shown_at(step.id) if a.contribution.text]
        if self._has_moderated or len(words) < 2 * len(room.people) / 3 or len(words) < 6:
            return
        self._has_moderated = True
        room.go_on(10, 40)
        hidden, why = room.rng.choice(words).id, load_together().moderation(room.language)
        done = actions.moderate(room.workshop, hidden, why, room.stamp(), moderated=True)
        yield from room.happen([done])

    def _in_order(self, events: Iterable[Event]) -> list[Event]:
        return sorted(events, key=attrgetter("at"))
