"""What a person answers, and the rules each activity sets for it."""

from __future__ import annotations

import re
from typing import Annotated, Literal, TypeGuard

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from ..deck.models import ChooseRoles, Deck, Language, Step, WriteChallenges, WriteConditions
from ..errors import Refused

#: Identifiers made by a browser or by us: letters, digits and hyphens, never more than a UUID.
Token = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{4,36}$")]

LONGEST_TEXT = 2000


def is_token(value: object) -> TypeGuard[str]:
    """Whether this can be an identifier that a browser made."""
    return isinstance(value, str) and re.fullmatch("[A-Za-z0-9-]{4,36}", value) is not None


class Contribution(BaseModel):
    """One answer: a role chosen, a condition or a challenge written.

    ``ratings`` maps a scale's id to the value of one of its points. ``role`` is an id of the deck's
    roles, or None when the person named a role of their own in ``text``. ``eased_by`` is the id of
    the condition that would ease this challenge.
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

    @property
    def is_blank(self) -> bool:
        """Nothing was said yet: no words and no role."""
        return not self.text.strip() and self.role is None


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
    _check_fields(contribution, step)
    if contribution.role is not None and contribution.role not in deck.roles:
        raise Refused("not-understood", f"{contribution.role!r} is not a role of this deck.")
    scales = getattr(step.activity, "scales", ())
    for name, value in contribution.ratings.items():
        if name not in scales or value not in deck.scale[name].values:
            raise Refused("not-understood", f"{name}={value!r} is not a rating of {step.id!r}.")


def _check_fields(contribution: Contribution, step: Step) -> None:
    match step.activity:
        case ChooseRoles():
            if contribution.eased_by:
                raise Refused("not-understood", "A role has no link to a condition.")
            if contribution.role and contribution.text:
                raise Refused("not-understood", "A role is either the deck's or one's own.")
        case WriteConditions() if contribution.eased_by or contribution.role:
            raise Refused("not-understood", "A winning condition has words and ratings only.")
        case WriteChallenges() if contribution.role:
            raise Refused("not-understood", "A challenge has no role.")
