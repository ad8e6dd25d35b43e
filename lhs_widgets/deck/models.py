"""What a deck is made of: frozen pydantic models, both languages side by side.

A deck is the content of a workshop: phases, their steps, what each step asks, the evidence shown
beside it and where that evidence comes from. The models are the only definition of the format; the
published JSON Schema (``docs/deck.schema.json``) is written from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator

from .activities import ANSWERED, Activity
from .base import LANGUAGES, DeckModel, Identifier, Language, Text
from .parts import Card, Choice, Item, ItemList, Limits, Place, Role, RoleFunction, Scale, Source
from .stages import Stage

__all__ = ["LANGUAGES", "Deck", "Language", "Phase", "Step", "Text"]


#: What everyone can tell of an answer's author once a step's answers are shown: the name and group
#: they gave, only the group, or nothing.
NamesShown = Literal["named", "group", "anonymous"]


class Step(DeckModel):
    """One step of the walk."""

    id: Identifier
    title: Text
    question: Text
    help: Text | None = None
    example: Text | None = None
    names: NamesShown = "anonymous"
    cards: tuple[Card, ...] = ()
    activity: Activity
    stages: tuple[Stage, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _stages_of_an_answered_step(cls, data: Any) -> Any:
        """A step that people answer has the simplest stages unless the deck gives it others."""
        if isinstance(data, dict) and not data.get("stages"):
            activity = data.get("activity")
            if isinstance(activity, dict) and activity.get("kind") in ANSWERED:
                return {**data, "stages": [{"kind": kind} for kind in _SIMPLEST]}
        return data

    @model_validator(mode="after")
    def _stages_told_apart(self) -> Step:
        names = [stage.id for stage in self.stages]
        if len(set(names)) < len(names):
            raise ValueError("two stages of a step have the same id: give one of them another")
        return self

    @cached_property
    def stage(self) -> dict[str, Stage]:
        """The step's stages by id, in the order of the deck."""
        return {stage.id: stage for stage in self.stages}

    @property
    def is_answered(self) -> bool:
        """Whether people answer here, rather than only read."""
        return self.activity.kind in ANSWERED


_SIMPLEST = ("think", "reveal", "discuss")


class CentralChallenge(DeckModel):
    """What is hardest to manage in a phase, with its source."""

    text: Text
    place: Place


class Phase(DeckModel):
    """A part of the walk; the three phases of the learning cycle have a central challenge."""

    id: Identifier
    title: Text
    introduction: Text | None = None
    central_challenge: CentralChallenge | None = None
    steps: tuple[Step, ...] = Field(min_length=1)


class Deck(DeckModel):
    """The whole content of a workshop."""

    format: Literal[1]
    id: Identifier
    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]
    title: Text
    summary: Text
    sources: tuple[Source, ...] = ()
    groups: tuple[Choice, ...] = Field(min_length=1)
    scales: tuple[Scale, ...] = ()
    limits: Limits = Limits()
    systems_reviewed: int | None = Field(default=None, ge=1)
    role_functions: tuple[RoleFunction, ...] = ()
    lists: tuple[ItemList, ...] = ()
    phases: tuple[Phase, ...] = Field(min_length=1)

    @cached_property
    def steps(self) -> dict[str, Step]:
        """Every step by id, in the order of the walk."""
        return {step.id: step for phase in self.phases for step in phase.steps}

    @cached_property
    def roles(self) -> dict[str, Role]:
        return {role.id: role for function in self.role_functions for role in function.roles}

    @cached_property
    def scale(self) -> dict[str, Scale]:
        return {scale.id: scale for scale in self.scales}

    @cached_property
    def list_of(self) -> dict[str, ItemList]:
        """The lists of items by id."""
        return {each.id: each for each in self.lists}

    @cached_property
    def item(self) -> dict[str, Item]:
        """Every item of every list; an id is used once in a deck."""
        return {item.id: item for each in self.lists for item in each.items}

    def subject(self, identifier: str) -> Role | Item:
        """The role or the item with this id."""
        return self.roles.get(identifier) or self.item[identifier]

    @cached_property
    def group(self) -> dict[str, Choice]:
        return {group.id: group for group in self.groups}

    @cached_property
    def source(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    def phase_of(self, step_id: str) -> Phase:
        return next(phase for phase in self.phases for step in phase.steps if step.id == step_id)

    def position(self, step_id: str) -> int:
        """Where a step stands in the walk, from 0."""
        return list(self.steps).index(step_id)

    def answered_steps(self) -> Iterator[tuple[Phase, Step]]:
        for phase in self.phases:
            for step in phase.steps:
                if step.is_answered:
                    yield phase, step
