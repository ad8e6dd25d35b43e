"""Writing a pool: the same packages, in whatever order, the same bytes."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ... import __version__
from ...deck import Deck
from ..arrow import frame_to_parquet
from ..cells import written
from ..codebook import codebook
from ..fields import Table
from ..folders import put
from ..reading import as_deck
from ..schema import CODEBOOK, DESCRIPTOR, FORMAT, README
from ..writing import as_json, file_of, resource
from .gathering import Gathered, gather
from .readme import POOL_TITLE, readme
from .tables import POOLED
from .telling import told

if TYPE_CHECKING:
    import pandas as pd


def pool(folders: Sequence[str | Path], to: str | Path) -> Gathered:
    """Join packages of one workshop, and pools, into a pool at ``to``; returns what is in it.

    The folder appears whole or not at all. It may be new, empty, or an earlier pool whose workshops
    are all in the new one.

    Raises
    ------
    PackageError
        A folder is not a package, or can't be trusted.
    BadInput
        Two hold the same workshop and differ, or ``to`` holds something else; nothing was changed.
    LHSError
        The disk refused.
    """
    found = gather(folders)
    write_pool(found, to)
    return found


def write_pool(found: Gathered, to: str | Path) -> Path:
    """Write what was gathered, with small groups left out; returns the folder."""
    codes = set(found.tables["workshop"]["code"])

    def replaces(held: Mapping[str, Any]) -> bool:
        sources = held.get("pool")
        return isinstance(sources, list) and all(
            isinstance(each, Mapping) and each.get("workshop") in codes for each in sources
        )

    return put(to, pool_files(found), replaces)


def pool_files(found: Gathered) -> dict[str, bytes]:
    """The content of every file of a pool, by name."""
    tables = told(found.tables)
    files: dict[str, bytes] = {}
    for table in POOLED:
        files[table.csv] = frame_to_csv(table, tables[table.name])
        files[table.parquet] = frame_to_parquet(table, tables[table.name])
    decks = _ordered(found.decks)
    for each in decks:
        files[each.name] = each.text.encode()
    files[CODEBOOK] = codebook(*(each.deck for each in decks), tables=POOLED).encode()
    files[README] = readme(tables["workshop"]).encode()
    files[DESCRIPTOR] = as_json(_descriptor(tables["workshop"], decks, files))
    return files


@dataclass(frozen=True)
class _Deck:
    hash: str
    text: str
    deck: Deck

    @property
    def name(self) -> str:
        return f"deck-{self.hash.partition(':')[2][:12]}.yaml"


def _ordered(texts: Mapping[str, str]) -> list[_Deck]:
    """The decks by id, version and hash."""
    decks = [_Deck(hash_, text, as_deck(text)) for hash_, text in texts.items()]
    return sorted(decks, key=lambda each: (each.deck.id, each.deck.version, each.hash))


def _descriptor(
    workshops: pd.DataFrame, decks: Sequence[_Deck], files: Mapping[str, bytes]
) -> dict[str, Any]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "lhs-pool",
        "title": POOL_TITLE("en").format(n=len(workshops)),
        "description": "What groups designed in several workshops on learning health systems.",
        "description_fr": "Ce que des groupes ont conçu dans plusieurs ateliers sur les systèmes "
        "apprenants.",
        "lhs": {
            "format": FORMAT,
            "software_version": __version__,
            "pool": [
                {
                    "workshop": row["code"],
                    "format": row["package_format"],
                    "hash": row["package_hash"],
                    "deck": row["deck_hash"],
                }
                for row in workshops.to_dict("records")
            ],
        },
        "decks": [
            {**file_of(each.name, files), "id": each.deck.id, "version": each.deck.version}
            for each in decks
        ],
        "resources": [resource(table, files) for table in POOLED],
    }


def frame_to_csv(table: Table, frame: pd.DataFrame) -> bytes:
    """The rows as CSV, as :func:`lhs_widgets.package.writing.to_csv` writes them."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(zip(*(_cells(frame[column]) for column in table.columns), strict=True))
    return text.getvalue().encode()


def _cells(column: pd.Series) -> list[str]:
    """A column's cells; each value that comes back is written once."""
    import pandas as pd

    codes, values = pd.factorize(column)
    texts = [written(value) for value in values.tolist()]
    return [texts[code] if code >= 0 else "" for code in codes.tolist()]
