"""The slow line is slow, and carries everything."""

from __future__ import annotations

import asyncio
import time

from benchmarks.proxy import slow_line


async def _echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(await reader.read())
    await writer.drain()
    writer.close()


async def _through(payload: bytes, **line: float) -> tuple[bytes, float, int]:
    server = await asyncio.start_server(_echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, slow_line(port, **line) as proxy:
        start = time.perf_counter()
        reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
        writer.write(payload)
        writer.write_eof()
        answer = await reader.read()
        took = time.perf_counter() - start
        writer.close()
        await writer.wait_closed()
        return answer, took, proxy.down.carried


def test_every_byte_arrives_and_is_counted() -> None:
    payload = bytes(range(256)) * 400
    answer, _, carried = asyncio.run(_through(payload, round_trip=0, rate=float("inf")))
    assert answer == payload
    assert carried == len(payload)


def test_a_new_connection_and_an_answer_cost_two_round_trips() -> None:
    _, took, _ = asyncio.run(_through(b"hello", round_trip=0.1, rate=1e9))
    assert 0.2 <= took < 1


def test_the_rate_is_limited() -> None:
    _, took, _ = asyncio.run(_through(b"x" * 20_000, round_trip=0, rate=200_000))
    assert took >= 0.1  # 20 kB at 200 kB/s, up; the way down overlaps with it at best


def test_every_byte_arrives_in_order_though_packets_are_lost() -> None:
    payload = bytes(range(256)) * 200
    answer, took, _ = asyncio.run(_through(payload, round_trip=0.002, rate=1e9, loss=0.02, seed=3))
    assert answer == payload
    assert took < 10
