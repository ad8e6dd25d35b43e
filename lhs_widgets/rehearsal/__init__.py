"""Pretend participants that behave like people, for practice and load."""

from .company import Company
from .rehearsing import MOST_PEOPLE, rehearse

__all__ = ["MOST_PEOPLE", "Company", "rehearse"]
