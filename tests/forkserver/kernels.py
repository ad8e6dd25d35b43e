"""A kernel with its client, and what /proc says of processes."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import Any

from jupyter_client.manager import AsyncKernelManager

from lhs_widgets.forkserver.process import ForkedProcess


class Kernel:
    """A started kernel; ``await run(code)`` gives what the code prints."""

    def __init__(self, manager: AsyncKernelManager) -> None:
        self.manager = manager
        self.client: Any = None

    @property
    def process(self) -> Any:
        return self.manager.provisioner.process  # type: ignore[union-attr]

    @property
    def pid(self) -> int:
        return int(self.process.pid)

    @property
    def is_forked(self) -> bool:
        return isinstance(self.process, ForkedProcess)

    async def connect(self) -> None:
        if self.client:
            self.client.stop_channels()
        self.client = self.manager.client()
        self.client.start_channels()
        await self.client.wait_for_ready(timeout=30)

    async def run(self, code: str) -> str:
        said: list[str] = []

        def hear(message: dict[str, Any]) -> None:
            content = message["content"]
            said.append(content.get("text") or "\n".join(content.get("traceback", [])))

        await self.client.execute_interactive(code, output_hook=hear, timeout=30)
        return "".join(said).strip()

    async def close(self) -> None:
        if self.client:
            self.client.stop_channels()
        if self.manager.has_kernel:
            await self.manager.shutdown_kernel()
        await self.manager.cleanup_resources()


def runs(pid: int) -> bool:
    """Whether a process runs: it exists and is no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(child) for child in listed.split()]


def descriptors(pid: int) -> list[str]:
    """What a process holds open."""
    held = []
    for each in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # the one that lists them
            held.append(str(each.readlink()))
    return sorted(held)


async def until(condition: Any, seconds: float = 10) -> None:
    """Wait for a condition that has no event to wait on."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)
