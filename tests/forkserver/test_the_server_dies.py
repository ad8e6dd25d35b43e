"""Nothing outlives a server that was killed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.forkserver.kernels import runs, until

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("template_first", [False, True])
async def test_its_template_and_its_kernels_end(template_first: bool) -> None:
    command = [sys.executable, "-m", "tests.forkserver.a_server"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        template, *kernels = json.loads(server.stdout.readline())
        assert all(runs(pid) for pid in (template, *kernels))
        if template_first:
            subprocess.run(["kill", "-9", str(template)], check=True)
        server.kill()
    await until(lambda: not any(runs(pid) for pid in (template, *kernels)))
