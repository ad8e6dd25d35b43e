"""Translations in the record: they go with the words that they are of."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, and_, select

from ..errors import Refused
from ..workshop import Event, Kind
from .tables import events


def of_words_by(code: str, participant: str) -> ColumnElement[bool]:
    """The rows in which a person's words were said in another language."""
    theirs = select(events.c.body["id"].as_string()).where(
        events.c.workshop == code,
        events.c.participant == participant,
        events.c.kind == Kind.CONTRIBUTED.value,
    )
    return and_(
        events.c.workshop == code,
        events.c.kind == Kind.TRANSLATED.value,
        events.c.body["contribution"].as_string().in_(theirs),
    )


def check_words(connection: Connection, code: str, happened: Iterable[Event]) -> None:
    """Refuse to say in another language what was erased a moment ago."""
    for event in happened:
        if event.kind is Kind.TRANSLATED:
            words = select(events.c.seq).where(
                events.c.workshop == code,
                events.c.kind == Kind.CONTRIBUTED.value,
                events.c.body["id"].as_string() == event.body["contribution"],
            )
            if connection.execute(words.limit(1)).first() is None:
                raise Refused("not-here", "These words are not in the workshop.")
