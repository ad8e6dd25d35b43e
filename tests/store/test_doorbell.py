"""Pages learn that something was saved, without asking."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from lhs_widgets.errors import StoreError
from lhs_widgets.store import Record, doorbell
from lhs_widgets.store.doorbell import Doorbell, Topics
from lhs_widgets.workshop import actions
from tests.support.workshops import condition, join, move, stamp, write

LISTENER = """
import asyncio, sys
from lhs_widgets.store import Store

async def main(folder, code):
    record, heard = Store(folder).record(code), asyncio.Event()
    record.listen(heard.set)
    print("listening", flush=True)
    await heard.wait()
    print(record.state().current, flush=True)

asyncio.run(main(*sys.argv[1:]))
"""


@pytest.fixture
def location(tmp_path: Path) -> str:
    """A folder: what follows is about its files."""
    return str(tmp_path / "data")


@pytest.fixture(autouse=True)
def temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:  # noqa: ARG001
    """One of our own; its path is short, as those of sockets must be. Those of pytest stay."""
    with tempfile.TemporaryDirectory(prefix="lhs") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        monkeypatch.setattr(tempfile, "tempdir", folder)
        monkeypatch.setattr(doorbell._Listener, "GATHER", 0)
        yield Path(folder)


@pytest.fixture
def bell(tmp_path: Path) -> Doorbell:
    return Doorbell(str(tmp_path))


class Page:
    """Someone who listens, and counts how often they were called."""

    def __init__(self) -> None:
        self.calls = 0
        self._called = asyncio.Event()

    def __call__(self) -> None:
        self.calls += 1
        self._called.set()

    async def called(self) -> None:
        await asyncio.wait_for(self._called.wait(), 10)
        self._called.clear()


def in_a_loop(story: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run a story in a thread: browser tests leave a loop running in the main one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(story())).result()


def ears(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_socket()]


def test_saving_wakes_a_listener_in_another_process(location: str, record: Record) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", LISTENER, location, record.code],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as listener:
        assert listener.stdout
        assert listener.stdout.readline() == "listening\n"
        move(record, "roles")
        assert listener.stdout.readline() == "roles\n"


def test_rings_that_come_together_are_answered_once(record: Record) -> None:
    async def story() -> None:
        page = Page()
        end = record.listen(page)
        ada = join(record)
        for number in range(30):
            write(record, ada, condition(f"c-{number:02}"))
        await page.called()
        move(record, "roles")
        await page.called()
        end()
        assert page.calls == 2

    in_a_loop(story)


def test_other_workshops_and_unwanted_changes_wake_nobody(bell: Doorbell) -> None:
    async def story() -> None:
        everything, group_only = Page(), Page()
        ends = [
            bell.listen("CODE", everything),
            bell.listen("CODE", group_only, lambda topics: "group" in topics),
        ]
        bell.ring("ELSE", frozenset({"group"}))
        bell.ring("CODE", frozenset({"person:p-ada"}))
        await everything.called()
        bell.ring("CODE", frozenset({"group"}))
        await group_only.called()
        assert group_only.calls == 1
        for end in ends:
            end()

    in_a_loop(story)


@pytest.mark.parametrize("rings", [1, 50])
def test_a_change_too_large_to_name_or_to_queue_concerns_everyone(
    bell: Doorbell, rings: int
) -> None:
    many = frozenset(f"step:{n:04}" for n in range(200 if rings == 1 else 1))

    async def story() -> None:
        page = Page()
        end = bell.listen("CODE", page, lambda topics: "group" in topics)
        for _ in range(rings):
            bell.ring("CODE", many)
        await page.called()
        end()
        assert page.calls == 1

    in_a_loop(story)


def test_a_page_is_woken_by_others_only_when_what_it_shows_may_change(record: Record) -> None:
    ada, ben = join(record), join(record, "p-ben")

    async def story() -> None:
        page = Page()
        end = record.listen(page, who=ben)
        quiet = [
            lambda: write(record, ada, condition("c-01")),
            lambda: record.append(
                actions.mark_done(record.state(), ada, "roles", stamp(), done=True)
            ),
        ]
        for act in quiet:
            act()
        record.append(actions.withdraw(record.state(), ada, "c-01", stamp()))
        await page.called()
        record.append(actions.seat(record.state(), ada, 1, stamp()))
        await page.called()
        end()
        assert page.calls == 2

    in_a_loop(story)


def test_a_listener_that_ended_is_called_no_more(bell: Doorbell, temporary_folder: Path) -> None:
    async def story() -> None:
        gone, there = Page(), Page()
        end_gone, end_there = bell.listen("CODE", gone), bell.listen("CODE", there)
        bell.ring("CODE")
        end_gone()
        await there.called()
        end_there()
        assert gone.calls == 0
        assert ears(temporary_folder) == []

    in_a_loop(story)


def test_the_ears_of_the_dead_are_cleared(bell: Doorbell, temporary_folder: Path) -> None:
    async def story() -> None:
        end = bell.listen("CODE", Page())
        [living] = ears(temporary_folder)
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as dead:
            dead.bind(str(living.with_name(".here.1.dead")))
        assert len(ears(temporary_folder)) == 2
        bell.ring("CODE")
        assert ears(temporary_folder) == [living]
        end()

    in_a_loop(story)


def test_ringing_where_nobody_listens_is_no_mistake(bell: Doorbell, temporary_folder: Path) -> None:
    bell.ring("CODE", Topics({"group"}))
    assert list(temporary_folder.iterdir()) == []


def test_a_folder_that_others_can_write_to_is_not_used(
    bell: Doorbell, temporary_folder: Path
) -> None:
    async def story() -> None:
        bell.listen("CODE", Page())()
        [folder] = temporary_folder.iterdir()
        assert folder.stat().st_mode & 0o777 == 0o700
        folder.chmod(0o777)
        with pytest.raises(StoreError, match="belongs to someone else"):
            bell.listen("CODE", Page())

    in_a_loop(story)
