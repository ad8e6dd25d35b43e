"""The server's side: template processes are started, asked for kernels, and watched.

Each template has a thread of the server that starts it and hears it, so one template serves every
event loop, and the system ends the template when that thread, so the server, ends.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

from .channel import Message, receive, send
from .process import ForkedProcess, watch_orphans

T = TypeVar("T")

_SECONDS_BETWEEN_TRIES = 30
#: As ipykernel's launcher does, what lies in the working folder must not stand in for a module.
_TEMPLATE = f"""\
import sys
if sys.path[0] == "":
    del sys.path[0]
from {__package__}.template import main
main()"""
_ENDED = "the template process has ended"


class ForkFailed(Exception):
    """No kernel can be forked; the message says why."""


@dataclass(frozen=True)
class Recipe:
    """What makes a template: the modules it imports and its kernels' arguments."""

    preload: tuple[str, ...]
    arguments: tuple[str, ...]


class Template:
    """One template process, from its start to its end."""

    def __init__(self, recipe: Recipe, lifeline: int) -> None:
        self.recipe = recipe
        self.pid: Future[int] = Future()
        self.ready: Future[dict[str, str]] = Future()
        self.ended = threading.Event()
        self._lifeline = lifeline
        self._numbers = itertools.count()
        self._sending = threading.Lock()
        self._answers: dict[int, Future[ForkedProcess]] = {}
        self._kernels: dict[int, ForkedProcess] = {}
        self._ours, self._theirs = socket.socketpair()
        threading.Thread(target=self._live, name="forked-kernels", daemon=True).start()

    async def fork(
        self,
        request: Message,
        line: socket.socket | None = None,
        *,
        start_timeout: float,
        fork_timeout: float,
    ) -> ForkedProcess:
        """A new kernel; the number of the request is added here.

        With a ``line``, whose other end is the caller's, the kernel waits to be told its purpose.

        Raises
        ------
        ForkFailed
            The template ended, refused, or did not answer in time.
        """
        try:
            await _within(start_timeout, self.ready)
        except TimeoutError as error:
            raise ForkFailed("the template process is not ready yet") from error
        number, answer = next(self._numbers), Future[ForkedProcess]()
        self._answers[number] = answer
        if self.ended.is_set():
            raise ForkFailed(_ENDED)
        try:
            # In a thread: a template that reads nothing must not stop the server.
            sending = asyncio.to_thread(self._send, {**request, "id": number}, line)
            await asyncio.wait_for(sending, fork_timeout)
            kernel = await _within(fork_timeout, answer)
        except BaseException as error:
            _give_up(answer)
            if not isinstance(error, TimeoutError | OSError):
                raise
            self.kill()  # another one is started for the next kernel
            raise ForkFailed("the template process does not answer") from error
        return kernel

    def kill(self) -> None:
        """End the template; its kernels live on."""
        with suppress(ProcessLookupError):
            os.kill(self.pid.result(timeout=5), signal.SIGKILL)

    def _send(self, message: Message, line: socket.socket | None) -> None:
        with self._sending:
            send(self._ours, message, line)

    def _live(self) -> None:
        try:
            with self._theirs:
                process = self._start()
            self.pid.set_result(process.pid)
            while (message := receive(self._ours)) is not None:
                self._hear(message)
            process.wait()
        except OSError as error:
            self.pid.cancel()
            _fail(self.ready, str(error))
        finally:
            self._end()

    def _start(self) -> subprocess.Popen[bytes]:
        command = [
            *(sys.executable, "-c", _TEMPLATE),
            *("--channel", str(self._theirs.fileno()), "--lifeline", str(self._lifeline)),
            *(f"--preload={module}" for module in self.recipe.preload),
            *("--", *self.recipe.arguments),
        ]
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            pass_fds=(self._theirs.fileno(), self._lifeline),
            start_new_session=True,  # Ctrl-C in the server's terminal is the server's
        )

    def _hear(self, message: Message) -> None:
        match message:
            case {"ready": True, "threads": int(threads)} if threads > 1:
                _fail(self.ready, "a preloaded module starts threads")
            case {"ready": True, "failed": dict(failed)}:
                self.ready.set_result(failed)
            case {"id": int(number), "pid": int(pid)}:
                self._greet(number, pid)
            case {"id": int(number), "exit": int(code)} if number in self._kernels:
                self._kernels.pop(number).end(code)
            case {"id": int(number)}:
                _fail(self._answers.pop(number), message.get("error", "the kernel ended at once"))

    def _greet(self, number: int, pid: int) -> None:
        kernel = self._kernels[number] = ForkedProcess(pid)
        answer = self._answers.pop(number)
        if answer.set_running_or_notify_cancel():
            answer.set_result(kernel)
        else:
            kernel.kill()  # too late: nobody waits for it any more

    def _end(self) -> None:
        self.ended.set()
        with self._sending:
            self._ours.close()
        _fail(self.ready, _ENDED)
        for answer in list(self._answers.values()):
            _fail(answer, _ENDED)
        watch_orphans(list(self._kernels.values()))


class Templates:
    """The templates of a server, one for each recipe, started when first needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._lifeline: tuple[int, int] | None = None
        self._last: dict[Recipe, Template] = {}
        self._started: dict[Recipe, float] = {}

    def get(self, recipe: Recipe) -> Template:
        """The template of a recipe; a new one if there is none or it has ended.

        Raises
        ------
        ForkFailed
            This system can't fork, or the last template ended while it was starting.
        """
        if not hasattr(os, "fork"):
            raise ForkFailed("this system can't fork")
        with self._lock:
            template = self._last.get(recipe)
            if template is None or (template.ended.is_set() and self._may_start(template)):
                template = self._last[recipe] = self._start(recipe)
            return template

    def living(self) -> list[Template]:
        return [template for template in self._last.values() if not template.ended.is_set()]

    def _may_start(self, ended: Template) -> bool:
        """Not again and again where it can't start."""
        worked = ended.ready.done() and not ended.ready.exception()
        return worked or time.monotonic() > self._started[ended.recipe] + _SECONDS_BETWEEN_TRIES

    def _start(self, recipe: Recipe) -> Template:
        if self._lifeline is None:
            self._lifeline = os.pipe()
        self._started[recipe] = time.monotonic()
        return Template(recipe, self._lifeline[0])


#: Those of this process.
TEMPLATES = Templates()


async def _within(seconds: float, future: Future[T]) -> T:
    # Shielded: others may wait for the same future.
    return await asyncio.wait_for(asyncio.shield(asyncio.wrap_future(future)), seconds)


def _fail(future: Future[T], why: str) -> None:
    if not future.done():
        future.set_exception(ForkFailed(why))


def _give_up(answer: Future[ForkedProcess]) -> None:
    """A kernel that comes too late must not stay."""
    if not answer.cancel() and not answer.exception():
        answer.result().kill()
