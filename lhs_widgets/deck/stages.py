"""The shape of a step: how a group goes from thinking alone to what it agrees on."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from .base import DeckModel, Identifier


class AnyStage(DeckModel):
    """What all stages share.

    ``id`` tells a step's stages apart; left out, it is the stage's kind. ``minutes`` is the time
    planned for it: advice that everyone sees, which never ends anything by itself.
    """

    id: Identifier = ""
    minutes: int | None = Field(default=None, ge=1, le=240)

    @model_validator(mode="before")
    @classmethod
    def _named_after_its_kind(cls, data: Any) -> Any:
        if isinstance(data, dict) and "id" not in data and isinstance(data.get("kind"), str):
            return {**data, "id": data["kind"]}
        return data


class Think(AnyStage):
    """Each person answers alone; nobody sees the answers of others."""

    kind: Literal["think"]


class Reveal(AnyStage):
    """The answers are shown to everyone."""

    kind: Literal["reveal"]


class Group(AnyStage):
    """Ideas that belong together are put into themes, by everyone or by the facilitator."""

    kind: Literal["group"]
    by: Literal["everyone", "facilitator"] = "everyone"


class Vote(AnyStage):
    """Each person spreads ``dots`` dots over the ideas, at most ``most`` of them on one."""

    kind: Literal["vote"]
    dots: int = Field(default=3, ge=1, le=20)
    most: int = Field(default=3, ge=1, le=20)


class Rate(AnyStage):
    """Each person places the ideas on two scales; together they make a matrix."""

    kind: Literal["rate"]
    scales: tuple[Identifier, Identifier]


class Rank(AnyStage):
    """Each person puts their first ``places`` ideas in order."""

    kind: Literal["rank"]
    places: int = Field(default=3, ge=2, le=10)


class Discuss(AnyStage):
    """The group talks about what it sees."""

    kind: Literal["discuss"]


class SenseCheck(AnyStage):
    """Each person says of the proposed outcome: agree, can live with it, or object, and why."""

    kind: Literal["sense-check"]


class Agree(AnyStage):
    """The group's agreed outcome of the step, in words."""

    kind: Literal["agree"]


Stage = Annotated[
    Think | Reveal | Group | Vote | Rate | Rank | Discuss | SenseCheck | Agree,
    Field(discriminator="kind"),
]

#: The stages at which each person casts a ballot that stays secret until its results are shown.
BALLOT_STAGES = (Vote, Rate, Rank, SenseCheck)
