"""Writing challenges."""

from __future__ import annotations

import traitlets as t

from ..workshop import Contribution
from .base import AnsweredStep


class Challenges(AnsweredStep):
    """Write challenges; say how serious and how frequent each is, and what would ease it."""

    stem = "challenges"
    kind = "challenges"

    #: The conditions a challenge can be linked to: ``{"id", "text"}`` each.
    conditions = t.List().tag(sync=True)

    def link_to(self, conditions: list[Contribution]) -> None:
        """Offer these winning conditions; in a notebook, ``other_widget.answers``."""
        self.conditions = [{"id": each.id, "text": each.text} for each in conditions]
