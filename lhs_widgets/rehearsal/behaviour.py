"""What pretend participants do at a step: write in goes, rate, link, and think again."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from ..deck import Deck, Step
from ..deck.activities import ChooseRoles, Map, WriteChallenges, WriteConditions
from ..workshop import Contribution
from .listing import Listing
from .opinions import Opinions
from .people import Person
from .phrases import Talk, Topic, shorter

_SEVERAL_GOES = 0.3
_OWN_ROLE = 0.15
_FOR_THE_GROUP = 0.4
_LINKED = 0.8

#: What is saved of one answer, go by go; the last one is the answer.
Goes = list[Contribution]


def new_id(rng: Random) -> str:
    """A UUID that a seed brings back."""
    return str(uuid.UUID(int=rng.getrandbits(128), version=4))


class Behaviour:
    """How the people of one rehearsal answer, from one source of chance."""

    def __init__(self, deck: Deck, rng: Random) -> None:
        self._deck = deck
        self._rng = rng
        self._talk = Talk(rng)
        self._opinions = Opinions(deck, rng)
        self._listing = Listing(deck, rng, self._talk, self._opinions)

    def answers(self, person: Person, step: Step, conditions: Sequence[str]) -> Iterator[Goes]:
        """A person's answers to a step; ``conditions`` are the ids a challenge may link to."""
        match step.activity:
            case ChooseRoles() as activity:
                yield from self._roles(person, step, activity)
            case WriteConditions(scales=scales):
                for answer in self._texts("conditions", person, step, self._one_to_three()):
                    yield self._rated(answer, self._opinions.ratings(step.id, scales))
            case WriteChallenges(scales=scales):
                for answer in self._texts("challenges", person, step, self._one_to_three()):
                    goes = self._rated(answer, self._opinions.ratings(step.id, scales))
                    yield self._linked(goes, conditions)
            case _:
                yield from ([answer] for answer in self._listed(person, step))

    def other_rating(self, answer: Contribution) -> Contribution | None:
        """The same answer with one rating changed; None if nothing was rated."""
        if not answer.ratings:
            return None
        scale = self._rng.choice(list(answer.ratings))
        value = self._opinions.another(scale, answer.ratings[scale])
        return answer.model_copy(update={"ratings": answer.ratings | {scale: value}})

    def _listed(self, person: Person, step: Step) -> Iterator[Contribution]:
        """Answers about items, texts, rows, and things on a map with a link."""
        said = [self._answer(person, step, **said) for said in self._listing.answers(person, step)]
        yield from said
        if isinstance(step.activity, Map):
            link = self._listing.link(said)
            yield from [self._answer(person, step, **link)] if link else []

    def _roles(self, person: Person, step: Step, activity: ChooseRoles) -> Iterator[Goes]:
        picked = self._opinions.roles(self._rng.choices((1, 2, 3, 4), (3, 4, 2, 1))[0])
        answers = [self._answer(person, step, role=role.id) for role in picked]
        if self._rng.random() < _OWN_ROLE:
            answers += self._texts("own-roles", person, step, 1)
        for answer in answers:
            scope = "group" if self._rng.random() < _FOR_THE_GROUP else "self"
            ratings = self._opinions.influence(person, answer.role, activity)
            yield self._rated(answer.model_copy(update={"scope": scope}), ratings)

    def _texts(self, topic: Topic, person: Person, step: Step, number: int) -> list[Contribution]:
        phase = self._deck.phase_of(step.id).id
        texts = self._talk.about(topic, phase, person, number)
        return [self._answer(person, step, text=text) for text in texts]

    def _answer(self, person: Person, step: Step, **said: Any) -> Contribution:
        head = {"id": new_id(self._rng), "step": step.id, "language": person.language}
        return Contribution.model_validate({**head, **said})

    def _rated(self, answer: Contribution, ratings: dict[str, int]) -> Goes:
        goes = [answer]
        if answer.text and self._rng.random() < _SEVERAL_GOES:
            goes.insert(0, answer.model_copy(update={"text": shorter(answer.text)}))
        for scale, value in ratings.items():
            so_far = goes[-1].ratings | {scale: value}
            goes.append(answer.model_copy(update={"ratings": so_far}))
        return goes

    def _linked(self, goes: Goes, conditions: Sequence[str]) -> Goes:
        if not conditions or self._rng.random() >= _LINKED:
            return goes
        eased_by = self._rng.choice(conditions)
        return [*goes, goes[-1].model_copy(update={"eased_by": eased_by})]

    def _one_to_three(self) -> int:
        return self._rng.choices((1, 2, 3), (3, 4, 2))[0]
