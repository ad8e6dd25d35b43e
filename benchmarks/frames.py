"""Frames of ``v1.kernel.websocket.jupyter.org``: how Jupyter's messages travel over a websocket.

A frame is a row of little-endian 64-bit words (how many offsets follow, then the offsets), then the
channel's name, header, parent header, metadata, content and any buffers.
"""

from __future__ import annotations

import itertools
import json
import struct
from dataclasses import dataclass, field
from typing import Any

SUBPROTOCOL = "v1.kernel.websocket.jupyter.org"


@dataclass(frozen=True)
class Message:
    """One message of the Jupyter protocol."""

    channel: str
    header: dict[str, Any]
    content: dict[str, Any] = field(default_factory=dict)
    parent_header: dict[str, Any] = field(default_factory=dict)
    metadata: dict[str, Any] = field(default_factory=dict)
    buffers: tuple[bytes, ...] = ()

    @property
    def type(self) -> str:
        return str(self.header.get("msg_type", ""))


def encode(message: Message) -> bytes:
    """The frame of a message."""
    jsons = (message.header, message.parent_header, message.metadata, message.content)
    parts = [
        message.channel.encode(),
        *(json.dumps(each).encode() for each in jsons),
        *message.buffers,
    ]
    start = 8 * (len(parts) + 2)
    offsets = list(itertools.accumulate(map(len, parts), initial=start))
    return struct.pack(f"<{len(offsets) + 1}Q", len(offsets), *offsets) + b"".join(parts)


def decode(frame: bytes) -> Message:
    """The message in a frame.

    Raises
    ------
    ValueError
        The bytes are not a frame.
    """
    try:
        (count,) = struct.unpack_from("<Q", frame)
        offsets = struct.unpack_from(f"<{count}Q", frame, 8)
    except struct.error as error:
        raise ValueError("this is not a frame") from error
    parts = [frame[start:end] for start, end in itertools.pairwise(offsets)]
    if len(parts) < 5:
        raise ValueError("a frame has a channel and four dictionaries")
    header, parent, metadata, content = (json.loads(part) for part in parts[1:5])
    return Message(parts[0].decode(), header, content, parent, metadata, tuple(parts[5:]))
