"""Thinking alone: each person writes, thinks again, and says that they have finished."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..deck import Step
from ..deck.activities import WriteChallenges
from ..workshop import Contribution, Event, actions
from .behaviour import Behaviour
from .people import Person
from .room import Room

_THINKS_AGAIN = 0.15
_TAKES_BACK = 0.05
_MARKS_DONE = 0.85


class Thinking:
    """How people write what they think at a step."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._behaviour = Behaviour(room.workshop.deck, room.rng)

    def happens(self, people: list[Person], step: Step) -> Iterator[Event]:
        self._room.begin(people)
        yield from self._room.happen(self._writing(people, step))
        yield from self._room.happen(self._thinking_again(people, step))
        self._room.wait_for(people)
        self._room.go_on(15, 60)

    def _writing(self, people: Iterable[Person], step: Step) -> Iterator[Event]:
        conditions = self._conditions_for(step)
        for person in people:
            for goes in self._behaviour.answers(person, step, conditions[person.id]):
                self._room.take_time(person, 20, 70)
                for answer in goes:
                    yield self._contribute(person, answer)

    def _thinking_again(self, people: Iterable[Person], step: Step) -> Iterator[Event]:
        given = self._answers_by_person(step.id)
        chance, workshop = self._room.rng, self._room.workshop
        for person in people:
            answers = given[person.id]
            if answers and chance.random() < _THINKS_AGAIN:
                yield from self._rate_again(person, chance.choice(answers))
            if answers and chance.random() < _TAKES_BACK:
                stamp = self._room.later(person, 10, 40)
                taken = chance.choice(answers).id
                yield actions.withdraw(workshop, person.id, taken, stamp)
            if chance.random() < _MARKS_DONE:
                stamp = self._room.later(person, 3, 20)
                yield actions.mark_done(workshop, person.id, step.id, stamp, done=True)

    def _rate_again(self, person: Person, answer: Contribution) -> Iterator[Event]:
        changed = self._behaviour.other_rating(answer)
        if changed:
            self._room.take_time(person, 10, 30)
            yield self._contribute(person, changed)

    def _contribute(self, person: Person, answer: Contribution) -> Event:
        stamp = self._room.later(person, 2, 12)
        return actions.contribute(self._room.workshop, person.id, answer, stamp)

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
        for answer in self._room.workshop.answers_to(step):
            found[answer.participant].append(answer.contribution)
        return found
