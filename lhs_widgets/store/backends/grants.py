"""What a server may do in a PostgreSQL database that another role owns."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

from ..kept import kept
from ..tables import contacts, events, keys, participants, templates, workshops
from .exchange import metadata as of_replicas

#: By table. The record can't be altered by who may only add to it and erase from it.
_RIGHTS = {
    workshops.name: "SELECT, INSERT, DELETE",
    events.name: "SELECT, INSERT, DELETE",
    participants.name: "SELECT, INSERT, UPDATE (secret), DELETE",
    keys.name: "SELECT, INSERT, DELETE",
    contacts.name: "SELECT, INSERT, DELETE",
    templates.name: "SELECT, INSERT, UPDATE, DELETE",
    kept.name: "SELECT, INSERT, UPDATE",
    "alembic_version": "SELECT",
    **{table.name: "SELECT, INSERT, UPDATE, DELETE" for table in of_replicas.sorted_tables},
}


def grants(connection: Connection, role: str) -> Iterator[str]:
    """The commands that let a role do what a server does."""
    name = as_role(role)
    schema = as_role(connection.execute(text("SELECT current_schema()")).scalar_one())
    yield f"GRANT USAGE ON SCHEMA {schema} TO {name}"
    for table, rights in _RIGHTS.items():
        yield f"REVOKE ALL ON {table} FROM {name}"
        yield f"GRANT {rights} ON {table} TO {name}"
    yield f"GRANT USAGE ON SEQUENCE events_seq_seq TO {name}"


def as_role(name: str) -> str:
    """A name as SQL quotes it."""
    return '"' + name.replace('"', '""') + '"'
