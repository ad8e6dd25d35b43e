"""``lhs serve`` on a machine that is short of memory while a file in its folder says so.

To fill the memory of the machine that measures would measure something else.
"""

from __future__ import annotations

from pathlib import Path

from lhs_widgets.server import doorstep, entrance, memory
from lhs_widgets.server.cli import main

SHORT = "short-of-memory"

_measured = memory.available_memory


def _available() -> int:
    return 0 if Path(SHORT).exists() else _measured()


if __name__ == "__main__":
    entrance.available_memory = _available
    doorstep.available_memory = _available
    main()
