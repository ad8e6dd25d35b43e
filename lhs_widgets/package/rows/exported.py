"""All that goes into a package: what may be in it, and what may be told of whose it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from ...deck import Deck
from ...errors import BadInput
from ...workshop import Answer, Cast, Event, Kind, Participant, Workshop, replay
from ...workshop.ballots import Key
from ...workshop.results import SMALLEST_GROUP, are_too_few, told_apart
from .consent import filled, unasked
from .row import Row
from .telling import Author, Told, hidden_among, told


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
    whole = replay(source.events, Workshop(source.deck))
    without = unasked(whole)
    theirs = {id_ for id_, answer in whole.answers.items() if answer.participant in without}
    events = [e for e in source.events if e.participant not in without and not _tells(e, theirs)]
    state = replay(events, Workshop(source.deck)) if without else whole
    if state.opened is None:
        raise BadInput(f"The workshop {source.code!r} has no opening in its record.")
    kept_out = {
        key: [c for c in filled(casts) if c.participant in without]
        for key, casts in whole.ballots.items()
    }
    answers = [a for a in whole.answers.values() if a.participant in without]
    return Exported(
        source.code,
        source.deck,
        events,
        state,
        {key: casts for key, casts in kept_out.items() if casts},
        sum(not answer.contribution.is_blank for answer in answers),
    )


def _tells(event: Event, answers: Collection[str]) -> bool:
    """Whether it says in another language what one of these answers says."""
    return event.kind is Kind.TRANSLATED and event.body["contribution"] in answers


@dataclass(frozen=True)
class Exported:
    """A workshop as its package shows it: as if who is not part of the research had not come.

    ``kept_out`` holds their ballots, and ``kept_out_answers`` is how many answers they gave.
    """

    code: str
    deck: Deck
    events: Sequence[Event]
    state: Workshop
    kept_out: Mapping[Key, list[Cast]] = field(default_factory=dict)
    kept_out_answers: int = 0

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
        other's.

        Everyone saw the results of all. So where ballots are not part of the research, the
        difference must not be that of fewer than five people: others stay out, drawn by lot.
        """
        keys = [k for k in self.state.ballots if self.state.finished or k in self.state.counted]
        found = {key: self._part_of_research(key) for key in sorted(keys)}
        return {key: filled(casts) for key, casts in found.items() if not are_too_few(casts)}

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
    def left_out(self) -> int:
        """How many answers and ballots are not in the package for want of consent to research.

        Ballots that stay out with them are counted.
        """
        drawn = sum(
            len(filled(self.state.ballots.get(key, ()))) - len(self._part_of_research(key))
            for key in self.kept_out
        )
        return self.kept_out_answers + sum(map(len, self.kept_out.values())) + drawn

    @cached_property
    def quotable(self) -> dict[str, bool]:
        """Whether an answer may be quoted, by its id.

        At a named step, as its author said. Elsewhere a "no" is hidden among five people who
        answered the step and look alike here, so that it leads from no step to another.
        """
        found: dict[str, bool] = {}
        for step in self.deck.steps:
            ids = {who: ids for (at, who), ids in self._by_author.items() if at == step}
            silent = self.unquoted & ids.keys()
            if silent and not self.is_named(step):
                classes = {who: self._seen(step, who, theirs) for who, theirs in ids.items()}
                lots = {who: self.lot(min(theirs)) for who, theirs in ids.items()}
                silent = hidden_among(classes, silent, lots)
            found |= {id_: who not in silent for who, theirs in ids.items() for id_ in theirs}
        return found

    @cached_property
    def unquoted(self) -> set[str]:
        """Who was asked whether their words may be quoted, and did not say yes."""
        people = self.people.values()
        return {each.id for each in people if each.consent and not each.consent.quotes}

    def lot(self, what: str) -> str:
        """A lot that nobody can draw again from the package: its secret stays in the store."""
        return sha256(f"{self.events[0].id}/{what}".encode()).hexdigest()

    @property
    def held_back(self) -> int:
        """How many answers, as they stand now, and ballots are not in the package."""
        if self.state.finished:
            return 0
        shown = [answer.contribution for answer in self.answers.values()]
        waiting = [a for a in self._current.values() if a.contribution not in shown]
        votes = [filled(c) for k, c in self.state.ballots.items() if k not in self.state.counted]
        return len(waiting) + sum(map(len, votes))

    @property
    def settled_first(self) -> bool:
        """Whether the limits were settled before anybody answered or voted."""
        kinds = [e.kind for e in self.events if e.origin != "import"]
        said = [n for n, kind in enumerate(kinds) if kind in (Kind.CONTRIBUTED, Kind.BALLOT)]
        settled = [n for n, kind in enumerate(kinds) if kind in (Kind.OPENED, Kind.SETTLED)]
        return not said or max(settled) < min(said)

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

    def _part_of_research(self, key: Key) -> list[Cast]:
        casts = filled(self.state.ballots.get(key, ()))
        out = self.kept_out.get(key, [])
        large = told_apart([cast.group for cast in [*casts, *out]])
        groups = {c.participant: c.group if c.group in large else None for c in [*casts, *out]}
        lots = {cast.participant: self.lot(self._content(cast)) for cast in casts}
        gone = hidden_among(groups, {cast.participant for cast in out}, lots)
        return [cast for cast in casts if cast.participant not in gone]

    def _content(self, cast: Cast) -> str:
        """A ballot with all that may be seen beside it."""
        person = self.people[cast.participant]
        return f"{person.profile.language}/{person.table}/{cast.ballot.model_dump_json()}"

    def _seen(self, step: str, who: str, ids: Sequence[str]) -> Hashable:
        """What the rows show of an author at a step."""
        author, told_of = self._author(step, who, ids), self.told[ids[0]]
        return author.language, author.table, told_of.group, told_of.origin

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
