"""Writing a data package: the same workshop, the same bytes."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from .arrow import to_parquet
from .cells import written
from .codebook import codebook, readme
from .fields import Table
from .files import hash_of
from .folders import put
from .rows import Row, Source, rows_of
from .schema import CODEBOOK, DECK, DESCRIPTOR, FORMAT, README, TABLES


def write_package(source: Source, folder: str | Path) -> Path:
    """Write the package of a workshop; returns its folder.

    The folder appears whole or not at all. It may be new, empty, or an earlier package of the same
    workshop with nothing else in it, which is then replaced.

    Raises
    ------
    BadInput
        The folder holds something else; nothing was changed.
    LHSError
        The disk refused.
    """
    return put(folder, package_files(source), lambda held: held.get("workshop") == source.code)


def package_files(source: Source) -> dict[str, bytes]:
    """The content of every file of a package, by name."""
    rows = rows_of(source)
    files: dict[str, bytes] = {}
    for table in TABLES:
        files[table.csv] = to_csv(table, rows[table.name])
        files[table.parquet] = to_parquet(table, rows[table.name])
    workshop = rows["workshop"][0]
    files[DECK] = source.deck_yaml.encode()
    files[CODEBOOK] = codebook(source.deck).encode()
    files[README] = readme(workshop, rows["participants"]).encode()
    files[DESCRIPTOR] = as_json(_descriptor(workshop, files))
    return files


def to_csv(table: Table, rows: Sequence[Row]) -> bytes:
    """The rows as CSV: UTF-8, commas, line feeds, no cell a formula."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([written(row[column]) for column in table.columns] for row in rows)
    return text.getvalue().encode()


def as_json(described: Mapping[str, Any]) -> bytes:
    """A descriptor as its file holds it: the same content, the same bytes."""
    text = json.dumps(described, indent=2, sort_keys=True, ensure_ascii=False)
    return f"{text}\n".encode()


def _descriptor(workshop: Row, files: dict[str, bytes]) -> dict[str, Any]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"lhs-workshop-{workshop['code'].lower()}",
        "title": workshop["title"],
        "description": "What a group designed in a workshop on learning health systems.",
        "description_fr": "Ce qu’un groupe a conçu dans un atelier sur les systèmes apprenants.",
        "lhs": {"format": FORMAT, "workshop": workshop["code"]},
        "deck": file_of(DECK, files),
        "resources": [resource(table, files) for table in TABLES],
    }


def resource(table: Table, files: Mapping[str, bytes]) -> dict[str, Any]:
    """A table as the descriptor has it, with its two files and their hashes."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
        "name": table.name,
        "type": "table",
        "description": table.en,
        "description_fr": table.fr,
        **file_of(table.csv, files),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
        "schema": table.descriptor(),
        # Not a resource of its own: the standard knows only tables, and `frictionless` would need
        # a further library to open it.
        "parquet": file_of(table.parquet, files),
    }


def file_of(name: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    """A file as the descriptor has it."""
    return {"path": name, "bytes": len(files[name]), "hash": hash_of(files[name])}
