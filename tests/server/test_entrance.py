"""Many people at the door at once: in the order of their arrival, with an honest sentence."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from lhs_widgets.server.entrance import Entrance

PLENTY = 2**40


async def come_in(
    entrance: Entrance, name: str, inside: list[str], tell: Callable[[int], None], stay: float
) -> None:
    async with entrance.turn(tell):
        inside.append(name)
        await asyncio.sleep(stay)  # what a page takes to open


def test_people_come_in_in_the_order_of_their_arrival() -> None:
    async def rush() -> list[str]:
        entrance = Entrance(at_once=2, available=lambda: PLENTY)
        inside: list[str] = []
        arriving = (come_in(entrance, str(i), inside, lambda _: None, 0.01) for i in range(12))
        await asyncio.gather(*arriving)
        return inside

    assert asyncio.run(rush()) == [str(i) for i in range(12)]


async def told_to_the_last(before: int) -> list[int]:
    """What someone hears who comes behind so many, where they are let in one at a time."""
    entrance = Entrance(at_once=1, available=lambda: PLENTY)
    told: list[int] = []
    others = [come_in(entrance, str(i), [], lambda _: None, 0.001) for i in range(before)]
    await asyncio.gather(*others, come_in(entrance, "last", [], told.append, 0))
    return told


def test_who_waits_is_told_how_many_are_before_them() -> None:
    told = asyncio.run(told_to_the_last(3))
    assert told[0] == 2  # one went in at once
    assert told == sorted(told, reverse=True)


def test_those_behind_the_first_are_not_told_each_time_someone_comes_in() -> None:
    told = asyncio.run(told_to_the_last(20))
    assert told[0] == 19
    assert len(told) < 5


def test_a_form_waits_until_those_before_have_their_page() -> None:
    async def join(entrance: Entrance, name: str, happened: list[str]) -> None:
        await entrance.pass_door()
        happened.append(f"{name} is let in")
        await asyncio.sleep(0)  # the browser asks for the page
        async with entrance.turn(lambda _: None):
            await asyncio.sleep(0.01)
        happened.append(f"{name} has a page")

    async def rush() -> list[str]:
        entrance, happened = Entrance(at_once=1, available=lambda: PLENTY), list[str]()
        await asyncio.gather(*(join(entrance, name, happened) for name in ("Ann", "Bob", "Cy")))
        return happened

    for_each = ("is let in", "has a page")
    said = [f"{name} {what}" for name in ("Ann", "Bob", "Cy") for what in for_each]
    assert asyncio.run(rush()) == said


def test_a_form_waits_a_second_at_most_and_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lhs_widgets.server.entrance._AT_THE_DOOR", 0.05)

    async def join(entrance: Entrance, name: str, happened: list[str]) -> None:
        await entrance.pass_door()
        happened.append(name)  # and is never seen again

    async def rush() -> list[str]:
        entrance, happened = Entrance(at_once=1, available=lambda: PLENTY), list[str]()
        names = [str(i) for i in range(5)]
        await asyncio.wait_for(asyncio.gather(*(join(entrance, n, happened) for n in names)), 5)
        return happened

    assert asyncio.run(rush()) == [str(i) for i in range(5)]


def test_without_memory_newcomers_wait_and_then_come_in() -> None:
    async def rush() -> tuple[list[str], list[str]]:
        memory = [0]
        entrance = Entrance(available=lambda: memory[0])
        inside: list[str] = []
        waiting = asyncio.create_task(come_in(entrance, "late", inside, lambda _: None, 0))
        await asyncio.sleep(0)
        before = list(inside)
        memory[0] = PLENTY
        await asyncio.wait_for(waiting, 5)
        return before, inside

    assert asyncio.run(rush()) == ([], ["late"])


def test_who_gives_up_waiting_leaves_no_gap_in_the_line() -> None:
    async def rush() -> list[str]:
        entrance = Entrance(at_once=1, available=lambda: PLENTY)
        inside: list[str] = []
        first = asyncio.create_task(come_in(entrance, "first", inside, lambda _: None, 0.02))
        await asyncio.sleep(0)
        second = asyncio.create_task(come_in(entrance, "second", inside, lambda _: None, 0))
        third = asyncio.create_task(come_in(entrance, "third", inside, lambda _: None, 0))
        await asyncio.sleep(0)
        second.cancel()
        await asyncio.wait_for(asyncio.gather(first, third), 5)
        return inside

    assert asyncio.run(rush()) == ["first", "third"]
