"""A kernel in two halves: what can be done before the fork, and what each child does after it."""

from __future__ import annotations

import atexit
import fcntl
import os
import random
import signal
import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, NoReturn
from unittest.mock import patch

from ipykernel import ipkernel
from ipykernel.kernelapp import IPKernelApp
from IPython.core import shellapp
from IPython.core.application import BaseIPythonApplication
from IPython.core.inputtransformer2 import TransformerManager
from tornado.ioloop import IOLoop
from traitlets import Bool

from .channel import LINE, Message, receive

_DESCRIPTORS = 256

#: What a kernel imports while it starts.
_EARLY = (
    "encodings.idna",
    "faulthandler",
    "IPython.core.completerlib",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "tornado.platform.asyncio",
    "tornado.queues",
)


class ForkedKernelApp(IPKernelApp):
    """IPython's kernel application; it reads its configuration once, in the template."""

    debugger = Bool(
        False,
        config=True,
        help="""Load debugpy: twice the memory and the processor time of a kernel without it.""",
    )
    prepared = False
    lifeline = -1
    listening: Callable[[], None]

    def prepare(self, arguments: list[str]) -> None:
        """The first half, in the template: no thread, socket, event loop or database."""
        BaseIPythonApplication.initialize(self, arguments)
        self.init_pdb()
        if not self.debugger:
            _import_without("debugpy", "ipykernel.debugger")
        for module in _EARLY:
            import_module(module)
        TransformerManager().transform_cell("pass")  # compiles the patterns of Python's tokens
        self.prepared = True

    def parse_command_line(self, argv: list[str] | None = None) -> None:
        match argv:
            case ["-f", file] if self.prepared:  # spares building a parser for each kernel
                self.connection_file = file
            case _:
                super().parse_command_line(argv)

    def init_profile_dir(self) -> None:
        if not self.prepared:
            super().init_profile_dir()

    def init_config_files(self) -> None:
        if not self.prepared:
            super().init_config_files()

    def load_config_file(self, *args: Any, **kwargs: Any) -> None:
        if not self.prepared:
            super().load_config_file(*args, **kwargs)

    def init_poller(self) -> None:
        """The lifeline replaces the thread that asks every second whether the parent lives."""

    def init_heartbeat(self) -> None:
        super().init_heartbeat()
        self.listening()  # it was the last socket

    def init_kernel(self) -> None:
        with nullcontext() if self.debugger else _no_modules_to_list(ipkernel):
            super().init_kernel()
        # In the control thread, so that a busy kernel notices too.
        loop = self.control_thread.io_loop
        loop.add_callback(loop.add_handler, self.lifeline, self._server_is_gone, loop.READ)

    def init_code(self) -> None:
        with _no_modules_to_list(shellapp):
            super().init_code()
        if self.shell is not None:
            del self.shell._sys_modules_keys  # then IPython says that it can't reset modules

    def _server_is_gone(self, *_: object) -> None:
        """End at once, as ipykernel's own watch does; nobody else is left to tidy up."""
        self.cleanup_connection_file()
        os._exit(1)


def _import_without(missing: str, module: str) -> None:
    """Import a module as where another, which it can do without, is not installed."""
    sys.modules[missing] = None  # type: ignore[assignment]
    import_module(module)
    del sys.modules[missing]


@contextmanager
def _no_modules_to_list(who: ModuleType) -> Iterator[None]:
    """To list all modules copies megabytes of them.

    ipykernel notes their files, for its debugger, and IPython their names, for a ``%reset`` that
    unloads modules.
    """
    seen = SimpleNamespace(**vars(sys))
    seen.modules = {}
    with patch.object(who, "sys", seen):
        yield


def run(app: ForkedKernelApp, request: Message, listening: Callable[[], None]) -> NoReturn:
    """Be a kernel, in a fresh child, until it is shut down.

    ``listening`` is called once its sockets are bound: who connects to one that is not bound yet
    loses a tenth of a second before trying again. A request with a line makes a kernel that waits:
    it is prepared to the last step, and told over the line what it is for.
    """
    code = 1
    line: socket.socket | None = request.get(LINE)
    try:
        _make_room_for_descriptors()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        settle(request)
        app.listening = listening
        app.parent_handle = os.getppid()  # ipykernel's word for "started by a server"
        app.initialize(request["arguments"])
        _register_widgets()
        if line:
            if app.shell is not None:
                app.shell.display_formatter.format(None)  # makes all formatters
                app.shell.run_cell("pass", silent=True)
            call(request["rehearsal"])
            _wait(app, line)
        app.start()
        _finish_last_words(app)
        code = 0
    except SystemExit as leaving:
        code = _exit_code(leaving)
    except BaseException:  # nothing may climb back into the template's own code
        traceback.print_exc(file=sys.__stderr__)
    _leave(code)


def _make_room_for_descriptors() -> None:
    """A kernel with its page has more than 64: Linux makes room for them before it has threads.

    Later, a process waits for some milliseconds whenever it needs more room.
    """
    with suppress(OSError):  # it may not have as many
        os.close(fcntl.fcntl(2, fcntl.F_DUPFD_CLOEXEC, _DESCRIPTORS - 1))


def settle(request: Message) -> None:
    """Take the place of an ordinary new process: environment, folder, arguments, randomness.

    How it takes signals stays: by the time a waiting kernel does this, ipykernel has seen to that.
    """
    os.environ.clear()
    os.environ.update(request["env"])
    time.tzset()
    if request["cwd"]:
        os.chdir(request["cwd"])
    sys.argv = [_launcher(), *request["arguments"]]
    _reseed()


def call(function: str) -> bool | None:
    """Call a function, ``module:name``, of who configured the provisioner.

    Whether it returned something true; None if it failed, which is said, or if there is none.
    """
    module, _, name = function.partition(":")
    if not name:
        return None
    try:
        return bool(getattr(import_module(module), name)())
    except Exception:
        traceback.print_exc(file=sys.__stderr__)
        return None


def _wait(app: ForkedKernelApp, line: socket.socket) -> None:
    """Let the kernel run, and take its place once it is told what it is for.

    That is before it deals with its first message. Who sends one learnt of the kernel later, so the
    line can be read by then, and ipykernel deals with a message a turn of the loop after it came.
    """
    loop = IOLoop.current()

    def take_place(*_: object) -> None:
        loop.remove_handler(line)
        try:
            with line:
                request = receive(line)
            if request is None:  # the server lets go of it
                app.cleanup_connection_file()
                _leave(0)
            _become(app, request)
        except Exception:  # nobody else's place may be taken
            traceback.print_exc(file=sys.__stderr__)
            _leave(1)
        call(request["beginning"])

    loop.add_handler(line, take_place, loop.READ)


def _become(app: ForkedKernelApp, request: Message) -> None:
    """Take the place of a kernel that was started only now."""
    settle(request)
    app.connection_file = request["arguments"][-1]
    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    shell = app.shell
    if shell is not None:
        shell.init_environment()
        shell.starting_dir = str(Path.cwd())
        shell.user_ns["_dh"][:] = [Path.cwd()]


def _launcher() -> str:
    import ipykernel

    return str(Path(ipykernel.__file__).parent.parent / "ipykernel_launcher.py")


def _reseed() -> None:
    """Make every generator shared through the fork go its own way; OpenSSL does so by itself."""
    random.seed()
    if numpy_random := sys.modules.get("numpy.random"):
        numpy_random.seed()
    if uuid := sys.modules.get("uuid"):
        uuid._last_timestamp = None  # type: ignore[attr-defined]


def _register_widgets() -> None:
    """Do what ipywidgets does when it is imported in a kernel; there was none yet."""
    if ipywidgets := sys.modules.get("ipywidgets"):
        ipywidgets.register_comm_target()


def _finish_last_words(app: ForkedKernelApp) -> None:
    """Let the control thread end while what it waits for still runs; ipykernel stops that first."""
    if app.control_thread:
        app.control_thread.stop()
        app.control_thread.join()


def _exit_code(leaving: SystemExit) -> int:
    if leaving.code is None or isinstance(leaving.code, int):
        return leaving.code or 0
    print(leaving.code, file=sys.__stderr__)
    return 1


def _leave(code: int) -> NoReturn:
    """End as the interpreter does, without taking apart (so copying) the template's objects."""
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None:
            stream.flush()
    os._exit(code)
