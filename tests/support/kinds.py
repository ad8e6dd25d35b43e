"""A deck with every general kind of activity, and answers to each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lhs_widgets.workshop import Contribution

KINDS_DECK = (Path(__file__).parent / "kinds_deck.yaml").read_text("utf-8")

#: A good answer to each kind of activity, as a browser sends it.
GOOD: dict[str, dict[str, Any]] = {
    "k-sort": {"item": "visit", "bin": "together"},
    "k-place": {"item": "visit", "ratings": {"there": 2, "linked": 3}},
    "k-choose": {"item": "visit", "rank": 1},
    "k-write": {"item": "best", "text": "Nobody waits alone"},
    "k-fill": {"cells": {"what": "Read letters aloud", "who": ["patient"], "box": ["alone"]}},
    "k-rows": {"item": "visit", "cells": {"meaning": "We meet before we decide"}},
    "k-map": {"text": "A neighbour", "bin": "person"},
}


def answer(step: str, identifier: str, **more: Any) -> Contribution:
    """A good answer to a step, with some of it changed."""
    data = {"id": identifier, "step": step, "language": "en", **GOOD[step], **more}
    return Contribution.model_validate(data)
