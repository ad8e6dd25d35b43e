"""Bringing a database to the shape this version needs."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from ..errors import StoreError

#: The newest revision in ``migrations/versions``; pages compare with it without importing Alembic.
NEWEST = "0005"


#: Digits of a revision. What only adds to one (a table, an index, a column that may be empty) has
#: its number and a letter, such as 0005a: servers of the version before go on with it.
_NUMBER = 4


def suits(found: str | None) -> bool:
    """Whether this version can use a database of that revision as it is."""
    return found is not None and found >= NEWEST and found[:_NUMBER] == NEWEST[:_NUMBER]


def upgrade(connection: Connection) -> None:
    """Run the migrations that this database lacks, in the caller's transaction."""
    found = revision(connection)
    if suits(found):
        return
    if found is not None and found > NEWEST:
        raise StoreError(
            f"The store was written by a newer version (revision {found}); "
            "install that version to read it."
        )
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "lhs_widgets:store/migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def revision(connection: Connection) -> str | None:
    """The revision a database is at; None for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
