"""One database: its transactions, its bell, and its errors in our words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from ..errors import StoreError
from .backends.base import Backend, Bell, Relay
from .upgrade import NEWEST, revision, suits, upgrade

#: What whoever upgrades holds, in the place of a workshop.
_ITS_SHAPE = "shape"


class Database:
    """A database, upgraded to this version's shape when it is opened."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        try:
            with self.reading() as connection:
                found = revision(connection)
            if not suits(found):
                self._upgrade(found)
        except StoreError:
            self.close()
            raise

    @property
    def bell(self) -> Bell:
        return self._backend.bell

    @property
    def relay(self) -> Relay:
        return self._backend.relay

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment of the database."""
        with self._begin("read", self._backend.reads) as connection:
            yield connection

    @contextmanager
    def writing(self, *workshops: str) -> Iterator[Connection]:
        """A transaction; on the disk once the block has ended without an error.

        ``workshops`` are those that it writes to: nobody else does meanwhile.
        """
        with self._begin("write", self._backend.writes) as connection:
            self._backend.hold(connection, workshops)
            yield connection

    def wipe_traces(self) -> None:
        """Leave nothing of rows that were erased; see the backend for what stays where.

        Raises
        ------
        StoreError
            That can't be done now.
        """
        with self._in_our_words("clean"):
            self._backend.wipe_traces()

    def check(self) -> None:
        """Whether the database is whole and keeps what it is given.

        Raises
        ------
        StoreError
            It is damaged, or set up so that it may lose answers.
        """
        with self._in_our_words("read"):
            self._backend.check()

    def close(self) -> None:
        self._backend.engine.dispose()

    def _upgrade(self, found: str | None) -> None:
        if found is not None and found < NEWEST:
            self._backend.keep_before_upgrade()
        with self.writing(_ITS_SHAPE) as connection:
            upgrade(connection)
            self._backend.make_more(connection)

    @contextmanager
    def _begin(self, what: str, options: object) -> Iterator[Connection]:
        with (
            self._in_our_words(what),
            self._backend.engine.connect().execution_options(**options) as connection,  # type: ignore[arg-type]
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def _in_our_words(self, what: str) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise self._failure(what, error.orig) from error
        except self._backend.error as error:
            raise self._failure(what, error) from error

    def _failure(self, what: str, error: BaseException | None) -> StoreError:
        advice = self._backend.advice(error)
        said = " ".join(str(error).split())
        return StoreError(f"The store could not {what}: {said}.{f' {advice}.' if advice else ''}")
