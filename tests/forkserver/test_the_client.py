"""A client that is ready when its kernel is, whatever kind of kernel that is."""

from __future__ import annotations

import time
from typing import Any

import pytest

from lhs_widgets.forkserver.client import PromptKernelClient

pytestmark = pytest.mark.anyio


class Kernel(PromptKernelClient):
    """A client at a kernel that welcomes nobody, as those before ipykernel 7."""

    async def get_iopub_msg(self, *args: Any, **options: Any) -> dict[str, Any]:
        while True:
            message: dict[str, Any] = await super().get_iopub_msg(*args, **options)
            if message["header"]["msg_type"] != "iopub_welcome":
                return message


async def test_the_kernels_welcome_is_enough(kernel: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(PromptKernelClient, "_reply", lambda *_: asked.append(True))
    async with kernel() as started:
        assert await started.run("print(6 * 7)") == "42"
    assert asked == []


async def test_a_kernel_that_welcomes_nobody_is_asked(kernel: Any, config: Any) -> None:
    config.AsyncKernelManager.client_factory = Kernel
    start = time.monotonic()
    async with kernel() as started:
        assert await started.run("print(6 * 7)") == "42"
    assert time.monotonic() - start < 20
