"""Linux's merging of equal memory (KSM), which only its administrator can switch on."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

_SETTINGS = Path("/sys/kernel/mm/ksm")
#: Switched on; and forty times the pages looked at each time, so that it is soon done.
_WANTED = {"pages_to_scan": "4000", "run": "1"}
_LOOK, _PATIENCE = 4.0, 60.0  # seconds
_STILL = 0.01  # a change of merged pages from one look to the next, by which merging is over


def row(contender: str) -> str:
    """What a table calls a contender whose equal memory is merged."""
    return f"{contender}, merged"


def can_switch() -> bool:
    """Whether this user may switch it on here."""
    try:
        with (_SETTINGS / "run").open("r+"):
            return True
    except OSError:
        return False


@contextlib.contextmanager
def switched_on() -> Iterator[None]:
    """Merge equal memory of all processes that agree to it; afterwards all is as before."""
    before = {name: (_SETTINGS / name).read_text() for name in _WANTED}
    try:
        for name, value in _WANTED.items():
            (_SETTINGS / name).write_text(value)
        yield
    finally:
        for name, value in before.items():
            (_SETTINGS / name).write_text(value)


async def merged() -> None:
    """Wait until hardly any more is merged."""
    end = time.monotonic() + _PATIENCE
    seen = -1.0
    while time.monotonic() < end:
        now = float((_SETTINGS / "pages_sharing").read_text())
        if now and abs(now - seen) < _STILL * now:
            return
        seen = now
        await asyncio.sleep(_LOOK)
