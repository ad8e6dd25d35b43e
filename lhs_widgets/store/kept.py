"""The few words that a server keeps for itself: its keys, and the address it was last served at.

Beside a SQLite database each has a file, which an administrator can replace; in PostgreSQL they
stand in a table, so that all servers of a database have the same.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from sqlalchemy import Column, MetaData, String, Table, Text, select
from sqlalchemy.dialects.postgresql import insert

from ..errors import StoreError
from .backends import SAVED, backend_of, is_url
from .database import Database

metadata = MetaData()

kept = Table(
    "kept",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("said", Text, nullable=False),
)


class Kept(Protocol):
    """Words by their names."""

    def get(self, name: str) -> str:
        """What is kept under a name; "" if nothing is."""

    def keep(self, name: str, said: str) -> None:
        """Keep something in place of what was there."""

    def get_or_make(self, name: str, make: Callable[[], str]) -> str:
        """What is kept under a name, made at its first use."""


def kept_at(location: str | Path) -> Kept:
    """What is kept for the servers of a data folder, or of a database."""
    if is_url(location):
        return KeptInTable(Database(backend_of(location)))
    return KeptInFolder(Path(location) / SAVED)


class KeptInFolder:
    """Files that only their owner reads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> str:
        file = self._folder / name
        return file.read_text("utf-8").strip() if file.is_file() else ""

    def keep(self, name: str, said: str) -> None:
        """All of it is written, or what was there stays.

        Raises
        ------
        StoreError
            The folder can't be written to.
        """
        if self.get(name) == said:
            return
        file = self._folder / name
        half = file.with_name(f".{name}.{os.getpid()}")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            half.touch(mode=0o600)
            half.write_text(said + "\n", "utf-8")
            half.replace(file)
        except OSError as error:
            half.unlink(missing_ok=True)
            raise StoreError(
                f"{self._folder} can't be written to: {error.strerror}. Make room on the disk, or "
                "let this user write there; then start again."
            ) from error

    def get_or_make(self, name: str, make: Callable[[], str]) -> str:
        """An empty file is what a full disk left: an empty key would open every door."""
        known = self.get(name)
        if not known:
            known = make()
            self.keep(name, known)
        return known


class KeptInTable:
    """Rows of a database that several servers share."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> str:
        with self._database.reading() as connection:
            return connection.execute(select(kept.c.said).where(kept.c.name == name)).scalar() or ""

    def keep(self, name: str, said: str) -> None:
        with self._database.writing() as connection:
            new = insert(kept).values(name=name, said=said)
            connection.execute(
                new.on_conflict_do_update(index_elements=["name"], set_={"said": said})
            )

    def get_or_make(self, name: str, make: Callable[[], str]) -> str:
        """Of two servers that start at once, both take what the first one made."""
        if known := self.get(name):
            return known
        with self._database.writing() as connection:
            new = insert(kept).values(name=name, said=make())
            connection.execute(new.on_conflict_do_nothing())
        return self.get(name)
