"""Participants and a facilitator who use the walk through its protocol, as their pages would."""

from __future__ import annotations

import asyncio
import time
import uuid
from typing import Any, Self

from . import client
from .client import Page, PageFailed, Visitor, Widget

#: Seconds without an answer before a change is sent again, as in ``widgets/outbox.js``.
SENT_AGAIN = 4.0


class Participant:
    """Someone on the walk, who goes along when the group moves."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._navigation = page.widget("Navigation")
        self._group = self._navigation.state["walk"]["group"]["step"]
        self._going: set[asyncio.Task[None]] = set()
        #: How often a change left, those that were sent again included.
        self.sent = 0
        page.on_change = self._follow

    @classmethod
    async def join(cls, address: str, code: str) -> Self:
        """Come in by the form, up to a page that is ready."""
        visitor = Visitor(address)
        await visitor.join(code)
        return cls(await visitor.open(f"/walk/{code}"))

    def is_at(self, step: str) -> bool:
        """Whether the page shows this step."""
        return any(
            widget.state.get("shown") and widget.state.get("step", {}).get("id") == step
            for widget in self.page.widgets.values()
        )

    async def arrive(self, step: str) -> None:
        await self.page.until(lambda: self.is_at(step), f"the step {step}")

    async def save(self, kind: str, step: str, text: str) -> None:
        """Write an answer of a kind, such as ``"WinningConditions"``; returns once it is saved."""
        entry = {"id": str(uuid.uuid4()), "step": step, "language": "en", "text": text}
        await self._change(self.page.widget(kind), "save", entry)

    async def close(self) -> None:
        await self.page.close()

    async def _change(self, widget: Widget, action: str, entry: dict[str, Any]) -> None:
        id_ = str(uuid.uuid4())
        change = {"type": "change", "id": id_, "action": action, "entry": entry}
        saved = {"type": "saved", "id": id_}
        give_up = time.monotonic() + client.PATIENCE
        while saved not in widget.messages:
            await self.page.send(widget, change)
            self.sent += 1
            try:
                await self.page.until(
                    lambda: saved in widget.messages, "the answer to be saved", seconds=SENT_AGAIN
                )
            except PageFailed:
                if self.page.is_lost or time.monotonic() > give_up:
                    raise

    def _follow(self, widget: Widget) -> None:
        """What ``navigation.js`` does: go along when the facilitator moves everyone."""
        if widget is not self._navigation:
            return
        walk = widget.state["walk"]
        moved, self._group = walk["group"]["step"] != self._group, walk["group"]["step"]
        if moved and walk["here"] != self._group:
            message = {"type": "go", "step": self._group}
            task = asyncio.create_task(self.page.send(widget, message))
            self._going.add(task)
            task.add_done_callback(self._going.discard)


class Facilitator:
    """Someone at the console."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.console = page.widget("Console")

    @classmethod
    async def open(cls, link: str) -> Self:
        """Open the console with the secret link."""
        address, _, path = link.partition("/facilitate")
        return cls(await Visitor(address).open(f"/facilitate{path}"))

    async def move(self, step: str) -> None:
        """Press “Move everyone here”; returns as soon as it is sent."""
        await self.page.send(self.console, {"type": "do", "does": "move", "step": step})

    async def count(self, number: int) -> None:
        """Wait until the console counts this many answers."""

        def is_counted() -> bool:
            return len(self.console.state["live"]["answers"]) >= number

        await self.page.until(is_counted, f"{number} answers on the console")

    async def close(self) -> None:
        await self.page.close()
