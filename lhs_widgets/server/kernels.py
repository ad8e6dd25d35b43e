"""Kernels that belong to the browser whose page started them."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast

import zmq
import zmq.asyncio
from jupyter_client.manager import KernelManager
from jupyter_core.utils import ensure_async
from jupyter_events import EventLogger
from jupyter_server._tz import utcnow
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.kernelmanager import (
    AsyncMappingKernelManager,
    ServerKernelManager,
)
from tornado.ioloop import IOLoop
from tornado.web import HTTPError, RequestHandler
from tornado.websocket import WebSocketClosedError
from traitlets import default
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from .limits import MESSAGES, MOST_FILES, Bucket
from .messages import SUBPROTOCOL, is_of_a_widget

log = logging.getLogger(__name__)

#: The cookie that names a browser.
BROWSER_COOKIE = "lhs-browser"
#: Headers that tell a kernel's manager for which browser it is, and for whom in which workshop.
BROWSER_HEADER = "X-LHS-Browser"
FOR_HEADER = "X-LHS-For"
_BROWSER_VARIABLE = "HTTP_X_LHS_BROWSER"
_FOR_VARIABLE = "HTTP_X_LHS_FOR"

_LAST_WORDS = 1.0  # seconds that a kernel lives on after its page is closed


_start_without_pause = KernelManager._async_start_kernel.__wrapped__  # type: ignore[attr-defined]


class OneKernel(ServerKernelManager):
    """Jupyter's manager of one kernel, whose event log is made once and not for each kernel."""

    async def start_kernel(self, **launch: Any) -> None:  # type: ignore[override]
        """Start it, as jupyter_client does: there each start takes 10 ms for its tests to look."""
        started: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._ready = started
        try:
            await _start_without_pause(self, **launch)
        except Exception as error:
            started.set_exception(error)
            raise
        started.set_result(None)

    @default("event_logger")
    def _shared_event_logger(self) -> EventLogger:
        return _event_logger(*self.core_event_schema_paths)


@cache
def _event_logger(*schemas: Path) -> EventLogger:
    logger = EventLogger()
    for schema in schemas:
        logger.register_event_schema(schema)
    return logger


class Owner(NamedTuple):
    """For which browser a kernel was started; and for whom: a person, a key, a wall."""

    browser: str
    whom: str


class OwnedKernels(AsyncMappingKernelManager):
    """Remembers for which browser, and for whom, each kernel was started."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)  # type: ignore[no-untyped-call]
        self._owners: dict[str, Owner] = {}

    @default("context")
    def _roomy_context(self) -> zmq.asyncio.Context:
        """Jupyter's has 1023 sockets, and a page takes three: the 342nd page would not open."""
        context = super()._context_default()
        context.set(zmq.MAX_SOCKETS, MOST_FILES - 1)
        return context

    async def start_kernel(self, *args: Any, **kwargs: Any) -> str:  # type: ignore[override]
        environment = dict(kwargs.pop("env", {}))
        owner = Owner(environment.pop(_BROWSER_VARIABLE, ""), environment.pop(_FOR_VARIABLE, ""))
        kernel = await super().start_kernel(*args, env=environment, **kwargs)
        self._owners[kernel] = owner
        return kernel

    def start_watching_activity(self, kernel_id: str) -> None:
        """Note that a page uses it; Jupyter would read all that the page is told once more.

        A kernel ends some time after its last page, so it matters only when that was.
        """
        kernel = self.get_kernel(kernel_id)
        kernel.execution_state = "idle"  # type: ignore[attr-defined]
        kernel.last_activity = utcnow()  # type: ignore[attr-defined]

    def notify_disconnect(self, kernel_id: str) -> None:
        super().notify_disconnect(kernel_id)  # type: ignore[no-untyped-call]
        if kernel_id in self:
            self.get_kernel(kernel_id).last_activity = utcnow()  # type: ignore[attr-defined]

    def remove_kernel(self, kernel_id: str) -> Any:
        self._owners.pop(kernel_id, None)
        return super().remove_kernel(kernel_id)

    def _handle_kernel_died(self, kernel_id: str) -> None:
        """Forget a kernel that died, and remove its files, which Jupyter would leave."""
        kernel = cast(ServerKernelManager, self.get_kernel(kernel_id))
        super()._handle_kernel_died(kernel_id)  # type: ignore[no-untyped-call]
        kernel.cleanup_connection_file()
        kernel.cleanup_ipc_files()

    def opened_for(self, whom: str) -> list[str]:
        """The kernels of the pages that are open for someone, the oldest first."""
        return [kernel for kernel, owner in self._owners.items() if owner.whom == whom]

    async def end(self, kernels: Sequence[str]) -> None:
        """End pages, whoever looks at them."""
        for kernel in kernels:
            if kernel in self:
                await ensure_async(self.shutdown_kernel(kernel, now=True))  # type: ignore[no-untyped-call]

    def belongs_to(self, kernel: str, browser: str | None) -> bool:
        """Whether this browser's page started the kernel."""
        owner = self._owners.get(kernel)
        if owner is None or not owner.browser or not browser:
            return False
        return secrets.compare_digest(owner.browser.encode(), browser.encode())


def name_browser(handler: RequestHandler) -> str:
    """The name of this browser, given to it at its first page."""
    known = handler.get_cookie(BROWSER_COOKIE)
    if known and len(known) == 32:
        return known
    name = secrets.token_hex(16)
    secure = handler.request.protocol == "https"
    handler.set_cookie(BROWSER_COOKIE, name, httponly=True, samesite="Lax", secure=secure)
    return name


def _check_owner(handler: RequestHandler, kernel: str) -> None:
    """Only the page's own browser may address its kernel; a stranger can't tell it exists."""
    kernels = cast(OwnedKernels, handler.settings["kernel_manager"])
    if not kernels.belongs_to(kernel, handler.get_cookie(BROWSER_COOKIE)):
        raise HTTPError(404)


class Channels(VoilaKernelWebsocketHandler):
    """The kernel's websocket, for its owner, and for what widgets say."""

    def initialize(self, **kwargs: Any) -> None:
        super().initialize(**kwargs)
        self._allowance = Bucket(MESSAGES)

    async def get(self, kernel_id: str) -> None:
        _check_owner(self, kernel_id)
        await super().get(kernel_id)

    async def open(self, kernel_id: str) -> None:
        self.set_nodelay(True)  # small messages must not wait for each other's receipt
        await super().open(kernel_id)

    def write_message(self, message: Any, *args: Any, **kwargs: Any) -> asyncio.Future[None]:
        """What a kernel says to a page that has just gone is dropped; the next page asks anew."""
        try:
            told: asyncio.Future[None] = super().write_message(message, *args, **kwargs)
        except WebSocketClosedError:
            told = asyncio.get_running_loop().create_future()
            told.set_result(None)
        return told

    def write_error(self, status_code: int, **_: Any) -> None:
        """Only the status: Jupyter would show a page of its own, whose files are not served."""
        self.set_status(status_code)
        self.finish()

    def on_message(self, ws_message: str | bytes) -> None:
        """Pass on what a page of ours says; what is too much ends the connection.

        A page that is cut off connects again, and sends anew what was not confirmed. What had come
        already when it was cut off is dropped: a closed socket no longer knows its protocol, and
        Jupyter would read the frame by an older one, in which its first bytes ask for gigabytes.
        """
        if self.ws_connection is None:
            return
        if not self._allowance.take(self.kernel_id):
            log.warning("a page sent too many messages at once")
            self.close(1008, "too many messages")
        elif self.selected_subprotocol == SUBPROTOCOL and is_of_a_widget(ws_message):
            super().on_message(ws_message)
        else:
            log.warning("a message that no widget sends was ignored")


def _says_busy(message: list[Any]) -> bool:
    """Whether a kernel says that it begins with a message; it says again when it is done."""
    header, content = message[-4], message[-1]
    return len(content) < 40 and b'"busy"' in bytes(content) and b'"status"' in bytes(header)


class PromptConnection(ZMQChannelsWebsocketConnection):
    """Joins a page's websocket to its kernel without questions: the kernel has made the page.

    Jupyter asks it three times what it is. Here the kernel's word of welcome tells that what it
    says from now on arrives; where none comes in time, Jupyter's way is taken. That the kernel is
    busy is not passed on: it is a third of what a new page would hear, and no page asks for it.
    """

    _WELCOME = 1.0  # seconds
    _is_new = False

    def create_stream(self) -> None:
        """Two of Jupyter's four: pages of ours speak on one, and hear on both (``messages.py``)."""
        for name in ("iopub", "shell"):
            connect = getattr(self.kernel_manager, f"connect_{name}")
            self.channels[name] = stream = connect(identity=self.session.bsession)
            stream.channel = name
        self._is_new = True

    def handle_outgoing_message(self, stream: Any, outgoing_msg: list[Any]) -> None:
        if not _says_busy(outgoing_msg):
            super().handle_outgoing_message(stream, outgoing_msg)

    def request_kernel_info(self) -> asyncio.Future[Any]:
        known: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        known.set_result({})
        return known

    def nudge(self) -> asyncio.Future[None]:
        return asyncio.ensure_future(self._welcomed())

    async def _welcomed(self) -> None:
        if not self._is_new:  # the stream of an earlier connection, which hears already
            return
        arrived = asyncio.Event()
        heard = self.channels["iopub"]
        heard.on_recv(lambda _: arrived.set())
        try:
            await asyncio.wait_for(arrived.wait(), self._WELCOME)
        except TimeoutError:
            await super().nudge()
        finally:
            if not heard.closed():
                heard.stop_on_recv()


class Pulse(RequestHandler):
    """Whether the server is there and the page's kernel lives: 204 or 404.

    Its 404 is JSON: a Wi-Fi that wants a sign-in first may answer 404 too, with a page.
    """

    def get(self, kernel_id: str) -> None:
        _check_owner(self, kernel_id)
        self.set_header("Cache-Control", "no-store")
        self.set_status(204)

    def write_error(self, status_code: int, **_: Any) -> None:
        self.set_status(status_code)
        self.set_header("Cache-Control", "no-store")
        self.finish({"alive": False} if status_code == 404 else {})


class Leave(RequestHandler):
    """A page is closed: its kernel ends. Sent by the browser as a beacon."""

    def post(self, kernel_id: str) -> None:
        _check_owner(self, kernel_id)
        # The page's last words come at the same moment, over its socket: they are saved first.
        IOLoop.current().call_later(_LAST_WORDS, self._end, kernel_id)
        self.set_status(204)

    async def _end(self, kernel_id: str) -> None:
        kernels = self.settings["kernel_manager"]
        if kernel_id in kernels:
            await ensure_async(kernels.shutdown_kernel(kernel_id, now=True))
