"""What people may do: each action checks the workshop and returns the event that records it.

Pure functions: the time and the event's id come from the caller. A refused action raises
:class:`~lhs_widgets.errors.Refused` and changes nothing.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime

from pydantic import ValidationError

from ..errors import Refused
from .contributions import Contribution, check_contribution
from .events import Event, Kind, Origin, Profile
from .state import Workshop


@dataclass(frozen=True)
class Stamp:
    """When, by which way and under which id something is recorded."""

    origin: Origin
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    id: str = field(default_factory=lambda: str(uuid.uuid4()))

    def event(
        self,
        kind: Kind,
        body: dict[str, object] | None = None,
        *,
        participant: str | None = None,
        step: str | None = None,
    ) -> Event:
        return Event(
            id=self.id,
            kind=kind,
            at=self.at,
            origin=self.origin,
            participant=participant,
            step=step,
            body=body or {},
        )


def open_workshop(title: str, stamp: Stamp) -> Event:
    """Open a workshop under a title of 1 to 120 characters."""
    clean = " ".join(title.split())
    if not 1 <= len(clean) <= 120:
        raise Refused("bad-title", "A workshop's title has 1 to 120 characters.")
    return stamp.event(Kind.OPENED, {"title": clean})


def read_profile(workshop: Workshop, data: object) -> Profile:
    """A profile from untrusted data: a known language and, if given, one of the deck's groups."""
    try:
        profile = Profile.model_validate(data)
    except ValidationError as error:
        raise Refused(
            "bad-profile", f"The profile can't be used: {error.errors()[0]['msg']}."
        ) from error
    if profile.group is not None and profile.group not in workshop.deck.group:
        raise Refused("bad-profile", f"{profile.group!r} is not a group of this deck.")
    return profile


def join(workshop: Workshop, participant: str, profile: Profile, stamp: Stamp) -> Event:
    """Join, with consent already given."""
    if workshop.finished:
        raise Refused("finished", "This workshop is finished.")
    return stamp.event(Kind.JOINED, profile.model_dump(), participant=participant)


def change_profile(workshop: Workshop, participant: str, profile: Profile, stamp: Stamp) -> Event:
    """Change language, name or group."""
    _check_present(workshop, participant)
    return stamp.event(Kind.PROFILE_CHANGED, profile.model_dump(), participant=participant)


def contribute(
    workshop: Workshop, participant: str, contribution: Contribution, stamp: Stamp
) -> Event:
    """Write or change an answer; the whole answer is recorded each time."""
    _check_writing(workshop, participant, contribution.id)
    check_contribution(contribution, workshop.deck)
    if not workshop.is_open(contribution.step):
        raise Refused("not-yet", f"The group has not reached {contribution.step!r}.")
    return stamp.event(
        Kind.CONTRIBUTED,
        contribution.model_dump(mode="json"),
        participant=participant,
        step=contribution.step,
    )


def withdraw(workshop: Workshop, participant: str, contribution: str, stamp: Stamp) -> Event:
    """Take one answer back. Taking back what is not there is no mistake: it may be a repeat."""
    _check_writing(workshop, participant, contribution)
    answer = workshop.answers.get(contribution)
    return stamp.event(
        Kind.WITHDRAWN,
        {"contribution": contribution},
        participant=participant,
        step=answer.contribution.step if answer else None,
    )


def mark_done(
    workshop: Workshop, participant: str, step: str, stamp: Stamp, *, done: bool
) -> Event:
    """Say that one has finished a step, or has not after all."""
    _check_present(workshop, participant)
    _check_step(workshop, step)
    return stamp.event(Kind.DONE, {"done": done}, participant=participant, step=step)


def move(workshop: Workshop, step: str, stamp: Stamp) -> Event:
    """Move everyone to a step; a finished workshop opens again."""
    _check_step(workshop, step)
    return stamp.event(Kind.MOVED, step=step)


def reveal(workshop: Workshop, step: str, stamp: Stamp, *, revealed: bool) -> Event:
    """Show a step's answers to everyone, or hide them again."""
    _check_step(workshop, step)
    return stamp.event(Kind.REVEALED, {"revealed": revealed}, step=step)


def finish(workshop: Workshop, stamp: Stamp) -> Event:  # noqa: ARG001 - as all actions
    """End the workshop: nobody can join or write any more."""
    return stamp.event(Kind.FINISHED)


def forget(stamp: Stamp) -> Event:
    """All that remains in the record of a person who withdrew: that someone did."""
    return stamp.event(Kind.FORGOTTEN)


def _check_writing(workshop: Workshop, participant: str, contribution: str) -> None:
    _check_present(workshop, participant)
    if workshop.finished:
        raise Refused("finished", "This workshop is finished.")
    existing = workshop.answers.get(contribution)
    if existing and existing.participant != participant:
        raise Refused("not-yours", "This answer belongs to someone else.")


def _check_present(workshop: Workshop, participant: str) -> None:
    if participant not in workshop.participants:
        raise Refused("not-here", "This person is not in the workshop.")


def _check_step(workshop: Workshop, step: str) -> None:
    if step not in workshop.deck.steps:
        raise Refused("no-such-step", f"{step!r} is not a step of this deck.")
