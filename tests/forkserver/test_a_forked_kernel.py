"""A forked kernel is a kernel like any other, and shares nothing with its siblings."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.forkserver.kernels import children, descriptors, runs, until

pytestmark = pytest.mark.anyio

_GET_RANDOM = "import random, uuid, ssl; print(random.random(), uuid.uuid4(), ssl.RAND_bytes(4))"
_WIDGET = """
from ipywidgets import IntSlider
slider = IntSlider()
slider.observe(lambda change: print('heard', change.new), 'value')
print(slider.comm.comm_id)
"""


async def test_runs_code(kernel: Any) -> None:
    async with kernel() as forked:
        assert forked.is_forked
        assert await forked.run("print(6 * 7, __name__)") == "42 __main__"
        assert "ZeroDivisionError" in await forked.run("1 / 0")


async def test_widgets_hear_the_page(kernel: Any) -> None:
    async with kernel() as forked:
        model = await forked.run(_WIDGET)
        data = {"method": "update", "state": {"value": 7}, "buffer_paths": []}
        message = forked.client.session.msg("comm_msg", {"comm_id": model, "data": data})
        forked.client.shell_channel.send(message)
        assert await forked.run("print(slider.value)") == "7"


async def test_knows_the_widget_targets_though_ipywidgets_came_first(kernel: Any) -> None:
    async with kernel() as forked:
        targets = await forked.run("print(*get_ipython().kernel.comm_manager.targets)")
    assert {"jupyter.widget", "jupyter.widget.control"} <= set(targets.split())


async def test_has_only_the_environment_it_was_given(kernel: Any) -> None:
    asking = "import os; print(os.environ.get('WHO'), os.environ.get('HERS'))"
    async with (
        kernel(env={**os.environ, "WHO": "Ann", "HERS": "yes"}) as ann,
        kernel(env={**os.environ, "WHO": "Bob"}) as bob,
    ):
        assert await ann.run(asking) == "Ann yes"
        assert await bob.run(asking) == "Bob None"


async def test_works_in_the_folder_it_was_given(kernel: Any, tmp_path: Path) -> None:
    (tmp_path / "beside.py").write_text("here = True")
    async with kernel(cwd=str(tmp_path)) as forked, kernel() as other:
        assert await forked.run("import os, beside; print(os.getcwd())") == str(tmp_path)
        assert await other.run("import os; print(os.getcwd())") == str(Path.cwd())


async def test_has_room_for_many_descriptors_before_it_has_threads(kernel: Any) -> None:
    async with kernel() as forked:
        status = Path(f"/proc/{forked.pid}/status").read_text()
    assert int(status.split("FDSize:")[1].split()[0]) >= 256


async def test_draws_other_random_numbers_than_its_sibling(kernel: Any) -> None:
    async with kernel() as one, kernel() as other:
        first, second = await one.run(_GET_RANDOM), await other.run(_GET_RANDOM)
    assert not set(first.split()) & set(second.split())


async def test_an_interrupt_stops_the_code_and_nothing_else(kernel: Any, tmp_path: Path) -> None:
    async with kernel(cwd=str(tmp_path)) as forked:
        endless = "import pathlib; pathlib.Path('begun').touch()\nwhile True: pass"
        running = asyncio.create_task(forked.run(endless))
        await until((tmp_path / "begun").exists)
        await forked.manager.interrupt_kernel()
        assert "KeyboardInterrupt" in await running
        assert await forked.run("print('still here')") == "still here"


async def test_a_restart_keeps_the_ports_and_forgets_the_rest(kernel: Any) -> None:
    async with kernel() as forked:
        await forked.run("kept = 1")
        before, ports = forked.pid, forked.manager.ports
        await forked.manager.restart_kernel()
        await forked.connect()
        assert (forked.is_forked, forked.manager.ports) == (True, ports)
        assert forked.pid != before
        assert "NameError" in await forked.run("kept")


async def test_tells_how_it_ended(kernel: Any) -> None:
    async with kernel() as killed, kernel() as left:
        assert await killed.manager.provisioner.poll() is None
        with pytest.raises(subprocess.TimeoutExpired):
            killed.process.wait(timeout=0)
        await killed.manager.provisioner.kill()
        assert await asyncio.to_thread(killed.process.wait, 10) == -signal.SIGKILL
        left.client.execute("import os; os._exit(7)")
        assert await left.manager.provisioner.wait() == 7
        assert not left.manager.has_kernel


async def test_a_termination_reaches_its_own_children_too(kernel: Any) -> None:
    async with kernel() as forked:
        sleeper = int(
            await forked.run("import subprocess; print(subprocess.Popen(['sleep', '60']).pid)")
        )
        await forked.manager.provisioner.terminate()
        await until(lambda: not runs(sleeper))


async def test_a_shutdown_is_prompt_and_takes_the_connection_file(kernel: Any) -> None:
    async with kernel() as forked:
        process, file = forked.process, Path(forked.manager.connection_file)
        assert file.exists()
        await forked.run("print('flushed with the last words')")
        await forked.manager.shutdown_kernel()
        assert process.returncode == 0, "it ended by itself, unhurried"
        assert not file.exists()


async def test_runs_what_was_left_for_its_end(kernel: Any, tmp_path: Path) -> None:
    async with kernel(cwd=str(tmp_path)) as forked:
        await forked.run("import atexit, pathlib; atexit.register(pathlib.Path('bye').touch)")
    assert (tmp_path / "bye").exists()


async def test_thirty_starts_and_ends_leave_nothing_behind(
    kernel: Any, fresh_templates: Any
) -> None:
    async with kernel():
        pass
    [template] = fresh_templates.living()
    pid = template.pid.result()
    before = len(descriptors(os.getpid())), descriptors(pid)
    for _ in range(30):
        async with kernel() as forked:
            file = Path(forked.manager.connection_file)
        assert not file.exists()
    assert (len(descriptors(os.getpid())), descriptors(pid)) == before
    assert children(pid) == []
