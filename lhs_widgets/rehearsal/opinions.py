"""How pretend participants rate: each by where they speak from, and all a little alike.

An opinion is a leaning from 0 to 1, drawn around a centre and read off a scale of any length.
"""

from __future__ import annotations

from random import Random

from ..deck import Deck
from ..deck.activities import ChooseRoles
from ..deck.parts import Role
from .people import Person

#: Where people stand on a scale whose id holds this word. What matters is rarely there yet.
_CENTRES = {"importance": 0.8, "in-place": 0.35, "seriousness": 0.7, "frequency": 0.6}
_UNKNOWN_CENTRE = 0.6

#: Patients and families see less influence today than staff do.
_TODAY = {"lived": 0.22, "staff": 0.48}
_SPREAD = 0.18
_LEFT_OPEN = 0.07
_WISHES_LESS = 0.06


class Opinions:
    """The ratings of one rehearsal; roles and steps lean the same way for everyone in it."""

    def __init__(self, deck: Deck, rng: Random) -> None:
        self._deck = deck
        self._rng = rng
        self._roles = {role: rng.uniform(-0.15, 0.2) for role in deck.roles}
        self._options: dict[tuple[str, str], float] = {}
        self._steps = {step: rng.uniform(-0.12, 0.12) for step in deck.steps}

    def ratings(self, step: str, scales: tuple[str, ...]) -> dict[str, int]:
        """A value for each scale; now and then one is left open."""
        return {
            scale: self._value(scale, self._around(_centre(scale) + self._steps[step]))
            for scale in scales
            if self._rng.random() >= _LEFT_OPEN
        }

    def place(self, option: str, scales: tuple[str, ...]) -> dict[str, int]:
        """Where someone places an idea on each scale; the room leans one way about each idea."""
        return {
            scale: self._value(scale, self._around(_centre(scale) + self._leaning(option, scale)))
            for scale in scales
            if self._rng.random() >= _LEFT_OPEN
        }

    def _leaning(self, option: str, scale: str) -> float:
        return self._options.setdefault((option, scale), self._rng.uniform(-0.3, 0.25))

    def influence(self, person: Person, role: str | None, activity: ChooseRoles) -> dict[str, int]:
        """Influence today and the influence wished for, which is mostly more."""
        today = self._around(_TODAY[person.voice] + self._roles.get(role or "", 0.0))
        gain = self._rng.uniform(0.1, 0.5 if person.voice == "lived" else 0.35)
        wished = today - gain if self._rng.random() < _WISHES_LESS else today + gain
        return {
            activity.today: self._value(activity.today, today),
            activity.wished: self._value(activity.wished, wished),
        }

    def another(self, scale: str, value: int) -> int:
        """A neighbouring point: people rarely turn their opinion round."""
        values = self._deck.scale[scale].values
        place = values.index(value)
        return self._rng.choice([values[i] for i in (place - 1, place + 1) if 0 <= i < len(values)])

    def roles(self, number: int) -> list[Role]:
        """Different roles; the more often a role was reported, the more often it is picked."""
        # Weighted, without putting back: Efraimidis and Spirakis, 2006.
        keys = {
            role.id: self._rng.random() ** (1 / ((role.systems or 0) + 3))
            for role in self._deck.roles.values()
        }
        ranked = sorted(self._deck.roles.values(), key=lambda role: keys[role.id], reverse=True)
        return ranked[:number]

    def _around(self, centre: float) -> float:
        return min(1.0, max(0.0, self._rng.gauss(centre, _SPREAD)))

    def _value(self, scale: str, leaning: float) -> int:
        values = self._deck.scale[scale].values
        return values[round(min(1.0, max(0.0, leaning)) * (len(values) - 1))]


def _centre(scale: str) -> float:
    return next((at for word, at in _CENTRES.items() if word in scale), _UNKNOWN_CENTRE)
