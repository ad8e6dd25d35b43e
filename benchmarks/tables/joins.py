"""A full room joins at the same moment; then it sits still."""

from __future__ import annotations

import asyncio
import math
import time
from dataclasses import replace

from .. import processes
from ..client import Page, PageFailed, Visitor
from ..contenders import JOIN, NICEGUI, OURS, PANEL, POOL, STOCK
from ..report import Table, median, p95
from ..runs import Plan, Running, noting, serving_all, tell

ABOUT = """\
{joins} visitors at the same moment, played by their protocol, so that no browser takes the
server's processors. A page is ready when its last byte is here, its websocket is open and the
states of its widgets are known; on our join page this begins with sending the form (POST).
There all have opened the form before, as one must to send it, and the server is quiet again:
it has prepared a kernel for each, whose CPU is not in the rush. Files that browsers keep (styles,
modules, JupyterLab) are not in it: ours come with the form. *Nobody at the door before*:
the same without that, so that all is made in the rush.
*Alone*: one visitor before the rush. *Never*: a page was answered with an error, or not within
two minutes. Of Panel and NiceGUI only the page itself is fetched, which makes their form on the
server; what their websockets do is not in it. Streamlit and Solara answer the page with an
empty shell and do all work over a protocol of their own, so they are left out. *Idle*: CPU of
the server with {idle_pages} connected pages, in percent of one core, over {idle_seconds:.0f} s."""

COLUMNS = {
    "alone": "alone, s",
    "first": "first, s",
    "median": "median, s",
    "p95": "p95, s",
    "last": "last, s",
    "server_cpu": "server CPU-s",
    "idle": "idle, % of a core",
}
#: Our join page, when all send its form without having read it.
UNANNOUNCED = replace(JOIN, name="our join page, nobody at the door before")
CONTENDERS = (JOIN, UNANNOUNCED, OURS, STOCK, POOL, PANEL, NICEGUI)
IDLE = (JOIN, OURS, STOCK)


async def measure(plan: Plan) -> Table:
    """One rush for each; a rush is itself an average over many visitors."""
    about = ABOUT.format(**vars(plan))
    table = Table("joins", f"{plan.joins} joins at once", about, COLUMNS)
    for contender in CONTENDERS:
        tell(f"joins at once: {contender.name}")
        async with serving_all([contender], table) as running:
            for each in running:
                with noting(table, contender.name):
                    table.rows[contender.name] = await _rush(plan, each)
    return table


async def _rush(plan: Plan, running: Running) -> dict[str, float]:
    pages: list[Page] = []
    pid = running.server.pid
    await _arrive(running, pages)  # warms the server up
    await processes.quiet(pid)
    alone = await _arrive(running, pages)
    await processes.quiet(pid)
    if running.contender is JOIN:
        await _look_at_the_form(running, plan.joins)
    before = processes.cpu_seconds(pid)
    times = await asyncio.gather(*(_arrive_or_never(running, pages) for _ in range(plan.joins)))
    figures = {
        "alone": alone,
        "first": min(times),
        "median": median(times),
        "p95": p95(times),
        "last": max(times),
        "server_cpu": processes.cpu_seconds(pid) - before,
    }
    if running.contender in IDLE:
        more = plan.idle_pages - len(pages)
        await asyncio.gather(*(_arrive(running, pages) for _ in range(more)))
        figures["idle"] = await idle_share(pid, plan.idle_seconds)
    for page in pages:
        await page.close()
    return figures


async def _look_at_the_form(running: Running, people: int) -> None:
    """All have the join page before them; returns once the server has nothing to do any more."""
    for _ in range(people):
        await Visitor(running.server.address).get(running.path)
    await processes.quiet(running.server.pid, seconds=1, patience=30)


async def _arrive_or_never(running: Running, pages: list[Page]) -> float:
    """One visitor in the rush: a page that fails, or takes two minutes, is never ready."""
    try:
        return await _arrive(running, pages)
    except PageFailed as error:
        tell(f"a page did not come up: {error}")
        return math.inf


async def _arrive(running: Running, pages: list[Page]) -> float:
    """One visitor comes in; returns the seconds until the page was ready."""
    visitor = Visitor(running.server.address)
    start = time.perf_counter()
    if running.contender.is_voila:
        pages.append(await visitor.enter(running.path))
    else:
        reply = await visitor.get(running.path)
        if reply.status != 200:
            raise PageFailed(f"answered with {reply.status}")
    return time.perf_counter() - start


async def idle_share(pid: int, seconds: float) -> float:
    """CPU of a process tree that nobody uses, in percent of one core."""
    await processes.quiet(pid, seconds=1)
    before, start = processes.cpu_seconds(pid), time.perf_counter()
    await asyncio.sleep(seconds)
    used = processes.cpu_seconds(pid) - before
    return 100 * used / (time.perf_counter() - start)
