"""What ``lhs doctor`` looks at."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from jupyter_client.kernelspec import KernelSpecManager

from ..deck import built_in_decks, load_deck
from ..errors import LHSError
from .settings import Settings


@dataclass(frozen=True)
class Finding:
    """One thing looked at: whether it is good, and what was seen or what to do."""

    what: str
    good: bool
    said: str


def examine(settings: Settings) -> list[Finding]:
    """Look at everything a workshop needs."""
    looks: list[tuple[str, Callable[[Settings], str]]] = [
        ("Python", _python),
        ("decks", _decks),
        ("kernel", _kernel),
        ("store", _store),
        ("kept", _kept),
        ("port", _port),
    ]
    return [_look(what, look, settings) for what, look in looks]


def _look(what: str, look: Callable[[Settings], str], settings: Settings) -> Finding:
    try:
        return Finding(what, True, look(settings))
    except LHSError as error:
        return Finding(what, False, str(error))


def _python(_: Settings) -> str:
    return sys.version.split()[0]


def _decks(_: Settings) -> str:
    return ", ".join(f"{name} {load_deck(name).version}" for name in built_in_decks())


def _kernel(_: Settings) -> str:
    if "python3" not in KernelSpecManager().find_kernel_specs():
        raise LHSError("No Python kernel is installed: install the package ipykernel.")
    return "python3 is installed"


def _store(settings: Settings) -> str:
    with settings.make_store() as store:
        return f"{len(store.workshops())} workshops in {settings.data}"


def _kept(settings: Settings) -> str:
    """Whether some workshops are kept longer than was meant: a reminder, and no fault."""
    today = datetime.now().astimezone().date()
    with settings.make_store() as store:
        codes = [entry.code for entry in store.workshops()]
        due = [code for code in codes if store.record(code).state_for("").is_due(today)]
    if not due:
        return "no workshop is kept longer than was meant"
    return f"to be erased by now: {', '.join(due)}; export what you need, then `lhs erase CODE`"


def _port(settings: Settings) -> str:
    address = urlsplit(settings.address)
    port = address.port or 80
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex((address.hostname or "127.0.0.1", port)) == 0:
            return f"{port} answers: a server is running"
    return f"{port} is free"
