"""The tables of the store; ``migrations/`` brings a database to this shape."""

from sqlalchemy import (
    JSON,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

workshops = Table(
    "workshops",
    metadata,
    Column("code", String(6), primary_key=True),
    Column("created", String(32), nullable=False),
    Column("deck_yaml", Text, nullable=False),
    Column("deck_json", Text, nullable=False),
)

keys = Table(
    "keys",
    metadata,
    Column("workshop", String(6), ForeignKey("workshops.code"), primary_key=True),
    Column("fingerprint", String(64), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("name", String(60), nullable=False),
    Column("created", String(32), nullable=False),
)

contacts = Table(
    "contacts",
    metadata,
    Column("workshop", String(6), ForeignKey("workshops.code"), primary_key=True),
    Column("lock", String(64), primary_key=True),
    Column("address", String(200), nullable=False),
    sqlite_with_rowid=False,  # else rows would stand in the order in which people joined
)

templates = Table(
    "templates",
    metadata,
    Column("name", String(120), primary_key=True),
    Column("created", String(32), nullable=False),
    Column("deck_yaml", Text, nullable=False),
    Column("deck_json", Text, nullable=False),
    Column("preparation", Text, nullable=False),
)

participants = Table(
    "participants",
    metadata,
    Column("workshop", String(6), ForeignKey("workshops.code"), primary_key=True),
    Column("id", String(36), primary_key=True),
    Column("secret", String(64), nullable=True),
    UniqueConstraint("workshop", "secret", name="one_person_a_secret"),
)

events = Table(
    "events",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("workshop", String(6), ForeignKey("workshops.code"), nullable=False),
    Column("id", String(64), nullable=False),
    Column("kind", String(24), nullable=False),
    Column("at", String(32), nullable=False),
    Column("origin", String(16), nullable=False),
    Column("participant", String(36), nullable=True),
    Column("step", String(48), nullable=True),
    Column("body", JSON, nullable=False),
    UniqueConstraint("workshop", "id", name="an_event_once"),
    Index("events_in_order", "workshop", "seq"),
    Index("events_of_a_kind", "workshop", "kind", "step"),
    Index("events_of_a_person", "workshop", "participant"),
    sqlite_autoincrement=True,
)
