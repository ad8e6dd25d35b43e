"""The store: all workshops of one data folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from sqlalchemy import delete, insert, select

from ..deck import parse_deck
from ..errors import Refused, UnknownWorkshop
from ..workshop import Plan, Preparation, Promise, Stamp, actions
from ..workshop.codes import new_code, tidy
from .backends import DATABASE, SAVED, backend_of, is_url
from .backends.base import Relay
from .contacts import Contacts
from .database import Database
from .keys import Key, Keys, write_key
from .record import Record
from .tables import contacts, events, participants, workshops
from .tables import keys as keys_table
from .templates import Templates

#: Where a workshop has rows, in the order in which they can go.
_OF_A_WORKSHOP = (
    (events, events.c.workshop),
    (participants, participants.c.workshop),
    (contacts, contacts.c.workshop),
    (keys_table, keys_table.c.workshop),
    (workshops, workshops.c.code),
)


@dataclass(frozen=True)
class Entry:
    """A workshop as the list of workshops shows it."""

    code: str
    created: str


class Store:
    """All workshops at ``location``: a data folder (SQLite), or the URL of a PostgreSQL database.

    Use it in a ``with`` block.

    Raises
    ------
    BadInput
        The location is a URL of something else.
    StoreError
        The store can't be opened, or brought to the shape of this version.
    """

    def __init__(self, location: str | Path) -> None:
        self._database = Database(backend_of(location))

    @staticmethod
    def is_in(location: str | Path) -> bool:
        """Whether a store was made here; a database is only made by its administrator."""
        return is_url(location) or (Path(location) / SAVED / DATABASE).is_file()

    @property
    def relay(self) -> Relay:
        """What a server has to run, so that its pages hear what others save."""
        return self._database.relay

    @property
    def templates(self) -> Templates:
        """What workshops can be opened from, beside the decks."""
        return Templates(self._database)

    def open_workshop(
        self,
        deck_yaml: str,
        title: str,
        facilitator: str,
        stamp: Stamp | None = None,
        *,
        prepared: Preparation | None = None,
        promises: Iterable[Promise] = (),
        rehearses: str = "",
        keys: Iterable[Key] = (),
    ) -> Record:
        """Open a workshop from a deck's YAML; ``facilitator`` is the fingerprint of its key.

        Without one, it has only the ``keys`` of another workshop, and the server's own.

        ``prepared`` has a plan of the same deck, languages and limits; ``promises`` are actions to
        begin with; ``rehearses`` is the code of the workshop that this one is a rehearsal of.
        """
        deck = parse_deck(deck_yaml)
        prepared = prepared or Preparation(title=title, plan=Plan.of(deck), limits=deck.limits)
        opened = actions.open_workshop(
            title,
            stamp or Stamp("facilitator"),
            rehearses=rehearses,
            plan=prepared.plan if prepared.plan != Plan.of(deck) else None,
            languages=prepared.languages,
            limits=prepared.limits,
            aim=prepared.purpose,
        )
        agreed = [actions.promise(each, Stamp(opened.origin, opened.at)) for each in promises]
        record = Record(self._database, new_code(), deck_yaml, deck.model_dump_json())
        with self._database.writing(record.code) as connection:
            connection.execute(
                insert(workshops).values(
                    code=record.code,
                    created=opened.at.isoformat(),
                    deck_yaml=deck_yaml,
                    deck_json=record.deck_json,
                )
            )
            if facilitator:
                write_key(connection, record.code, facilitator, "facilitator")
            for key in keys:
                write_key(connection, record.code, key.fingerprint, key.role, key.name)
            record.write(connection, [opened, *agreed])
        return record

    def record(self, code: str) -> Record:
        """The record of a workshop; its code may be typed in any case, with spaces.

        Raises
        ------
        UnknownWorkshop
            No workshop has this code.
        """
        with self._database.reading() as connection:
            row = connection.execute(
                select(workshops).where(workshops.c.code == tidy(code))
            ).one_or_none()
        if row is None:
            raise UnknownWorkshop(code)
        return Record(self._database, row.code, row.deck_yaml, row.deck_json)

    def workshops(self) -> list[Entry]:
        """Every workshop, newest first."""
        query = select(workshops.c.code, workshops.c.created).order_by(
            workshops.c.created.desc(), workshops.c.code
        )
        with self._database.reading() as connection:
            return [Entry(row.code, row.created) for row in connection.execute(query)]

    def keys(self, code: str) -> Keys:
        """The keys of a workshop; an unknown one has none."""
        return Keys(self._database, tidy(code))

    def contacts(self, code: str) -> Contacts:
        """Who asked to be told of the next workshop; an unknown one has none."""
        return Contacts(self._database, tidy(code))

    def open_rehearsal(self, code: str) -> Record:
        """Open a workshop like another one, to rehearse it; the same keys open both."""
        original = self.record(code)
        state = original.state()
        rehearsal = self.open_workshop(
            original.deck_yaml,
            state.title,
            "",
            prepared=state.preparation,
            promises=state.promises.values(),
            rehearses=original.code,
            keys=self.keys(original.code).all(),
        )
        found = state.support
        if found.words:
            rehearsal.append(actions.support(found.words, Stamp("system"), on_wall=found.on_wall))
        return rehearsal

    def erase_rehearsal(self, code: str) -> None:
        """Erase a rehearsal as if it had never been; nothing of it is left on the disk.

        Raises
        ------
        Refused
            It is a real workshop.
        StoreError
            A reader would not let go of the log; it is emptied when the last program ends.
        """
        record = self.record(code)
        if not record.walk().rehearses:
            raise Refused("not-a-rehearsal", f"Workshop {record.code} is not a rehearsal.")
        self.erase(record.code)

    def erase(self, code: str) -> None:
        """Erase a workshop wholly: people, answers, addresses, keys; nothing is left on the disk.

        The rehearsals of it go too.

        Raises
        ------
        StoreError
            A reader would not let go of the log; it is emptied when the last program ends.
        """
        record = self.record(code)
        rehearsals = [
            each.code
            for each in self.workshops()
            if self.record(each.code).walk().rehearses == record.code
        ]
        going = (record.code, *rehearsals)
        with self._database.writing(*going) as connection:
            for table, column in _OF_A_WORKSHOP:
                connection.execute(delete(table).where(column.in_(going)))
        for gone in going:
            self._database.bell.ring(gone, frozenset({"group"}))
        self._database.wipe_traces()

    def check(self) -> None:
        """Read the whole database and see whether it is in order.

        Raises
        ------
        StoreError
            It is damaged: a backup has to be restored.
        """
        self._database.check()

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
