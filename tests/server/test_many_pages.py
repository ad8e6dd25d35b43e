"""What a system allows is used, so that a very large room has its pages."""

from __future__ import annotations

import asyncio
import resource

import zmq

from benchmarks.client import Visitor
from lhs_widgets.server import limits
from lhs_widgets.server.kernels import OwnedKernels
from lhs_widgets.store import Record
from tests.support.room import Room

SOCKETS_OF_A_PAGE = 5


def test_the_server_may_open_as_many_files_as_the_system_allows() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(soft, 512), hard))
    try:
        limits.allow_many_files()
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == min(hard, limits.MOST_FILES)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_a_thousand_pages_can_have_their_sockets() -> None:
    kernels = OwnedKernels()
    try:
        assert kernels.context.get(zmq.MAX_SOCKETS) > 1000 * SOCKETS_OF_A_PAGE
    finally:
        kernels.context.term()


def test_who_opens_one_page_too_many_loses_the_oldest(room: Room, workshop: Record) -> None:
    async def open_many() -> list[int]:
        someone = Visitor(room.address)
        await someone.join(workshop.code)
        pages = [await someone.open(f"/walk/{workshop.code}") for _ in range(limits.PAGES_OF_ONE)]
        pages.append(await someone.open(f"/walk/{workshop.code}"))
        alive = [(await someone.get(f"/pulse/{page.kernel}")).status for page in pages]
        for page in pages:
            await page.close()
        return alive

    assert asyncio.run(open_many()) == [404, *[204] * limits.PAGES_OF_ONE]


def test_a_wall_too_many_is_told_so_and_ends_no_other(room: Room, workshop: Record) -> None:
    async def open_many() -> str:
        screens = [await Visitor(room.address).open(wall) for _ in range(limits.WALLS)]
        refused = await Visitor(room.address).get(wall)
        assert not any(screen.is_gone or screen.is_lost for screen in screens)
        for screen in screens:
            await screen.close()
        return refused.text

    wall = f"/wall/{workshop.code}"
    assert "open on many screens already" in asyncio.run(open_many())
