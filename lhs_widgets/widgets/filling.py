"""Filling a table."""

from .base import AnsweredStep


class Filling(AnsweredStep):
    """Fill a table, row by row."""

    stem = "filling"
    kind = "fill"
