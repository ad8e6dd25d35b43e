"""Visitors without a screen: they speak a page's protocol, so that one process plays a full room.

A :class:`Visitor` keeps cookies, joins by the form and fetches pages; the :class:`Page` it opens
has its kernel's websocket and the states of its widgets. Files that browsers keep are not fetched.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.cookies import SimpleCookie
from typing import Any, Self
from urllib.parse import urlencode, urljoin

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, WebSocketError, websocket_connect

from .frames import SUBPROTOCOL, Message, decode, encode

_WIDGETS = {"version": "2.1.0"}  # of ipywidgets' messages
_CONTROL = {"version": "1.0.0"}
_LIGHT = re.compile(r'<script type="application/json" id="light-page-states">(.*?)</script>')
_KERNEL = re.compile(r'"kernel(?:Id)?":\s*"([0-9a-f-]{36})"')
_LARGEST = 64 * 1024 * 1024
PATIENCE = 120.0  # seconds; 37 joins at once take stock Voilà most of a minute


class PageFailed(Exception):
    """A page did not come up, or its connection was lost."""


@contextlib.contextmanager
def _translated(what: str) -> Iterator[None]:
    """A failed request, or one without an answer in time, as an error of ours."""
    try:
        yield
    except (HTTPClientError, WebSocketError, OSError) as error:
        raise PageFailed(f"{what}: {error}") from error


@dataclass(frozen=True)
class Reply:
    """The server's answer to a request."""

    status: int
    location: str
    text: str


class Visitor:
    """A browser without a screen, at one server."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.cookies: SimpleCookie = SimpleCookie()
        self._http = AsyncHTTPClient(force_instance=True)

    async def get(self, path: str) -> Reply:
        return await self._fetch(path, method="GET")

    async def post(self, path: str, form: dict[str, str]) -> Reply:
        return await self._fetch(path, method="POST", body=urlencode(form))

    async def join(self, code: str, *, group: str = "patient", name: str = "") -> None:
        """Agree and join a workshop, as its form does."""
        form = {"consent": "yes", "group": group, "name": name}
        reply = await self.post(f"/join/{code}", form)
        if reply.status != 303:
            raise PageFailed(f"joining {code} was answered with {reply.status}")

    async def open(self, path: str) -> Page:
        """Fetch a page to its last byte, connect to its kernel and learn its widgets."""
        reply = await self.get(path)
        while reply.location:
            reply = await self.get(urljoin(path, reply.location))
        kernel = _KERNEL.search(reply.text)
        if reply.status != 200 or kernel is None:
            raise PageFailed(f"{path} was answered with {reply.status} and no kernel")
        light = _LIGHT.search(reply.text)
        states = json.loads(light[1]) if light else {}
        return await Page(self, kernel[1], states).load()

    async def enter(self, path: str) -> Page:
        """Open a page; at ``/join/CODE``, join first, which leads to the walk."""
        folder, _, code = path.strip("/").partition("/")
        if folder != "join":
            return await self.open(path)
        await self.join(code)
        return await self.open(f"/walk/{code}")

    @property
    def headers(self) -> dict[str, str]:
        """What a browser sends along: cookies, and where the page came from."""
        cookies = "; ".join(f"{name}={morsel.coded_value}" for name, morsel in self.cookies.items())
        return {"Origin": self.address, **({"Cookie": cookies} if cookies else {})}

    async def _fetch(self, path: str, **options: Any) -> Reply:
        request = HTTPRequest(
            urljoin(self.address, path),
            headers=self.headers,
            follow_redirects=False,
            connect_timeout=PATIENCE,
            request_timeout=PATIENCE,
            **options,
        )
        with _translated(path):
            response = await self._http.fetch(request, raise_error=False)
        for line in response.headers.get_list("Set-Cookie"):
            self.cookies.load(line)
        text = response.body.decode("utf-8", "replace") if response.body else ""
        return Reply(response.code, response.headers.get("Location", ""), text)


@dataclass
class Widget:
    """What a page knows of one widget: its state, and the messages it was sent."""

    id: str
    state: dict[str, Any]
    messages: list[dict[str, Any]] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The name of its class in Python (an anywidget) or in JavaScript (ipywidgets' own)."""
        name = self.state.get("_anywidget_id") or self.state.get("_model_name", "")
        return str(name).rpartition(".")[2]


class Page:
    """An open page: its kernel's websocket, and its widgets as the kernel last described them."""

    def __init__(self, visitor: Visitor, kernel: str, states: dict[str, dict[str, Any]]) -> None:
        self.visitor = visitor
        self.kernel = kernel
        #: What the page says of them; what the kernel says is added.
        self.widgets = {id_: Widget(id_, state) for id_, state in states.items()}
        self.is_lost = False
        #: Whether the kernel ended: the page has to be fetched again.
        self.is_gone = False
        #: Called with the widget after each of its updates and messages.
        self.on_change: Callable[[Widget], None] = lambda _: None
        self._session = uuid.uuid4().hex
        self._control = uuid.uuid4().hex
        #: Whether the kernel has said how its widgets are.
        self._is_told = False
        self._news = asyncio.Event()
        self._socket: WebSocketClientConnection | None = None
        self._listening: asyncio.Task[None]

    async def load(self) -> Self:
        """Connect, and ask for the states of all widgets; returns once the kernel has answered."""
        try:
            return await self._load()
        except BaseException:
            self.drop()  # a half-open page would keep its kernel
            raise

    def drop(self) -> None:
        """Let go of the connection, without waiting for its end."""
        if self._socket is not None:
            self._socket.close()

    async def _load(self) -> Self:
        address = self.visitor.address.replace("http", "ws", 1)
        url = f"{address}/api/kernels/{self.kernel}/channels?session_id={self._session}"
        with _translated("the websocket"):
            self._socket = await websocket_connect(
                HTTPRequest(url, headers=self.visitor.headers, connect_timeout=PATIENCE),
                subprotocols=[SUBPROTOCOL],
                max_message_size=_LARGEST,
            )
        self._listening = asyncio.create_task(self._listen())
        opening = {"comm_id": self._control, "target_name": "jupyter.widget.control", "data": {}}
        await self._send("comm_open", opening, _CONTROL)
        asking = {"comm_id": self._control, "data": {"method": "request_states"}}
        await self._send("comm_msg", asking, _CONTROL)
        await self.until(lambda: self._is_told, "the widgets")
        return self

    def widget(self, kind: str) -> Widget:
        """The page's widget of a kind, such as ``"Navigation"``."""
        found = next((each for each in self.widgets.values() if each.kind == kind), None)
        if found is None:
            raise PageFailed(f"the page has no {kind}")
        return found

    async def send(self, widget: Widget, content: dict[str, Any]) -> None:
        """Send a widget's Python half a message, as ``model.send`` does."""
        await self._tell(widget, {"method": "custom", "content": content})

    async def update(self, widget: Widget, **state: Any) -> None:
        """Change a widget's traits, as ``save_changes`` does."""
        await self._tell(widget, {"method": "update", "state": state, "buffer_paths": []})

    async def until(
        self, condition: Callable[[], bool], what: str, *, seconds: float = PATIENCE
    ) -> None:
        """Wait until what the kernel said makes a condition true.

        Raises
        ------
        PageFailed
            The connection was lost, or the time is over.
        """
        try:
            async with asyncio.timeout(seconds):
                while not condition():
                    if self.is_lost:
                        raise PageFailed(f"the connection was lost while waiting for {what}")
                    await self._news.wait()
        except TimeoutError as error:
            raise PageFailed(f"waited {seconds} s for {what}") from error

    async def close(self) -> None:
        """Close the tab, without a word to the server."""
        self.drop()
        await self._listening

    async def _tell(self, widget: Widget, data: dict[str, Any]) -> str:
        return await self._send("comm_msg", {"comm_id": widget.id, "data": data}, _WIDGETS)

    async def _send(self, kind: str, content: dict[str, Any], metadata: dict[str, Any]) -> str:
        header = {
            "msg_id": uuid.uuid4().hex,
            "msg_type": kind,
            "session": self._session,
            "username": "",
            "date": datetime.now(UTC).isoformat(),
            "version": "5.4",
        }
        message = Message("shell", header, content, metadata=metadata)
        assert self._socket
        with _translated("the websocket"):
            await self._socket.write_message(encode(message), binary=True)
        return str(header["msg_id"])

    async def _listen(self) -> None:
        assert self._socket
        while isinstance(frame := await self._socket.read_message(), bytes):
            self._hear(decode(frame))
            self._announce()
        self.is_lost = True
        self._announce()

    def _announce(self) -> None:
        news, self._news = self._news, asyncio.Event()
        news.set()

    def _hear(self, message: Message) -> None:
        state = message.content["execution_state"] if message.type == "status" else ""
        self.is_gone = self.is_gone or state in ("restarting", "dead")
        if message.type != "comm_msg":
            return
        data = message.content["data"]
        if message.content["comm_id"] == self._control:
            for id_, described in data.get("states", {}).items():
                self.widgets.setdefault(id_, Widget(id_, {})).state |= described["state"]
            self._is_told = True
        elif widget := self.widgets.get(message.content["comm_id"]):
            self._change(widget, data)

    def _change(self, widget: Widget, data: dict[str, Any]) -> None:
        if data.get("method") == "update":
            widget.state |= data["state"]
        elif data.get("method") == "custom":
            widget.messages.append(data["content"])
        self.on_change(widget)
