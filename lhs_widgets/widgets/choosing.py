"""Choosing the first few."""

from .base import AnsweredStep


class Choosing(AnsweredStep):
    """Choose the first few items of a list, in order where the step asks for it."""

    stem = "choosing"
    kind = "choose"
