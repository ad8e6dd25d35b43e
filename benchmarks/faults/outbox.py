"""Changes on their way to the store, as ``widgets/outbox.js`` keeps them in the browser.

Of an answer, one version is on its way at a time: it is sent again under its id until it is
confirmed, and only then a newer version leaves.
"""

from __future__ import annotations

import itertools
import math
import uuid
from dataclasses import dataclass, field
from typing import Any

from ..people import SENT_AGAIN

#: Numbers the moments of a run, of all people together.
_moments = itertools.count(1)


@dataclass
class Change:
    """One version of an answer."""

    answer: str
    text: str
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    #: When it was first sent and when it was called saved, as numbers in one order; 0 for not yet.
    left: int = 0
    confirmed: int = 0
    last_sent: float = -math.inf
    #: Whether nothing is to come of it any more: it was answered, or newer words took its place.
    is_settled: bool = False

    def message(self, step: str) -> dict[str, Any]:
        """What the page sends to its widget."""
        entry = {"id": self.answer, "step": step, "language": "en", "text": self.text}
        return {"type": "change", "id": self.id, "action": "save", "entry": entry}


class Outbox:
    """What one person wrote; everything that ever left stays in ``sent``."""

    def __init__(self) -> None:
        self.sent: list[Change] = []
        self.refused: list[str] = []
        self._leaving: dict[str, Change] = {}  # by answer
        self._waiting: dict[str, Change] = {}

    def changes_now(self) -> list[Change]:
        """What is not called saved yet."""
        return [*self._leaving.values(), *self._waiting.values()]

    def save(self, answer: str, text: str) -> None:
        """Keep a new version; one that waited before it never leaves."""
        if answer in self._waiting:
            self._waiting[answer].is_settled = True
        self._waiting[answer] = Change(answer, text)

    def due(self, now: float) -> list[Change]:
        """What has to be sent now, for the first time or again."""
        for answer in [each for each in self._waiting if each not in self._leaving]:
            change = self._leaving[answer] = self._waiting.pop(answer)
            change.left = next(_moments)
            self.sent.append(change)
        late = [each for each in self._leaving.values() if now - each.last_sent >= SENT_AGAIN]
        for change in late:
            change.last_sent = now
        return late

    def send_all_again(self) -> None:
        """The page has its connection again: nothing waits for its turn."""
        for change in self._leaving.values():
            change.last_sent = -math.inf

    def hear(self, message: dict[str, Any]) -> None:
        """What the widget says of a change; of one confirmed before, it is a repeat."""
        found = next((c for c in self._leaving.values() if c.id == message.get("id")), None)
        if found is None or message.get("type") not in ("saved", "refused"):
            return
        del self._leaving[found.answer]
        found.is_settled = True
        if message["type"] == "saved":
            found.confirmed = next(_moments)
        else:
            self.refused.append(str(message.get("sentence")))
