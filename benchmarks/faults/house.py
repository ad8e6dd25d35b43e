"""The server under test: its data folder, its processes, and who starts it again when it ended."""

from __future__ import annotations

import asyncio
import contextlib
import os
import resource
import shutil
import signal
import struct
import subprocess
import sys
import time
import urllib.request
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from ..servers import REPOSITORY, free_port

_RESTART_SEC = 1.0  # as in the unit file of docs/reliability.md
_MARK = "LHS_FAULTS_RUN"
_DISK = 96  # MB


class House:
    """A data folder, and a server on it that is started again whenever it ends.

    The folder is a disk of its own (a tmpfs) where this user may mount one. Use it in an
    ``async with`` block.
    """

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.log = folder / "server.log"
        self.port = free_port()
        self.has_disk = False
        #: How often the server was started, and its last words when it ended by itself.
        self.starts = 0
        self.last_words: list[str] = []
        self.server: subprocess.Popen[bytes] | None = None
        self._clock = folder / "clock"
        self._mark = uuid.uuid4().hex
        self._library = _compile_clock(folder)

    async def __aenter__(self) -> Self:
        self.data.mkdir()
        self.has_disk = _mount(self.data)
        self._clock.touch()
        self.set_clock()
        self._guard = asyncio.create_task(self._keep_running())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._guard.cancel()
        await asyncio.gather(self._guard, return_exceptions=True)
        self.end()
        if self.has_disk:
            subprocess.run(["umount", "--lazy", str(self.data)], check=False)

    def end(self) -> None:
        """End everything, at once."""
        while found := self.processes():
            kill(found)
            if self.server:
                self.server.wait()
            time.sleep(0.05)

    @property
    def has_clock(self) -> bool:
        """Whether the server's clock can be set."""
        return self._library is not None

    def set_clock(self, offset: int = 0, *, stands_at: int = 0) -> None:
        """Let the server's clock differ, in seconds, or stand still at a moment."""
        with self._clock.open("r+b") as file:
            file.write(struct.pack("=qq", offset, stands_at))

    async def answers(self, seconds: float = 60) -> None:
        """Wait until the server answers."""
        async with asyncio.timeout(seconds):
            while not await asyncio.to_thread(self._answers):
                await asyncio.sleep(0.1)

    def processes(self) -> list[int]:
        """The server and all that it started, those included whose parent has ended."""
        return [pid for pid, _ in self._all()]

    def template(self) -> list[int]:
        """The process that kernels are forked from."""
        return [pid for pid, command in self._all() if "forkserver" in command and self._ours(pid)]

    def kernels(self) -> list[int]:
        """Those of pages, and those that wait for one."""
        return [
            pid
            for pid, command in self._all()
            if "ipykernel" in command or ("forkserver" in command and not self._ours(pid))
        ]

    def limit_files(self, size: int) -> None:
        """Let no file grow beyond a size; -1 for no limit."""
        for pid in self.processes():
            with contextlib.suppress(ProcessLookupError):
                resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    def _ours(self, pid: int) -> bool:
        with contextlib.suppress(OSError):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            return self.server is not None and int(fields[1]) == self.server.pid
        return False

    def _all(self) -> Iterator[tuple[int, str]]:
        mark = f"{_MARK}={self._mark}".encode()
        for entry in Path("/proc").iterdir():
            with contextlib.suppress(OSError):
                if entry.name.isdigit() and mark in (entry / "environ").read_bytes():
                    yield int(entry.name), (entry / "cmdline").read_text("utf-8", "replace")

    async def _keep_running(self) -> None:
        """What ``Restart=always`` of systemd does."""
        while True:
            start = self.log.stat().st_size if self.log.exists() else 0
            self.server = self._start()
            self.starts += 1
            code = await _ended(self.server)
            if code > 0:
                said = self.log.read_text("utf-8", "replace")[start:].strip()
                self.last_words.append(said.rpartition("\n")[2])
            await asyncio.sleep(_RESTART_SEC)

    def _start(self) -> subprocess.Popen[bytes]:
        command = [
            *(sys.executable, "-m", "lhs_widgets", "serve", "--no-browser"),
            *("--port", str(self.port), "--data", str(self.data)),
        ]
        with self.log.open("ab") as log:
            return subprocess.Popen(
                command,
                stdout=log,
                stderr=log,
                cwd=self.log.parent,
                env={**os.environ, "PYTHONPATH": str(REPOSITORY), **self._faked()},
                start_new_session=True,
            )

    def _faked(self) -> dict[str, str]:
        marked = {_MARK: self._mark}
        if self._library is None:
            return marked
        return marked | {"LD_PRELOAD": str(self._library), "LHS_CLOCK": str(self._clock)}

    def _answers(self) -> bool:
        with contextlib.suppress(OSError):
            address = f"http://127.0.0.1:{self.port}/healthz"
            with urllib.request.urlopen(address, timeout=2):
                return True
        return False


async def _ended(process: subprocess.Popen[bytes]) -> int:
    while (code := process.poll()) is None:
        await asyncio.sleep(0.05)
    return code


def kill(processes: list[int], number: int = signal.SIGKILL) -> None:
    """Send a signal to each that still lives."""
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, number)


def _mount(folder: Path) -> bool:
    if not shutil.which("mount") or os.geteuid() != 0:
        return False
    options = ["mount", "-t", "tmpfs", "-o", f"size={_DISK}m,mode=700", "lhs-faults", str(folder)]
    return subprocess.run(options, capture_output=True, check=False).returncode == 0


def _compile_clock(folder: Path) -> Path | None:
    """The clock that can be set, made of ``clock.c``; None where there is no C compiler."""
    compiler, library = shutil.which("cc"), folder / "clock.so"
    if compiler is None:
        return None
    source = Path(__file__).with_name("clock.c")
    command = [compiler, "-O1", "-shared", "-fPIC", "-o", str(library), str(source)]
    done = subprocess.run(command, capture_output=True, check=False)
    return library if done.returncode == 0 else None
