"""One workshop at one, two and four servers that share a PostgreSQL database."""

from __future__ import annotations

import asyncio
import itertools
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from .. import processes
from ..contenders import STEP
from ..people import Facilitator, Participant
from ..postgresql import Cluster, cluster
from ..report import Table, median, p95
from ..runs import Plan, noting, tell
from ..servers import REPOSITORY, Server, serving
from ..walks import open_walk

_SERVERS = (1, 2, 4)
_MOVES = ("p2d-roles", "p2d-challenges", STEP)

ABOUT = """\
{people} participants of one workshop, spread evenly over servers on this machine, all played by
their protocol, without a proxy; PostgreSQL is on the same disk, with `fsync`. *Rush*: all send
the form at the same moment; until the last page is ready. *Saves*: each writes the next version
of an answer as soon as the one before is confirmed, for {saving:.0f} s; then how long one save
takes while all do so. *Calm*: one person saves, alone. *Move*: from the facilitator's “move
everyone” until a page at any server has the step. *CPU*: of all servers, and of the database, for
a join.

*The database alone*: processes that append to the record as a page does, without a page, for
{alone:.0f} s, each to a workshop of its own or all to one."""

COLUMNS = {
    "rush": "rush, last page, s",
    "cpu": "CPU-s for a join",
    "database": "of the database",
    "saves": "saves a second",
    "saved": "one of them, median, s",
    "saved_95": "p95",
    "calm": "calm, median, s",
    "move": "move, median, s",
    "move_95": "p95",
}

_WRITER = """
import sys, time
from lhs_widgets.store import Store
from lhs_widgets.workshop import Kind, Profile, Stamp, actions
url, code, person, end = sys.argv[1:]
with Store(url) as store:
    record, saved = store.record(code), 0
    print("ready", flush=True)
    sys.stdin.readline()
    end = time.monotonic() + float(end)
    stamp = Stamp("participant")
    while time.monotonic() < end:
        body = {"id": f"c-{person}", "text": f"What matters here {saved}", "language": "en"}
        record.append(stamp.event(Kind.CONTRIBUTED, body, participant=person, step="p2d-roles"))
        saved += 1
print(saved)
"""


async def measure(plan: Plan) -> Table:
    """The same workshop again and again, at more servers each time."""
    about = ABOUT.format(people=plan.people, saving=plan.saving, alone=plan.saving / 2)
    table = Table("replicas", "Several servers, one database", about, COLUMNS)
    with tempfile.TemporaryDirectory(prefix="lhs-replicas-") as made:
        folder = Path(made)
        tell("one server with SQLite")
        with noting(table, "SQLite, 1 server"):
            await _at_servers(plan, table, "SQLite, 1 server", [folder / "alone"], "{data}", None)
        with cluster() as database:
            for number in _SERVERS:
                name = f"PostgreSQL, {number} server{'s' if number > 1 else ''}"
                tell(name)
                places = [folder / f"{number}-{place}" for place in range(number)]
                with noting(table, name):
                    await _at_servers(plan, table, name, places, database.new_database(), database)
            for writers, workshops, who in (
                (1, 1, "1 writer"),
                (8, 1, "8 writers, 1 workshop"),
                (8, 8, "8 writers, 8 workshops"),
            ):
                name = f"the database alone, {who}"
                with noting(table, name):
                    saves = await asyncio.to_thread(
                        _alone, database, writers, workshops, plan.saving / 2
                    )
                    table.rows[name] = {"saves": saves}
    return table


async def _at_servers(
    plan: Plan,
    table: Table,
    name: str,
    places: Sequence[Path],
    location: str,
    database: Cluster | None,
) -> None:
    async with _serving(places, location) as servers:
        walk = await open_walk(servers[0], location.format(data=servers[0].folder))
        trees = [server.pid for server in servers]
        before = [sum(map(processes.cpu_seconds, trees)), _cpu(database)]
        start = time.perf_counter()
        turns = zip(range(plan.people), itertools.cycle(servers), strict=False)
        coming = (Participant.join(server.address, walk.code) for _, server in turns)
        people = await asyncio.gather(*coming)
        row = {"rush": time.perf_counter() - start}
        for pid in trees:
            await processes.quiet(pid, patience=10)
        row["cpu"] = (sum(map(processes.cpu_seconds, trees)) - before[0]) / plan.people
        row["database"] = (_cpu(database) - before[1]) / plan.people
        calm = [await _save(people[number]) for number in range(plan.moves)]
        saves = await _all_save(people, plan.saving)
        facilitator = await Facilitator.open(walk.facilitate_url)
        moves = [
            seconds
            for step in itertools.islice(itertools.cycle(_MOVES), plan.moves)
            for seconds in await _move(facilitator, people, step)
        ]
        table.rows[name] = row | {
            "saves": len(saves) / plan.saving,
            "saved": median(saves),
            "saved_95": p95(saves),
            "calm": median(calm),
            "move": median(moves),
            "move_95": p95(moves),
        }
        await asyncio.gather(facilitator.close(), *(person.close() for person in people))


@asynccontextmanager
async def _serving(places: Sequence[Path], location: str) -> AsyncIterator[list[Server]]:
    command = [sys.executable, "-m", "lhs_widgets", "serve", "--no-browser"]
    options = ["--port", "{port}", "--data", location]
    async with AsyncExitStack() as running:
        servers = []
        for place in places:
            place.mkdir()
            servers.append(await running.enter_async_context(serving([*command, *options], place)))
        yield servers


async def _save(person: Participant) -> float:
    start = time.perf_counter()
    await person.save("WinningConditions", STEP, "Someone explains the form")
    return time.perf_counter() - start


async def _all_save(people: Sequence[Participant], seconds: float) -> list[float]:
    """Everyone saves again as soon as it is confirmed; the seconds of each save."""
    times: list[float] = []
    end = time.perf_counter() + seconds

    async def go_on(person: Participant) -> None:
        while time.perf_counter() < end:
            times.append(await _save(person))

    await asyncio.gather(*(go_on(person) for person in people))
    return times


async def _move(facilitator: Facilitator, people: Sequence[Participant], step: str) -> list[float]:
    """Seconds until each page has the step."""
    start, times = time.perf_counter(), []

    async def arrive(person: Participant) -> None:
        await person.arrive(step)
        times.append(time.perf_counter() - start)

    await facilitator.move(step)
    await asyncio.gather(*map(arrive, people))
    return times


def _alone(database: Cluster, writers: int, workshops: int, seconds: float) -> float:
    """Events a second that processes without a page append."""
    from lhs_widgets.deck import deck_text
    from lhs_widgets.store import Store
    from lhs_widgets.workshop import Profile, Stamp, actions

    url = database.new_database()
    with Store(url) as store:
        records = [store.open_workshop(deck_text("roadmap"), "W", "f") for _ in range(workshops)]
        codes = []
        for writer in range(writers):
            record = records[writer % workshops]
            profile = Profile(language="en")
            joined = actions.join(record.state(), f"p-{writer}", profile, Stamp("participant"))
            record.admit(joined, None)
            codes.append(record.code)
    running = [
        subprocess.Popen(
            [sys.executable, "-c", _WRITER, url, code, f"p-{writer}", str(seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=REPOSITORY,
        )
        for writer, code in enumerate(codes)
    ]
    for each in running:
        assert each.stdout
        each.stdout.readline()
    for each in running:
        assert each.stdin
        each.stdin.write("go\n")
        each.stdin.flush()
    return sum(int(each.communicate()[0]) for each in running) / seconds


def _cpu(database: Cluster | None) -> float:
    return processes.cpu_seconds(database.pid) if database else 0.0
