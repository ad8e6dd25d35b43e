"""One connection of a server that hears what other servers save, and rings its own pages."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import psycopg
from psycopg import AsyncConnection
from sqlalchemy import Executable
from sqlalchemy.dialects import postgresql

from .exchange import CHANNEL, Exchange, keep_right, sign_off

log = logging.getLogger(__name__)

#: Seconds between two looks at who is still here.
_LOOK = 10

#: Seconds before a lost connection is tried again.
_WAIT = 1.0


class Relay:
    """Passes notifications on to the pages of one server, over a connection of its own."""

    def __init__(self, exchange: Exchange, url: str, options: Mapping[str, Any]) -> None:
        self._exchange = exchange
        self._url = url
        self._options = options
        self._listens = asyncio.Event()

    @property
    def is_well(self) -> bool:
        """Whether pages hear of what is saved elsewhere just now."""
        return self._listens.is_set()

    async def listens(self) -> None:
        """Wait until it is well."""
        await self._listens.wait()

    async def run(self) -> None:
        """Pass on until it is cancelled; a lost connection is opened again."""
        while True:
            try:
                await self._pass_on()
            except (psycopg.Error, OSError) as error:  # of the database, or of the bell
                log.warning("pages do not hear of other servers for a moment: %s", error)
            finally:
                self._listens.clear()
            await asyncio.sleep(_WAIT)

    async def _pass_on(self) -> None:
        connection = await AsyncConnection.connect(self._url, autocommit=True, **self._options)
        async with connection:
            await connection.execute(f"LISTEN {CHANNEL}")
            self._exchange.here.ring_all()  # of what was saved meanwhile nobody was told
            try:
                while True:
                    await self._say_who_is_here(connection)
                    self._listens.set()
                    async for ring in connection.notifies(timeout=_LOOK):
                        workshop, _, topics = ring.payload.partition(" ")
                        if workshop.isalnum():  # it names a folder, and others may notify too
                            self._exchange.here.ring(workshop, frozenset(topics.split()))
            finally:
                with suppress(psycopg.Error):
                    await _execute(connection, *sign_off(self._exchange.replica))

    async def _say_who_is_here(self, connection: AsyncConnection[Any]) -> None:
        ears = self._exchange.here.ears()
        await _execute(connection, *keep_right(self._exchange.replica, ears))


async def _execute(connection: AsyncConnection[Any], *changes: Executable) -> None:
    """Run what was composed for the store's engine over this connection."""
    for change in changes:
        made = change.compile(  # type: ignore[attr-defined]
            dialect=_DIALECT, compile_kwargs={"render_postcompile": True}
        )
        await connection.execute(str(made), made.params)


_DIALECT = postgresql.psycopg.dialect()  # type: ignore[no-untyped-call]
