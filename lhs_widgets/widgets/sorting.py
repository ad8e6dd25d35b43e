"""Sorting into bins."""

from .base import AnsweredStep


class Sorting(AnsweredStep):
    """Put each item of a list into the bin it belongs to."""

    stem = "sorting"
    kind = "sort"
