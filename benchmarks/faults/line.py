"""A network line that can be cut, in one direction or both, slowed down, and left for another.

While a direction is cut, its bytes stay where they are; they arrive when it is mended.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field
from typing import Self


def _open_gate() -> asyncio.Event:
    gate = asyncio.Event()
    gate.set()
    return gate


@dataclass
class _Way:
    """One direction of the connections made over one network."""

    gate: asyncio.Event = field(default_factory=_open_gate)
    delay: float = 0.0


@dataclass
class _Network:
    there: _Way = field(default_factory=_Way)
    back: _Way = field(default_factory=_Way)
    phones: set[asyncio.StreamWriter] = field(default_factory=set)
    servers: set[asyncio.StreamWriter] = field(default_factory=set)


class Line:
    """Forwards TCP connections to a port of this machine. Use it in an ``async with`` block."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._network = _Network()
        self._left: list[_Network] = []
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._listener = await asyncio.start_server(self._connect, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{self._listener.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._listener.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def cut(self, *, there: bool = True, back: bool = True) -> None:
        """Hold what phones say, what they are told, or both."""
        for way, is_cut in ((self._network.there, there), (self._network.back, back)):
            if is_cut:
                way.gate.clear()

    def slow_down(self, there: float, back: float) -> None:
        """Let each piece of data wait, in seconds."""
        self._network.there.delay, self._network.back.delay = there, back

    def mend(self) -> None:
        self.slow_down(0, 0)
        self._network.there.gate.set()
        self._network.back.gate.set()

    def end_connections(self, *, at_phones: bool, at_server: bool) -> None:
        """End them at one side or both; the other side is not told while the line is cut."""
        phones, servers = self._network.phones, self._network.servers
        for writer in [*(phones if at_phones else ()), *(servers if at_server else ())]:
            writer.transport.abort()

    def change_networks(self) -> None:
        """New connections pass; those of before are silent, and neither side is told."""
        self.cut()
        self._left.append(self._network)
        self._network = _Network()

    def deliver_late(self) -> None:
        """What was under way in the networks of before arrives after all."""
        for network in self._left:
            network.there.gate.set()
            network.back.gate.set()
        self._left.clear()

    async def _connect(self, near: asyncio.StreamReader, phone: asyncio.StreamWriter) -> None:
        task, network = asyncio.current_task(), self._network
        assert task
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        with contextlib.suppress(OSError, asyncio.CancelledError), contextlib.closing(phone):
            await network.there.gate.wait()
            far, server = await asyncio.open_connection("127.0.0.1", self._target)
            with contextlib.closing(server):
                network.phones.add(phone)
                network.servers.add(server)
                there = _pump(near, server, network.there)
                await asyncio.gather(there, _pump(far, phone, network.back))
            network.phones.discard(phone)
            network.servers.discard(server)


async def _pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter, way: _Way) -> None:
    """Carry one direction to its end, which is news too."""
    data = b"-"
    with contextlib.suppress(OSError):
        while data:
            try:
                data = await source.read(65536)
            except OSError:
                data = b""
            if way.delay:
                await asyncio.sleep(way.delay)
            await way.gate.wait()
            sink.write(data)
            await sink.drain()
    sink.close()
