"""Who asked to be told of the next workshop, apart from everything they said.

An address stands beside a *lock* that only its person's return code opens (``codes.contact_lock``).
The store has neither that code nor the participant, and keeps these rows in the order of the locks,
which is random: no row leads to an answer, and none says who came first.
"""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import delete, insert, select

from ..errors import Refused, StoreError
from .database import Database
from .tables import contacts

LONGEST_ADDRESS = 200


class Contacts:
    """The addresses of one workshop."""

    def __init__(self, database: Database, code: str) -> None:
        self._database = database
        self._code = code

    def all(self) -> list[str]:
        """Every address, by alphabet."""
        query = select(contacts.c.address).where(contacts.c.workshop == self._code)
        with self._database.reading() as connection:
            return sorted(connection.execute(query).scalars(), key=str.casefold)

    def of(self, lock: str) -> str:
        """The address behind a lock; "" if there is none."""
        query = select(contacts.c.address).where(
            contacts.c.workshop == self._code, contacts.c.lock == lock
        )
        with self._database.reading() as connection:
            return connection.execute(query).scalar() or ""

    def keep(self, lock: str, address: str) -> None:
        """Keep an address behind a lock, in place of what was there.

        Raises
        ------
        Refused
            It is empty, or longer than :data:`LONGEST_ADDRESS`.
        """
        row = {"workshop": self._code, "lock": lock, "address": clean_address(address)}
        with self._database.writing(self._code) as connection:
            connection.execute(
                delete(contacts).where(contacts.c.workshop == self._code, contacts.c.lock == lock)
            )
            connection.execute(insert(contacts).values(row))

    def drop(self, lock: str) -> bool:
        """Erase what is behind a lock; whether anything was."""
        return self._erase(lock=lock)

    def drop_address(self, address: str) -> bool:
        """Erase an address, for who has no return code; whether it was there."""
        return self._erase(address=" ".join(address.split()))

    def _erase(self, **which: str) -> bool:
        ((name, value),) = which.items()
        with self._database.writing(self._code) as connection:
            gone = connection.execute(
                delete(contacts).where(contacts.c.workshop == self._code, contacts.c[name] == value)
            ).rowcount
        if gone:
            with suppress(StoreError):  # the log is emptied once its readers let go of it
                self._database.wipe_traces()
        return bool(gone)


def clean_address(address: str) -> str:
    """An address from untrusted data, on one line."""
    clean = " ".join("".join(ch if ch.isprintable() else " " for ch in address).split())
    if not 3 <= len(clean) <= LONGEST_ADDRESS:
        raise Refused("bad-address", f"An address has 3 to {LONGEST_ADDRESS} characters.")
    return clean
