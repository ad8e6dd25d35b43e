"""One visitor on a slow phone and a slow line."""

from __future__ import annotations

import asyncio

from playwright.async_api import Playwright

from .. import processes
from ..browser import Visit, chromium, visit
from ..contenders import JOIN, NICEGUI, OURS, PANEL, SOLARA, STOCK, STREAMLIT
from ..proxy import slow_line
from ..report import Table, median
from ..runs import Plan, Running, noting, serving_all, tell

SLOWDOWN = 4
#: These are quick enough here to be measured in turns.
IN_TURNS = (JOIN, OURS)
#: This is visited once, by itself.
ONCE = (NICEGUI,)
#: These take a minute or more, nearly all of it waiting for the line: once, all at the same time.
TOGETHER = (STOCK, STREAMLIT, PANEL, SOLARA)

ABOUT = """\
The same visit with the page's processor 4 times slower, over a TCP proxy that delays every byte
(400 ms there and back, 50 kB/s each way, a round trip more for each new connection). Stock Voilà,
Streamlit, Panel and Solara are visited at the same time, each over a line of its own. The
preheated pool is left out: it saves a second of what takes stock Voilà more than a minute here."""

COLUMNS = {"heading": "heading, s", "usable": "usable, s", "visits": "visits"}


async def measure(plan: Plan) -> Table:
    """Medians; most are visited once, for a visit can take a minute and a half."""
    table = Table("phone", "One visitor on a slow phone", ABOUT, COLUMNS)
    wanted = IN_TURNS if plan.only_ours_on_the_phone else (*IN_TURNS, *ONCE, *TOGETHER)
    seen: dict[str, list[Visit]] = {}

    async def visit_one(running: Running) -> None:
        name = running.contender.name
        tell(f"slow phone: {name}")
        with noting(table, name):
            seen.setdefault(name, []).append(await _visit(playwright, running))

    async with chromium() as playwright, serving_all(wanted, table) as running:
        for turn in range(plan.phone_visits):
            for each in running:
                if each.contender in IN_TURNS or (each.contender in ONCE and not turn):
                    await processes.quiet(*(other.server.pid for other in running))
                    await visit_one(each)
        await asyncio.gather(*(visit_one(each) for each in running if each.contender in TOGETHER))
    for name, visits in seen.items():
        table.rows[name] = _summary(visits)
    return table


def _summary(visits: list[Visit]) -> dict[str, float]:
    return {
        "heading": median(each.waits.heading / 1000 for each in visits),
        "usable": median(each.waits.usable / 1000 for each in visits),
        "visits": len(visits),
    }


async def _visit(playwright: Playwright, running: Running) -> Visit:
    server = running.server
    async with slow_line(server.port) as line:
        url = line.address + running.path
        return await visit(playwright, url, server=server.pid, slowdown=SLOWDOWN)
