"""A client that is ready when its kernel is, whatever kind of kernel that is."""

from __future__ import annotations

from typing import Any

import pytest

from lhs_widgets.forkserver.client import PromptKernelClient

pytestmark = pytest.mark.anyio


#: How often a client asked its kernel.
ASKED: list[str] = []


class Asking(PromptKernelClient):
    """A client of which we know what it asks; it waits for as long as a busy machine may need."""

    welcome_within = 10.0

    def kernel_info(self, *args: Any, **options: Any) -> str:
        question = str(super().kernel_info(*args, **options))
        ASKED.append(question)
        return question


class Unwelcome(Asking):
    """A client at a kernel that welcomes nobody, as those before ipykernel 7."""

    welcome_within = 0.2

    async def get_iopub_msg(self, *args: Any, **options: Any) -> dict[str, Any]:
        while True:
            message: dict[str, Any] = await super().get_iopub_msg(*args, **options)
            if message["header"]["msg_type"] != "iopub_welcome":
                return message


@pytest.mark.parametrize(("client", "asks"), [(Asking, False), (Unwelcome, True)])
async def test_only_a_kernel_that_does_not_welcome_is_asked(
    kernel: Any, config: Any, client: type, asks: bool
) -> None:
    ASKED.clear()
    config.AsyncKernelManager.client_factory = client
    async with kernel() as started:
        assert await started.run("print(6 * 7)") == "42"
        assert isinstance(started.client, client)
    assert bool(ASKED) is asks
