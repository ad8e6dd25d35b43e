"""Messages between a server and its template: JSON after its length, on a Unix socket.

=====================  =================================================  =======================
who sends              message                                            when
=====================  =================================================  =======================
template               ``ready``, ``failed`` (module: error)              once, after preloading
server                 ``id``, ``arguments``, ``cwd``, ``env``            for each kernel
the new kernel         ``id``, ``pid``                                    its sockets are bound
template               ``id``, ``error``                                  it could not fork
template               ``id``, ``exit``                                   that kernel has ended
=====================  =================================================  =======================
"""

from __future__ import annotations

import json
import socket
from typing import Any

Message = dict[str, Any]

_LENGTH = 4


def send(channel: socket.socket, message: Message) -> None:
    """Send one message; short ones never mix with those of another process on the same end."""
    data = json.dumps(message).encode()
    channel.sendall(len(data).to_bytes(_LENGTH, "big") + data)


def receive(channel: socket.socket) -> Message | None:
    """The next message; None when the other side is gone."""
    length = _exactly(channel, _LENGTH)
    data = length and _exactly(channel, int.from_bytes(length, "big"))
    if not data:
        return None
    message: Message = json.loads(data)
    return message


def _exactly(channel: socket.socket, size: int) -> bytes | None:
    parts = []
    while size:
        try:
            part = channel.recv(size)
        except ConnectionResetError:
            return None
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
