"""A small deck, and shorthand for what people do in a workshop opened from it."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from lhs_widgets.store import Record
from lhs_widgets.workshop import Ballot, Contribution, Event, Kind, Profile, Stamp, actions
from lhs_widgets.workshop.codes import fingerprint

SMALL_DECK = (Path(__file__).parent / "small_deck.yaml").read_text("utf-8")

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

_numbers = count(1)


def stamp(identifier: str = "") -> Stamp:
    """A participant's stamp at noon, with an id of its own unless one is given."""
    return Stamp("participant", NOON, identifier or f"event-{next(_numbers)}")


def condition(identifier: str, text: str = "Time to meet", **more: Any) -> Contribution:
    """A winning condition."""
    return Contribution(id=identifier, step="conditions", language="en", text=text, **more)


def join(record: Record, person: str = "p-ada", *, secret: str | None = None) -> str:
    """Let someone into a workshop; their id."""
    event = actions.join(record.state(), person, Profile(language="en", name="Ada"), stamp())
    record.admit(event, fingerprint(secret) if secret else None)
    return person


def write(record: Record, person: str, answer: Contribution) -> Event:
    """Let someone answer a step that the group has reached."""
    event = actions.contribute(record.state(), person, answer, stamp())
    record.append(event)
    return event


def move(record: Record, step: str) -> None:
    record.append(Stamp("facilitator", NOON, f"move-{next(_numbers)}").event(Kind.MOVED, step=step))


def reveal(record: Record, step: str, *, revealed: bool = True) -> None:
    """Show a step's answers to everyone, or hide them."""
    record.append(actions.reveal(record.state(), step, stamp(), revealed=revealed))


def vote(record: Record, person: str, dots: dict[str, int], *, turn: int = 1) -> None:
    """Let someone give dots to ideas of the winning conditions."""
    ballot = Ballot(stage="vote", round=turn, dots=dots)
    record.append(actions.cast_ballot(record.state(), person, "conditions", ballot, stamp()))


def count(record: Record, stage: str, *, counted: bool = True) -> None:
    """Close a vote on the winning conditions, or open it again."""
    closed = actions.count(record.state(), "conditions", stage, stamp(), counted=counted)
    record.append(closed)
