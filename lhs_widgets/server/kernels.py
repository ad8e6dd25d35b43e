"""Kernels that belong to the browser whose page started them."""

from __future__ import annotations

import secrets
from typing import Any, cast

import zmq
from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.ioloop import IOLoop
from tornado.web import HTTPError, RequestHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

#: The cookie that names a browser, and the header that tells its kernel's manager.
BROWSER_COOKIE = "lhs-browser"
BROWSER_HEADER = "X-LHS-Browser"
_BROWSER_VARIABLE = "HTTP_X_LHS_BROWSER"

_LAST_WORDS = 1.0  # seconds that a kernel lives on after its page is closed


class OwnedKernels(AsyncMappingKernelManager):
    """Remembers which browser each kernel was started for."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)  # type: ignore[no-untyped-call]
        self._owners: dict[str, str] = {}

    async def start_kernel(self, *args: Any, **kwargs: Any) -> str:  # type: ignore[override]
        environment = dict(kwargs.pop("env", {}))
        owner = environment.pop(_BROWSER_VARIABLE, "")
        kernel = await super().start_kernel(*args, env=environment, **kwargs)
        self._owners[kernel] = owner
        return kernel

    def start_watching_activity(self, kernel_id: str) -> None:
        """Watch what a kernel says of itself; what its page is told would be read here again."""
        super().start_watching_activity(kernel_id)  # type: ignore[no-untyped-call]
        heard = self.get_kernel(kernel_id)._activity_stream.socket
        heard.setsockopt(zmq.SUBSCRIBE, b"kernel.")
        heard.setsockopt(zmq.UNSUBSCRIBE, b"")

    def remove_kernel(self, kernel_id: str) -> Any:
        self._owners.pop(kernel_id, None)
        return super().remove_kernel(kernel_id)

    def belongs_to(self, kernel: str, browser: str | None) -> bool:
        """Whether this browser's page started the kernel."""
        owner = self._owners.get(kernel)
        return bool(owner and browser) and secrets.compare_digest(owner or "", browser or "")


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
    """The kernel's websocket, for its owner."""

    async def get(self, kernel_id: str) -> None:
        _check_owner(self, kernel_id)
        await super().get(kernel_id)

    async def open(self, kernel_id: str) -> None:
        self.set_nodelay(True)  # small messages must not wait for each other's receipt
        await super().open(kernel_id)


class Pulse(RequestHandler):
    """Whether the server is there and the page's kernel lives: 204 or 404."""

    def get(self, kernel_id: str) -> None:
        _check_owner(self, kernel_id)
        self.set_header("Cache-Control", "no-store")
        self.set_status(204)


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
