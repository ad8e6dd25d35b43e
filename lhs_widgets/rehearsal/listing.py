"""How pretend participants answer about a deck's items, fill tables and draw maps."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from ..deck import Deck, Step
from ..deck.activities import Choose, Column, Fill, Map, PlaceOnScales, Sort, Write
from ..workshop import Contribution
from ..workshop.fitting import choices
from .opinions import Opinions
from .people import Person
from .phrases import Talk

_SKIPS_ITEM = 0.08
_AGREES = 0.65
_LEAVES_CELL = 0.1
_MOST_CHOICES = 3


class Listing:
    """Answers to the general kinds of activity; ids are given by who asks."""

    def __init__(self, deck: Deck, rng: Random, talk: Talk, opinions: Opinions) -> None:
        self._deck = deck
        self._rng = rng
        self._talk = talk
        self._opinions = opinions
        #: Where most of the room sees an item.
        self._usual: dict[tuple[str, str], str] = {}

    def answers(self, person: Person, step: Step) -> Iterator[dict[str, Any]]:
        """What a person says, as the fields of their answers."""
        match step.activity:
            case Sort(items=items, bins=bins):
                for item in self._some(items):
                    yield {"item": item, "bin": self._bin(step.id, item, bins)}
            case PlaceOnScales(items=items, scales=scales):
                for item in self._some(items):
                    yield {"item": item, "ratings": self._opinions.place(item, scales)}
            case Choose(items=items, most=most, ranked=ranked):
                chosen = self._rng.sample(self._ids(items), min(most, len(self._ids(items))))
                for rank, item in enumerate(chosen, 1):
                    yield {"item": item, "rank": rank if ranked else 1}
            case Write() | Fill() | Map():
                yield from self._in_own_words(person, step)

    def link(self, things: list[Contribution]) -> dict[str, Any] | None:
        """A link from something on a person's map to its middle; None where there is nothing."""
        return {"ends": (self._rng.choice(things).id, "centre")} if things else None

    def _in_own_words(self, person: Person, step: Step) -> Iterator[dict[str, Any]]:
        match step.activity:
            case Write(prompts=prompts):
                for prompt in prompts:
                    number = self._rng.choice((1, 1, 2)) if prompt.several else 1
                    for text in self._texts(person, step, number):
                        yield {"item": prompt.id, "text": text}
            case Fill(rows=rows) as activity:
                heads = self._some(rows) if rows else [None] * self._rng.choice((1, 2))
                for head in heads:
                    yield {"item": head, "cells": self._cells(person, step, activity)}
            case Map(nodes=nodes):
                for text in self._texts(person, step, self._rng.choice((1, 2, 3))):
                    yield {"text": text, "bin": self._rng.choice(self._ids(nodes))}

    def _cells(self, person: Person, step: Step, activity: Fill) -> dict[str, Any]:
        filled = {
            column.id: self._cell(person, step, column)
            for place, column in enumerate(activity.columns)
            if place == 0 or self._rng.random() >= _LEAVES_CELL
        }
        return {column: cell for column, cell in filled.items() if cell}

    def _cell(self, person: Person, step: Step, column: Column) -> str | tuple[str, ...]:
        if column.choices is None:
            return next(iter(self._texts(person, step, 1)), "")
        offered = sorted(choices(column.choices, self._deck))
        number = self._rng.randint(1, min(_MOST_CHOICES, len(offered))) if column.several else 1
        return tuple(sorted(self._rng.sample(offered, number)))

    def _texts(self, person: Person, step: Step, number: int) -> list[str]:
        return self._talk.about("conditions", self._deck.phase_of(step.id).id, person, number)

    def _bin(self, step: str, item: str, bins: str) -> str:
        usual = self._usual.setdefault((step, item), self._rng.choice(self._ids(bins)))
        return usual if self._rng.random() < _AGREES else self._rng.choice(self._ids(bins))

    def _some(self, items: str) -> list[str]:
        return [item for item in self._ids(items) if self._rng.random() >= _SKIPS_ITEM]

    def _ids(self, name: str) -> list[str]:
        return [item.id for item in self._deck.list_of[name].items]
