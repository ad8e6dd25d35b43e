"""Kernels prepared before they are needed: told only then what they are for, and by then as new."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from IPython.core.getipython import get_ipython
from jupyter_client.manager import AsyncKernelManager
from tornado.ioloop import IOLoop
from traitlets.config import Config

from lhs_widgets.forkserver import provisioner, templates
from lhs_widgets.forkserver.provisioner import ForkedProvisioner
from lhs_widgets.forkserver.waiting import WaitingKernel, WaitingRoom
from tests.forkserver.kernels import Kernel, runs, until

pytestmark = pytest.mark.anyio

#: The processes in which ``rehearse`` was called, as each of them and what forked from it knows.
REHEARSED: list[int] = []

#: What ``begin`` noted in this kernel.
BEGUN: list[str] = []


def rehearse() -> bool:
    """As of a store that is empty at first: it is not done before it was called twice."""
    REHEARSED.append(os.getpid())
    return len(REHEARSED) > 1


def begin() -> None:
    """Note what is known, and do something later in the event loop."""
    asyncio.get_running_loop().call_soon(BEGUN.append, "later")
    BEGUN.append(os.environ.get("WHO", "nobody"))


def be_busy() -> bool:
    """Keep a kernel's event loop busy until a file is there: what comes meanwhile waits in line."""

    def wait() -> None:
        while not Path(os.environ["BUSY_UNTIL"]).exists():
            time.sleep(0.1)

    if get_ipython() is not None:
        IOLoop.current().add_callback(wait)
    return True


def fail() -> None:
    raise RuntimeError("this always fails")


@pytest.fixture
async def waiting(
    config: Config,
    fresh_templates: templates.Templates,  # noqa: ARG001
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[WaitingRoom]:
    """Two kernels that wait, for managers of this configuration."""
    monkeypatch.setattr(provisioner, "_waiting", {})
    config.KernelManager.transport = "ipc"
    config.ForkedProvisioner.rehearsal = f"{__name__}:rehearse"
    room = ForkedProvisioner(config=config).waiting
    room.keep(2)
    await until(lambda: len(room) == 2, 30)
    yield room
    room.keep(0)


def who_waits(room: WaitingRoom) -> list[WaitingKernel]:
    return list(room._kernels)


def files_of(place: Path) -> list[Path]:
    """The sockets of a kernel, by the place in its connection file."""
    return list(place.parent.glob(f"{place.name}*"))


async def test_who_comes_gets_the_kernel_that_waits_longest(
    kernel: Any, waiting: WaitingRoom
) -> None:
    first, second = who_waits(waiting)
    async with kernel() as one, kernel() as other:
        assert (one.pid, other.pid) == (first.process.pid, second.process.pid)
        assert await one.run("print(6 * 7, __name__)") == "42 __main__"
        assert Path(one.manager.connection_file).exists()
        await until(lambda: len(waiting) == 2)  # others wait in their place


async def test_it_has_rehearsed_and_so_has_the_template_until_it_was_done(
    kernel: Any, waiting: WaitingRoom, fresh_templates: templates.Templates
) -> None:
    waiting.keep(4)
    await until(lambda: len(who_waits(waiting)) == 4)
    [template] = [each.pid.result() for each in fresh_templates.living()]
    asking = f"from {__name__} import REHEARSED; print(REHEARSED)"
    async with kernel() as first, kernel() as second, kernel() as third, kernel() as fourth:
        assert await first.run(asking) == str([first.pid])
        assert await second.run(asking) == str([template, second.pid])
        assert await third.run(asking) == str([template, template, third.pid])
        assert await fourth.run(asking) == str([template, template, fourth.pid])
    waiting.keep(0)


async def test_it_has_only_the_environment_and_folder_it_was_told(
    kernel: Any, waiting: WaitingRoom, tmp_path: Path
) -> None:
    asking = (
        "import os; print(os.environ.get('WHO'), os.environ.get('HERS'), os.getcwd(), "
        "os.environ['PAGER'], get_ipython().starting_dir, *_dh)"
    )
    mine = {**os.environ, "WHO": "Ann", "HERS": "yes"}
    yours = {**os.environ, "WHO": "Bob"}
    pids = {each.process.pid for each in who_waits(waiting)}
    async with kernel(env=mine, cwd=str(tmp_path)) as ann, kernel(env=yours) as bob:
        assert {ann.pid, bob.pid} == pids
        here, there = str(tmp_path), str(Path.cwd())
        assert await ann.run(asking) == f"Ann yes {here} cat {here} {here}"
        assert await bob.run(asking) == f"Bob None {there} cat {there} {there}"


async def test_two_draw_other_random_numbers_and_have_other_keys(
    kernel: Any, waiting: WaitingRoom
) -> None:
    assert len(who_waits(waiting)) == 2
    asking = "import random, uuid; print(random.random(), uuid.uuid4())"
    async with kernel() as one, kernel() as other:
        first, second = await one.run(asking), await other.run(asking)
        assert one.manager.session.key != other.manager.session.key
    assert not set(first.split()) & set(second.split())


async def test_a_restarted_one_keeps_its_sockets_and_forgets_the_rest(
    kernel: Any, waiting: WaitingRoom
) -> None:
    first, _ = who_waits(waiting)
    async with kernel() as taken:
        await taken.run("kept = 1")
        place = taken.manager.ip
        await taken.manager.restart_kernel()
        await taken.connect()
        assert taken.pid not in {first.process.pid, *(k.process.pid for k in who_waits(waiting))}
        assert taken.manager.ip == place
        assert "NameError" in await taken.run("kept")


async def test_an_interrupt_while_it_has_nothing_to_do_changes_nothing(
    kernel: Any, waiting: WaitingRoom
) -> None:
    assert len(waiting) == 2
    async with kernel() as taken:
        for _ in range(3):
            await taken.manager.interrupt_kernel()
            assert await taken.run("print('still here')") == "still here"
        assert taken.process.poll() is None


async def test_one_that_died_is_not_given_to_anyone(kernel: Any, waiting: WaitingRoom) -> None:
    first, second = who_waits(waiting)
    first.process.kill()
    await until(lambda: first.process.poll() is not None)
    async with kernel() as taken:
        assert taken.pid == second.process.pid


async def test_let_go_they_end_and_leave_nothing(waiting: WaitingRoom) -> None:
    kernels = who_waits(waiting)
    places = [Path(each.info["ip"]) for each in kernels]
    assert all(files_of(place) for place in places)
    waiting.keep(0)
    await until(lambda: not any(runs(each.process.pid) for each in kernels))
    assert not any(files_of(place) for place in places)


async def test_one_that_is_never_handed_over_removes_its_sockets_itself(
    waiting: WaitingRoom,
) -> None:
    kernel, _ = who_waits(waiting)
    place = Path(kernel.info["ip"])
    kernel.line.close()  # as where the server ends, or is ended
    await until(lambda: not runs(kernel.process.pid))
    assert not files_of(place)


async def test_without_a_template_who_waits_lives_on(
    kernel: Any, waiting: WaitingRoom, fresh_templates: templates.Templates
) -> None:
    [template] = fresh_templates.living()
    template.kill()
    template.ended.wait(10)
    first, _ = who_waits(waiting)
    async with kernel() as taken:
        assert taken.pid == first.process.pid
        assert await taken.run("print(1)") == "1"


async def test_a_rehearsal_that_fails_costs_only_itself(
    kernel: Any, waiting: WaitingRoom, config: Config
) -> None:
    waiting.keep(0)
    config.ForkedProvisioner.rehearsal = f"{__name__}:fail"
    room = ForkedProvisioner(config=config).waiting
    room.keep(1)
    await until(lambda: len(room) == 1)
    [only] = who_waits(room)
    async with kernel() as taken:
        room.keep(0)
        assert taken.pid == only.process.pid
        assert await taken.run("print(1)") == "1"


async def test_it_begins_once_it_knows_for_whom(
    kernel: Any, waiting: WaitingRoom, config: Config
) -> None:
    config.ForkedProvisioner.beginning = f"{__name__}:begin"
    pids = {each.process.pid for each in who_waits(waiting)}
    async with kernel(env={**os.environ, "WHO": "Ann"}) as taken:
        assert taken.pid in pids
        asking = f"from {__name__} import BEGUN; print(*BEGUN)"
        assert await taken.run(asking) == "Ann later"


async def test_a_beginning_that_fails_costs_only_itself(
    kernel: Any, waiting: WaitingRoom, config: Config
) -> None:
    config.ForkedProvisioner.beginning = f"{__name__}:fail"
    pids = {each.process.pid for each in who_waits(waiting)}
    async with kernel(env={**os.environ, "WHO": "Ann"}) as taken:
        assert taken.pid in pids
        assert await taken.run("import os; print(os.environ['WHO'])") == "Ann"


async def test_its_first_message_finds_it_in_its_place_though_it_heard_of_both_at_once(
    waiting: WaitingRoom, config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting.keep(0)
    monkeypatch.setenv("BUSY_UNTIL", str(tmp_path / "done"))
    config.ForkedProvisioner.rehearsal = f"{__name__}:be_busy"
    room = ForkedProvisioner(config=config).waiting
    room.keep(1)
    await until(lambda: len(room) == 1)
    [only] = who_waits(room)
    taken = Kernel(AsyncKernelManager(kernel_name="python3", config=config))
    await taken.manager.start_kernel(env={**os.environ, "WHO": "Ann"})
    room.keep(0)
    try:
        assert taken.pid == only.process.pid
        taken.client = taken.manager.client()
        taken.client.start_channels()
        taken.client.execute("import os", user_expressions={"who": "os.environ.get('WHO')"})
        await asyncio.sleep(0)  # the question leaves
        (tmp_path / "done").touch()
        answer = await taken.client.get_shell_msg(timeout=30)
        assert answer["content"]["user_expressions"]["who"]["data"]["text/plain"] == "'Ann'"
    finally:
        await taken.close()


async def test_none_is_prepared_while_there_is_no_time(waiting: WaitingRoom) -> None:
    asked = []
    waiting.has_time = lambda: bool(asked.append(True))
    waiting.keep(3)
    await until(lambda: asked)
    assert len(waiting) == 2
    waiting.keep(2)


async def test_a_kernel_on_tcp_is_not_one_that_waited(
    kernel: Any, waiting: WaitingRoom, config: Config
) -> None:
    config.KernelManager.transport = "tcp"
    async with kernel() as fresh:
        assert fresh.is_forked
        assert fresh.pid not in {each.process.pid for each in who_waits(waiting)}
        assert await fresh.run("print(1)") == "1"
