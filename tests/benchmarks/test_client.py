"""Visitors without a screen do on a real server what people do in a browser."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.client import Page, PageFailed, Visitor
from benchmarks.people import Facilitator, Participant
from tests.support.room import Room, free_port

STEP = "p2d-conditions"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    folder: Path = tmp_path_factory.mktemp("room")
    room = Room(folder / "data")
    room.open()
    yield room
    room.close()


def test_an_answer_is_saved_and_counted(room: Room) -> None:
    async def walk() -> None:
        workshop = room.new_workshop()
        facilitator = await Facilitator.open(workshop["facilitate_url"])
        person = await Participant.join(room.address, workshop["code"])
        await facilitator.move(STEP)
        await person.arrive(STEP)
        await person.save("WinningConditions", STEP, "Someone explains the form")
        await facilitator.count(1)
        await asyncio.gather(person.close(), facilitator.close())

    asyncio.run(walk())


def test_a_stranger_to_the_workshop_gets_no_page(room: Room) -> None:
    code = room.new_workshop()["code"]
    with pytest.raises(PageFailed, match="no kernel"):
        asyncio.run(Visitor(room.address).open(f"/walk/{code}"))


def test_joining_an_unknown_workshop_fails(room: Room) -> None:
    with pytest.raises(PageFailed, match="404"):
        asyncio.run(Visitor(room.address).join("ZZZZZZ"))


def test_a_lost_connection_ends_the_wait(room: Room) -> None:
    async def lose() -> None:
        page: Page = await Visitor(room.address).enter(f"/join/{room.new_workshop()['code']}")
        waiting = asyncio.create_task(page.until(lambda: False, "nothing"))
        await asyncio.sleep(0)
        await page.close()
        await waiting

    with pytest.raises(PageFailed, match="lost"):
        asyncio.run(lose())


def test_a_server_that_is_not_there_is_an_error_of_ours() -> None:
    with pytest.raises(PageFailed, match="refused"):
        asyncio.run(Visitor(f"http://127.0.0.1:{free_port()}").get("/"))
