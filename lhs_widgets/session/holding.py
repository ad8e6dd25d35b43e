"""What it takes to hold a room, as plain values: time, people, raised hands, tables."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from ..deck import Deck, Language
from ..language import mark as _
from ..language import translate
from ..workshop import Participant, Workshop
from ..workshop.seating import in_the_room

_SOMEONE = _("Someone")
_TABLE = _("Table {n}")

Values = dict[str, Any]


def timer_value(workshop: Workshop, before: Values | None) -> Values | None:
    """The time the group gave itself, in milliseconds of the server's clock; None for none.

    ``now`` is when this was made: a phone's own clock may be wrong by minutes. The value that a
    page has ``before`` stays as long as it is the same time, so that it is sent once.
    """
    if workshop.timer is None:
        return None
    ends = _milliseconds(workshop.timer.ends)
    if before and before["ends"] == ends:
        return before
    return {
        "ends": ends,
        "now": _milliseconds(datetime.now(UTC)),
        "seconds": workshop.timer.seconds,
    }


def hands(workshop: Workshop, language: Language) -> list[Values]:
    """Who wants to be heard, the longest waiting first. Raising a hand is to be seen."""
    raised = sorted((p.hand, p.id) for p in workshop.participants.values() if p.hand)
    return [
        {"id": who, "name": heard_as(workshop, workshop.participants[who], language)}
        for _when, who in raised
    ]


def heard_as(workshop: Workshop, person: Participant, language: Language) -> str:
    """What the facilitator reads of someone whose hand is up: what to call them, and where they
    sit; they read it themselves, too."""
    table = translate(language, _TABLE).format(n=person.table)
    called = known_as(workshop.deck, person, language)
    return f"{called} · {table}" if workshop.tables and person.table else called


def people(
    workshop: Workshop, step: str, here: Collection[str], language: Language
) -> list[Values] | None:
    """Who is here and who has finished a step; None where only counts may be known."""
    if workshop.deck.steps[step].names != "named":
        return None
    found = [
        {
            "name": known_as(workshop.deck, person, language),
            "here": is_here(person, here),
            "done": step in person.done,
        }
        for person in in_the_room(workshop)
    ]
    return sorted(found, key=lambda person: (person["done"], str(person["name"]).casefold()))


def tables(workshop: Workshop, language: Language) -> Values | None:
    """The tables with who sits there, and who has none yet; None while all work together."""
    if not workshop.tables:
        return None
    seated = sorted(
        (known_as(workshop.deck, person, language), person.id, person.table)
        for person in in_the_room(workshop)
    )
    numbers: list[int | None] = [*range(1, workshop.tables + 1)]
    known = {*numbers}
    return {
        "count": workshop.tables,
        "people": [
            {"id": who, "name": name, "table": table if table in known else None}
            for name, who, table in seated
        ],
    }


def count_here(workshop: Workshop, here: Collection[str]) -> int:
    """How many people have their page open, or are in the room without a phone."""
    return sum(is_here(person, here) for person in in_the_room(workshop))


def is_here(person: Participant, here: Collection[str]) -> bool:
    """Whether someone is in the room: with a page, with a scribe, or in pretence."""
    return person.id in here or person.origin in ("scribe", "rehearsal")


def known_as(deck: Deck, person: Participant, language: Language) -> str:
    """What to call a person: the name or the card they gave, else their group."""
    profile = person.profile
    called = " · ".join(filter(None, [profile.card, profile.name]))
    group = deck.group[profile.group].name(language) if profile.group in deck.group else ""
    return " · ".join(filter(None, [called or translate(language, _SOMEONE), group]))


def _milliseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)
