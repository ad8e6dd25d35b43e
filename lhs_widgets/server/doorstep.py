"""How many kernels wait: two for whoever comes, and one for each person at the door.

People read the join page for a while before they are in. In that time a kernel is prepared for
them, so that their page is there when they press the button.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress

from ..forkserver.waiting import WaitingRoom
from .entrance import RESERVE, Entrance
from .memory import available_memory

ALWAYS = 2
MOST = 60
_PATIENCE = 600.0  # seconds after which who has opened the join page is thought to have left


class Doorstep:
    """Counts who is at the door, and keeps that many kernels waiting while there is memory."""

    def __init__(
        self, room: WaitingRoom, entrance: Entrance, available: Callable[[], int] | None = None
    ) -> None:
        self._room = room
        self._entrance = entrance
        self._available = available or available_memory
        self._came: deque[float] = deque()
        room.has_time = lambda: entrance.is_quiet and self._has_memory()
        entrance.is_prepared = lambda: len(room) > 0

    def came(self) -> None:
        """Someone who is not in yet looks at the join page."""
        self._came.append(time.monotonic())
        self.look()

    def went_in(self) -> None:
        """Someone has their page."""
        with suppress(IndexError):
            self._came.popleft()
        self.look()

    def look(self) -> None:
        """Forget who has left; when memory is short, let waiting kernels go for those inside."""
        while self._came and self._came[0] < time.monotonic() - _PATIENCE:
            self._came.popleft()
        wanted = min(ALWAYS + len(self._came), MOST)
        self._room.keep(wanted if self._has_memory() else 0)

    def _has_memory(self) -> bool:
        return self._available() > 2 * RESERVE
