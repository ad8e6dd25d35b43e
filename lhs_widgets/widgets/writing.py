"""Writing under prompts."""

from .base import AnsweredStep


class Writing(AnsweredStep):
    """Write short texts under one or more prompts."""

    stem = "writing"
    kind = "write"
