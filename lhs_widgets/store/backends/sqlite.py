"""SQLite: write-ahead log, and every commit on the disk before it is told."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from ...errors import StoreError
from ..backup import earlier_copies, keep_before_upgrade
from ..doorbell import Doorbell
from .base import NoRelay

_PRAGMAS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what a person takes back leaves no trace in free pages
)

#: What to do, by SQLite's primary result code.
_ADVICE = {
    sqlite3.SQLITE_BUSY: "Another program holds the database: close it. Nothing else is to be done",
    sqlite3.SQLITE_FULL: "Make room on the disk: saving goes on by itself",
    sqlite3.SQLITE_IOERR: "See whether the disk is full or failing: saving goes on once it is well",
    sqlite3.SQLITE_READONLY: "Let this user write in the data folder",
    sqlite3.SQLITE_CANTOPEN: "See whether this user may use the data folder, and the disk has room",
    sqlite3.SQLITE_CORRUPT: "Stop the server, keep a copy of the data folder, and `lhs restore`",
    sqlite3.SQLITE_NOTADB: "Stop the server, keep a copy of the data folder, and `lhs restore`",
}


class SQLite:
    """A database file, which is made, readable by its owner only, if it is missing."""

    error = sqlite3.Error
    reads: Mapping[str, Any] = MappingProxyType({})
    #: Connections that write take the lock when they begin.
    writes: Mapping[str, Any] = MappingProxyType({"lhs_writes": True})

    def __init__(self, file: Path) -> None:
        self._file = file
        try:
            self.engine = _open(file)
        except OSError as error:
            raise StoreError(f"The data folder can't be used: {error}.") from error
        self.bell = Doorbell(str(file.resolve()))
        self.relay = NoRelay()

    def hold(self, connection: Connection, workshops: tuple[str, ...]) -> None:
        """Nothing to do: one connection writes at a time."""

    def keep_before_upgrade(self) -> None:
        keep_before_upgrade(self._file)

    def make_more(self, connection: Connection) -> None:
        """Nothing: all tables are those of every backend."""

    def wipe_traces(self) -> None:
        """Empty the write-ahead log and drop the copies from before upgrades.

        Raises
        ------
        StoreError
            A reader would not let go of the log. It is emptied when the last program ends.
        """
        for copy in earlier_copies(self._file.parent):
            copy.unlink(missing_ok=True)
        with self.engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise StoreError("The store's log is in use; it is emptied when the last program ends.")

    def check(self) -> None:
        with self.engine.begin() as connection:
            said = connection.exec_driver_sql("PRAGMA quick_check").scalar()
        if said != "ok":
            raise StoreError(f"The store is damaged ({said}): restore a backup.")

    def advice(self, error: BaseException | None) -> str:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without SQLite's finer distinctions
        return _ADVICE.get(code, "")


def _open(database: Path) -> Engine:
    database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    database.touch(mode=0o600)
    engine = create_engine(URL.create("sqlite", database=str(database)))
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None  # the driver must not begin transactions by itself
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    # A deferred write transaction can fail half-way with "database is locked".
    writes = connection.get_execution_options().get("lhs_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
