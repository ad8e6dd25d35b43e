"""A kernel provisioner for jupyter_client: kernels are forked when they can be."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from jupyter_core.paths import jupyter_runtime_dir
from traitlets import Float, List, Unicode

from .channel import Message
from .process import ForkedProcess
from .templates import TEMPLATES, ForkFailed, Recipe, Template
from .waiting import WaitingRoom

#: The name of the entry point, for kernel specifications and configurations.
NAME = "forked-provisioner"

_HONOURED = {"env", "cwd", "extra_arguments", "kernel_id"}
#: Read when a process starts, so a kernel that wants others than the template's can't be forked.
_READ_AT_START = ("PYTHON", "LD_", "DYLD_", "MALLOC_", "GLIBC_")
#: Why kernels were not forked, as far as the log knows: each reason is said once.
_warned: set[str] = set()
#: The waiting kernels of this process, by how they are made.
_waiting: dict[tuple[Recipe, str], WaitingRoom] = {}


class ForkedProvisioner(LocalProvisioner):
    """Forks kernels from a warm process; what can't be forked is started the ordinary way."""

    preload = List(Unicode(), config=True, help="Modules that every kernel finds already imported.")
    kernel_arguments = List(
        Unicode(),
        # A database must not be shared through a fork, and pages have no use for a history.
        ["--HistoryManager.enabled=False"],
        config=True,
        help="Command-line options of IPython's kernel application, read once in the template.",
    )
    start_timeout = Float(
        20.0, config=True, help="Seconds a kernel waits for the template to get ready."
    )
    fork_timeout = Float(5.0, config=True, help="Seconds a ready template has to answer.")

    rehearsal = Unicode(
        config=True,
        help="A function, as module:name, that a waiting kernel calls to load what it will need. "
        "The template calls it, too, until it returns true or fails; there, where get_ipython() is "
        "None, it leaves nothing open: no thread, socket or database.",
    )
    beginning = Unicode(
        config=True,
        help="A function, as module:name, that a waiting kernel calls once it has its environment, "
        "in its event loop and before its first message: what need not wait for the notebook. If "
        "it fails, or the kernel did not wait, the notebook has to do without.",
    )
    _is_first = True

    def warm(self) -> None:
        """Start the template now, so that the first kernel does not wait for it."""
        with suppress(ForkFailed):  # said when a kernel is started
            self._template()

    @property
    def waiting(self) -> WaitingRoom:
        """The kernels that wait to be needed; none do until ``waiting.keep(number)``."""
        if self._kind not in _waiting:
            folder = getattr(self.parent, "connection_dir", None) or jupyter_runtime_dir()
            _waiting[self._kind] = WaitingRoom(self._fork_one, Path(folder), self.rehearsal)
        return _waiting[self._kind]

    @property
    def _kind(self) -> tuple[Recipe, str]:
        return self._recipe, self.rehearsal

    @property
    def _recipe(self) -> Recipe:
        return Recipe(tuple(self.preload), tuple(self.kernel_arguments))

    def _template(self) -> Template:
        return TEMPLATES.get(self._recipe)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork a kernel, or start the command if this one can't be forked."""
        arguments = _arguments_of_kernel(cmd)
        if arguments is None or not _honours(kwargs):
            self.log.debug("This kernel can't be forked: %s", cmd)
            return await super().launch_kernel(cmd, **kwargs)
        cwd = kwargs.get("cwd")
        request = {
            "arguments": arguments,
            "cwd": str(cwd) if cwd else str(Path.cwd()),
            "env": {**kwargs["env"], "JPY_PARENT_PID": str(os.getpid())},
        }
        try:
            process = self._take(request) or await self._fork_one(request)
        except ForkFailed as error:
            self._warn_once(f"Kernels start the ordinary, slower way: {error}.")
            return await super().launch_kernel(cmd, **kwargs)
        self._is_first = False
        self.process = process  # type: ignore[assignment]
        self.pid = self.pgid = process.pid
        self.cwd = request["cwd"]
        return self.connection_info

    def _take(self, request: Message) -> ForkedProcess | None:
        """Hand a waiting kernel over, if there is one and it can take this kernel's place.

        It has sockets and a key of its own, so it can't be the restarted kernel of clients that are
        connected; and it talks over Unix sockets only.
        """
        room = _waiting.get(self._kind)
        if not (room and self._is_first and _talks_plainly(self.parent)):
            return None
        kernel = room.take()
        if kernel is None:
            return None
        try:
            kernel.hand_over({**request, "beginning": self.beginning})
        except OSError:
            return None  # it ended just now
        self.connection_info = kernel.info
        return kernel.process

    async def _fork_one(self, request: Message, line: socket.socket | None = None) -> ForkedProcess:
        template = self._template()
        process = await template.fork(
            request, line, start_timeout=self.start_timeout, fork_timeout=self.fork_timeout
        )
        for module, error in template.ready.result().items():
            self._warn_once(f"Kernels are forked without {module}: {error}")
        return process

    def _warn_once(self, message: str) -> None:
        if message not in _warned:
            _warned.add(message)
            self.log.warning(message)


def register() -> None:
    """Make the provisioner known in this process where its entry point is not installed."""
    entry = EntryPoint(NAME, f"{__name__}:ForkedProvisioner", KernelProvisionerFactory.GROUP_NAME)
    KernelProvisionerFactory.provisioners.setdefault(NAME, entry)


def _arguments_of_kernel(cmd: list[str]) -> list[str] | None:
    """What follows ``python -m ipykernel_launcher``; None for any other command."""
    launcher = ["-m", "ipykernel_launcher"]
    if cmd[:1] != [sys.executable]:
        return None
    start = 2 if cmd[1:2] == ["-Xfrozen_modules=off"] else 1  # for debuggers; changes nothing here
    return cmd[start + 2 :] if cmd[start : start + 2] == launcher else None


def _honours(kwargs: dict[str, Any]) -> bool:
    """Whether a fork can give what was asked for, which may be anything that Popen takes."""
    return kwargs.keys() <= _HONOURED and _start(kwargs["env"]) == _start(os.environ)


def _talks_plainly(manager: Any) -> bool:
    encryption = getattr(manager, "transport_encryption", "disabled")
    return manager is not None and manager.transport == "ipc" and encryption in (False, "disabled")


def _start(environment: Any) -> dict[str, str]:
    return {
        name: value
        for name, value in environment.items()
        if name.startswith(_READ_AT_START) and name != "PYTHONEXECUTABLE"
    }
