"""PostgreSQL: for several servers that share their workshops."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, create_engine, text

from ...errors import StoreError
from ..database import Database
from ..doorbell import REPLICA
from ..kept import metadata as of_servers
from ..tables import metadata
from .exchange import Exchange
from .exchange import metadata as of_replicas
from .grants import grants
from .relay import Relay

#: The URL that goes past a pool of connections: a pool passes no notifications on.
DIRECT = "LHS_DATABASE_DIRECT"

_CONNECTION: dict[str, Any] = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,  # ms; a database that went away silently is noticed by then
    "application_name": "lhs",
    "prepare_threshold": None,  # a pool such as PgBouncer gives every transaction another session
}

#: Set for one transaction only, for the same reason. A commit is told once it is on the disk,
#: whatever the database's own habit is; where it waits for a standby too, it goes on doing so.
_CAREFUL = text(
    "SELECT set_config('lock_timeout', '10s', true), set_config('synchronous_commit',"
    " CASE WHEN current_setting('synchronous_commit') IN ('off', 'local') THEN 'on'"
    " ELSE current_setting('synchronous_commit') END, true)"
)
_LOCK = text("SELECT pg_advisory_xact_lock(:workshop)")

#: What to do, by the beginning of PostgreSQL's SQLSTATE.
_ADVICE = {
    "08": "See whether the database runs and can be reached: saving goes on by itself",
    "28": "See whether the user and the password of its URL are right",
    "3D": "Make the database first: docs/deployment.md says how",
    "42501": "Let its owner run `lhs set-up-database`",
    "53100": "Make room on the database's disk: saving goes on by itself",
    "53300": "Let the database take more connections, or put PgBouncer before it",
    "55P03": "Another program holds the workshop: nothing else is to be done",
    "57P": "The database is stopping or starting: saving goes on by itself",
}


class PostgreSQL:
    """The database behind a URL as libpq reads it: ``postgresql://user@host:port/name``."""

    error = psycopg.Error
    reads: Mapping[str, Any] = MappingProxyType(
        {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    )
    writes: Mapping[str, Any] = MappingProxyType({"isolation_level": "READ COMMITTED"})

    def __init__(self, url: str) -> None:
        self.engine = _open(url)
        name = os.environ.get(REPLICA) or f"{socket.gethostname()}-{os.getpid()}"
        self.bell = Exchange(self.engine, url, name)
        self.relay = Relay(self.bell, os.environ.get(DIRECT, url), _CONNECTION)

    def hold(self, connection: Connection, workshops: tuple[str, ...]) -> None:
        connection.execute(_CAREFUL)
        for workshop in sorted(workshops):  # in one order, so that two never wait for each other
            connection.execute(_LOCK, {"workshop": int.from_bytes(workshop.encode())})

    def keep_before_upgrade(self) -> None:
        """Nothing: its owner's backups are made with PostgreSQL's own tools."""

    def make_more(self, connection: Connection) -> None:
        of_replicas.create_all(connection)
        of_servers.create_all(connection)

    def wipe_traces(self) -> None:
        """Clear dead rows away. Only their owner may: for others autovacuum does it, later.

        What was erased stays in PostgreSQL's write-ahead log, and in copies of it, until these are
        recycled.
        """
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for table in metadata.sorted_tables:
                connection.execute(text(f"VACUUM {table.name}"))

    def check(self) -> None:
        with self.engine.connect() as connection:
            said = {
                name: connection.exec_driver_sql(f"SHOW {name}").scalar()
                for name in ("fsync", "full_page_writes")
            }
        risky = [name for name, value in said.items() if value != "on"]
        if risky:
            raise StoreError(
                f"{' and '.join(risky)} is off in this database: a power cut loses what was called "
                "saved. Switch it on in postgresql.conf."
            )

    def advice(self, error: BaseException | None) -> str:
        state = getattr(error, "sqlstate", None)
        if state is None:  # no session came about
            return _ADVICE["08"] if isinstance(error, psycopg.OperationalError) else ""
        return next((said for begin, said in _ADVICE.items() if state.startswith(begin)), "")


def _open(url: str) -> Engine:
    # One connection for each page: what a page asks for comes one after the other.
    return create_engine(
        "postgresql+psycopg://",
        creator=lambda: psycopg.connect(url, **_CONNECTION),
        pool_size=1,
        max_overflow=4,
        pool_pre_ping=True,
    )


def set_up(url: str, role: str) -> None:
    """Make or upgrade the tables as their owner, and let a role do what a server does.

    Raises
    ------
    StoreError
        The database can't be reached, or this is not its owner, or there is no such role.
    """
    database = Database(PostgreSQL(url))
    try:
        with database.writing() as connection:
            for grant in grants(connection, role) if role else ():
                connection.execute(text(grant))
    finally:
        database.close()
