"""Reading a message from the browser: what it holds is untrusted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import uuid4

from ..errors import Refused
from ..workshop import Event, Stamp, Workshop

Message = Mapping[str, Any]
Command = Callable[[Workshop, Message, Stamp], list[Event]]


def text(message: Message, name: str, otherwise: str = "") -> str:
    value = message.get(name, otherwise)
    if not isinstance(value, str):
        raise Refused("not-understood", f"{name} is not a text.")
    return value


def flag(message: Message, name: str, *, default: bool = False) -> bool:
    return message.get(name, default) is True


def number(message: Message, name: str) -> int:
    value = message.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise Refused("not-understood", f"{name} is not a whole number.")
    return value


def another(stamp: Stamp) -> Stamp:
    """A stamp for one more event of the same command."""
    return replace(stamp, id=str(uuid4()))
