"""The record of one workshop in the store."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    delete,
    func,
    insert,
    select,
    update,
)

from ..deck import Deck
from ..errors import Refused
from ..workshop import Answer, Cast, Counts, Event, Kind, Stamp, Workshop, actions, replay
from ..workshop.ballots import Key
from . import translated, visible
from .database import Database
from .dialects import insert_new
from .glimpse import read_answers, read_ballots, with_others
from .tables import events, participants
from .topics import topics_of

_Read = TypeVar("_Read")


class Record:
    """The events of one workshop, and who may come back to it.

    What a participant's page may know is decided here, where the rows are read: ``state_for`` never
    loads another person's words before they are shown, nor who anyone is.
    """

    def __init__(self, database: Database, code: str, deck_yaml: str, deck_json: str) -> None:
        self._database = database
        self.deck_json = deck_json
        self.code = code
        self.deck_yaml = deck_yaml
        self._all = Workshop(self.deck)
        #: What a page was shown of others, with the mark of the record at which it was read.
        self._seen: dict[str, tuple[object, Any]] = {}

    @cached_property
    def deck(self) -> Deck:
        return _read_deck(self.deck_json)

    def events(self, *, after: int = 0) -> list[Event]:
        """Everything that happened after place ``after``, in order."""
        return self._read(events.c.seq > after)

    def state(self) -> Workshop:
        """Everything known: for the facilitator, the export and the tests."""
        known = self._all
        news = self._read(events.c.seq >= known.seq)
        follows = bool(news) and news[0].seq == known.seq
        if follows and all(event.kind is not Kind.FORGOTTEN for event in news[1:]):
            self._all = replay(news[1:], known)
        else:  # the first look, or something was erased
            self._all = replay(self.events() if known.seq else news, Workshop(self.deck))
        return self._all

    def state_for(self, participant: str) -> Workshop:
        """What one participant's page may know.

        Their own events, what the facilitator and the group did, the answers that were shown, as
        they were then, and the ballots of votes that are closed. Of others nothing else is read:
        :mod:`.visible` says what, and why that can't be traced to anyone.
        """
        with self._database.reading() as connection:
            mine = select(events).where(visible.walk(self.code, participant))
            known = _events(connection, mine.order_by(visible.SORTED))
            if not known:
                return replay([], Workshop(self.deck))  # a rehearsal that was wiped
            rules = visible.Rules(self.code, self.deck, participant, known)
            group = _events(connection, rules.of_the_group())
            marked = tuple(connection.execute(rules.mark()).one())
            said, casts = self._of_others(connection, participant, rules, marked)
            words = self._translated(connection, participant, rules, marked, said)
        return with_others(replay([*known, *group, *words], Workshop(self.deck)), said, casts)

    def _of_others(
        self,
        connection: Connection,
        participant: str,
        rules: visible.Rules,
        marked: Sequence[Any],
    ) -> tuple[dict[str, Answer], dict[Key, list[Cast]]]:
        """Answers and ballots; kept, for a page asks at every turn and they seldom change."""

        def rows(query: Select[Any] | None) -> Sequence[Row[Any]]:
            return connection.execute(query).all() if query is not None else []

        mark = (participant, *marked[:2])
        said = self._kept(
            "answers", mark, lambda: read_answers(rules.reveals, rows(rules.answers()))
        )
        closed = (participant, *marked[:3], *rules.counted.items())
        return said, self._kept("ballots", closed, lambda: read_ballots(rows(rules.ballots())))

    def _translated(
        self,
        connection: Connection,
        participant: str,
        rules: visible.Rules,
        marked: Sequence[Any],
        said: Collection[str],
    ) -> list[Event]:
        """What the answers that are shown here say in another language, one's own among them."""
        if not marked[3]:
            return []
        mark = (participant, *marked[:2], marked[3])
        shown = {*said, *rules.own}
        return self._kept("words", mark, lambda: _events(connection, rules.translations(shown)))

    def _kept(self, name: str, mark: object, read: Callable[[], _Read]) -> _Read:
        if self._seen.get(name, (None, None))[0] != mark:
            self._seen[name] = mark, read()
        kept: _Read = self._seen[name][1]
        return kept

    def walk(self, participant: str = "") -> Workshop:
        """The walk as the facilitator leads it, and what one participant did, if any.

        Nothing of others and no votes, so it is quick.
        """
        known = select(events).where(visible.walk(self.code, participant))
        with self._database.reading() as connection:
            return replay(_events(connection, known.order_by(visible.SORTED)), Workshop(self.deck))

    def state_for_wall(self) -> tuple[Workshop, Counts]:
        """What the projector may know: no names, only words that are shown, and counts."""
        state = self.state_for("")
        return state, self.counts(state.current)

    def counts(self, step: str) -> Counts:
        """How many people joined, and how many of them marked a step as finished."""
        here = events.c.workshop == self.code
        people = select(func.count()).where(
            here,
            events.c.kind == Kind.JOINED.value,
            events.c.origin != "import",  # these people are not in the room
        )
        newest = func.row_number().over(
            partition_by=events.c.participant, order_by=events.c.seq.desc()
        )
        said = (
            select(events.c.body["done"].as_boolean().label("done"), newest.label("age"))
            .where(here, events.c.kind == Kind.DONE.value, events.c.step == step)
            .subquery()
        )
        finished = select(func.count()).where(said.c.age == 1, said.c.done)
        with self._database.reading() as connection:
            joined = connection.execute(people).scalar_one()
            return Counts(joined=joined, done=connection.execute(finished).scalar_one())

    def changed(self) -> datetime:
        """When something happened here last."""
        newest = select(events.c.at).where(events.c.workshop == self.code)
        with self._database.reading() as connection:
            at = connection.execute(newest.order_by(events.c.seq.desc()).limit(1)).scalar_one()
        return datetime.fromisoformat(at)

    def newest(self) -> int:
        """The place of the newest event: it grows with all that is saved; 0 if all was wiped."""
        place = func.coalesce(func.max(events.c.seq), 0)
        newest = select(place).where(events.c.workshop == self.code)
        with self._database.reading() as connection:
            return int(connection.execute(newest).scalar_one())

    def append(self, *happened: Event) -> None:
        """Save events, all or none. An id that is already there is left as it is.

        When this returns, the events are on the disk.
        """
        if not happened:
            return  # nobody is woken for nothing
        with self._database.writing(self.code) as connection:
            self.write(connection, happened)
        self._database.bell.ring(self.code, topics_of(happened))

    def write(self, connection: Connection, happened: Iterable[Event]) -> None:
        """Save events in a transaction of the caller's; ``append`` is for all others."""
        happened = list(happened)
        translated.check_words(connection, self.code, happened)
        rows = [_row(self.code, event) for event in happened]
        self._check_authors(connection, {row["participant"] for row in rows} - {None})
        if rows:
            connection.execute(insert_new(connection, events), rows)

    def has(self, event: str) -> bool:
        """Whether an event with this id is already saved."""
        query = select(events.c.seq).where(events.c.workshop == self.code, events.c.id == event)
        with self._database.reading() as connection:
            return connection.execute(query).first() is not None

    def admit(self, joined: Event, secret: str | None, *more: Event) -> None:
        """Save that someone joined, with the fingerprint of the code they can come back with.

        ``more`` is what they agreed to: it is saved with their joining, or not at all.
        """
        with self._database.writing(self.code) as connection:
            connection.execute(
                insert(participants).values(
                    workshop=self.code, id=joined.participant, secret=secret
                )
            )
            self.write(connection, [joined, *more])
        self._database.bell.ring(self.code, topics_of([joined]))

    def bring_in(self, joined: Iterable[Event], happened: Iterable[Event]) -> None:
        """Save people with no code to come back with, and what they did, all or none."""
        joined, happened = list(joined), list(happened)
        people = [{"workshop": self.code, "id": event.participant} for event in joined]
        with self._database.writing(self.code) as connection:
            connection.execute(insert(participants), people)
            self.write(connection, [*joined, *happened])
        self._database.bell.ring(self.code, topics_of([*joined, *happened]))

    def give_code(self, participant: str, secret: str) -> None:
        """Let someone come back with the code of this fingerprint, and with no earlier one."""
        with self._database.writing(self.code) as connection:
            connection.execute(
                update(participants)
                .where(participants.c.workshop == self.code, participants.c.id == participant)
                .values(secret=secret)
            )

    def participant_with(self, secret: str) -> str | None:
        """Whose return code has this fingerprint."""
        with self._database.reading() as connection:
            return connection.execute(
                select(participants.c.id).where(
                    participants.c.workshop == self.code, participants.c.secret == secret
                )
            ).scalar()

    def forget(self, participant: str) -> bool:
        """Erase a person from the record, their words included; False if they are not in it."""
        with self._database.writing(self.code) as connection:
            gone = connection.execute(
                delete(participants).where(
                    participants.c.workshop == self.code, participants.c.id == participant
                )
            )
            if not gone.rowcount:
                return False
            connection.execute(delete(events).where(translated.of_words_by(self.code, participant)))
            connection.execute(
                delete(events).where(
                    events.c.workshop == self.code, events.c.participant == participant
                )
            )
            self.write(connection, [actions.forget(Stamp("system"))])
        self._database.wipe_traces()
        self._database.bell.ring(self.code, frozenset({"group"}))
        return True

    def listen(
        self,
        answer: Callable[[], None],
        wants: Callable[[frozenset[str]], bool] = lambda _: True,
        *,
        who: str = "",
        here: bool = True,
    ) -> Callable[[], None]:
        """Call ``answer`` in the running event loop after changes; returns what ends it.

        ``wants`` is asked with the topics of a change that this page may know of; see
        :mod:`.doorbell`. ``who`` is the participant whose page listens; facilitators hear of it,
        unless someone else sits before it (not ``here``).
        """
        stop = self._database.bell.listen(self.code, answer, wants, who=who, here=here)
        if who and here:
            self._database.bell.ring(self.code, frozenset({"facilitators"}))
        return stop

    def present(self) -> frozenset[str]:
        """The participants whose pages are open now."""
        return self._database.bell.present(self.code)

    def _read(self, *conditions: ColumnElement[bool]) -> list[Event]:
        query = select(events).where(events.c.workshop == self.code, *conditions)
        with self._database.reading() as connection:
            return _events(connection, query.order_by(events.c.seq))

    def _check_authors(self, connection: Connection, authors: set[str]) -> None:
        """Refuse the words of someone who was forgotten while their page was still open."""
        known = select(participants.c.id).where(
            participants.c.workshop == self.code, participants.c.id.in_(authors)
        )
        if len(connection.execute(known).all()) < len(authors):
            raise Refused("not-here", "This person is not in the workshop.")


@lru_cache(maxsize=16)
def _read_deck(deck_json: str) -> Deck:
    """A deck as it was saved; read once, for it is asked for at every request."""
    return Deck.model_validate_json(deck_json)


def _row(code: str, event: Event) -> dict[str, Any]:
    values = event.model_dump(mode="json", exclude={"seq"})
    return {"workshop": code, **values}


def _events(connection: Connection, query: Select[Any]) -> list[Event]:
    return [_event(row) for row in connection.execute(query)]


def _event(row: Row[Any]) -> Event:
    values = dict(row._mapping)
    values.pop("workshop", None)
    return Event.model_validate(values)
