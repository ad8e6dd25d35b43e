"""What a session is for, and what each person agreed to."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError, model_validator

from ..errors import Refused

#: What the answers are for: to improve care, research, or both.
Aim = Literal["quality", "research", "both"]


class Purpose(BaseModel):
    """What a session is for; research has the number that a research ethics board (REB) gave it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    aim: Aim = "quality"
    reb: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)] = ""

    @model_validator(mode="after")
    def _has_a_number_if_research(self) -> Purpose:
        if self.has_research != bool(self.reb):
            raise ValueError("research, and nothing else, has a number")
        return self

    @property
    def has_research(self) -> bool:
        return self.aim != "quality"


class Consent(BaseModel):
    """What a person agreed to, beside taking part.

    Whether they asked to be contacted is not here: no record leads from their answers to it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    research: bool = False
    quotes: bool = False


def read_purpose(aim: object, reb: object = "") -> Purpose:
    """A purpose from untrusted data; the number of what is not research is dropped.

    Raises
    ------
    Refused
        It is not one of the aims, or research has no number of at most 60 characters.
    """
    number = " ".join(str(reb or "").split()) if aim != "quality" else ""
    try:
        return Purpose.model_validate({"aim": aim, "reb": number})
    except ValidationError as error:
        raise Refused(
            "bad-purpose",
            "The purpose is quality, research or both, and research has its REB number.",
        ) from error


def read_day(day: object) -> date | None:
    """A day from untrusted data, as 2027-01-31; None for "".

    Raises
    ------
    Refused
        It is not a day.
    """
    try:
        return date.fromisoformat(day) if day else None  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise Refused("bad-date", f"{day!r} is not a day, such as 2027-01-31.") from error
