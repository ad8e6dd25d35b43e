"""A kernel waits for each person at the door, while there is memory and time."""

from __future__ import annotations

import asyncio

import pytest

from lhs_widgets.server import doorstep
from lhs_widgets.server.doorstep import ALWAYS, MOST, Doorstep
from lhs_widgets.server.entrance import RESERVE, Entrance

PLENTY = 2**40


class Waiting:
    """A waiting room in which kernels appear at once."""

    def __init__(self) -> None:
        self.kept = 0
        self.has_time = lambda: True

    def keep(self, number: int) -> None:
        self.kept = number

    def __len__(self) -> int:
        return self.kept


class Memory:
    left = PLENTY

    def __call__(self) -> int:
        return self.left


@pytest.fixture
def memory() -> Memory:
    return Memory()


@pytest.fixture
def waiting() -> Waiting:
    return Waiting()


@pytest.fixture
def entrance(memory: Memory) -> Entrance:
    return Entrance(available=memory)


@pytest.fixture
def door(waiting: Waiting, entrance: Entrance, memory: Memory) -> Doorstep:
    door = Doorstep(waiting, entrance, memory)  # type: ignore[arg-type]
    door.look()
    return door


def test_each_person_at_the_door_has_a_kernel_until_they_are_in(
    door: Doorstep, waiting: Waiting
) -> None:
    assert waiting.kept == ALWAYS
    door.came()
    door.came()
    assert waiting.kept == ALWAYS + 2
    door.went_in()
    assert waiting.kept == ALWAYS + 1


def test_a_crowd_that_only_looks_does_not_take_all_memory(door: Doorstep, waiting: Waiting) -> None:
    for _ in range(1000):
        door.came()
    assert waiting.kept == MOST


def test_who_looked_and_left_is_forgotten(
    door: Doorstep, waiting: Waiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    door.came()
    monkeypatch.setattr(doorstep, "_PATIENCE", -1.0)
    door.look()
    assert waiting.kept == ALWAYS


def test_when_memory_is_short_nobody_waits_for_later(
    door: Doorstep, waiting: Waiting, memory: Memory
) -> None:
    memory.left = 2 * RESERVE
    door.look()
    assert waiting.kept == 0


def test_a_kernel_that_waits_is_a_place_in_a_full_room(
    door: Doorstep, waiting: Waiting, entrance: Entrance, memory: Memory
) -> None:
    door.look()
    memory.left = 0
    assert not entrance.is_full
    waiting.keep(0)
    assert entrance.is_full


def test_kernels_are_prepared_while_nobody_is_coming_in(
    door: Doorstep, waiting: Waiting, entrance: Entrance
) -> None:
    async def come_in() -> bool:
        async with entrance.turn(lambda _: None):
            return waiting.has_time()

    door.look()
    assert not asyncio.run(come_in())
    assert waiting.has_time()
