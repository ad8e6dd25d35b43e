"""One visitor at a time, with nothing cached: how long, how much, at what cost."""

from __future__ import annotations

from playwright.async_api import Playwright

from .. import processes
from ..browser import Visit, Waits, chromium, visit
from ..contenders import ALL, JOIN, NICEGUI, OURS, STOCK
from ..proxy import slow_line
from ..report import Table, median
from ..runs import Plan, Running, noting, serving_all, tell

ABOUT = """\
A new Chromium for each visit, on the same machine as the server; the visits of all go in turns,
and each starts once all servers are quiet. *Visits*: their number; the times are medians.
*Heading*: its words are visible. *Usable*: the answer to a press on Save is on the screen, pressed
as soon as it is there (and every 200 ms until answered). On our join page Save is “finished with
this step”; its time adds up the wait for the form on which people agree (*agree*) and the wait from
there to a first saved answer on the walk. *Bytes*: all that came over the wire in a first visit,
headers and websocket included, as counted by a proxy. *Requests*: over the network, websockets
included. *CPU*: of the whole process tree, until it is quiet again. *Save*: from the press to its
answer on the screen."""

COLUMNS = {
    "heading": "heading, ms",
    "agree": "agree, ms",
    "usable": "usable, ms",
    "requests": "requests",
    "kb": "kB received",
    "server_cpu": "server CPU-s",
    "browser_cpu": "browser CPU-s",
    "save": "save, ms",
    "visits": "visits",
}


#: Those whose time a target is about are visited most often.
COMPARED = (JOIN, OURS, STOCK, NICEGUI)


async def measure(plan: Plan) -> Table:
    """Medians of several visits, after one that counts bytes and warms the server up."""
    table = Table("visits", "One visitor", ABOUT, COLUMNS)
    seen: dict[str, list[Visit]] = {}
    sizes: dict[str, float] = {}
    async with chromium() as playwright, serving_all(ALL, table) as running:
        for each in running:
            with noting(table, each.contender.name):
                sizes[each.contender.name] = await _received_kb(playwright, each)
        working = [each for each in running if each.contender.name in sizes]
        for turn in range(plan.visits):
            tell(f"one visitor, turn {turn + 1} of {plan.visits}")
            for each in working:
                if turn >= plan.other_visits and each.contender not in COMPARED:
                    continue
                with noting(table, each.contender.name):
                    await processes.quiet(*(other.server.pid for other in running))
                    one = await _visit(playwright, each, plan)
                    seen.setdefault(each.contender.name, []).append(one)
    for name, visits in seen.items():
        table.rows[name] = {**_summary(visits), "kb": sizes[name]}
    table.notes += [
        f"requests of {each.name}: {', '.join(seen[each.name][0].requests)}"
        for each in (JOIN, OURS)
        if each.name in seen
    ]
    return table


async def _visit(playwright: Playwright, running: Running, plan: Plan) -> Visit:
    server = running.server
    url = server.address + running.path
    return await visit(playwright, url, server=server.pid, saves=plan.saves)


def _summary(visits: list[Visit]) -> dict[str, float]:
    return {
        **{name: median(getattr(each.waits, name) for each in visits) for name in Waits._fields},
        "requests": median(len(each.requests) for each in visits),
        "server_cpu": median(each.server_cpu for each in visits),
        "browser_cpu": median(each.browser_cpu for each in visits),
        "save": median(save for each in visits for save in each.saves),
        "visits": len(visits),
    }


async def _received_kb(playwright: Playwright, running: Running) -> float:
    """What a first visit receives, through a proxy that only counts."""
    tell(f"first visit: {running.contender.name}")
    server = running.server
    async with slow_line(server.port, round_trip=0, rate=float("inf")) as line:
        await visit(playwright, line.address + running.path, server=server.pid)
        return line.down.carried / 1000
