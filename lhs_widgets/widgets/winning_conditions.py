"""Writing winning conditions."""

from .base import AnsweredStep


class WinningConditions(AnsweredStep):
    """Write winning conditions; say how important each is and how much it is in place."""

    stem = "winning_conditions"
    kind = "winning-conditions"
