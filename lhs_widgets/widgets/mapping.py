"""Drawing a map."""

from .base import AnsweredStep


class Mapping(AnsweredStep):
    """Draw a map of things and what links them, without dragging."""

    stem = "mapping"
    kind = "map"
