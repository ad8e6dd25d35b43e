"""Templates: a deck with a plan, a title and languages, kept under a name for later workshops."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from ..deck import Deck
from ..errors import Refused, UnknownTemplate
from ..workshop import Preparation
from .database import Database
from .record import Record
from .tables import templates

LONGEST_NAME = 120


@dataclass(frozen=True)
class Template:
    """What a workshop can be opened from. ``deck_yaml`` is the deck as its author wrote it."""

    name: str
    deck_yaml: str
    deck_json: str
    preparation: Preparation

    @property
    def deck(self) -> Deck:
        return Deck.model_validate_json(self.deck_json)


class Templates:
    """The templates of one store, each under a name of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def names(self) -> list[str]:
        """Every template's name, by alphabet."""
        with self._database.reading() as connection:
            found = connection.execute(select(templates.c.name)).scalars()
            return sorted(found, key=str.casefold)

    def get(self, name: str) -> Template:
        """A template by its name.

        Raises
        ------
        UnknownTemplate
            No template has this name.
        """
        with self._database.reading() as connection:
            row = connection.execute(
                select(templates).where(templates.c.name == name)
            ).one_or_none()
        if row is None:
            raise UnknownTemplate(name)
        prepared = Preparation.model_validate_json(row.preparation)
        return Template(row.name, row.deck_yaml, row.deck_json, prepared)

    def save(self, name: str, record: Record) -> None:
        """Keep what was prepared for a workshop: none of its people, answers or actions.

        Raises
        ------
        Refused
            The name is taken, or has not 1 to ``LONGEST_NAME`` characters.
        """
        prepared = record.walk().preparation
        values = {
            "name": _clean(name),
            "created": datetime.now(UTC).isoformat(),
            "deck_yaml": record.deck_yaml,
            "deck_json": record.deck_json,
            "preparation": prepared.model_dump_json(),
        }
        with self._database.writing() as connection, _one_of_a_name(name):
            connection.execute(insert(templates).values(values))

    def rename(self, name: str, new: str) -> None:
        """Give a template another name, which nobody else has."""
        change = update(templates).where(templates.c.name == name).values(name=_clean(new))
        with self._database.writing() as connection, _one_of_a_name(new):
            if not connection.execute(change).rowcount:
                raise UnknownTemplate(name)

    def delete(self, name: str) -> None:
        """Throw a template away; workshops that were opened from it stay as they are."""
        with self._database.writing() as connection:
            gone = connection.execute(delete(templates).where(templates.c.name == name))
            if not gone.rowcount:
                raise UnknownTemplate(name)


@contextmanager
def _one_of_a_name(name: str) -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        raise Refused("name-taken", f"There is a template called {name!r} already.") from error


def _clean(name: str) -> str:
    clean = " ".join(name.split())
    if not 1 <= len(clean) <= LONGEST_NAME:
        raise Refused("bad-title", f"A template's name has 1 to {LONGEST_NAME} characters.")
    return clean
