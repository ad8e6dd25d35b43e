"""The people of a large room, played by their protocol."""

from __future__ import annotations

import asyncio
import random
import time
from typing import Any
from urllib.parse import urljoin

from tornado.httpclient import AsyncHTTPClient, HTTPRequest

from ..client import Page, PageFailed, Visitor, Widget
from ..people import Participant

#: What a newcomer is told while there is no memory for one page more.
WAIT = "The room is full just now."


class Guest(Participant):
    """Someone who writes one answer at each step, in several versions, and votes."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._together: Widget = page.widget("Together")

    @property
    def board(self) -> dict[str, Any]:
        """What the group makes of the step, as this page shows it."""
        return dict(self._together.state["board"])

    async def rewrite(self, kind: str, step: str, answer: str, text: str) -> float:
        """Save a version of an answer; the seconds until it is confirmed."""
        start = time.perf_counter()
        entry = {"id": answer, "step": step, "language": "en", "text": text}
        await self._change(self.page.widget(kind), "save", entry)
        return time.perf_counter() - start

    async def vote(self, step: str, chance: random.Random) -> float:
        """Rate an idea on both scales; the seconds until the ballot is confirmed."""
        start = time.perf_counter()
        asked, option = self.board["ballot"], chance.choice(self.board["options"])["id"]
        rated = {each["id"]: chance.choice(each["points"])["value"] for each in asked["scales"]}
        ballot = {"stage": asked["stage"], "round": asked["round"], "ratings": {option: rated}}
        entry = {"id": f"ballot-{step}", "kind": "ballot", "step": step, "ballot": ballot}
        await self._change(self._together, "save", entry)
        return time.perf_counter() - start

    def is_shown(self, step: str) -> bool:
        """Whether this page has the answers of a step."""
        return self.board.get("step") == step and bool(self.board.get("options"))

    def is_asked(self, step: str) -> bool:
        """Whether this page has the ballot of a step."""
        return self.is_shown(step) and bool(self.board.get("votes"))

    def has_results(self, step: str) -> bool:
        return self.is_shown(step) and bool(self.board.get("results"))


class Newcomer:
    """Someone who comes while the room is full, and stays at the door."""

    def __init__(self, address: str, code: str) -> None:
        self._visitor = Visitor(address)
        self._code = code
        self._heard = ""
        self.is_in = False

    @property
    def was_told_to_wait(self) -> bool:
        return WAIT in self._heard

    async def come(self) -> None:
        """Join and ask for the page; returns once it is there, however long that takes."""
        await self._visitor.get(f"/join/{self._code}")
        await self._visitor.join(self._code)
        await AsyncHTTPClient(force_instance=True).fetch(
            HTTPRequest(
                urljoin(self._visitor.address, f"/walk/{self._code}"),
                headers=self._visitor.headers,
                request_timeout=300,
                streaming_callback=self._hear,
            )
        )
        self.is_in = "light-page" in self._heard

    def _hear(self, data: bytes) -> None:
        self._heard += data.decode("utf-8", "replace")


async def join(address: str, code: str, *, patience: float = 120) -> tuple[Guest, float]:
    """Look at the form, send it, and open the page; with the seconds from the form to the page."""
    visitor = Visitor(address)
    start = time.perf_counter()
    await visitor.get(f"/join/{code}")
    try:
        async with asyncio.timeout(patience):
            await visitor.join(code)
            return Guest(await visitor.open(f"/walk/{code}")), time.perf_counter() - start
    except TimeoutError as error:
        raise PageFailed(f"joining took more than {patience:.0f} s") from error
