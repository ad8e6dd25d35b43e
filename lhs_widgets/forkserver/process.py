"""A forked kernel as the server sees it."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import threading
import time
from contextlib import suppress

#: What is said of a kernel whose template, which alone learns its exit code, ended before it.
UNKNOWN_EXIT = 1


class ForkedProcess:
    """The part of ``subprocess.Popen`` that kernel managers use, for another process's child."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._ended = threading.Event()

    def end(self, code: int) -> None:
        """Note the exit code; called by whoever watches the process."""
        self.returncode = code
        self._ended.set()

    def poll(self) -> int | None:
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end; raises ``subprocess.TimeoutExpired`` as Popen does."""
        if not self._ended.wait(timeout):
            raise subprocess.TimeoutExpired(f"kernel {self.pid}", timeout or 0)
        assert self.returncode is not None
        return self.returncode

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


def watch_orphans(processes: list[ForkedProcess]) -> None:
    """Note the ends of kernels whose template is gone, until all have ended."""
    if not hasattr(os, "pidfd_open"):
        _watch_by_asking(processes)
        return
    watched = {}
    watch = select.poll()
    for process in processes:
        try:
            descriptor = os.pidfd_open(process.pid)
        except ProcessLookupError:
            process.end(UNKNOWN_EXIT)
        else:
            watched[descriptor] = process
            watch.register(descriptor, select.POLLIN)
    while watched:
        for descriptor, _ in watch.poll():
            watched.pop(descriptor).end(UNKNOWN_EXIT)
            watch.unregister(descriptor)
            os.close(descriptor)


def _watch_by_asking(processes: list[ForkedProcess]) -> None:
    for process in processes:
        with suppress(ProcessLookupError):
            while True:
                os.kill(process.pid, 0)
                time.sleep(1)
        process.end(UNKNOWN_EXIT)
