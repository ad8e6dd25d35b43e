"""What ``lhs doctor`` looks at."""

from __future__ import annotations

import shutil
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from jupyter_client.kernelspec import KernelSpecManager

from ..deck import built_in_decks, load_deck
from ..errors import LHSError
from ..store.backends import SAVED
from .entrance import RESERVE
from .memory import available_memory, can_merge
from .settings import Settings

#: A workshop takes megabytes; what is kept free is for the log of a long day, and for a backup.
_LEAST_DISK = 500 * 2**20

#: What an open page takes, in bytes; measured in ``docs/performance.md``.
_PAGE = 30 * 2**20

_SMALL_ROOM = 10


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
        *([("files", _files), ("disk", _disk)] if settings.folder else []),
        ("memory", _memory),
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
        store.check()
        return f"{len(store.workshops())} workshops in {settings.where}, and it is whole"


def _files(settings: Settings) -> str:
    """Whether only the owner can read what is saved."""
    saved = settings.folder_for("Files are looked at") / SAVED
    found = [saved, *saved.iterdir()] if saved.is_dir() else []
    open_to_others = [file for file in found if file.stat().st_mode & 0o077]
    if open_to_others:
        raise LHSError(f"Others can read {open_to_others[0]}: run `chmod -R go= {saved}`.")
    return "only their owner can read them"


def _disk(settings: Settings) -> str:
    folder = settings.folder_for("The disk is looked at")
    free = shutil.disk_usage(folder).free
    if free < _LEAST_DISK:
        raise LHSError(f"Only {_in_words(free)} are free at {folder}: make room.")
    return f"{_in_words(free)} free"


def _memory(_: Settings) -> str:
    """How many people can take part at once, each with an open page."""
    people = max(0, available_memory() - RESERVE) // _PAGE
    if people < _SMALL_ROOM:
        raise LHSError(f"There is memory for about {people} people only: close other programs.")
    enough = f"enough for about {people} people" if people < 2000 else "enough"
    more = ", or more if equal memory is merged: docs/deployment.md" if can_merge() else ""
    return enough + more


def _in_words(size: int) -> str:
    return f"{size / 2**30:.1f} GB"


def _kept(settings: Settings) -> str:
    """Whether some workshops are kept longer than was meant: a reminder, and no fault."""
    today = datetime.now().astimezone().date()
    with settings.make_store() as store:
        codes = [entry.code for entry in store.workshops()]
        due = [code for code in codes if store.record(code).walk().is_due(today)]
    if not due:
        return "no workshop is kept longer than was meant"
    return f"to be erased by now: {', '.join(due)}; export what you need, then `lhs erase CODE`"


def _port(settings: Settings) -> str:
    address = urlsplit(settings.address)
    port = address.port or (443 if address.scheme == "https" else 80)
    with socket.socket() as probe:
        probe.settimeout(1)
        try:
            answers = probe.connect_ex((address.hostname or "127.0.0.1", port)) == 0
        except socket.gaierror as error:
            raise LHSError(
                f"This machine doesn't know {address.hostname}: let the name lead to the proxy."
            ) from error
    return f"{port} answers: a server is running" if answers else f"{port} is free"
