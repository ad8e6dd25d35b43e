"""A live session: how soon everybody sees what the facilitator does, and the other way."""

from __future__ import annotations

import asyncio
import itertools
import time

from .. import processes
from ..contenders import JOIN, STEP
from ..people import Facilitator, Participant
from ..report import Table, median, p95
from ..runs import Plan, noting, serving_all, tell
from ..servers import Server
from ..walks import Walk, open_walk
from .joins import idle_share

_ROUND = ("p2d-roles", "p2d-challenges", STEP)

ABOUT = """\
{people} participants and a facilitator on our server, all played by their protocol: each
participant has joined by the form and follows the group as the page does. *Move*: from the
facilitator's “move everyone” until the last page has the step. *Saved*: from sending an answer
until it is confirmed as saved. *Counted*: until the facilitator's console shows it. *Idle*: CPU
of the whole server with all pages connected, in percent of one core, over {idle_seconds:.0f} s."""

COLUMNS = {"median": "median", "p95": "p95", "times": "times"}


async def measure(plan: Plan) -> Table:
    """Several moves and as many answers, in one workshop."""
    title = f"A live session with {plan.people} participants"
    table = Table("live", title, ABOUT.format(**vars(plan)), COLUMNS)
    tell("a live session")
    async with serving_all([JOIN], table) as running:
        for each in running:
            with noting(table, "the session"):
                await _session(plan, each.server, table)
    return table


async def _session(plan: Plan, server: Server, table: Table) -> None:
    walk = await open_walk(server)
    people = await _gather_people(plan, server, walk)
    facilitator = await Facilitator.open(walk.facilitate_url)
    steps = itertools.islice(itertools.cycle(_ROUND), plan.moves - plan.moves % -len(_ROUND))
    moves = [await _move(facilitator, people, step, server) for step in steps]
    saves = [
        await _save(facilitator, people[number % len(people)], number, server)
        for number in range(plan.moves)
    ]
    table.rows["move, s"] = _spread(moves)
    table.rows["saved, s"] = _spread([saved for saved, _ in saves])
    table.rows["counted, s"] = _spread([counted for _, counted in saves])
    table.rows["idle, % of a core"] = {"median": await idle_share(server.pid, plan.idle_seconds)}
    await asyncio.gather(facilitator.close(), *(person.close() for person in people))


async def _gather_people(plan: Plan, server: Server, walk: Walk) -> list[Participant]:
    """Everyone joins, a few at a time."""
    people: list[Participant] = []
    while len(people) < plan.people:
        some = range(min(5, plan.people - len(people)))
        coming = (Participant.join(server.address, walk.code) for _ in some)
        people += await asyncio.gather(*coming)
    return people


async def _move(
    facilitator: Facilitator, people: list[Participant], step: str, server: Server
) -> float:
    """Seconds until the last page has the step."""
    await processes.quiet(server.pid, patience=5)
    start = time.perf_counter()
    await facilitator.move(step)
    await asyncio.gather(*(person.arrive(step) for person in people))
    return time.perf_counter() - start


async def _save(
    facilitator: Facilitator, person: Participant, number: int, server: Server
) -> tuple[float, float]:
    """Seconds until an answer is confirmed, and until the console counts it."""
    await processes.quiet(server.pid, patience=5)
    counting = asyncio.create_task(facilitator.count(number + 1))
    start = time.perf_counter()
    await person.save("WinningConditions", STEP, f"Someone explains form {number}")
    saved = time.perf_counter() - start
    await counting
    return saved, time.perf_counter() - start


def _spread(values: list[float]) -> dict[str, float]:
    return {"median": median(values), "p95": p95(values), "times": len(values)}
