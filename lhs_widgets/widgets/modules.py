"""What the widgets send to the browser."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..modules import bare, joined
from .symbols import symbols

HERE = Path(__file__).parent

#: The parts of the stylesheet in the order in which they apply.
STYLES = (
    "colours",
    "scale",
    "base",
    "words",
    "controls",
    "ratings",
    "roles",
    "items",
    "saving",
    "walk",
    "stages",
    "console",
    "wall",
    "holding",
    "prepare",
    "pages",
    "contrast",
)


@cache
def module(stem: str) -> str:
    """The module ``stem``.js with what it imports."""
    return joined(HERE / f"{stem}.js")


@cache
def stylesheet() -> str:
    """The one stylesheet of all widgets and pages."""
    parts = ((HERE / "style" / f"{part}.css").read_text("utf-8") for part in STYLES)
    return bare("\n".join([*parts, symbols()]))
