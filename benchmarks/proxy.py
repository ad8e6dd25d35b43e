"""A slow line: a TCP proxy with a delay, a limited rate and losses, in both directions.

DevTools' own throttling does not delay websocket frames; this delays every byte. All connections
share the line, as those of one phone do. A new connection first costs a round trip, as TCP's does.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass

from .losses import Loss, Window

_CHUNK = 1460  # bytes: what a packet carries


@dataclass
class Line:
    """One direction of the line: when the bytes sent now will have arrived."""

    delay: float
    rate: float
    free_at: float = 0.0
    carried: int = 0
    #: What becomes of packets; None where none is lost.
    loss: Loss | None = None

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
    port: int,
    *,
    round_trip: float = 0.4,
    rate: float = 50_000,
    loss: float = 0.0,
    seed: int = 1,
) -> AsyncIterator[Proxy]:
    """Offer a local server over a line of ``rate`` bytes per second each way.

    With a ``loss``, that share of packets is lost, the same for the same seed and traffic; then
    each connection also starts slowly and slows down after a loss, as TCP does.
    """
    losing = Loss(loss, round_trip, random.Random(seed)) if loss else None
    up, down = (Line(round_trip / 2, rate, loss=losing) for _ in range(2))
    open_connections: set[asyncio.Task[None]] = set()

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        open_connections.add(task)
        task.add_done_callback(open_connections.discard)
        with contextlib.suppress(OSError, asyncio.CancelledError):
            late = losing.delay(followers=0)[0] if losing else 0.0
            await asyncio.sleep(round_trip + late)
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
    window = Window()
    async with asyncio.TaskGroup() as both:
        both.create_task(_deliver(arriving, writer, line, window))
        data = b"-"
        while data:
            data = await _read(reader)
            if line.loss:
                await window.leave()
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
    arriving: asyncio.Queue[tuple[float, bytes]],
    writer: asyncio.StreamWriter,
    line: Line,
    window: Window,
) -> None:
    with contextlib.suppress(OSError):
        while True:
            arrives, data = await arriving.get()
            await _sleep_until(arrives)
            if line.loss:
                await _lose(line, line.loss, window, behind=arriving.qsize())
            if not data:
                writer.write_eof()
                return
            writer.write(data)


async def _lose(line: Line, loss: Loss, window: Window, *, behind: int) -> None:
    """Wait as long as it takes until a packet that should be here is."""
    late, timed_out = loss.delay(followers=behind)
    if late:
        window.narrow(timed_out=timed_out)
        await asyncio.sleep(late)
    asyncio.get_running_loop().call_later(line.delay, window.hear)


async def _sleep_until(moment: float) -> None:
    await asyncio.sleep(max(0.0, moment - asyncio.get_running_loop().time()))
