"""One run: people write, faults come at moments that the seed decides, and the record is judged."""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

from lhs_widgets.store import Store
from lhs_widgets.workshop import Kind

from ..contenders import STEP
from ..people import Facilitator
from ..servers import REPOSITORY
from .house import House
from .judging import Verdict, Written, judge
from .kinds import FAULTS, Scene, possible
from .line import Line
from .writer import Writer

_LONGEST_PAUSE = 1.5
_MOST_TO_RECOVER = 180.0


@dataclass(frozen=True)
class Plan:
    """What happens; ``only`` names the kinds of fault, all that are possible if it is empty.

    A ``calm`` run lets people recover from each fault before the next one comes; ``pace`` is what
    the duration of each fault and pause is multiplied with.
    """

    seed: int
    faults: int = 200
    people: int = 30
    lines: int = 6
    only: tuple[str, ...] = ()
    calm: bool = False
    pace: float = 1.0


@dataclass
class Outcome:
    """What came of a run."""

    kinds: list[str]
    #: Seconds from the end of each fault until all that was written before is confirmed, by kind.
    recoveries: dict[str, list[float]] = field(default_factory=dict)
    #: Faults from which not everybody had recovered three minutes after the last one.
    stuck: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    starts: int = 0
    renewals: int = 0
    last_words: list[str] = field(default_factory=list)
    verdict: Verdict | None = None
    is_sound: bool = False
    seconds: float = 0.0

    @property
    def is_good(self) -> bool:
        good = self.verdict is not None and self.verdict.is_good
        return good and self.is_sound and not self.stuck and not self.refused


async def run(plan: Plan, folder: Path, tell: Callable[[str], None]) -> Outcome:
    """Let the faults happen, then compare what people were told with the record."""
    chance = random.Random(plan.seed)
    start = time.monotonic()
    async with House(folder) as house, AsyncExitStack() as stack:
        await house.answers()
        code = await _open_workshop(house)
        lines = [await stack.enter_async_context(Line(house.port)) for _ in range(plan.lines)]
        people = await _gather(plan, lines, code)
        outcome = Outcome(_choose(plan, house, chance))
        async with _at_work(people):
            await _happen(outcome, plan, people, Scene(house, lines, chance, plan.pace), tell)
        outcome.starts, outcome.last_words = house.starts, house.last_words
        house.end()
        outcome.is_sound = _is_sound(house.data)
        outcome.verdict = _judge(house.data, code, people)
    outcome.renewals = sum(person.renewals for person in people)
    outcome.refused = [said for person in people for said in person.outbox.refused]
    outcome.seconds = time.monotonic() - start
    return outcome


def _choose(plan: Plan, house: House, chance: random.Random) -> list[str]:
    """As many faults of each kind as of any other, in an order that the seed decides."""
    kinds = list(plan.only) or possible(house)
    chosen = [kinds[place % len(kinds)] for place in range(plan.faults)]
    chance.shuffle(chosen)
    return chosen


async def _open_workshop(house: House) -> str:
    """A workshop at a step where people write."""
    command = [
        *(sys.executable, "-m", "lhs_widgets", "new", "--json", "--deck", "roadmap"),
        *("--title", "A workshop that goes wrong", "--data", str(house.data)),
    ]
    done = await asyncio.to_thread(
        subprocess.run, command, capture_output=True, text=True, cwd=REPOSITORY, check=True
    )
    opened = json.loads(done.stdout)
    facilitator = await Facilitator.open(opened["facilitate_url"])
    await facilitator.move(STEP)
    console = facilitator.console.state
    await facilitator.page.until(lambda: console["live"]["current"] == STEP, "the first move")
    await facilitator.close()
    return str(opened["code"])


async def _gather(plan: Plan, lines: list[Line], code: str) -> list[Writer]:
    def coming(number: int) -> asyncio.Task[Writer]:
        chance = random.Random(f"{plan.seed} {number}")
        address = lines[number % len(lines)].address
        return asyncio.create_task(Writer.join(address, code, f"person-{number}", chance))

    return await asyncio.gather(*(coming(number) for number in range(plan.people)))


@asynccontextmanager
async def _at_work(people: list[Writer]) -> AsyncIterator[None]:
    """All have a page open and write; what ends one of them unforeseen ends the run."""
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(each.stay()) for each in people]
        await _confirmed(people)
        tasks += [group.create_task(each.write_on()) for each in people]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()


async def _confirmed(people: list[Writer]) -> None:
    """All write something; returns once it, and all of before, is called saved."""
    for person in people:
        person.write()
    open_changes = [person.outbox.changes_now() for person in people]
    while any(not change.is_settled for changes in open_changes for change in changes):
        await asyncio.sleep(0.05)


async def _happen(
    outcome: Outcome,
    plan: Plan,
    people: list[Writer],
    scene: Scene,
    tell: Callable[[str], None],
) -> None:
    recovering: list[asyncio.Task[None]] = []
    for number, kind in enumerate(outcome.kinds, 1):
        tell(f"{number:3} {kind}")
        async with FAULTS[kind](scene):
            pass
        recovering.append(asyncio.create_task(_recover(outcome, people, kind, tell)))
        if plan.calm:
            await asyncio.wait(recovering, timeout=_MOST_TO_RECOVER)
        await asyncio.sleep(plan.pace * scene.chance.uniform(0, _LONGEST_PAUSE))
    await asyncio.wait(recovering, timeout=_MOST_TO_RECOVER)
    for task, kind in zip(recovering, outcome.kinds, strict=True):
        if not task.done():
            task.cancel()
            outcome.stuck.append(kind)


async def _recover(
    outcome: Outcome, people: list[Writer], kind: str, tell: Callable[[str], None]
) -> None:
    start = time.monotonic()
    await _confirmed(people)
    outcome.recoveries.setdefault(kind, []).append(time.monotonic() - start)
    tell(f"    {kind}: {time.monotonic() - start:.1f} s")


def _judge(data: Path, code: str, people: list[Writer]) -> Verdict:
    with Store(data) as store:
        record = store.record(code)
        written = [
            Written(event.id, event.seq, event.body["id"], event.body["text"])
            for event in record.events()
            if event.kind is Kind.CONTRIBUTED
        ]
        final = {id_: answer.contribution.text for id_, answer in record.state().answers.items()}
    return judge([person.outbox.sent for person in people], written, final)


def _is_sound(data: Path) -> bool:
    """Whether SQLite finds the database as it should be."""
    with closing(sqlite3.connect(data / "saved" / "store.sqlite")) as database:
        return bool(database.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
