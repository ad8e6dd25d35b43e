"""The parts that decks share between steps: sources, groups, scales, roles, lists of items."""

from __future__ import annotations

from pydantic import Field, model_validator

from .base import DeckModel, Identifier, Text, Words


class Source(DeckModel):
    """A text the deck draws on."""

    id: Identifier
    citation: Words


class Place(DeckModel):
    """Where in a source something stands: the source's id and a table, figure or section."""

    source: Identifier
    at: Words


class Card(DeckModel):
    """One piece of evidence shown beside a question."""

    id: Identifier
    text: Text
    place: Place


class Choice(DeckModel):
    """Something a person can pick, such as a stakeholder group."""

    id: Identifier
    name: Text


class Point(DeckModel):
    """One point of a scale; points are ordered by value."""

    value: int
    label: Text
    description: Text | None = None


class Scale(DeckModel):
    """An ordered scale with at least two labelled points."""

    id: Identifier
    question: Text
    points: tuple[Point, ...] = Field(min_length=2)
    place: Place | None = None

    @model_validator(mode="after")
    def _ascending(self) -> Scale:
        values = [point.value for point in self.points]
        if values != sorted(set(values)):
            raise ValueError("the points of a scale go up, each with its own value")
        return self

    @property
    def values(self) -> tuple[int, ...]:
        return tuple(point.value for point in self.points)

    @property
    def is_nine(self) -> bool:
        """Whether it goes from 1 to 9, as the rules of expert panels ask for."""
        return self.values == tuple(range(1, 10))


class Limits(DeckModel):
    """From how many percent of people on a group agrees; nobody changes it once people answer.

    ``agreement`` is for every scale but those from 1 to 9. There, the rule of core outcome sets
    holds: at least ``core`` percent at one end, fewer than ``against`` percent at the other.
    """

    agreement: int = Field(default=75, ge=51, le=100)
    core: int = Field(default=70, ge=51, le=100)
    against: int = Field(default=15, ge=1, le=49)


class Role(DeckModel):
    """A role that people can play in a learning health system.

    ``systems`` counts the learning health systems that reported it, out of the deck's
    ``systems_reviewed``.
    """

    id: Identifier
    name: Text
    description: Text
    systems: int | None = Field(default=None, ge=0)
    place: Place


class RoleFunction(DeckModel):
    """A function that several roles serve."""

    id: Identifier
    name: Text
    description: Text
    roles: tuple[Role, ...] = Field(min_length=1)


class Item(DeckModel):
    """Something a group works on: a value, a principle, a situation, an activity of a source.

    ``count`` is a figure that the source gives for it, carried over exactly. ``note`` tells what a
    reader should know of it, such as where a text and its table disagree. ``family`` is one of its
    list's families.
    """

    id: Identifier
    name: Text
    description: Text | None = None
    family: Identifier | None = None
    count: int | None = Field(default=None, ge=0)
    note: Text | None = None
    place: Place | None = None


class ItemList(DeckModel):
    """Items that belong together, in the order of their source; a long list has families.

    ``count_of`` says what the ``count`` of its items counts.
    """

    id: Identifier
    name: Text
    families: tuple[Choice, ...] = ()
    count_of: Text | None = None
    items: tuple[Item, ...] = Field(min_length=1)
