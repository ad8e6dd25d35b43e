"""What people say and choose."""

from __future__ import annotations

from ...errors import Refused
from ..ballots import Ballot, check_ballot
from ..contributions import Contribution, check_contribution
from ..events import Event, Kind
from ..ideas import options
from ..state import Workshop
from .checks import check_present, check_stage, check_step, check_unlocked
from .stamp import Stamp


def contribute(
    workshop: Workshop, participant: str, contribution: Contribution, stamp: Stamp
) -> Event:
    """Write or change an answer; the whole answer is recorded each time."""
    _check_own(workshop, participant, contribution.id, contribution.step)
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
    answer = workshop.answers.get(contribution)
    step = answer.contribution.step if answer else None
    _check_own(workshop, participant, contribution, step)
    return stamp.event(
        Kind.WITHDRAWN, {"contribution": contribution}, participant=participant, step=step
    )


def mark_done(
    workshop: Workshop, participant: str, step: str, stamp: Stamp, *, done: bool
) -> Event:
    """Say that one has finished a step, or has not after all."""
    check_present(workshop, participant)
    check_step(workshop, step)
    return stamp.event(Kind.DONE, {"done": done}, participant=participant, step=step)


def cast_ballot(
    workshop: Workshop, participant: str, step: str, ballot: Ballot, stamp: Stamp
) -> Event:
    """Choose at a voting stage; the whole ballot is recorded each time, with the person's group."""
    check_present(workshop, participant)
    check_stage(workshop, step, ballot.stage)
    check_unlocked(workshop, step)
    if not workshop.is_open(step):
        raise Refused("not-yet", f"The group has not reached {step!r}.")
    key = workshop.key(step, ballot.stage)
    if key != (step, ballot.stage, ballot.round) or key in workshop.counted:
        raise Refused("counted", "This vote is closed.")
    person = workshop.participants[participant]
    table = person.table if workshop.tables else None
    items = {option.id for option in options(workshop, step, table)}
    check_ballot(ballot, workshop.deck.steps[step].stage[ballot.stage], workshop.deck, items)
    return stamp.event(
        Kind.BALLOT,
        {"ballot": ballot.model_dump(mode="json"), "group": person.profile.group},
        participant=participant,
        step=step,
    )


def _check_own(workshop: Workshop, participant: str, contribution: str, step: str | None) -> None:
    check_present(workshop, participant)
    check_unlocked(workshop, step)
    existing = workshop.answers.get(contribution)
    if existing and existing.participant != participant:
        raise Refused("not-yours", "This answer belongs to someone else.")
