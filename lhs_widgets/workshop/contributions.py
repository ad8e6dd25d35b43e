"""What a person answers, and the rules each activity sets for it."""

from __future__ import annotations

import re
from typing import Annotated, Literal, TypeGuard

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from ..deck import Deck, Language
from ..errors import Refused
from ..language import installed
from . import fitting

#: Identifiers made by a browser or by us: letters, digits and hyphens, never more than a UUID.
Token = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{4,36}$")]

LONGEST_TEXT = 2000


def is_token(value: object) -> TypeGuard[str]:
    """Whether this can be an identifier that a browser made."""
    return isinstance(value, str) and re.fullmatch("[A-Za-z0-9-]{4,36}", value) is not None


#: The longest words in one cell of a row.
LONGEST_CELL = 500

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,47}$")]
Cell = Annotated[str, StringConstraints(max_length=LONGEST_CELL)] | tuple[Name, ...]


class Contribution(BaseModel):
    """One answer: a role chosen, a condition written, an item sorted, a row filled, a link drawn.

    ``ratings`` maps a scale's id to the value of one of its points. ``role`` is an id of the deck's
    roles, or None when the person named a role of their own in ``text``. ``eased_by`` is the id of
    the condition that would ease this challenge.

    ``item`` is an item of the deck that the answer is about, a prompt it answers, or the item that
    heads a row. ``bin`` is where an item was sorted to, or what kind of thing a node of a map is.
    ``rank`` counts from 1. ``cells`` holds the words or the choices of a row, by column. ``ends``
    are the two answers that a link joins; its words are ``text``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Token
    step: str = Field(max_length=48)
    language: Language
    text: str = Field(default="", max_length=LONGEST_TEXT)
    role: str | None = None
    scope: Literal["self", "group"] = "self"
    ratings: dict[str, int] = Field(default_factory=dict)
    eased_by: Token | None = None
    item: Name | None = None
    bin: Name | None = None
    rank: int | None = Field(default=None, ge=1, le=12)
    cells: dict[Name, Cell] = Field(default_factory=dict, max_length=8)
    ends: tuple[Token, Token] | None = None

    @property
    def words(self) -> str:
        """A person's own words; of a row, those of its cells in order."""
        written = [cell.strip() for cell in self.cells.values() if isinstance(cell, str)]
        return self.text.strip() or " · ".join(filter(None, written))

    @property
    def is_blank(self) -> bool:
        """Nothing was said yet: no words, and nothing chosen, sorted, placed or linked."""
        chosen = self.role or self.bin or self.rank or self.ends or any(self._choices)
        placed = self.item and self.ratings
        return not (self.words or chosen or placed)

    @property
    def _choices(self) -> list[tuple[str, ...]]:
        return [cell for cell in self.cells.values() if not isinstance(cell, str)]


def subject(said: Contribution) -> str | None:
    """The role or item of the deck that an answer is about, where many can be about the same.

    A row and a text under a prompt are a person's own words.
    """
    is_about_an_item = bool(said.bin or said.rank or said.ratings) and said.item
    return said.role or (said.item if is_about_an_item else None) or None


def read_contribution(data: object, deck: Deck) -> Contribution:
    """A contribution from untrusted data, checked against the deck.

    Raises
    ------
    Refused
        The data is not a contribution, or the step's activity has no such answer.
    """
    try:
        contribution = Contribution.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        too_long = first["type"] == "string_too_long"
        field = ".".join(str(part) for part in first["loc"])
        raise Refused(
            "too-long" if too_long else "not-understood", f"{field}: {first['msg']}"
        ) from error
    check_contribution(contribution, deck)
    return contribution


def check_contribution(contribution: Contribution, deck: Deck) -> None:
    """Refuse a contribution that its step's activity does not ask for."""
    step = deck.steps.get(contribution.step)
    if step is None or not step.is_answered:
        raise Refused("no-such-step", f"{contribution.step!r} is not a step with answers.")
    if not installed(contribution.language):
        raise Refused("not-understood", f"{contribution.language!r} is not a language here.")
    for wrong in fitting.misfits(contribution, step.activity, deck):
        raise Refused("not-understood", f"{step.id}: {wrong}")
