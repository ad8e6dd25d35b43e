"""The template: a warm process with one thread that forks a kernel when its server asks.

It holds nothing across a fork but the pipe that wakes it, which the child closes; the channel,
which the child closes once it has reported; and the lifeline, a pipe that ends when the server
does, which the child keeps to end with it. A kernel that waits has a line of its own besides.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import os
import select
import signal
import socket
import sys
import threading
import traceback
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

from . import kernel
from .channel import LINE, Message, receive, send

_PR_SET_PDEATHSIG = 1
_PR_SET_MEMORY_MERGE = 67


class Template:
    """The loop of the template process."""

    def __init__(
        self, app: kernel.ForkedKernelApp, channel: socket.socket, wakes: tuple[int, int]
    ) -> None:
        self._app = app
        self._channel = channel
        self._wakes = wakes
        self._kernels: dict[int, int] = {}  # the number of its request, by process id
        self._rehearsed: set[str] = set()

    def serve(self) -> None:
        """Answer until the server is gone."""
        waking = select.poll()
        waking.register(self._channel, select.POLLIN)
        waking.register(self._wakes[0], select.POLLIN)
        while True:
            ready = {descriptor for descriptor, _ in waking.poll()}
            if self._wakes[0] in ready:
                os.read(self._wakes[0], 4096)
                self._reap()
            if self._channel.fileno() in ready:
                request = receive(self._channel)
                if request is None:
                    return
                self._fork(request)
                self._rehearse(request.get("rehearsal", ""))

    def _reap(self) -> None:
        while self._kernels:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                return
            if pid in self._kernels:
                code = os.waitstatus_to_exitcode(status)
                send(self._channel, {"id": self._kernels.pop(pid), "exit": code})

    def _rehearse(self, function: str) -> None:
        """Do once, when it can be done, what each waiting kernel does: they share it then.

        One that fails is not tried again, for kernels that are needed would wait for it each time.
        """
        if function in self._rehearsed:
            return
        is_done = kernel.call(function)
        if is_done is not False:
            self._rehearsed.add(function)
        if is_done:
            _keep_from_collecting()

    def _fork(self, request: Message) -> None:
        try:
            pid = os.fork()
        except OSError as error:
            send(self._channel, {"id": request["id"], "error": str(error)})
            return
        if pid == 0:
            self._become_kernel(request)
        self._kernels[pid] = request["id"]
        if line := request.get(LINE):
            line.close()

    def _become_kernel(self, request: Message) -> NoReturn:
        # The server signals the process group: it has to exist before the server knows of it.
        os.setsid()
        signal.set_wakeup_fd(-1)
        for descriptor in self._wakes:
            os.close(descriptor)
        kernel.run(self._app, request, lambda: self._report(request["id"]))

    def _report(self, number: int) -> None:
        with suppress(BrokenPipeError), self._channel:  # the lifeline ends it, if the server has
            send(self._channel, {"id": number, "pid": os.getpid()})


def main() -> None:
    options = _options()
    channel = socket.socket(fileno=options.channel)
    os.set_inheritable(options.lifeline, False)
    channel.set_inheritable(False)
    _end_with_server()
    _let_equal_pages_be_one()
    failed = _preload(options.preload)
    app = kernel.ForkedKernelApp.instance()
    app.lifeline = options.lifeline
    app.prepare(options.arguments)
    wakes = _wake_when_a_kernel_ends()
    _keep_from_collecting()
    send(channel, {"ready": True, "failed": failed, "threads": threading.active_count()})
    with suppress(BrokenPipeError):
        Template(app, channel, wakes).serve()


def _keep_from_collecting() -> None:
    """Collecting garbage in a child would write to, so copy, everything that is shared."""
    gc.collect()
    gc.freeze()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--channel", type=int, required=True, help="the socket to the server")
    parser.add_argument("--lifeline", type=int, required=True, help="a pipe the server holds")
    parser.add_argument("--preload", action="append", default=[], metavar="MODULE")
    parser.add_argument("arguments", nargs="*", help="of the kernel application, after --")
    return parser.parse_args()


def _end_with_server() -> None:
    """Closing the channel says so too, but is heard only between two requests."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _let_equal_pages_be_one() -> None:
    """Let the system keep equal memory of kernels once, where its administrator wants that.

    Kernels do much the same, so most of what each copies comes to the same content. Linux merges it
    (KSM, since 6.4 for whole processes), if ``/sys/kernel/mm/ksm/run`` is 1.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_MEMORY_MERGE, 1, 0, 0, 0)


def _preload(modules: list[str]) -> dict[str, str]:
    """Import the modules; what can't be imported is left to the kernel that needs it."""
    failed = {}
    for module in modules:
        try:
            import_module(module)
        except Exception:
            failed[module] = traceback.format_exc(limit=-1)
    return failed


def _wake_when_a_kernel_ends() -> tuple[int, int]:
    wakes = os.pipe()
    for descriptor in wakes:
        os.set_blocking(descriptor, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wakes[1])
    return wakes
