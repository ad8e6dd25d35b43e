"""One run: all join, then they work through steps together until the time is over."""

from __future__ import annotations

import asyncio
import os
import random
import time
import uuid
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from .. import processes
from ..client import PageFailed
from ..people import Facilitator
from ..runs import tell
from ..servers import Server
from ..walks import open_walk
from .crowd import Guest, Newcomer, join
from .serve import SHORT

#: The steps of a round, with the widget on which people write there.
STEPS = {
    "p2d-conditions": "WinningConditions",
    "p2d-challenges": "Challenges",
    "d2k-conditions": "WinningConditions",
    "d2k-challenges": "Challenges",
    "k2p-conditions": "WinningConditions",
    "k2p-challenges": "Challenges",
}
_JOIN_EVERY = 0.2  # seconds between two people at the door
_WRITING = 45.0  # seconds in which people write at a step
_PAUSE = (8.0, 16.0)  # seconds between two versions of one person
_NEWCOMERS = 20


@dataclass(frozen=True)
class Plan:
    """How many, for how long, and the seed of who does what when."""

    participants: int = 300
    minutes: float = 10
    seed: int = 1


@dataclass
class Figures:
    """What was measured; times are in seconds."""

    joins: list[float] = field(default_factory=list)
    joining: float = 0.0
    saves: list[float] = field(default_factory=list)
    saves_while_full: list[float] = field(default_factory=list)
    votes: list[float] = field(default_factory=list)
    moves: list[float] = field(default_factory=list)
    reveals: list[float] = field(default_factory=list)
    ballots: list[float] = field(default_factory=list)
    results: list[float] = field(default_factory=list)
    #: Changes that were sent again after some seconds without an answer, as pages do.
    again: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    told_to_wait: int = 0
    came_in_after: int = 0
    memory: list[float] = field(default_factory=list)
    files: int = 0
    cpu_joining: float = 0.0
    cpu: float = 0.0
    held: float = 0.0
    loads: list[float] = field(default_factory=list)


class Room:
    """The server, who is in, and what was measured so far."""

    def __init__(self, plan: Plan, server: Server) -> None:
        self.plan = plan
        self.server = server
        self.figures = Figures()
        self.guests: list[Guest] = []
        self.chance = random.Random(plan.seed)

    async def run(self) -> Figures:
        """All of it."""
        walk = await open_walk(self.server)
        self.code = walk.code
        await self._gather()
        self.figures.memory.append(await asyncio.to_thread(processes.memory_mb, self.server.pid))
        self.figures.files = len(list(Path(f"/proc/{self.server.pid}/fd").iterdir()))
        self.facilitator = await Facilitator.open(walk.facilitate_url)
        start, cpu = time.monotonic(), processes.cpu_seconds(self.server.pid)
        self._end = start + 60 * self.plan.minutes
        watching = asyncio.create_task(self._watch())
        await self._hold()
        watching.cancel()
        self.figures.held = time.monotonic() - start
        confirmed = [*self.figures.saves, *self.figures.saves_while_full, *self.figures.votes]
        self.figures.again = sum(guest.sent for guest in self.guests) - len(confirmed)
        self.figures.cpu = processes.cpu_seconds(self.server.pid) - cpu
        self.figures.memory.append(await asyncio.to_thread(processes.memory_mb, self.server.pid))
        return self.figures

    async def _gather(self) -> None:
        """One after the other comes to the door, faster than they can be let in."""
        start, cpu = time.monotonic(), processes.cpu_seconds(self.server.pid)
        coming = []
        for _ in range(self.plan.participants):
            coming.append(asyncio.create_task(self._join()))
            await asyncio.sleep(_JOIN_EVERY)
        await asyncio.gather(*coming)
        self.figures.joining = time.monotonic() - start
        self.figures.cpu_joining = processes.cpu_seconds(self.server.pid) - cpu
        tell(f"{len(self.guests)} are in after {self.figures.joining:.0f} s")

    async def _join(self) -> None:
        try:
            guest, seconds = await join(self.server.address, self.code)
        except PageFailed as error:
            self._note(error)
            return
        self.guests.append(guest)
        self.figures.joins.append(seconds)

    async def _hold(self) -> None:
        """Step after step; while people write at the third, newcomers find the room full."""
        rounds = 0
        while time.monotonic() < self._end:
            step = list(STEPS)[rounds % len(STEPS)]
            tell(f"{step}, {self._end - time.monotonic():.0f} s to go")
            await self._at_step(step, is_full=rounds == 2)
            rounds += 1

    async def _at_step(self, step: str, *, is_full: bool) -> None:
        figures = self.figures
        figures.moves += await self._all_have(
            self.facilitator.move(step), lambda guest: guest.is_at(step)
        )
        writing = min(_WRITING, max(5.0, self._end - time.monotonic() - 30))
        saves = figures.saves_while_full if is_full else figures.saves
        newcomers = asyncio.create_task(self._overflow()) if is_full else None
        await self._everyone(self._write(guest, step, writing, saves) for guest in self.guests)
        if newcomers:
            await newcomers
        reveal = self._do("stage", step=step, stage="reveal")
        figures.reveals += await self._all_have(reveal, lambda guest: guest.is_shown(step))
        rate = self._do("stage", step=step, stage="rate")
        figures.ballots += await self._all_have(rate, lambda guest: guest.is_asked(step))
        await self._everyone(self._vote(guest, step) for guest in self.guests)
        count = self._do("count", step=step, stage="rate", counted=True)
        figures.results += await self._all_have(count, lambda guest: guest.has_results(step))

    async def _do(self, does: str, **more: object) -> None:
        message = {"type": "do", "does": does, **more}
        await self.facilitator.page.send(self.facilitator.console, message)

    async def _write(self, guest: Guest, step: str, seconds: float, saves: list[float]) -> None:
        end, answer = time.monotonic() + seconds, str(uuid.uuid4())
        await asyncio.sleep(self.chance.uniform(0, _PAUSE[1]))
        while time.monotonic() < end:
            text = f"What matters here, at {time.monotonic():.0f} s"
            saves.append(await guest.rewrite(STEPS[step], step, answer, text))
            await asyncio.sleep(self.chance.uniform(*_PAUSE))

    async def _vote(self, guest: Guest, step: str) -> None:
        await asyncio.sleep(self.chance.uniform(0, 10))
        self.figures.votes.append(await guest.vote(step, self.chance))

    async def _all_have(
        self, act: Awaitable[None], condition: Callable[[Guest], bool]
    ) -> list[float]:
        """The seconds from an act of the facilitator's until each page shows it."""
        start, times = time.perf_counter(), []

        async def arrive(guest: Guest) -> None:
            await guest.page.until(lambda: condition(guest), "what the facilitator did")
            times.append(time.perf_counter() - start)

        waiting = asyncio.create_task(self._everyone(arrive(guest) for guest in self.guests))
        await act
        await waiting
        return times

    async def _everyone(self, doing: Iterable[Awaitable[object]]) -> None:
        for result in await asyncio.gather(*doing, return_exceptions=True):
            if isinstance(result, Exception):
                self._note(result)

    def _note(self, error: Exception) -> None:
        self.figures.errors[str(error).partition(": ")[0][:80]] += 1

    async def _overflow(self) -> None:
        """Newcomers while memory is short, until half the writing is over; then there is room."""
        short = self.server.folder / SHORT
        short.touch()
        newcomers = [Newcomer(self.server.address, self.code) for _ in range(_NEWCOMERS)]
        coming = asyncio.create_task(self._everyone(each.come() for each in newcomers))
        await asyncio.sleep(_WRITING / 2)
        self.figures.told_to_wait = sum(each.was_told_to_wait for each in newcomers)
        in_early = sum(each.is_in for each in newcomers)
        short.unlink()
        await coming
        self.figures.came_in_after = sum(each.is_in for each in newcomers) - in_early

    async def _watch(self) -> None:
        while True:
            self.figures.loads.append(os.getloadavg()[0])
            await asyncio.sleep(10)
