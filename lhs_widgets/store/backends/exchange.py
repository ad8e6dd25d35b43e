"""How servers that share a PostgreSQL database tell each other that something was saved.

Whoever saves sends a notification, ``NOTIFY``. Each server listens on one connection, the *relay*,
and rings its own pages by the bell of its machine: hundreds of pages need no connection that waits,
and nobody polls. Who has a page open stands in a table, which each server keeps right for its own.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import (
    Column,
    Engine,
    Executable,
    MetaData,
    String,
    Table,
    delete,
    func,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import TIMESTAMP, insert
from sqlalchemy.exc import DBAPIError

from ..doorbell import Doorbell, Ear, Topics, message_of

log = logging.getLogger(__name__)

CHANNEL = "lhs"

#: Seconds after which a server that said nothing counts as gone.
GONE = 35

# Both are made anew after a crash of the database, so they need not outlive it.
metadata = MetaData()
_replicas = Table(
    "replicas",
    metadata,
    Column("name", String(120), primary_key=True),
    Column("seen", TIMESTAMP(timezone=True), nullable=False),
    prefixes=["UNLOGGED"],
)
_presence = Table(
    "presence",
    metadata,
    Column("replica", String(120), primary_key=True),
    Column("ear", String(160), primary_key=True),
    Column("workshop", String(6), nullable=False, index=True),
    Column("who", String(36), nullable=False),
    prefixes=["UNLOGGED"],
)

#: Nothing of a bell has to be on the disk before it is told.
_HASTE = text("SELECT set_config('synchronous_commit', 'off', true)")


class Exchange:
    """The bell of a database that several servers share; see :class:`..doorbell.Doorbell`."""

    def __init__(self, engine: Engine, url: str, replica: str) -> None:
        self._engine = engine
        self.replica = replica
        #: The bell of this server's pages.
        self.here = Doorbell(f"{url} {replica}")

    def ring(self, workshop: str, topics: Topics = frozenset()) -> None:
        """Wake everyone who listens, on every server.

        Apart from what was saved, for all notifications of a database are committed one by one.
        """
        self._note(select(func.pg_notify(CHANNEL, message_of(workshop, topics))))

    def listen(
        self,
        workshop: str,
        answer: Callable[[], None],
        wants: Callable[[Topics], bool] = lambda _: True,
        *,
        who: str = "",
        here: bool = True,
    ) -> Callable[[], None]:
        """As :meth:`..doorbell.Doorbell.listen`; the server's relay must run."""
        ear = Ear.of(workshop, who=who, here=here)
        stop = self.here.hang(ear, answer, wants)
        if ear.is_present:
            self._note(insert(_presence).values(_row(self.replica, ear)))

        def end() -> None:
            stop()
            if ear.is_present:
                self._note(delete(_presence).where(_presence.c.ear == ear.name))

        return end

    def present(self, workshop: str) -> frozenset[str]:
        """The people whose pages listen to a workshop now, on any server that lives."""
        alive = select(_replicas.c.name).where(
            _replicas.c.seen > func.now() - text(f"interval '{GONE} s'")
        )
        here = select(_presence.c.who).where(
            _presence.c.workshop == workshop, _presence.c.replica.in_(alive)
        )
        with self._engine.begin() as connection:
            return frozenset(connection.execute(here).scalars())

    def _note(self, change: Executable) -> None:
        """Say something in haste; if that fails, the relay puts it right later."""
        with _later_if_not_now(), self._engine.begin() as connection:
            connection.execute(_HASTE)
            connection.execute(change)


def keep_right(replica: str, ears: Iterable[Ear]) -> list[Executable]:
    """What makes the tables say that a server lives, and who is at its pages."""
    present = [ear for ear in ears if ear.is_present]
    rows = [_row(replica, ear) for ear in present]
    alive = select(_replicas.c.name)
    here = insert(_replicas).values(name=replica, seen=func.now())
    changes: list[Executable] = [
        here.on_conflict_do_update(index_elements=["name"], set_={"seen": func.now()}),
        delete(_replicas).where(_replicas.c.seen < func.now() - text("interval '1 day'")),
        delete(_presence).where(
            (_presence.c.replica == replica) & _presence.c.ear.not_in([e.name for e in present])
            | _presence.c.replica.not_in(alive)
        ),
    ]
    if rows:
        changes.append(insert(_presence).values(rows).on_conflict_do_nothing())
    return changes


def sign_off(replica: str) -> list[Executable]:
    """What makes the tables say that a server is gone."""
    return [
        delete(_presence).where(_presence.c.replica == replica),
        delete(_replicas).where(_replicas.c.name == replica),
    ]


def _row(replica: str, ear: Ear) -> dict[str, str]:
    return {"replica": replica, "ear": ear.name, "workshop": ear.workshop, "who": ear.who}


@contextmanager
def _later_if_not_now() -> Iterator[None]:
    """What was said is saved already: that it could not be told is no reason to call it lost."""
    try:
        yield
    except DBAPIError as error:
        log.warning("the other servers could not be told of a change: %s", error.orig)
