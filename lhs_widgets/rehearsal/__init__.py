"""Pretend participants that behave like people, for practice and load."""

from .rehearsing import MOST_PEOPLE, rehearse

__all__ = ["MOST_PEOPLE", "rehearse"]
