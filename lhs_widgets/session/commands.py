"""What the console can do: each command becomes the events that record it.

A command is a message from the browser, such as ``{"does": "stage", "step": "p2d-roles", "stage":
"group"}``. What it holds is untrusted; an action checks it.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import SystemRandom
from typing import Any, cast, get_args

from ..deck.stages import Reveal
from ..errors import Refused
from ..workshop import Event, Stamp, Workshop, actions
from ..workshop.seating import How, seats
from .messages import Command, Message, another, flag, number, text
from .preparing import PREPARING


def carry_out(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    """The events of a command.

    Raises
    ------
    Refused
        There is no such command, or the workshop does not allow it.
    """
    command = COMMANDS.get(str(message.get("does")))
    if command is None:
        raise Refused("not-understood", f"{message.get('does')!r} is not a command.")
    return command(workshop, message, stamp)


def _move(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    return [actions.move(workshop, text(message, "step"), stamp)]


def _stage(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    """Going to the reveal shows the answers: that is what it is."""
    step, name = text(message, "step"), text(message, "stage")
    staged = actions.stage(workshop, step, name, stamp, again=flag(message, "again"))
    if isinstance(workshop.deck.steps[step].stage[name], Reveal):
        return [staged, actions.reveal(workshop, step, another(stamp), revealed=True)]
    return [staged]


def _reveal(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    shown = flag(message, "revealed")
    return [actions.reveal(workshop, text(message, "step"), stamp, revealed=shown)]


def _count(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    step, stage = text(message, "step"), text(message, "stage")
    return [actions.count(workshop, step, stage, stamp, counted=flag(message, "counted"))]


def _lock(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    return [actions.lock(workshop, text(message, "step"), stamp, locked=flag(message, "locked"))]


def _pace(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    return [actions.pace(stamp, own=flag(message, "own"))]


def _pause(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    return [actions.pause(stamp, paused=flag(message, "paused"))]


def _timer(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    """``seconds`` from now on, or so many more; 0 takes the timer away."""
    seconds = number(message, "seconds")
    if workshop.timer and flag(message, "more"):
        left = (workshop.timer.ends - stamp.at).total_seconds()
        seconds += max(0, round(left))
    return [actions.set_timer(seconds, stamp) if seconds else actions.stop_timer(stamp)]


def _moderate(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    answer, why = text(message, "contribution"), text(message, "reason")
    hidden = flag(message, "moderated")
    return [actions.moderate(workshop, answer, why, stamp, moderated=hidden)]


def _split(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    """Split the group into ``tables``, seated ``how`` it says; 0 brings everyone together."""
    tables, how = number(message, "tables"), text(message, "how", "by-hand")
    split = actions.split(tables, stamp)
    if how not in get_args(How):
        raise Refused("not-understood", f"{how!r} is not a way to seat people.")
    found = seats(workshop, tables, cast(How, how), SystemRandom()) if tables else {}
    return [split, *_seated(workshop, found, stamp)]


def _seat(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    """``seats`` holds a table (or None) by person."""
    given = message.get("seats")
    if not isinstance(given, dict):
        raise Refused("not-understood", "Seats are given by person.")
    return _seated(workshop, given, stamp)


def _seated(workshop: Workshop, given: Mapping[Any, Any], stamp: Stamp) -> list[Event]:
    return [
        actions.seat(workshop, str(person), _table(table), another(stamp))
        for person, table in given.items()
    ]


def _lower_hand(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    return [actions.raise_hand(workshop, text(message, "person"), stamp, hand=False)]


def _finish(workshop: Workshop, message: Message, stamp: Stamp) -> list[Event]:
    return [actions.finish(workshop, stamp)]


COMMANDS: dict[str, Command] = {
    **PREPARING,
    "count": _count,
    "finish": _finish,
    "lock": _lock,
    "lower-hand": _lower_hand,
    "moderate": _moderate,
    "move": _move,
    "pace": _pace,
    "pause": _pause,
    "reveal": _reveal,
    "seat": _seat,
    "split": _split,
    "stage": _stage,
    "timer": _timer,
}


def _table(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
