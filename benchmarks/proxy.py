"""A slow line: a TCP proxy with a delay and a limited rate, in both directions.

DevTools' own throttling does not delay websocket frames; this delays every byte. All connections
share the line, as those of one phone do. A new connection first costs a round trip, as TCP's does.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

_CHUNK = 1460  # bytes: what a packet carries


@dataclass
class Line:
    """One direction of the line: when the bytes sent now will have arrived."""

    delay: float
    rate: float
    free_at: float = 0.0
    carried: int = 0

    def carry(self, size: int) -> tuple[float, float]:
        """The moments at which ``size`` bytes have left and have arrived."""
        self.carried += size
        now = asyncio.get_running_loop().time()
        self.free_at = max(now, self.free_at) + size / self.rate
        return self.free_at, self.free_at + self.delay


@dataclass(frozen=True)
class Proxy:
    """Where to connect, and both directions of the line behind it."""

    port: int
    up: Line
    down: Line

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextlib.asynccontextmanager
async def slow_line(
    port: int, *, round_trip: float = 0.4, rate: float = 50_000
) -> AsyncIterator[Proxy]:
    """Offer a local server over a line of ``rate`` bytes per second each way."""
    up, down = Line(round_trip / 2, rate), Line(round_trip / 2, rate)
    open_connections: set[asyncio.Task[None]] = set()

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        open_connections.add(task)
        task.add_done_callback(open_connections.discard)
        with contextlib.suppress(OSError, asyncio.CancelledError):
            await asyncio.sleep(round_trip)
            there, back = await asyncio.open_connection("127.0.0.1", port)
            with contextlib.closing(writer), contextlib.closing(back):
                await asyncio.gather(_pump(reader, back, up), _pump(there, writer, down))

    server = await asyncio.start_server(connect, "127.0.0.1", 0)
    try:
        yield Proxy(int(server.sockets[0].getsockname()[1]), up, down)
    finally:
        server.close()
        for task in set(open_connections):
            task.cancel()
        await asyncio.gather(*open_connections, return_exceptions=True)


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, line: Line) -> None:
    """Carry one connection's bytes one way, and then its end, which arrives as late."""
    arriving: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
    async with asyncio.TaskGroup() as both:
        both.create_task(_deliver(arriving, writer))
        data = b"-"
        while data:
            data = await _read(reader)
            left, arrives = line.carry(len(data))
            arriving.put_nowait((arrives, data))
            await _sleep_until(left)


async def _read(reader: asyncio.StreamReader) -> bytes:
    """The next bytes; b"" at the end, however it came."""
    try:
        return await reader.read(_CHUNK)
    except OSError:
        return b""


async def _deliver(
    arriving: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter
) -> None:
    with contextlib.suppress(OSError):
        while True:
            arrives, data = await arriving.get()
            await _sleep_until(arrives)
            if not data:
                writer.write_eof()
                return
            writer.write(data)


async def _sleep_until(moment: float) -> None:
    await asyncio.sleep(max(0.0, moment - asyncio.get_running_loop().time()))
