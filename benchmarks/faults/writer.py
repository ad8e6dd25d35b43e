"""Someone on the walk who writes all the time, over a line on which anything may happen.

The page is played as its scripts do it: the outbox keeps what is not confirmed; a pulse asks
whether the kernel lives; a lost socket is opened again, and a page without a kernel is fetched
again (``static/connection.js`` and ``host.js`` of the light page).
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import random
import time
from typing import Self

from ..client import Page, PageFailed, Visitor, Widget
from ..contenders import STEP
from .outbox import Outbox

_PULSE_EVERY = 2.0
_PULSE_PATIENCE = 2.0
_PAGE_PATIENCE = 60.0
_LOOK = 0.1
_ANSWERS = 6
_KIND = "WinningConditions"


class Writer:
    """One person: the page that is open just now, and the outbox that outlives it."""

    def __init__(self, visitor: Visitor, path: str, name: str, chance: random.Random) -> None:
        self.outbox = Outbox()
        self.name = name
        #: Times the page was fetched again because its kernel was gone.
        self.renewals = -1
        self._visitor = visitor
        self._path = path
        self._chance = chance
        self._versions = itertools.count(1)
        self._asked = 0.0
        self._suspect = False

    @classmethod
    async def join(cls, address: str, code: str, name: str, chance: random.Random) -> Self:
        """Come in by the form."""
        visitor = Visitor(address)
        await visitor.join(code)
        return cls(visitor, f"/walk/{code}?at={STEP}", name, chance)

    def write(self) -> None:
        """A new answer, or new words in one of before; no two versions have the same words."""
        answer = f"{self.name}-{self._chance.randrange(_ANSWERS)}"
        self.outbox.save(answer, f"{answer} version {next(self._versions)}")

    async def write_on(self) -> None:
        """Write as people do, until cancelled."""
        while True:
            await asyncio.sleep(self._chance.uniform(0.5, 4))
            self.write()

    async def stay(self) -> None:
        """Keep a page open, whatever happens to it, until cancelled."""
        attempt = 0
        while True:
            page = None
            try:
                async with asyncio.timeout(_PAGE_PATIENCE):
                    page = await self._visitor.open(self._path)
                attempt, self.renewals = 0, self.renewals + 1
                page = await self._use(page)
            except (PageFailed, TimeoutError):
                wait = min(0.5 * 2**attempt, 5.0) * self._chance.uniform(0.5, 1.5)
                attempt += 1
                await asyncio.sleep(wait)
            finally:
                if page:
                    page.drop()

    async def _use(self, page: Page) -> Page:
        """Send and listen over a page and its reopened connections until its kernel is gone."""
        widget = self._connected(page)
        while not page.is_gone:
            with contextlib.suppress(PageFailed):
                for change in self.outbox.due(time.monotonic()):
                    await page.send(widget, change.message(STEP))
            await asyncio.sleep(_LOOK)
            if page.is_lost or time.monotonic() - self._asked > _PULSE_EVERY:
                reached = await self._pulse(page)
                if reached is None:
                    break
                self._suspect = self._suspect or not reached
                if reached and (self._suspect or page.is_lost):
                    page = await self._reopened(page)
                    widget = self._connected(page)
        return page

    def _connected(self, page: Page) -> Widget:
        """Hear this page from now on; nothing waits for its turn."""
        self._suspect = False
        self._asked = time.monotonic()
        page.on_change = self._hear
        self.outbox.send_all_again()
        return page.widget(_KIND)

    async def _reopened(self, page: Page) -> Page:
        states = {id_: widget.state for id_, widget in page.widgets.items()}
        page.drop()
        async with asyncio.timeout(_PAGE_PATIENCE):
            return await Page(self._visitor, page.kernel, states).load()

    async def _pulse(self, page: Page) -> bool | None:
        """Whether the server answers for the kernel; None if the kernel is gone."""
        self._asked = time.monotonic()
        try:
            async with asyncio.timeout(_PULSE_PATIENCE):
                status = (await self._visitor.get(f"/pulse/{page.kernel}")).status
        except (PageFailed, TimeoutError):
            await asyncio.sleep(_LOOK)
            return False
        return None if status in (403, 404) else status < 300

    def _hear(self, widget: Widget) -> None:
        while widget.messages:
            self.outbox.hear(widget.messages.pop(0))
