"""The keys of a workshop: who may facilitate it, and who may look on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, cast, get_args

from sqlalchemy import Connection, delete, insert, select

from ..errors import Refused
from .database import Database
from .tables import keys

#: A facilitator does everything; an onlooker sees the console and changes nothing.
Role = Literal["facilitator", "onlooker"]

LONGEST_NAME = 60


@dataclass(frozen=True)
class Key:
    """A key as facilitators see it: never the secret, which is not kept."""

    fingerprint: str
    role: Role
    name: str
    created: datetime

    @property
    def id(self) -> str:
        """What names the key on a page: too little to guess the rest from."""
        return self.fingerprint[:12]


class Keys:
    """The keys of one workshop. A key that is taken away opens nothing from that moment."""

    def __init__(self, database: Database, code: str) -> None:
        self._database = database
        self._code = code

    def all(self) -> list[Key]:
        """Every key, oldest first."""
        query = select(keys).where(keys.c.workshop == self._code)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(keys.c.created, keys.c.fingerprint)).all()
        return [
            Key(row.fingerprint, row.role, row.name, datetime.fromisoformat(row.created))
            for row in rows
        ]

    def role_of(self, fingerprint: str) -> Role | None:
        """What the key with this fingerprint lets a person do; None if there is no such key."""
        query = select(keys.c.role).where(
            keys.c.workshop == self._code, keys.c.fingerprint == fingerprint
        )
        with self._database.reading() as connection:
            return cast(Role | None, connection.execute(query).scalar())

    def add(self, fingerprint: str, role: str, name: str) -> None:
        """Keep a new key by its fingerprint; ``name`` says for whom it is.

        Raises
        ------
        Refused
            There is no such role, or the name is missing or too long.
        """
        words = " ".join(name.split())
        if role not in get_args(Role) or not 0 < len(words) <= LONGEST_NAME:
            raise Refused("bad-key", "A key has a role and the name of who it is for.")
        with self._database.writing(self._code) as connection:
            write_key(connection, self._code, fingerprint, cast(Role, role), words)

    def take_away(self, id_: str) -> Key | None:
        """Take a key away for good, by its :attr:`Key.id`; None if there is no such key.

        It opens no rehearsal of the workshop either.
        """
        found = next((key for key in self.all() if key.id == id_), None)
        if found:
            with self._database.writing(self._code) as connection:
                connection.execute(delete(keys).where(keys.c.fingerprint == found.fingerprint))
        return found


def write_key(
    connection: Connection, code: str, fingerprint: str, role: Role, name: str = ""
) -> None:
    """Save a key in a transaction of the caller's."""
    connection.execute(
        insert(keys).values(
            workshop=code,
            fingerprint=fingerprint,
            role=role,
            name=name,
            created=datetime.now(UTC).isoformat(),
        )
    )
