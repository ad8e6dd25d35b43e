"""A server process for each contender, started on a free port and ended with its tree."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import processes

FORMS = Path(__file__).parent / "forms"
REPOSITORY = Path(__file__).parents[1]


class ServerFailed(Exception):
    """A server did not start, with the end of its log."""


@dataclass(frozen=True)
class Server:
    """A running server."""

    port: int
    pid: int
    folder: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.asynccontextmanager
async def serving(command: Sequence[str], folder: Path) -> AsyncIterator[Server]:
    """Run a server in ``folder``; ``{port}`` and ``{data}`` in its command are filled in."""
    port = free_port()
    log = folder / "server.log"
    values = {"port": str(port), "data": str(folder)}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [part.format(**values) for part in command],
            stdout=output,
            stderr=output,
            cwd=folder,
            env=_environment(port, folder),
            start_new_session=True,
        )
    try:
        await _wait_for(process, port, log)
        yield Server(port, process.pid, folder)
    finally:
        await asyncio.to_thread(_end, process)


def _environment(port: int, folder: Path) -> dict[str, str]:
    """What a server needs, and nothing that changes how it works."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return {
        **kept,
        "HOME": str(folder),
        "PYTHONPATH": f"{FORMS}{os.pathsep}{REPOSITORY}",
        "BENCH_PORT": str(port),
        "BENCH_DATABASE": str(folder / "answers.sqlite"),
    }


async def _wait_for(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    for _ in range(600):
        if process.poll() is not None:
            break
        if await asyncio.to_thread(_answers, port):
            return
        await asyncio.sleep(0.1)
    raise ServerFailed(log.read_text("utf-8", "replace")[-600:])


def _answers(port: int) -> bool:
    """Whether the server answers at all; a real page would start a kernel."""
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/no-such-page", timeout=5).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the tree: gently first, so that kernels can say goodbye."""
    family = processes.tree(process.pid)
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for member in family[1:]:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(member, signal.SIGKILL)
