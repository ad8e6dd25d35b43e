"""What happened, told so that nothing done without a name leads to who did it."""

from __future__ import annotations

from collections.abc import Iterator

from ...workshop import Event, Kind
from ...workshop.events import THEME_ACTS
from .exported import Exported
from .row import Row
from .telling import impersonal

#: What people do at a step. Where it has no names, neither who nor when may be told; that
#: something was hidden there would say that it was written before.
_AT_A_STEP = frozenset(
    {Kind.CONTRIBUTED, Kind.WITHDRAWN, Kind.DONE, Kind.MODERATED, Kind.TRANSLATED}
)

#: Events that set something or take it back.
_SWITCHES = frozenset(
    {
        Kind.DONE,
        Kind.HAND,
        Kind.REVEALED,
        Kind.COUNTED,
        Kind.LOCKED,
        Kind.PACED,
        Kind.PAUSED,
        Kind.MODERATED,
    }
)


def events(export: Exported) -> Iterator[Row]:
    """What is told with its time, in order, and then the rest, by step and kind."""
    happened = [event for event in export.events if not _is_untold(event)]
    timed = [_timed(export, event) for event in happened if not _is_secret(export, event)]
    secret = [_secret(event) for event in happened if _is_secret(export, event)]
    walk = [*export.deck.steps]
    secret.sort(key=lambda row: (_place(row["step"], walk), *map(str, row.values())))
    for seq, row in enumerate([*timed, *secret], start=1):
        step = row["step"] if row["step"] in export.deck.steps else None
        yield {**row, "workshop": export.code, "seq": seq, "step": step}


def _is_untold(event: Event) -> bool:
    """Imported ideas stand under people who were never in the room; consent is told to nobody."""
    brought = event.kind is Kind.JOINED and event.origin == "import"
    return brought or event.kind is Kind.CONSENTED


def _is_secret(export: Exported, event: Event) -> bool:
    if event.kind is Kind.BALLOT:
        return True
    unnamed = event.origin == "import" or not export.is_named(event.step)
    return event.kind in _AT_A_STEP and unnamed


def _timed(export: Exported, event: Event) -> Row:
    of_the_group = event.kind in THEME_ACTS
    return {
        **_what(event),
        "at": event.at,
        "participant": event.participant if event.participant in export.people else None,
        "origin": impersonal(event) if of_the_group else event.origin,
        "table": None if of_the_group else event.body.get("table"),
        "number": event.body.get("tables", event.body.get("seconds")),
    }


def _secret(event: Event) -> Row:
    return {**_what(event), "origin": impersonal(event)}


def _what(event: Event) -> Row:
    """What happened, without who and when."""
    within = event.body.get("ballot", event.body)
    value = event.body[event.kind.value] if event.kind in _SWITCHES else None
    return {
        "kind": event.kind.value,
        "step": event.step,
        "stage": within.get("stage"),
        "round": within.get("round"),
        "value": value,
    }


def _place(step: str | None, walk: list[str]) -> int:
    return walk.index(step) if step in walk else len(walk)
