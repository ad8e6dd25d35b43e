"""The template process: what it holds, and what happens without it."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from pathlib import Path
from typing import Any

import pytest

from lhs_widgets.forkserver import templates
from tests.forkserver.kernels import children, descriptors, runs, until

pytestmark = pytest.mark.anyio


def _warnings(log: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in log.records if each.levelno == logging.WARNING]


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    logging.getLogger("traitlets").propagate = True
    return caplog


async def test_has_one_thread_and_no_socket_but_its_channel(
    kernel: Any, fresh_templates: Any
) -> None:
    async with kernel(), kernel():
        [template] = fresh_templates.living()
        pid = template.pid.result()
        held = descriptors(pid)
        assert len(list(Path(f"/proc/{pid}/task").iterdir())) == 1
    assert len([each for each in held if each.startswith("socket:")]) == 1
    assert not [each for each in held if "anon_inode" in each or each.endswith(("db", "sqlite"))]


async def test_a_kernel_keeps_neither_the_channel_nor_what_wakes_the_template(
    kernel: Any, fresh_templates: Any
) -> None:
    async with kernel() as forked:
        [template] = fresh_templates.living()
        shared = set(descriptors(template.pid.result())) & set(descriptors(forked.pid))
    lifeline = [each for each in shared if each.startswith("pipe:")]
    assert not [each for each in shared if each.startswith("socket:")]
    assert len(lifeline) <= 3, "the lifeline, and the server's own output if it is piped"


async def test_when_it_dies_its_kernels_live_and_the_next_one_is_forked(
    kernel: Any, fresh_templates: Any
) -> None:
    async with kernel() as before:
        [template] = fresh_templates.living()
        template.kill()
        await until(template.ended.is_set)
        assert await before.run("print('alive')") == "alive"
        async with kernel() as after:
            assert after.is_forked
        process = before.process
        await before.manager.shutdown_kernel()
        assert process.returncode == 1, "nobody learned its exit code"


async def test_when_it_hangs_the_kernel_starts_the_ordinary_way(
    kernel: Any, config: Any, fresh_templates: Any, log: pytest.LogCaptureFixture
) -> None:
    async with kernel():
        [template] = fresh_templates.living()
        os.kill(template.pid.result(), signal.SIGSTOP)
        config.ForkedProvisioner.fork_timeout = 0.2
        async with kernel() as ordinary:
            assert not ordinary.is_forked
            assert await ordinary.run("print('well')") == "well"
        assert len([said for said in _warnings(log) if "does not answer" in said]) == 1
        config.ForkedProvisioner.fork_timeout = 5.0
        async with kernel() as again:
            assert again.is_forked


@pytest.mark.usefixtures("fresh_templates")
async def test_where_no_template_starts_kernels_do_with_one_warning(
    kernel: Any, log: pytest.LogCaptureFixture, monkeypatch: Any
) -> None:
    monkeypatch.setattr(templates, "_TEMPLATE", "raise SystemExit(3)")
    async with kernel() as one, kernel() as other:
        assert not one.is_forked
        assert not other.is_forked
    assert len([said for said in _warnings(log) if "has ended" in said]) == 1


@pytest.mark.usefixtures("fresh_templates")
async def test_where_the_system_cannot_fork_kernels_start_with_one_warning(
    kernel: Any, log: pytest.LogCaptureFixture, monkeypatch: Any
) -> None:
    monkeypatch.delattr(templates.os, "fork")
    async with kernel() as one, kernel() as other:
        assert not one.is_forked
        assert not other.is_forked
    assert len([said for said in _warnings(log) if "can't fork" in said]) == 1


@pytest.mark.usefixtures("fresh_templates")
async def test_a_module_that_cannot_be_imported_is_named_and_left_out(
    kernel: Any, config: Any, log: pytest.LogCaptureFixture
) -> None:
    config.ForkedProvisioner.preload = ["no_such_module", "ipywidgets"]
    async with kernel() as forked:
        assert forked.is_forked
    assert [said for said in _warnings(log) if "no_such_module" in said]


@pytest.mark.usefixtures("fresh_templates")
async def test_a_module_that_starts_threads_stops_the_forking(
    kernel: Any, config: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    (tmp_path / "threaded.py").write_text(
        "from threading import Event, Thread\nThread(target=Event().wait, daemon=True).start()"
    )
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{os.environ.get('PYTHONPATH', '')}")
    config.ForkedProvisioner.preload = ["threaded"]
    async with kernel() as ordinary:
        assert not ordinary.is_forked


@pytest.mark.parametrize("launch", [{"stderr": -3}, {"env": {**os.environ, "PYTHONUTF8": "0"}}])
async def test_what_a_fork_cannot_give_is_started_the_ordinary_way(
    kernel: Any, launch: dict[str, Any]
) -> None:
    async with kernel(**launch) as ordinary:
        assert not ordinary.is_forked


async def test_two_lists_of_modules_are_two_templates(
    kernel: Any, config: Any, fresh_templates: Any
) -> None:
    loaded = "import sys; print('csv' in sys.modules and 'wave' in sys.modules)"
    async with kernel() as plain:
        config.ForkedProvisioner.preload = ["wave"]
        async with kernel() as musical:
            assert (await plain.run(loaded), await musical.run(loaded)) == ("False", "True")
    assert len(fresh_templates.living()) == 2


async def test_many_at_once_are_all_forked(kernel: Any, config: Any) -> None:
    config.ForkedProvisioner.fork_timeout = 20.0  # so many, beside other tests on two processors

    async def one(number: int) -> str:
        async with kernel(env={**os.environ, "NUMBER": str(number)}) as forked:
            assert forked.is_forked
            return str(await forked.run("import os; print(os.environ['NUMBER'])"))

    said = await asyncio.gather(*(one(number) for number in range(8)))
    assert said == [str(number) for number in range(8)]


async def test_a_kernel_that_nobody_waits_for_does_not_stay(
    kernel: Any, fresh_templates: Any, tmp_path: Path
) -> None:
    async with kernel() as first:
        [template] = fresh_templates.living()
        pid = template.pid.result()
        os.kill(pid, signal.SIGSTOP)
        arguments = ["-f", str(tmp_path / "kernel.json")]
        request = {"arguments": arguments, "cwd": None, "env": dict(os.environ)}
        waiting = asyncio.create_task(template.fork(request, start_timeout=5, fork_timeout=5))
        await until(lambda: template._answers)
        waiting.cancel()
        os.kill(pid, signal.SIGCONT)
        async with kernel() as next_one:  # the template has dealt with both requests
            await until(lambda: set(_running_kernels(pid)) == {first.pid, next_one.pid})


def _running_kernels(pid: int) -> list[int]:
    return [each for each in children(pid) if runs(each)]
