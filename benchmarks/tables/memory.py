"""Memory of the server for each open page."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

from .. import processes
from ..browser import chromium, launch, new_page, use
from ..client import Visitor
from ..contenders import ALL, Contender
from ..report import Table
from ..runs import Plan, noting, serving_all, tell
from ..servers import Server

FEW, MANY = 5, 15
ABOUT = f"""\
PSS of the server's process tree with {FEW} and with {MANY} open pages, each once it is quiet,
in MB (10⁶ bytes), and the slope between them. Pages of Voilà are opened by its protocol, those
of the others in one Chromium; each is connected and has its form."""

COLUMNS = {"few": f"{FEW} pages", "many": f"{MANY} pages", "slope": "MB per open page"}
Opener = Callable[[], Awaitable[object]]


async def measure(plan: Plan) -> Table:  # noqa: ARG001  memory does not vary: once is enough
    table = Table("memory", "Memory", ABOUT, COLUMNS)
    for contender in ALL:
        tell(f"memory: {contender.name}")
        async with serving_all([contender], table) as running:
            for each in running:
                with noting(table, contender.name):
                    table.rows[contender.name] = await _slope(contender, each.server, each.path)
    return table


async def _slope(contender: Contender, server: Server, path: str) -> dict[str, float]:
    opening = _by_protocol if contender.is_voila else _in_a_browser
    async with opening(server, path) as open_one:
        few = await _memory_with(open_one, FEW, server)
        many = await _memory_with(open_one, MANY - FEW, server)
    return {"few": few, "many": many, "slope": (many - few) / (MANY - FEW)}


async def _memory_with(open_one: Opener, more: int, server: Server) -> float:
    """PSS with so many pages more; opened a few at a time, for the order does not matter."""
    for start in range(0, more, FEW):
        await asyncio.gather(*(open_one() for _ in range(start, min(start + FEW, more))))
    await processes.quiet(server.pid, seconds=1, patience=6)
    return processes.memory_mb(server.pid)


@contextlib.asynccontextmanager
async def _by_protocol(server: Server, path: str) -> AsyncIterator[Opener]:
    pages = []

    async def open_one() -> None:
        pages.append(await Visitor(server.address).enter(path))

    yield open_one
    for page in pages:
        await page.close()


@contextlib.asynccontextmanager
async def _in_a_browser(server: Server, path: str) -> AsyncIterator[Opener]:
    async with chromium() as playwright:
        browser = await launch(playwright)

        async def open_one() -> None:
            await use(await new_page(browser), server.address + path)

        yield open_one
        await browser.close()
