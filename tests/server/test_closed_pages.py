"""Pages come and go: kernels, descriptors and connection files return to where they were."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from benchmarks.client import PageFailed, Visitor
from lhs_widgets.store import Record
from tests.support.room import Room, wait_until

#: How many visits; more by hand: ``LHS_VISITS=200 pytest tests/server/test_closed_pages.py``.
VISITS = int(os.environ.get("LHS_VISITS", "30"))


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A server of its own: what other tests leave open would be counted."""
    room = Room(tmp_path / "data")
    room.open()
    yield room
    room.close()


def test_after_many_visits_everything_is_as_it_was(room: Room, workshop: Record) -> None:
    asyncio.run(visits(room, workshop, 3))  # what is made once is made
    wait_until(lambda: not room.kernels(), "the first kernels to end")
    before = held(room)
    asyncio.run(visits(room, workshop, VISITS))
    wait_until(lambda: not room.kernels(), "the kernels to end")
    wait_until(lambda: held(room) <= before, f"{held(room)} to be {before} again")


def held(room: Room) -> tuple[int, int, int, int]:
    """Processes, open descriptors, listening ports and connection files of the whole server."""
    assert room.process is not None
    server = psutil.Process(room.process.pid)
    family = [server, *server.children(recursive=True)]
    descriptors = sum(each.num_fds() for each in family)
    ports = sum(
        link.status == psutil.CONN_LISTEN for each in family for link in each.net_connections()
    )
    return len(family), descriptors, ports, len(room.connection_files())


async def visits(room: Room, workshop: Record, times: int) -> None:
    for _ in range(times):
        visitor = Visitor(room.address)
        page = await visitor.open(f"/wall/{workshop.code}")
        await page.close()
        if (await visitor.post(f"/bye/{page.kernel}", {})).status != 204:
            raise PageFailed("the page's end was refused")
