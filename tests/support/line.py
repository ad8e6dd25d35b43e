"""A network line between a browser and a server that a test can cut without a word."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from dataclasses import dataclass, field

from tests.support.room import free_port


def _open_gate() -> threading.Event:
    gate = threading.Event()
    gate.set()
    return gate


@dataclass
class _Wire:
    """The two directions of the connections that were made over it."""

    there: threading.Event = field(default_factory=_open_gate)
    back: threading.Event = field(default_factory=_open_gate)
    requests: list[socket.socket] = field(default_factory=list)  # the browser's ends
    websockets: list[socket.socket] = field(default_factory=list)
    servers_ends: list[socket.socket] = field(default_factory=list)
    #: What the network itself answers to everything; None where it lets people through.
    answer: bytes | None = None
    sign_in: bytes = b""
    asked: list[bytes] = field(default_factory=list)
    holds_websockets: bool = False

    def mend(self) -> None:
        self.there.set()
        self.back.set()


class Line:
    """Forwards TCP connections to a port; while it is cut, bytes stay where they are."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.port = free_port()
        self._wire = _Wire()
        self._left: list[_Wire] = []
        self._is_closed = False
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        self._wire.there.clear()
        self._wire.back.clear()

    def cut_answers(self) -> None:
        """What the browser says still arrives; it hears nothing."""
        self._wire.back.clear()

    def mend(self) -> None:
        self._wire.mend()

    def tell_the_server(self) -> None:
        """End the connections at the server's side only, as a proxy does that lost the phone."""
        _end(self._wire.servers_ends)

    def tell_the_browser(self, *, of_websockets: bool = True) -> None:
        """End the connections at the browser's side only, as a phone does that lost the network."""
        _end(self._wire.requests + (self._wire.websockets if of_websockets else []))

    def change_networks(self) -> None:
        """New connections pass; those of before stay silent, and neither side is told."""
        self._go_to(_Wire())

    def answer_itself(self, answer: bytes, *, sign_in: bytes = b"") -> None:
        """The phone is on a Wi-Fi that answers everything itself until someone has signed in;
        ``sign_in`` is what is at ``/guest`` there."""
        self._lose_to(_Wire(answer=answer, sign_in=sign_in))

    def times_asked(self, what: bytes) -> int:
        """How often the network, which answers itself, was asked for this."""
        return sum(what in request for request in self._wire.asked)

    def hold_websockets(self) -> None:
        """The phone is on a Wi-Fi where requests pass, and websockets are neither let in nor
        refused."""
        self._lose_to(_Wire(holds_websockets=True))

    def deliver_late(self) -> None:
        """What was still under way in the networks of before arrives after all."""
        for wire in self._left:
            wire.mend()

    def close(self) -> None:
        self._is_closed = True
        self.mend()
        self.deliver_late()
        self._listener.close()
        for wire in (*self._left, self._wire):
            ends = wire.requests + wire.websockets + wire.servers_ends
            _end(ends)
            for end in ends:
                end.close()

    def _go_to(self, wire: _Wire) -> None:
        self.cut()
        self._left.append(self._wire)
        self._wire = wire

    def _lose_to(self, wire: _Wire) -> None:
        """The browser hears that its connections ended once no other network is left to it."""
        self._go_to(wire)
        for left in self._left:
            _end(left.requests + left.websockets)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                threading.Thread(target=self._join, args=(near, self._wire), daemon=True).start()

    def _join(self, near: socket.socket, wire: _Wire) -> None:
        wire.there.wait()
        if self._is_closed:
            near.close()
            return
        if wire.answer is not None:
            with suppress(OSError):
                asked = near.recv(65536)
                wire.asked.append(asked)
                near.sendall(wire.sign_in if b"GET /guest" in asked else wire.answer)
            _end([near])
            near.close()
            return
        try:
            far = socket.create_connection(("127.0.0.1", self.target))
        except OSError:
            near.close()
            return
        wire.servers_ends.append(far)
        is_websocket = b"/channels" in near.recv(1000, socket.MSG_PEEK)
        (wire.websockets if is_websocket else wire.requests).append(near)
        if is_websocket and wire.holds_websockets:
            return
        for one, other, gate in ((near, far, wire.there), (far, near, wire.back)):
            threading.Thread(target=_forward, args=(one, other, gate), daemon=True).start()


def _forward(source: socket.socket, sink: socket.socket, gate: threading.Event) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            gate.wait()
            sink.sendall(data)
    gate.wait()  # that a connection has ended is news too
    _end([source, sink])
    source.close()  # the other direction closes the other end


def _end(sockets: list[socket.socket]) -> None:
    for end in sockets:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
