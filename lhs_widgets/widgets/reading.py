"""Steps to read."""

from .base import StepWidget


class Reading(StepWidget):
    """A step to read; nothing to answer."""

    stem = "reading"
