"""Codes of paper cards, such as ``A7-05``: person A7, step 5 of the walk.

They are no secrets: they say whose card it is, and open nothing without the facilitator's key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..deck import Step
from ..workshop import Participant, Workshop
from ..workshop.codes import tidy

#: Without I and O, which look like digits.
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_DIGITS = "123456789"

#: After the letter only digits can stand, so what looks like one is one.
_LOOK_ALIKES = str.maketrans("ILO", "110")


@dataclass(frozen=True)
class CardCode:
    """Whose card it is, and the number of its step from 1; 0 where only the person was given."""

    person: str
    number: int = 0

    def __str__(self) -> str:
        return f"{self.person}-{self.number:02}" if self.number else self.person

    def step(self, workshop: Workshop) -> Step | None:
        """The answered step of this number, if there is one."""
        steps = list(workshop.deck.steps.values())
        found = steps[self.number - 1] if 0 < self.number <= len(steps) else None
        return found if found and found.is_answered else None


def read_code(typed: str) -> CardCode | None:
    """The code a person typed, in any case and with any spaces and hyphens; None if it is none."""
    clean = tidy(typed)
    clean = clean[:1] + clean[1:].translate(_LOOK_ALIKES)
    found = re.fullmatch(rf"([{_LETTERS}][{_DIGITS}])([0-9]{{0,2}})", clean)
    return CardCode(found[1], int(found[2] or 0)) if found else None


def holder(workshop: Workshop, code: str) -> Participant | None:
    """The person a scribe added under this code; who joined by phone has none."""
    people = workshop.participants.values()
    return next((person for person in people if code and person.profile.card == code), None)


def free_codes(workshop: Workshop) -> Iterator[str]:
    """The codes that nobody has, in order."""
    taken = {person.profile.card for person in workshop.participants.values()}
    codes = (letter + digit for letter in _LETTERS for digit in _DIGITS)
    return (code for code in codes if code not in taken)
