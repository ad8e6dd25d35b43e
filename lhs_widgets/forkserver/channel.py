"""Messages between a server and its template: JSON after its length, on a Unix socket.

=====================  =================================================  =======================
who sends              message                                            when
=====================  =================================================  =======================
template               ``ready``, ``failed`` (module: error)              once, after preloading
server                 ``id``, ``arguments``, ``cwd``, ``env``            for each kernel
the new kernel         ``id``, ``pid``                                    it hears its client
template               ``id``, ``error``                                  it could not fork
template               ``id``, ``exit``                                   that kernel has ended
=====================  =================================================  =======================

A kernel that is prepared before it is needed comes with a line of its own, a socket that travels
with the request; what the kernel is for is said on it later, in the same words as a request.
"""

from __future__ import annotations

import json
import os
import socket
from typing import Any

Message = dict[str, Any]

#: Under this name a received message has the socket that came with it.
LINE = "line"

_LENGTH = 4


def send(channel: socket.socket, message: Message, line: socket.socket | None = None) -> None:
    """Send one message; short ones never mix with those of another process on the same end."""
    data = json.dumps(message).encode()
    data = len(data).to_bytes(_LENGTH, "big") + data
    if line:
        sent = socket.send_fds(channel, [data], [line.fileno()])
        data = data[sent:]
    channel.sendall(data)


def receive(channel: socket.socket) -> Message | None:
    """The next message; None when the other side is gone."""
    try:
        length, descriptors, _, _ = socket.recv_fds(channel, _LENGTH, 1)
    except ConnectionResetError:
        return None
    rest = _exactly(channel, _LENGTH - len(length)) if length else None
    data = rest is not None and _exactly(channel, int.from_bytes(length + rest, "big"))
    if not data:
        return None
    message: Message = json.loads(data)
    for descriptor in descriptors:
        os.set_inheritable(descriptor, False)
        message[LINE] = socket.socket(fileno=descriptor)
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
