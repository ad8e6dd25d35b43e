"""What every table shares: how often to measure, and servers that stay up side by side."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass

from playwright.async_api import Error

from .client import PageFailed
from .contenders import Contender
from .environments import EnvironmentFailed
from .report import Table
from .servers import Server, ServerFailed
from .walks import path_to


@dataclass(frozen=True)
class Plan:
    """How often each thing is measured."""

    visits: int = 5
    other_visits: int = 1
    saves: int = 5
    phone_visits: int = 2
    joins: int = 37
    idle_pages: int = 50
    idle_seconds: float = 10
    people: int = 30
    moves: int = 10
    saving: float = 10
    network_visits: int = 1
    only_ours_on_the_phone: bool = False


QUICK = Plan(
    visits=1,
    saves=3,
    phone_visits=1,
    idle_seconds=5,
    moves=3,
    saving=5,
    network_visits=1,
    only_ours_on_the_phone=True,
)


@dataclass(frozen=True)
class Running:
    """A contender that is being served."""

    contender: Contender
    server: Server
    path: str


_FAILURES = (EnvironmentFailed, ServerFailed, PageFailed, Error, OSError)


@contextlib.contextmanager
def noting(table: Table, name: str) -> Iterator[None]:
    """What fails inside becomes a note below the table, and the rest goes on."""
    try:
        yield
    except _FAILURES as error:
        lines = str(error).strip().splitlines() or [type(error).__name__]
        table.notes.append(f"{name} failed: {lines[0] if isinstance(error, Error) else lines[-1]}")


@contextlib.asynccontextmanager
async def serving_all(
    contenders: Sequence[Contender], table: Table
) -> AsyncIterator[list[Running]]:
    """Serve several side by side; one that can't be served gets a note in the table."""
    async with contextlib.AsyncExitStack() as stack:
        running = []
        for contender in contenders:
            with noting(table, contender.name):
                server = await stack.enter_async_context(contender.running())
                running.append(Running(contender, server, await path_to(contender, server)))
        yield running


def tell(words: str) -> None:
    """Say on stderr what is being measured: stdout is for the tables."""
    sys.stderr.write(f"{words}\n")
