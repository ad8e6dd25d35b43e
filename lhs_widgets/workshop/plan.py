"""The plan of a workshop: which steps and stages the group goes through, in what order, how long.

A plan starts as the deck says. The facilitator may put it in another order, hide parts of it and
change the time, before the workshop and while it runs: nothing that was said is lost by it.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..deck import Deck
from ..errors import Refused

#: Longer than any stage of a workshop.
MOST_MINUTES = 240


class PlannedStage(BaseModel):
    """A stage of a step. ``minutes`` is None where no time is planned."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    minutes: int | None = Field(default=None, ge=1, le=MOST_MINUTES)
    hidden: bool = False


class PlannedStep(BaseModel):
    """A step of the walk, with all of its stages."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    hidden: bool = False
    stages: tuple[PlannedStage, ...] = ()

    @property
    def visible(self) -> list[PlannedStage]:
        """The stages the group goes through."""
        return [stage for stage in self.stages if not stage.hidden]


class Plan(BaseModel):
    """Every step of the deck, in the order of the workshop."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    steps: tuple[PlannedStep, ...]

    @classmethod
    def of(cls, deck: Deck) -> Plan:
        """The plan a deck comes with; made once, for whoever reads the record begins with it."""
        return _plan_of(_ThisDeck(deck))

    @property
    def visible(self) -> list[PlannedStep]:
        """The steps the group goes through."""
        return [step for step in self.steps if not step.hidden]

    @property
    def minutes(self) -> int:
        """The time planned for what is visible."""
        return sum(s.minutes or 0 for step in self.visible for s in step.visible)

    def step(self, step_id: str) -> PlannedStep:
        return next(step for step in self.steps if step.id == step_id)

    def position(self, step_id: str) -> int:
        """Where a step stands in the workshop, from 0, hidden ones counted."""
        return next(i for i, step in enumerate(self.steps) if step.id == step_id)


def read_plan(data: object, deck: Deck) -> Plan:
    """A plan from untrusted data: all of the deck's steps and stages, in any order.

    Raises
    ------
    Refused
        Something is missing, doubled or unknown, or nothing at all would be visible.
    """
    try:
        plan = Plan.model_validate(data)
    except ValidationError as error:
        raise Refused("bad-plan", f"The plan can't be used: {error.errors()[0]['msg']}.") from error
    if _parts(plan) != _parts(Plan.of(deck)):
        raise Refused("bad-plan", "A plan has each step and each stage of the deck once.")
    if not plan.visible or any(step.stages and not step.visible for step in plan.visible):
        raise Refused("empty-plan", "A plan shows at least one step, and one stage of each.")
    return plan


def _parts(plan: Plan) -> Counter[tuple[str, str]]:
    steps = Counter((step.id, "") for step in plan.steps)
    return steps + Counter((step.id, stage.id) for step in plan.steps for stage in step.stages)


class _ThisDeck:
    """A deck as a key, by its identity: to compare two decks takes longer than to make a plan."""

    def __init__(self, deck: Deck) -> None:
        self.deck = deck

    def __hash__(self) -> int:
        return id(self.deck)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ThisDeck) and other.deck is self.deck


@lru_cache(maxsize=16)
def _plan_of(this: _ThisDeck) -> Plan:
    return Plan(
        steps=tuple(
            PlannedStep(
                id=step.id,
                stages=tuple(PlannedStage(id=s.id, minutes=s.minutes) for s in step.stages),
            )
            for step in this.deck.steps.values()
        )
    )
