"""The databases that a store can be kept in: SQLite in a folder, or PostgreSQL by URL."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ...errors import BadInput

if TYPE_CHECKING:
    from .base import Backend

#: Where a data folder keeps what must not be published, and the database in it.
SAVED = "saved"
DATABASE = "store.sqlite"

_SCHEMES = ("postgresql", "postgres")


def is_url(location: str | Path) -> bool:
    """Whether a store's location is the URL of a database, and not a folder.

    Raises
    ------
    BadInput
        It is a URL of a kind of database that no store can be kept in.
    """
    scheme, found, _ = str(location).partition("://")
    if not found:
        return False
    if scheme not in _SCHEMES:
        raise BadInput(
            f"The store {without_password(location)!r} is not supported: give a folder, or a URL "
            "such as postgresql://lhs@db.example.org/lhs."
        )
    return True


def without_password(location: str | Path) -> str:
    """A location as it may be printed and logged."""
    typed = str(location)
    try:
        password = urlsplit(typed).password if "://" in typed else None
    except ValueError:
        password = None
    hidden = typed.replace(f":{password}@", ":***@") if password else typed
    return re.sub(r"(?<=[?&]password=)[^&]*", "***", hidden)


def backend_of(location: str | Path) -> Backend:
    """The database of a location; nothing is made or connected to."""
    if is_url(location):
        from .postgresql import PostgreSQL

        return PostgreSQL(str(location))
    from .sqlite import SQLite

    return SQLite(Path(location) / SAVED / DATABASE)
