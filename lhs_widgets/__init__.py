"""Design a Learning Health System together: a workbook of widgets for facilitated workshops.

In a notebook, ``from lhs_widgets import Roles`` gives a widget that stands alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .widgets import (
        Challenges,
        Choosing,
        Filling,
        Mapping,
        Placing,
        Roles,
        Sorting,
        WinningConditions,
        Writing,
    )

__all__ = [
    "Challenges",
    "Choosing",
    "Filling",
    "Mapping",
    "Placing",
    "Roles",
    "Sorting",
    "WinningConditions",
    "Writing",
    "__version__",
]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Widgets are imported when they are asked for: commands and analysis need none of them."""
    if name in __all__:
        return getattr(import_module(f"{__name__}.widgets"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
