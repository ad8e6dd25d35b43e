"""The ``lhs`` command, run in this process, and how it ended."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    error: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


LHS = Callable[..., Ended]


def refused(ended: Ended, *, code: int = 2) -> str:
    """The one sentence of a command that refused; nothing else, and no traceback."""
    assert ended.code == code
    assert ended.out == ""
    assert "Traceback" not in ended.error
    return ended.error.strip()
