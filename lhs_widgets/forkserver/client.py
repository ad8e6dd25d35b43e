"""A kernel client that is ready when its kernel is."""

from __future__ import annotations

import asyncio
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient

_SECONDS_BETWEEN_TRIES = 1.0


class PromptKernelClient(AsyncKernelClient):
    """Spares the fifth of a second of silence by which jupyter_client empties the output channel.

    Here the channel is empty, and heard, once the kernel has welcomed us there. A kernel that does
    not (ipykernel before 7) is asked a question, until it has said there that it has dealt with it.
    Nor does it listen for a heartbeat, in a thread of its own for each kernel: whether its kernel
    lives, its manager knows.
    """

    #: Seconds after which a kernel that has not welcomed us is asked. One that was just saying
    #: something may overlook that we have come.
    welcome_within = 0.2

    def start_channels(self, **which: bool) -> None:  # type: ignore[override]
        super().start_channels(**({"hb": False} | which))

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Wait until the kernel answers and its output arrives.

        Raises
        ------
        RuntimeError
            The kernel died or did not answer in time.
        """
        try:
            await asyncio.wait_for(self._answered(), timeout)
        except TimeoutError as error:
            raise RuntimeError(f"Kernel didn't respond in {timeout} seconds") from error

    async def _answered(self) -> None:
        if await self._welcomed():
            return
        while True:
            # Asked again and again: what was said before we were subscribed is lost.
            question = self.kernel_info()
            try:
                async with asyncio.timeout(_SECONDS_BETWEEN_TRIES):
                    self._handle_kernel_info_reply(await self._reply(question))
                    await self._idle(question)
                    return
            except TimeoutError as error:
                if not await self.is_alive():
                    raise RuntimeError("Kernel died before replying to kernel_info") from error

    async def _welcomed(self) -> bool:
        try:
            async with asyncio.timeout(self.welcome_within):
                message = await self.get_iopub_msg()
                return bool(message["header"]["msg_type"] == "iopub_welcome")
        except TimeoutError:
            return False

    async def _reply(self, question: str) -> dict[str, Any]:
        while True:
            message: dict[str, Any] = await self.get_shell_msg()
            if message["parent_header"].get("msg_id") == question:
                return message

    async def _idle(self, question: str) -> None:
        while True:
            message = await self.get_iopub_msg()
            if (
                message["parent_header"].get("msg_id") == question
                and message["content"].get("execution_state") == "idle"
            ):
                return
