"""How SQLite is opened here: write-ahead log, and every commit on the disk before it is told."""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

_PRAGMAS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what a person takes back leaves no trace in free pages
)

#: Execution option of the connections that write: they take the lock when they begin.
WRITES = {"lhs_writes": True}


def open_engine(database: Path) -> Engine:
    """An engine on a database file, which is made, readable by its owner only, if it is missing."""
    database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    database.touch(mode=0o600)
    engine = create_engine(URL.create("sqlite", database=str(database)))
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: SQLiteConnection, _: Any) -> None:
    connection.isolation_level = None  # the driver must not begin transactions by itself
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    # A deferred write transaction can fail half-way with "database is locked".
    writes = connection.get_execution_options().get("lhs_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
