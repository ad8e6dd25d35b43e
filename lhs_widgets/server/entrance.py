"""The order in which pages get their kernels when many people come at once."""

from __future__ import annotations

import asyncio
import os
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from .memory import available_memory

#: Memory that stays free for those inside, in bytes; a page with its kernel takes far less.
RESERVE = 300 * 2**20

_LOOK_AGAIN = 1.0  # seconds between two looks: at the line, and at the memory while it is short

_AT_THE_DOOR = 1.0  # seconds that a form waits at most, for who sent it is told nothing meanwhile


class Entrance:
    """Lets pages start a few at a time, in order of arrival, while there is memory for them."""

    def __init__(
        self, *, at_once: int | None = None, available: Callable[[], int] | None = None
    ) -> None:
        self._all_places = self._places = at_once or 2 * (os.cpu_count() or 1)
        self._available = available or available_memory
        self._line: deque[asyncio.Event] = deque()
        self._door: deque[asyncio.Event] = deque()
        self._passed: deque[float] = deque()  # when those passed the door who have no page yet
        #: Whether the next page has its memory already.
        self.is_prepared: Callable[[], bool] = lambda: False

    @property
    def is_full(self) -> bool:
        """Whether one page more could cost those inside."""
        return self._available() < RESERVE and not self.is_prepared()

    @property
    def is_quiet(self) -> bool:
        """Whether nobody is coming in."""
        return self._places == self._all_places and not self._line

    async def pass_door(self) -> None:
        """Wait, with the form by which one joins, until those who sent it before have their page.

        If a full room's forms were all taken at once, nobody's page would come before all were.
        """
        mine = asyncio.Event()
        self._door.append(mine)
        end = time.monotonic() + _AT_THE_DOOR
        try:
            while self._must_wait(mine) and (left := end - time.monotonic()) > 0:
                mine.clear()
                await _either(mine.wait(), left)
        finally:
            self._door.remove(mine)
        self._passed.append(time.monotonic())
        self._open_door()

    def _must_wait(self, mine: asyncio.Event) -> bool:
        while self._passed and self._passed[0] < time.monotonic() - _AT_THE_DOOR:
            self._passed.popleft()  # they went elsewhere, or wait in line
        return self._door[0] is not mine or len(self._passed) >= self._all_places

    def _open_door(self) -> None:
        if self._door:
            self._door[0].set()

    @asynccontextmanager
    async def turn(self, tell: Callable[[int], None]) -> AsyncIterator[None]:
        """Wait for one's turn; ``tell`` is called with the number of people before one."""
        await self._wait(tell)
        self._places -= 1
        try:
            yield
        finally:
            self._places += 1
            self._let_in()
            if self._passed:
                self._passed.popleft()
            self._open_door()

    async def _wait(self, tell: Callable[[int], None]) -> None:
        if not self._line and self._places and not self.is_full:
            return
        mine = asyncio.Event()
        self._line.append(mine)
        try:
            while self._line[0] is not mine or not self._places or self.is_full:
                tell(self._line.index(mine))
                mine.clear()
                await _either(mine.wait(), _LOOK_AGAIN)
        finally:
            self._line.remove(mine)
            self._let_in()

    def _let_in(self) -> None:
        """Whoever is first may look again; those behind learn of their place each second."""
        if self._line:
            self._line[0].set()


async def _either(happening: object, seconds: float) -> None:
    try:
        await asyncio.wait_for(happening, seconds)  # type: ignore[arg-type]
    except TimeoutError:
        return
