"""What a person chooses at a voting stage: dots, ratings, a ranking, or a sense check."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from ..deck import Deck
from ..deck.stages import Rank, Rate, SenseCheck, Stage, Vote
from ..errors import Refused

#: An idea or a theme: an answer's id, a role's id or a theme's id.
Item = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{1,48}$")]

Position = Literal["agree", "live-with", "object"]

#: A stage of a step and the round of voting in it, counted from 1.
Key = tuple[str, str, int]


class Ballot(BaseModel):
    """One person's choice in one round of a stage; the whole ballot is recorded each time.

    ``dots`` counts dots by item, ``ratings`` holds a point of each scale by item, ``ranking`` lists
    items with the first choice first; ``position`` and ``reason`` are the sense check.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    stage: str = Field(max_length=48)
    round: int = Field(ge=1, le=99)
    dots: dict[Item, Annotated[int, Field(ge=1, le=20)]] = Field(default_factory=dict)
    ratings: dict[Item, dict[str, int]] = Field(default_factory=dict)
    ranking: tuple[Item, ...] = ()
    position: Position | None = None
    reason: str = Field(default="", max_length=1000)

    @property
    def is_blank(self) -> bool:
        """Nothing is chosen."""
        return not (self.dots or self.ratings or self.ranking or self.position)


@dataclass(frozen=True)
class Cast:
    """A ballot and the group of who cast it, as it was then; who, only where that may be known."""

    participant: str
    group: str | None
    ballot: Ballot


def read_ballot(data: object) -> Ballot:
    """A ballot from untrusted data, checked by its form alone."""
    try:
        return Ballot.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        long = first["type"] == "string_too_long"
        raise Refused(
            "too-long" if long else "not-understood",
            f"{'.'.join(map(str, first['loc']))}: {first['msg']}",
        ) from error


def check_ballot(ballot: Ballot, stage: Stage, deck: Deck, items: Collection[str]) -> None:
    """Refuse what the stage does not ask for; ``items`` are what can be chosen."""
    match stage:
        case Vote(dots=budget, most=most):
            spread = ballot.dots.values()
            fits = sum(spread) <= budget and all(n <= most for n in spread)
            _only(ballot, "dots", fits=fits and set(ballot.dots) <= set(items))
        case Rate(scales=scales):
            fits = set(ballot.ratings) <= set(items) and all(
                name in scales and value in deck.scale[name].values
                for rated in ballot.ratings.values()
                for name, value in rated.items()
            )
            _only(ballot, "ratings", fits=fits)
        case Rank(places=places):
            once = len(set(ballot.ranking)) == len(ballot.ranking) <= places
            _only(ballot, "ranking", fits=once and set(ballot.ranking) <= set(items))
        case SenseCheck():
            _only(ballot, "position", fits=bool(ballot.position or not ballot.reason))
        case _:
            raise Refused("not-understood", f"Nothing is chosen at the stage {stage.id!r}.")


def _only(ballot: Ballot, field: str, *, fits: bool) -> None:
    filled = {name for name in ("dots", "ratings", "ranking", "position") if getattr(ballot, name)}
    if not fits or not filled <= {field} or (ballot.reason and field != "position"):
        raise Refused("not-understood", f"The ballot does not fit the stage {ballot.stage!r}.")
