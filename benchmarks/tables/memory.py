"""Memory of the server for each open page."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

from .. import merging, processes
from ..browser import chromium, launch, new_page, use
from ..client import Visitor
from ..contenders import ALL, JOIN
from ..report import Table
from ..runs import Plan, Running, noting, serving_all, tell
from ..servers import Server

FEW, MANY = 4, 10
ABOUT = f"""\
PSS of the server's process tree with {FEW} and with {MANY} open pages, each once it is quiet,
in MB (10⁶ bytes), and the slope between them. Pages of Voilà are opened by its protocol, those
of the others in one Chromium; each is connected and has its form. *Merged*: Linux has been told to
keep equal memory once (KSM), and is done with it; kernels of ours agree to that, no other's do.
Measured where the user of this benchmark may switch it on."""

COLUMNS = {"few": f"{FEW} pages", "many": f"{MANY} pages", "slope": "MB per open page"}
Opener = Callable[[], Awaitable[object]]
Settling = Callable[[Server], Awaitable[None]]


async def measure(plan: Plan) -> Table:  # noqa: ARG001  memory does not vary: once is enough
    table = Table("memory", "Memory", ABOUT, COLUMNS)
    for contender in ALL:
        tell(f"memory: {contender.name}")
        async with serving_all([contender], table) as running:
            for each in running:
                with noting(table, contender.name):
                    table.rows[contender.name] = await _slope(each, _quiet)
    if merging.can_switch():
        name = merging.row(JOIN.name)
        tell(f"memory: {name}")
        with merging.switched_on():
            async with serving_all([JOIN], table) as running:
                for each in running:
                    with noting(table, name):
                        table.rows[name] = await _slope(each, _merged)
    return table


async def _slope(running: Running, settle: Settling) -> dict[str, float]:
    opening = _by_protocol if running.contender.is_voila else _in_a_browser
    async with opening(running.server, running.path) as open_one:
        few = await _memory_with(open_one, FEW, running.server, settle)
        many = await _memory_with(open_one, MANY - FEW, running.server, settle)
    return {"few": few, "many": many, "slope": (many - few) / (MANY - FEW)}


async def _memory_with(open_one: Opener, more: int, server: Server, settle: Settling) -> float:
    """PSS with so many pages more; opened a few at a time, for the order does not matter."""
    for start in range(0, more, FEW):
        await asyncio.gather(*(open_one() for _ in range(start, min(start + FEW, more))))
    await settle(server)
    return processes.memory_mb(server.pid)


async def _quiet(server: Server) -> None:
    await processes.quiet(server.pid, seconds=1, patience=6)


async def _merged(server: Server) -> None:
    await _quiet(server)
    await merging.merged()


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
