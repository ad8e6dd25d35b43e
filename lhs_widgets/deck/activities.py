"""What people do at a step: the kinds of activity, each made once and combined by decks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import DeckModel, Identifier, Text


class Read(DeckModel):
    """Something to read, nothing to answer."""

    kind: Literal["read"]
    body: tuple[Text, ...] = Field(min_length=1)


class ChooseRoles(DeckModel):
    """Choose among the deck's roles or add one's own, with influence today and wished for."""

    kind: Literal["roles"]
    today: Identifier
    wished: Identifier

    @property
    def scales(self) -> tuple[str, ...]:
        return (self.today, self.wished)


class WriteConditions(DeckModel):
    """Write winning conditions and rate each on the given scales."""

    kind: Literal["winning-conditions"]
    scales: tuple[Identifier, ...] = Field(min_length=1)


class WriteChallenges(DeckModel):
    """Write challenges, rate each, and link it to the condition that would ease it."""

    kind: Literal["challenges"]
    scales: tuple[Identifier, ...] = Field(min_length=1)
    eased_by: Identifier


class ShowRoadmap(DeckModel):
    """Show the group's own roadmap so far."""

    kind: Literal["our-roadmap"]
    body: tuple[Text, ...] = Field(min_length=1)


class Sort(DeckModel):
    """Put each item of a list into one of the bins, which are a list too."""

    kind: Literal["sort"]
    items: Identifier
    bins: Identifier


class PlaceOnScales(DeckModel):
    """Place each item of a list on one or more scales."""

    kind: Literal["place"]
    items: Identifier
    scales: tuple[Identifier, ...] = Field(min_length=1, max_length=3)


class Choose(DeckModel):
    """Choose the first ``most`` items of a list, in order where ``ranked``."""

    kind: Literal["choose"]
    items: Identifier
    most: int = Field(default=5, ge=1, le=12)
    ranked: bool = True


class Prompt(DeckModel):
    """Something to write about. ``several`` texts may answer it."""

    id: Identifier
    label: Text
    example: Text | None = None
    several: bool = True


class Write(DeckModel):
    """Write short texts, under one or more prompts."""

    kind: Literal["write"]
    prompts: tuple[Prompt, ...] = Field(min_length=1, max_length=8)


class Column(DeckModel):
    """A field of a row: words, one of a list, or several of it.

    ``choices`` names a list of items, or is ``groups`` or ``roles`` for those of the deck. Without
    it, people write words.
    """

    id: Identifier
    label: Text
    help: Text | None = None
    choices: Identifier | None = None
    several: bool = False


class Fill(DeckModel):
    """Fill a table, row by row; the first column names the row.

    With ``rows``, a list of items, there is one row for each of them; else people add rows. The
    rows of a ``glossary`` stand beside every later step, once they are shown.
    """

    kind: Literal["fill"]
    columns: tuple[Column, ...] = Field(min_length=1, max_length=8)
    rows: Identifier | None = None
    glossary: bool = False


class Map(DeckModel):
    """Draw a map of things and what links them. ``nodes`` are the kinds of thing, a list.

    ``centre`` is what stands in the middle, such as the shared aim.
    """

    kind: Literal["map"]
    nodes: Identifier
    centre: Text


#: The activities whose answers are about the items of a list.
ITEM_ACTIVITIES = (Sort, PlaceOnScales, Choose)

Activity = Annotated[
    Read
    | ChooseRoles
    | WriteConditions
    | WriteChallenges
    | ShowRoadmap
    | Sort
    | PlaceOnScales
    | Choose
    | Write
    | Fill
    | Map,
    Field(discriminator="kind"),
]

#: The kinds of activity that people answer.
ANSWERED = (
    "roles",
    "winning-conditions",
    "challenges",
    "sort",
    "place",
    "choose",
    "write",
    "fill",
    "map",
)
