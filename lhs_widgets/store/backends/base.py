"""What the store asks of a database beside SQL."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from sqlalchemy import Connection, Engine

from ..doorbell import Topics


class Bell(Protocol):
    """Tells open pages that something was saved; see :mod:`..doorbell`."""

    def ring(self, workshop: str, topics: Topics = frozenset()) -> None: ...

    def listen(
        self,
        workshop: str,
        answer: Callable[[], None],
        wants: Callable[[Topics], bool] = ...,
        *,
        who: str = "",
        here: bool = True,
    ) -> Callable[[], None]: ...

    def present(self, workshop: str) -> frozenset[str]: ...


class Relay(Protocol):
    """What a server runs beside its pages, so that they hear of what other servers save."""

    @property
    def is_well(self) -> bool:
        """Whether pages hear of what is saved elsewhere just now."""

    async def run(self) -> None:
        """Pass on until it is cancelled."""


class NoRelay:
    """One server is alone with its database: its pages hear each other without help."""

    is_well = True

    async def run(self) -> None:
        return


class Backend(Protocol):
    """One kind of database: how it is opened, written to, and what its errors mean."""

    @property
    def engine(self) -> Engine: ...

    @property
    def bell(self) -> Bell: ...

    @property
    def relay(self) -> Relay: ...

    @property
    def error(self) -> type[Exception]:
        """What its driver raises."""

    @property
    def reads(self) -> Mapping[str, Any]:
        """Options of a connection that reads one moment."""

    @property
    def writes(self) -> Mapping[str, Any]:
        """Options of a connection that writes."""

    def hold(self, connection: Connection, workshops: tuple[str, ...]) -> None:
        """Let nobody else write to these workshops until the transaction ends.

        So the order of events in a workshop is that of their commits: who has read up to a place
        misses nothing that comes later.
        """

    def keep_before_upgrade(self) -> None:
        """Keep a copy of what is about to be upgraded, where that is ours to do."""

    def make_more(self, connection: Connection) -> None:
        """Make the tables that only this kind of database needs."""

    def wipe_traces(self) -> None:
        """Leave nothing of erased rows where the next query, or the next copy, would find it."""

    def check(self) -> None:
        """Whether it keeps what it is given; a ``StoreError`` says what is wrong."""

    def advice(self, error: BaseException | None) -> str:
        """What to do about an error of the driver; "" if that is not known."""
