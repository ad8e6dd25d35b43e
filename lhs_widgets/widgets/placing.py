"""Placing on scales."""

from .base import AnsweredStep


class Placing(AnsweredStep):
    """Place each item of a list on one or more scales."""

    stem = "placing"
    kind = "place"
