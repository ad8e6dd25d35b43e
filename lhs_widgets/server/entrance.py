"""The order in which pages get their kernels when many people come at once."""

from __future__ import annotations

import asyncio
import os
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from .memory import available_memory

#: Memory that stays free for those inside, in bytes; a page with its kernel takes far less.
RESERVE = 300 * 2**20

_LOOK_AGAIN = 1.0  # seconds between two looks at the memory while it is short


class Entrance:
    """Lets pages start a few at a time, in order of arrival, while there is memory for them."""

    def __init__(
        self, *, at_once: int | None = None, available: Callable[[], int] | None = None
    ) -> None:
        self._all_places = self._places = at_once or 2 * (os.cpu_count() or 1)
        self._available = available or available_memory
        self._line: deque[asyncio.Event] = deque()
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
        for waiting in self._line:
            waiting.set()


async def _either(happening: object, seconds: float) -> None:
    try:
        await asyncio.wait_for(happening, seconds)  # type: ignore[arg-type]
    except TimeoutError:
        return
