"""Choosing: each person fills in a ballot; some change their mind, and some don't choose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..deck.stages import Rank, Rate, SenseCheck, Stage, Vote
from ..workshop import Ballot, Event, Option, actions, options
from ..workshop.ballots import Position
from ..workshop.results import POSITIONS
from .opinions import Opinions
from .people import Person
from .room import Room
from .together import load_together

_CHOOSES = 0.93
_CHANGES = 0.12
_GIVES_A_REASON = 0.6
#: Of each position, in a hundred.
_HOW_OFTEN = (66, 22, 12)
#: Nobody rates thirty ideas: themes first, then some of the rest.
_MOST_RATED = 8


class Choosing:
    """How people fill in the ballots of one stage."""

    def __init__(self, room: Room, opinions: Opinions, step: str, stage: Stage) -> None:
        self._room = room
        self._opinions = opinions
        self._step = step
        self._stage = stage
        self._pull: dict[str, float] = {}
        self._found: dict[int | None, list[Option]] = {}

    def happens(self, people: Sequence[Person]) -> Iterator[Event]:
        self._room.begin(people)
        yield from self._room.happen(self._ballots(people))
        self._room.wait_for(people)
        self._room.go_on(10, 40)

    def choice(self, person: Person) -> Ballot | None:
        """What one person chooses; None where there is nothing to choose from."""
        found = self._options(person)
        chooses = found or isinstance(self._stage, SenseCheck)
        return self._ballot(person, found) if chooses else None

    def _ballots(self, people: Sequence[Person]) -> Iterator[Event]:
        for person in people:
            found = self._options(person)
            if self._room.rng.random() >= _CHOOSES or not found:
                continue
            yield self._cast(person, found)
            if self._room.rng.random() < _CHANGES:
                yield self._cast(person, found)

    def _options(self, person: Person) -> list[Option]:
        """What this person can choose: of their table while the group is split."""
        workshop = self._room.workshop
        table = workshop.participants[person.id].table if workshop.tables else None
        if table not in self._found:
            self._found[table] = options(workshop, self._step, table)
        return self._found[table]

    def _cast(self, person: Person, found: list[Option]) -> Event:
        stamp = self._room.later(person, 15, 60)
        ballot = self._ballot(person, found)
        return actions.cast_ballot(self._room.workshop, person.id, self._step, ballot, stamp)

    def _ballot(self, person: Person, found: list[Option]) -> Ballot:
        _, stage, turn = self._room.workshop.key(self._step, self._stage.id)
        match self._stage:
            case Vote(dots=dots, most=most):
                return Ballot(stage=stage, round=turn, dots=self._dots(found, dots, most))
            case Rate(scales=scales):
                rated = {o.id: self._opinions.place(o.id, scales) for o in self._some(found)}
                given = {option: points for option, points in rated.items() if points}
                return Ballot(stage=stage, round=turn, ratings=given)
            case Rank(places=places):
                first = tuple(o.id for o in self._by_pull(found)[:places])
                return Ballot(stage=stage, round=turn, ranking=first)
            case SenseCheck():
                return self._position(person, stage, turn)
        raise AssertionError(f"Nothing is chosen at {stage}.")

    def _dots(self, found: list[Option], dots: int, most: int) -> dict[str, int]:
        spread: Counter[str] = Counter()
        for _ in range(dots):
            open_ = [option for option in found if spread[option.id] < most]
            if open_:
                spread[self._by_pull(open_)[0].id] += 1
        return dict(spread)

    def _some(self, found: list[Option]) -> list[Option]:
        themes = [option for option in found if option.is_theme]
        return [*themes, *self._by_pull([o for o in found if not o.is_theme])][:_MOST_RATED]

    def _by_pull(self, found: list[Option]) -> list[Option]:
        """In the order of one person's liking; an option with more ideas draws more."""
        chance = self._room.rng
        keys = {}
        for option in found:
            answers = sum(len(idea.answers) for idea in option.ideas)
            pull = self._pull.setdefault(option.id, chance.uniform(0.2, 1)) * (1 + answers)
            keys[option.id] = chance.random() ** (1 / pull)
        return sorted(found, key=lambda option: keys[option.id], reverse=True)

    def _position(self, person: Person, stage: str, turn: int) -> Ballot:
        chance = self._room.rng
        position: Position = chance.choices(POSITIONS, _HOW_OFTEN)[0]
        reason = ""
        if position != "agree" and chance.random() < _GIVES_A_REASON:
            reason = chance.choice(load_together().reasons[position])(person.language)
        return Ballot(stage=stage, round=turn, position=position, reason=reason)
