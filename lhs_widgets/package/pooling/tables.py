"""The tables of a pool, derived from those of one workshop."""

from __future__ import annotations

from dataclasses import replace

from ..fields import Field, Table
from ..tables import TABLES
from ..tables.shared import WORKSHOP

#: What a pool says of each workshop beside what its own package says.
OF_A_SOURCE = (
    Field(
        "rehearsed",
        "integer",
        "Of its people, how many were played by a rehearsal: they are made up.",
        "Parmi ses personnes, combien ont été jouées par une répétition : elles sont inventées.",
        minimum=0,
        unit="people",
    ),
    Field(
        "deck_hash",
        "string",
        "Hash of its deck as used; `datapackage.json` names the file.",
        "Empreinte de sa trousse telle qu’utilisée ; `datapackage.json` nomme le fichier.",
    ),
    Field(
        "package_format",
        "integer",
        "Format of the package it came in.",
        "Format des données dont il vient.",
        minimum=1,
    ),
    Field(
        "package_hash",
        "string",
        "Hash of the `datapackage.json` it came with.",
        "Empreinte du `datapackage.json` dont il vient.",
    ),
)


def pooled(table: Table) -> Table:
    """A table as it is where it holds several workshops."""
    if table.name == "workshop":
        return replace(
            table,
            en="The workshops, one row each.",
            fr="Les ateliers, une ligne chacun.",
            fields=table.fields + OF_A_SOURCE,
            within="code",
        )
    fields = (WORKSHOP, *(field for field in table.fields if field.name != "workshop"))
    key = ("workshop", *(column for column in table.key if column != "workshop"))
    return replace(table, key=key, fields=fields, within="workshop")


#: Every table of a pool, in the order of the codebook.
POOLED = tuple(pooled(table) for table in TABLES)
