"""Pages over a real store, without a browser: what a widget sends is gathered."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from lhs_widgets.session import FacilitatorPage, Invitation, ParticipantPage, WallPage
from lhs_widgets.store import Record
from tests.support.workshops import join

INVITATION = Invitation("http://room:8866/join/KDM7RT", "http://room:8866/wall/KDM7RT", "data:,")


class Browser:
    """Stands for the browser of a page: it sends messages, and keeps those it gets."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.heard: list[dict[str, Any]] = []
        for widget in page.widgets:
            widget.send = self.heard.append

    def say(self, widget: Any, **content: Any) -> None:
        """A message as it comes from the browser, through the widget's guarded entry."""
        widget._hear(widget, content, [])

    def sees(self) -> str:
        """Everything the browser is told: the state of every widget, and the messages."""
        states = [
            {key: value for key, value in widget.get_state().items() if key not in ("_esm", "_css")}
            for widget in self.page.widgets
        ]
        return json.dumps([states, self.heard], default=str, ensure_ascii=False)


@pytest.fixture
def ada(record: Record) -> ParticipantPage:
    """Ada's page, at the last step."""
    return ParticipantPage(record, join(record, "p-ada"), return_code="BDFG", leave="/leave/K")


@pytest.fixture
def phone(ada: ParticipantPage) -> Browser:
    return Browser(ada)


@pytest.fixture
def facilitator(record: Record) -> FacilitatorPage:
    return FacilitatorPage(record, INVITATION)


@pytest.fixture
def wall(record: Record) -> WallPage:
    return WallPage(record, INVITATION)


Change = Callable[..., dict[str, Any]]


@pytest.fixture
def change() -> Change:
    """A change to a winning condition, as the browser sends it."""

    def make(change: str = "change-1", text: str = "Time", **more: Any) -> dict[str, Any]:
        entry = {"id": "answer-1", "step": "conditions", "language": "en", "text": text}
        entry |= {key: more.pop(key) for key in tuple(more) if key in ("id", "step", "ratings")}
        return {"type": "change", "id": change, "action": "save", "entry": entry, **more}

    return make
