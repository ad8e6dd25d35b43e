"""What may go wrong. Each kind is a context: it begins, people go on writing, it ends."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import signal
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from .house import House, kill
from .line import Line


@dataclass(frozen=True)
class Scene:
    """Where it happens, and the chance that decides how."""

    house: House
    lines: list[Line]
    chance: random.Random
    #: What each duration is multiplied with.
    pace: float = 1.0

    def some_lines(self) -> list[Line]:
        return self.chance.sample(self.lines, self.chance.randint(1, len(self.lines)))

    def some(self, processes: list[int]) -> list[int]:
        count = self.chance.randint(1, len(processes)) if processes else 0
        return self.chance.sample(sorted(processes), count)

    async def while_it_lasts(self, shortest: float = 0.3, longest: float = 2.5) -> None:
        await asyncio.sleep(self.pace * self.chance.uniform(shortest, longest))


Fault = Callable[[Scene], AbstractAsyncContextManager[None]]


@asynccontextmanager
async def kernels_killed(scene: Scene) -> AsyncIterator[None]:
    kill(scene.some(scene.house.kernels()))
    yield


@asynccontextmanager
async def template_killed(scene: Scene) -> AsyncIterator[None]:
    kill(scene.house.template())
    yield


@asynccontextmanager
async def template_and_kernels_killed(scene: Scene) -> AsyncIterator[None]:
    kill(scene.house.template() + scene.house.kernels())
    yield


@asynccontextmanager
async def server_killed(scene: Scene) -> AsyncIterator[None]:
    if scene.house.server:
        kill([scene.house.server.pid])
    yield


@asynccontextmanager
async def tree_killed(scene: Scene) -> AsyncIterator[None]:
    kill(scene.house.processes())
    yield


@asynccontextmanager
async def disk_full(scene: Scene) -> AsyncIterator[None]:
    """A file takes all the room there is, but for a few pages at most."""
    ballast = scene.house.data / "ballast"
    free = os.statvfs(scene.house.data)
    size = free.f_bavail * free.f_frsize - scene.chance.choice([0, 0, 4096, 32768])
    descriptor = os.open(ballast, os.O_CREAT | os.O_WRONLY)
    try:
        with contextlib.suppress(OSError):  # someone took the room first: it is full all the same
            os.posix_fallocate(descriptor, 0, max(size, 1))
        yield
        await scene.while_it_lasts()
    finally:
        os.close(descriptor)
        ballast.unlink()


@asynccontextmanager
async def writes_fail(scene: Scene) -> AsyncIterator[None]:
    """No file may grow beyond a size (RLIMIT_FSIZE): none at all, or the log as it is now."""
    log = scene.house.data / "saved" / "store.sqlite-wal"
    size = scene.chance.choice([0, 4096, log.stat().st_size if log.exists() else 0])
    scene.house.limit_files(size)
    try:
        yield
        await scene.while_it_lasts()
    finally:
        for _ in range(2):  # a kernel that was being forked has the limit of before
            scene.house.limit_files(-1)
            await asyncio.sleep(0.1)


@asynccontextmanager
async def database_locked(scene: Scene) -> AsyncIterator[None]:
    """Another program holds the write lock; in one of five for longer than a save waits (10 s)."""
    how = scene.chance.choice(["IMMEDIATE", "EXCLUSIVE"])
    seconds = scene.chance.uniform(10.5, 12) if scene.chance.random() < 0.2 else 2.0
    with contextlib.closing(_connect(scene.house.data)) as other:
        await asyncio.to_thread(other.execute, f"BEGIN {how}")
        yield
        await scene.while_it_lasts(seconds / 2, seconds)
        other.execute("ROLLBACK")


def _connect(data: Path) -> sqlite3.Connection:
    file = data / "saved" / "store.sqlite"
    return sqlite3.connect(file, timeout=30, isolation_level=None, check_same_thread=False)


def _cut(*, there: bool, back: bool) -> Fault:
    @asynccontextmanager
    async def fault(scene: Scene) -> AsyncIterator[None]:
        lines = scene.some_lines()
        for line in lines:
            line.cut(there=there, back=back)
        yield
        await scene.while_it_lasts(0.5, 4)
        for line in lines:
            line.mend()

    return fault


@asynccontextmanager
async def line_slow(scene: Scene) -> AsyncIterator[None]:
    lines = scene.some_lines()
    for line in lines:
        line.slow_down(scene.chance.uniform(0.1, 1), scene.chance.uniform(0.1, 1))
    yield
    await scene.while_it_lasts(1, 3)
    for line in lines:
        line.mend()


@asynccontextmanager
async def connections_ended(scene: Scene) -> AsyncIterator[None]:
    """At the phones' side, at the server's, or at both."""
    at_phones, at_server = scene.chance.choice([(True, False), (False, True), (True, True)])
    for line in scene.some_lines():
        line.end_connections(at_phones=at_phones, at_server=at_server)
    yield


@asynccontextmanager
async def networks_changed(scene: Scene) -> AsyncIterator[None]:
    """Phones go on over a new network; what was under way in the old one arrives late."""
    lines = scene.some_lines()
    for line in lines:
        line.change_networks()
        line.end_connections(at_phones=True, at_server=False)
    yield
    await scene.while_it_lasts(0.5, 4)
    for line in lines:
        line.deliver_late()


def _stopped(which: Callable[[Scene], list[int]]) -> Fault:
    @asynccontextmanager
    async def fault(scene: Scene) -> AsyncIterator[None]:
        processes = which(scene)
        kill(processes, signal.SIGSTOP)
        try:
            yield
            await scene.while_it_lasts(0.3, 3)
        finally:
            kill(processes, signal.SIGCONT)

    return fault


@asynccontextmanager
async def clock_stopped(scene: Scene) -> AsyncIterator[None]:
    """The server's clock shows one moment all the time."""
    scene.house.set_clock(stands_at=int(time.time()))
    try:
        yield
        await scene.while_it_lasts(1.5, 3)
    finally:
        scene.house.set_clock()


@asynccontextmanager
async def clock_moved_back(scene: Scene) -> AsyncIterator[None]:
    """By a second to a day, and later forward again."""
    scene.house.set_clock(-scene.chance.choice([1, 60, 3600, 86400]))
    try:
        yield
        await scene.while_it_lasts(1.5, 3)
    finally:
        scene.house.set_clock()


#: Every kind by its name in the table.
FAULTS: dict[str, Fault] = {
    "kernels killed": kernels_killed,
    "template process killed": template_killed,
    "template and all kernels killed": template_and_kernels_killed,
    "server killed": server_killed,
    "whole tree killed": tree_killed,
    "disk full": disk_full,
    "writes fail": writes_fail,
    "database locked": database_locked,
    "line cut, both directions": _cut(there=True, back=True),
    "line cut, phone to server": _cut(there=True, back=False),
    "line cut, server to phone": _cut(there=False, back=True),
    "line slow": line_slow,
    "connections ended": connections_ended,
    "network changed": networks_changed,
    "kernels stopped": _stopped(lambda scene: scene.some(scene.house.kernels())),
    "template process stopped": _stopped(lambda scene: scene.house.template()),
    "everything stopped": _stopped(lambda scene: scene.house.processes()),
    "clock stopped": clock_stopped,
    "clock moved back": clock_moved_back,
}


def possible(house: House) -> list[str]:
    """The kinds that this machine allows."""
    return [
        name
        for name in FAULTS
        if (house.has_disk or name != "disk full")
        and (house.has_clock or not name.startswith("clock"))
    ]
