"""What the widgets send to the browser."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..modules import bare, bundled, joined
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

#: The widgets of each app's page, by the stems of their modules.
PAGES = {
    "walk": (
        "header",
        "reading",
        "roles",
        "winning_conditions",
        "challenges",
        "sorting",
        "placing",
        "choosing",
        "writing",
        "filling",
        "mapping",
        "our_roadmap",
        "together",
        "writing_for",
        "translating",
        "navigation",
    ),
    "console": ("console",),
    "wall": ("wall",),
}


@cache
def module(stem: str) -> str:
    """The module ``stem``.js with what it imports."""
    return joined(HERE / f"{stem}.js")


def page_module(page: str, host: Path) -> str:
    """The modules of all widgets of a page, each under its stem, and the host that shows them."""
    return bundled({stem: HERE / f"{stem}.js" for stem in PAGES[page]}, host)


@cache
def stylesheet() -> str:
    """The one stylesheet of all widgets and pages."""
    parts = ((HERE / "style" / f"{part}.css").read_text("utf-8") for part in STYLES)
    return bare("\n".join([*parts, symbols()]))
