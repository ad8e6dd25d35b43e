"""Choosing roles, with influence today and wished for."""

from .base import AnsweredStep


class Roles(AnsweredStep):
    """Choose among the deck's roles or name one's own, for oneself or for the group.

    Influence is placed on the levels of the IAP2 Spectrum of Public Participation.
    """

    stem = "roles"
    kind = "roles"
