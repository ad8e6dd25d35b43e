"""Which proxies before a server are believed, and what they may say of whom they pass on.

Tornado believes whoever connects, and ``X-Real-Ip`` and ``X-Scheme`` too, which proxies pass on as
a visitor sent them. Here only named proxies are believed, and only ``X-Forwarded-For`` and
``X-Forwarded-Proto``.
"""

from __future__ import annotations

from collections.abc import Awaitable, Iterable
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPMessageDelegate,
    RequestStartLine,
    ResponseStartLine,
)

from ..errors import BadInput

Networks = tuple[IPv4Network | IPv6Network, ...]

ON_THIS_MACHINE: Networks = (ip_network("127.0.0.0/8"), ip_network("::1/128"))

_FOR, _PROTO = "X-Forwarded-For", "X-Forwarded-Proto"

_NEVER = ("X-Real-Ip", "X-Scheme")


def read_proxies(typed: Iterable[str]) -> Networks:
    """Addresses of proxies, or networks of them such as ``10.0.0.0/24``.

    Raises
    ------
    BadInput
        One is neither.
    """
    return tuple(_read(each) for each in typed)


def _read(typed: str) -> IPv4Network | IPv6Network:
    try:
        return ip_network(typed)
    except ValueError as error:
        raise BadInput(
            f"{typed!r} is not a proxy's address, such as 10.0.0.5 or the network 10.0.0.0/24."
        ) from error


def weigh(headers: HTTPHeaders, peer: str, proxies: Networks) -> None:
    """Leave in the headers what is true of the visitor: the last hop that is no known proxy."""
    believed = _among(proxies, peer)
    said = headers.get(_FOR, "") if believed else ""
    for name in _NEVER if believed else (*_NEVER, _FOR, _PROTO):
        headers.pop(name, None)
    hops = [each.strip() for each in said.split(",")]
    if said:
        headers[_FOR] = next((hop for hop in reversed(hops) if not _among(proxies, hop)), hops[0])


def _among(proxies: Networks, address: str) -> bool:
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return any(found in network for network in proxies)


class BehindProxies(HTTPServer):
    """A server that believes its ``proxies``, and nobody else; without any, nobody."""

    def initialize(self, *args: Any, **options: Any) -> None:
        self._proxies: Networks = options.pop("proxies")
        super().initialize(*args, **options | {"xheaders": bool(self._proxies)})

    def start_request(
        self, server_conn: object, request_conn: HTTPConnection
    ) -> HTTPMessageDelegate:
        asked = super().start_request(server_conn, request_conn)
        peer: str = request_conn.context.remote_ip  # type: ignore[attr-defined]
        return _Weighed(asked, peer, self._proxies) if self._proxies else asked


class _Weighed(HTTPMessageDelegate):
    """A request whose headers are weighed before tornado reads them."""

    def __init__(self, asked: HTTPMessageDelegate, peer: str, proxies: Networks) -> None:
        self._asked = asked
        self._peer = peer
        self._proxies = proxies

    def headers_received(
        self, start_line: RequestStartLine | ResponseStartLine, headers: HTTPHeaders
    ) -> Awaitable[None] | None:
        weigh(headers, self._peer, self._proxies)
        return self._asked.headers_received(start_line, headers)

    def data_received(self, chunk: bytes) -> Awaitable[None] | None:
        return self._asked.data_received(chunk)

    def finish(self) -> None:
        self._asked.finish()

    def on_connection_close(self) -> None:
        self._asked.on_connection_close()
