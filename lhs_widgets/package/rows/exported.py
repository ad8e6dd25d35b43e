"""All that goes into a package: what may be in it, and what may be told of whose it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...deck import Deck
from ...errors import BadInput
from ...workshop import Answer, Cast, Event, Kind, Participant, Workshop, replay
from ...workshop.ballots import Key
from ...workshop.results import SMALLEST_GROUP, are_too_few
from .row import Row
from .telling import Author, Told, told


@dataclass(frozen=True)
class Source:
    """All a package is made from: a workshop's code, its deck as used and its record in order."""

    code: str
    deck: Deck
    deck_yaml: str
    events: Sequence[Event]


def exported(source: Source) -> Exported:
    """What a package is made of.

    Raises
    ------
    BadInput
        The record has no opening.
    """
    state = replay(source.events, Workshop(source.deck))
    if state.opened is None:
        raise BadInput(f"The workshop {source.code!r} has no opening in its record.")
    return Exported(source.code, source.deck, source.events, state)


@dataclass(frozen=True)
class Exported:
    """A workshop as its package shows it."""

    code: str
    deck: Deck
    events: Sequence[Event]
    state: Workshop

    @cached_property
    def people(self) -> dict[str, Participant]:
        """Who was in the room: imported ideas stand under people who were not."""
        return {k: p for k, p in self.state.participants.items() if p.origin != "import"}

    @cached_property
    def answers(self) -> dict[str, Answer]:
        """The answers by id. Until the workshop is finished, what nobody was shown stays out."""
        kept = self._current.values() if self.state.finished else self._public()
        return {answer.contribution.id: answer for answer in kept}

    @cached_property
    def ballots(self) -> dict[Key, list[Cast]]:
        """The ballots with something on them. Until the workshop is finished, a round that is not
        closed stays out; one of fewer than three people does for good, as each would know the
        other's."""
        keys = [k for k in self.state.ballots if self.state.finished or k in self.state.counted]
        found = {key: self.state.ballots[key] for key in sorted(keys)}
        return {key: _filled(casts) for key, casts in found.items() if not are_too_few(casts)}

    @cached_property
    def ballot_origins(self) -> dict[tuple[Key, str], str]:
        """How each person's ballot of a round came to be, the last they cast."""
        return {
            ((e.step or "", e.body["ballot"]["stage"], e.body["ballot"]["round"]), e.participant): (
                e.origin
            )
            for e in self.events
            if e.kind is Kind.BALLOT and e.participant
        }

    @property
    def held_back(self) -> int:
        """How many answers, as they stand now, and ballots are not in the package."""
        if self.state.finished:
            return 0
        shown = [answer.contribution for answer in self.answers.values()]
        waiting = [a for a in self._current.values() if a.contribution not in shown]
        votes = [_filled(c) for k, c in self.state.ballots.items() if k not in self.state.counted]
        return len(waiting) + sum(map(len, votes))

    @cached_property
    def authors(self) -> dict[str, str]:
        """What tells apart who wrote an answer, at its step alone, by the answer's id."""
        return {id_: min(ids) for ids in self._by_author.values() for id_ in ids}

    @cached_property
    def told(self) -> dict[str, Told]:
        """What is told of an answer's author, by the answer's id; of named answers, all."""
        found: dict[str, Told] = {}
        for step in self.deck.steps:
            ids = {who: ids for (at, who), ids in self._by_author.items() if at == step}
            people = {who: self._author(step, who, theirs) for who, theirs in ids.items()}
            may_tell = self._all(people) if self.is_named(step) else told(people)
            found |= {id_: may_tell[who] for who, theirs in ids.items() for id_ in theirs}
        return found

    def is_named(self, step: str | None) -> bool:
        """Whether everyone could know who wrote what at this step."""
        return step in self.deck.steps and self.deck.steps[step].names == "named"

    def tells_tables(self, step: str) -> bool:
        """Whether it may be said which table grouped the ideas of this step.

        An idea in a table's theme comes from that table. Where answers have no names, five people
        of each language must have sat at each table, and nobody at two.
        """
        return self.is_named(step) or self._tables_are_large

    def worked_apart(self, step: str) -> bool:
        """Whether tables grouped ideas of this step apart.

        Who was in the room knows which themes are whose table's, whatever the package tells.
        """
        return any(act.body.get("table") for act in self.state.theme_acts.get(step, ()))

    def idea(self, item: str) -> Row:
        """An idea's columns: a role or an item of the deck, or an answer."""
        if item in self.deck.roles:
            return {"role": item}
        if item in self.deck.item:
            return {"item": item}
        return {"contribution": item} if item in self.answers else {}

    @cached_property
    def _current(self) -> dict[str, Answer]:
        """The answers that say something, as they stand now."""
        return {
            id_: answer
            for id_, answer in self.state.answers.items()
            if not answer.contribution.is_blank and answer.participant in self.state.participants
        }

    def _public(self) -> Iterable[Answer]:
        """The answers as they were shown, of those that are still there, and imported ideas."""
        for answers in self.state.shown.values():
            yield from (a for a in answers if a.contribution.id in self._current)
        yield from (a for a in self._current.values() if a.origin == "import")

    @cached_property
    def _by_author(self) -> Mapping[tuple[str, str], list[str]]:
        """The ids of each person's answers to each step."""
        found = defaultdict(list)
        for id_, answer in self.answers.items():
            found[answer.contribution.step, answer.participant].append(id_)
        return found

    def _author(self, step: str, who: str, ids: Iterable[str]) -> Author:
        person = self.state.participants[who]
        answers = [self.answers[id_] for id_ in ids]
        return Author(
            " ".join(sorted({answer.contribution.language for answer in answers})),
            person.profile.group,
            " ".join(sorted({answer.origin for answer in answers})),
            person.table if self.worked_apart(step) else None,
        )

    @staticmethod
    def _all(people: Mapping[str, Author]) -> dict[str, Told]:
        return {w: Told(each.group, each.origin, language=True) for w, each in people.items()}

    @cached_property
    def _tables_are_large(self) -> bool:
        seats: defaultdict[str, set[int]] = defaultdict(set)
        for event in self.events:
            if event.kind is Kind.SEATED and event.participant and event.body["table"]:
                seats[event.participant].add(event.body["table"])
        sizes = Counter(
            (table, self.people[who].profile.language)
            for who, tables in seats.items()
            if who in self.people
            for table in tables
        )
        stayed = all(len(tables) == 1 for tables in seats.values())
        return stayed and min(sizes.values(), default=0) >= SMALLEST_GROUP


def _filled(casts: Iterable[Cast]) -> list[Cast]:
    return [cast for cast in casts if not cast.ballot.is_blank]
