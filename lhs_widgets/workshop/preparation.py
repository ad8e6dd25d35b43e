"""What is decided before a workshop, and can be kept for another one."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from ..deck import Language, Limits
from ..language import offered
from .plan import Plan
from .privacy import Purpose

LONGEST_WORKSHOP_TITLE = 120


class Preparation(BaseModel):
    """A workshop as it was prepared. ``languages`` are those its pages offer, ``limits`` say when
    the group agrees."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    plan: Plan
    languages: tuple[Language, ...] = Field(default_factory=offered, min_length=1)
    limits: Limits = Limits()
    purpose: Purpose = Purpose()


#: As many changes can be undone, one after the other.
MOST_UNDONE = 30


def remember(
    earlier: tuple[Preparation, ...], before: Preparation, after: Preparation
) -> tuple[Preparation, ...]:
    """What an undo leads back to, the last first to be undone.

    Going back to what was there before a change, by an undo or by hand, takes that change off the
    list: so pressing "undo" again undoes the change before it, and nothing is ever redone by it.
    """
    if before == after:
        return earlier
    if earlier and earlier[-1] == after:
        return earlier[:-1]
    return (*earlier, before)[-MOST_UNDONE:]
