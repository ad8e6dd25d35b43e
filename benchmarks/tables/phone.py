"""One visitor on a slow phone and a slow line."""

from __future__ import annotations

from playwright.async_api import Error, Playwright

from .. import processes
from ..browser import Visit, chromium, visit
from ..contenders import ALL, JOIN, NICEGUI, OURS, POOL
from ..proxy import slow_line
from ..report import Table, median
from ..runs import Plan, Running, serving_all, tell

SLOWDOWN = 4
#: These are quick enough here to be measured more than once.
REPEATED = (JOIN, OURS, NICEGUI)

ABOUT = """\
The same visit with the page's processor 4 times slower, over a TCP proxy that delays every byte
(400 ms there and back, 50 kB/s each way, a round trip more for each new connection). The
preheated pool is left out: it saves a second of what takes stock Voilà more than a minute here."""

COLUMNS = {"heading": "heading, s", "usable": "usable, s", "visits": "visits"}


async def measure(plan: Plan) -> Table:
    """Medians; most are visited once, for a visit can take a minute and a half."""
    table = Table("phone", "One visitor on a slow phone", ABOUT, COLUMNS)
    wanted = REPEATED if plan.only_ours_on_the_phone else [each for each in ALL if each != POOL]
    seen: dict[str, list[Visit]] = {}
    async with chromium() as playwright, serving_all(wanted, table) as running:
        for turn in range(plan.phone_visits):
            for each in running:
                if turn and each.contender not in REPEATED:
                    continue
                name = each.contender.name
                tell(f"slow phone, turn {turn + 1}: {name}")
                await processes.quiet(*(other.server.pid for other in running))
                try:
                    seen.setdefault(name, []).append(await _visit(playwright, each))
                except Error as error:
                    table.notes.append(f"{name} failed: {str(error).splitlines()[0]}")
    for name, visits in seen.items():
        table.rows[name] = {
            "heading": median(each.heading / 1000 for each in visits),
            "usable": median(each.usable / 1000 for each in visits),
            "visits": len(visits),
        }
    return table


async def _visit(playwright: Playwright, running: Running) -> Visit:
    server = running.server
    async with slow_line(server.port) as line:
        url = line.address + running.path
        return await visit(playwright, url, server=server.pid, slowdown=SLOWDOWN)
