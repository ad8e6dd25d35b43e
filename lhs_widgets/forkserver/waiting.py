"""Kernels that wait: prepared before anyone needs them, and told only then what they are for.

A waiting kernel has bound its sockets, made its shell and rehearsed, and listens; it holds the
environment of its server and nobody's else. It sleeps until the server hands it over, or lets go
of it: then it ends.
"""

from __future__ import annotations

import asyncio
import os
import socket
import uuid
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from jupyter_client.connect import KernelConnectionInfo, write_connection_file

from .channel import Message, send
from .process import ForkedProcess
from .templates import ForkFailed

_PAUSE = 0.1  # seconds between two kernels, and between two looks whether there is time for one
_PAUSE_AFTER_FAILURE = 30.0

Fork = Callable[[Message, socket.socket], Awaitable[ForkedProcess]]


@dataclass(frozen=True)
class WaitingKernel:
    """A prepared kernel, how to reach it, and the line over which it is told its purpose."""

    process: ForkedProcess
    info: KernelConnectionInfo
    file: Path
    line: socket.socket

    def hand_over(self, request: Message) -> None:
        """Say what it is for; raises ``OSError`` if it is gone."""
        self.file.unlink(missing_ok=True)  # its manager writes one
        with self.line:
            send(self.line, request)

    def dismiss(self) -> None:
        """Let go of it: it ends by itself, and its sockets' files are removed."""
        self.line.close()
        self.file.unlink(missing_ok=True)
        for port in ("shell", "iopub", "stdin", "hb", "control"):
            Path(f"{self.info['ip']}-{self.info[f'{port}_port']}").unlink(missing_ok=True)  # type: ignore[literal-required]


class WaitingRoom:
    """Keeps as many kernels waiting as are wanted; made one at a time, while there is time."""

    def __init__(self, fork: Fork, folder: Path, rehearsal: str) -> None:
        self._fork = fork
        self._folder = folder
        self._rehearsal = rehearsal
        self._kernels: deque[WaitingKernel] = deque()
        self._wanted = 0
        self._filling: asyncio.Task[None] | None = None
        #: Whether a kernel may be prepared now.
        self.has_time: Callable[[], bool] = lambda: True

    def __len__(self) -> int:
        return len(self._kernels)

    def keep(self, number: int) -> None:
        """Let ``number`` kernels wait from now on; called in the server's event loop."""
        self._wanted = number
        while len(self._kernels) > number:
            self._kernels.pop().dismiss()
        if len(self._kernels) < number and (self._filling is None or self._filling.done()):
            self._filling = asyncio.get_running_loop().create_task(self._fill())

    def take(self) -> WaitingKernel | None:
        """The kernel that waits longest, if one lives; another one is prepared in its place."""
        taken = None
        while self._kernels and taken is None:
            first = self._kernels.popleft()
            if first.process.poll() is None:
                taken = first
            else:
                first.dismiss()
        if self._wanted:
            self.keep(self._wanted)
        return taken

    async def _fill(self) -> None:
        while len(self._kernels) < self._wanted:
            await asyncio.sleep(_PAUSE)
            # Meanwhile fewer may be wanted: who was expected has just been given one.
            if len(self._kernels) < self._wanted and self.has_time():
                try:
                    self._kernels.append(await self._prepare())
                except (ForkFailed, OSError):
                    await asyncio.sleep(_PAUSE_AFTER_FAILURE)  # who comes starts the ordinary way
        self.keep(self._wanted)  # fewer may be wanted than when the last was begun

    async def _prepare(self) -> WaitingKernel:
        file, info = _connection_file(self._folder)
        request = {
            "arguments": ["-f", str(file)],
            "cwd": str(Path.cwd()),
            "env": {**os.environ, "JPY_PARENT_PID": str(os.getpid())},
            "rehearsal": self._rehearsal,
        }
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                process = await self._fork(request, theirs)
        except BaseException:
            ours.close()
            file.unlink(missing_ok=True)
            raise
        return WaitingKernel(process, info, file, ours)


def _connection_file(folder: Path) -> tuple[Path, KernelConnectionInfo]:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    base = folder / f"waiting-{uuid.uuid4()}"
    key = uuid.uuid4().hex.encode()
    file = f"{base}.json"
    _, info = write_connection_file(file, transport="ipc", ip=f"{base}-ipc", key=key)
    info["key"] = key  # type: ignore[typeddict-item]  # bytes, as managers have it
    return Path(file), info
