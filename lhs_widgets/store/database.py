"""One database: its connections, its bell, and its errors in our words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from ..errors import StoreError
from .backup import earlier_copies, keep_before_upgrade
from .doorbell import Doorbell
from .sqlite import WRITES, open_engine
from .upgrade import NEWEST, revision, upgrade


class Database:
    """A SQLite database, upgraded to this version's shape when it is opened."""

    def __init__(self, file: Path) -> None:
        try:
            self._engine = open_engine(file)
        except OSError as error:
            raise StoreError(f"The data folder can't be used: {error}.") from error
        self._folder = file.parent
        self.bell = Doorbell(file)
        try:
            with self.reading() as connection:
                found = revision(connection)
            if found is not None and found < NEWEST:
                keep_before_upgrade(file)
            with self.writing() as connection:
                upgrade(connection)
        except StoreError:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment of the database."""
        with _in_our_words("read"), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction; on the disk once the block has ended without an error."""
        with (
            _in_our_words("write"),
            self._engine.connect().execution_options(**WRITES) as connection,
            connection.begin(),
        ):
            yield connection

    def wipe_traces(self) -> None:
        """Empty the write-ahead log and drop the copies from before upgrades.

        Rows that were erased are left in neither.

        Raises
        ------
        StoreError
            A reader would not let go of the log. It is emptied when the last program ends.
        """
        for copy in earlier_copies(self._folder):
            copy.unlink(missing_ok=True)
        with _in_our_words("clean"), self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise StoreError("The store's log is in use; it is emptied when the last program ends.")

    def check(self) -> None:
        """Whether the file is whole.

        Raises
        ------
        StoreError
            It is damaged.
        """
        with self.reading() as connection:
            said = connection.exec_driver_sql("PRAGMA quick_check").scalar()
        if said != "ok":
            raise StoreError(f"The store is damaged ({said}): restore a backup.")

    def close(self) -> None:
        self._engine.dispose()


@contextmanager
def _in_our_words(what: str) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise _failure(what, error.orig) from error
    except sqlite3.Error as error:
        raise _failure(what, error) from error


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


def _failure(what: str, error: BaseException | None) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without SQLite's finer distinctions
    advice = f" {_ADVICE[code]}." if code in _ADVICE else ""
    return StoreError(f"The store could not {what}: {error}.{advice}")
