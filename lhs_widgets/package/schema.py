"""What a package's folder holds.

``datapackage.json``, the codebook, the Parquet files and what a reader checks are all derived from
:data:`TABLES`. Nothing here imports pandas or pyarrow.
"""

from __future__ import annotations

import re

from .fields import Field, Table, Type
from .tables import TABLES

#: Raised when a table changes so that an older reader would misread it.
FORMAT = 3

#: The files of a package that are not tables.
DESCRIPTOR = "datapackage.json"
CODEBOOK = "codebook.md"
DECK = "deck.yaml"
README = "README.md"

#: The decks of a pool: each is named by the start of its hash.
POOLED_DECK = re.compile(r"deck-[0-9a-f]{12}\.yaml")

#: Every name the folder of a workshop's package may hold.
FILES = frozenset(
    {DESCRIPTOR, CODEBOOK, DECK, README}
    | {table.csv for table in TABLES}
    | {table.parquet for table in TABLES}
)


def belongs(name: str) -> bool:
    """Whether a package, of a workshop or of several, may hold a file of this name."""
    return name in FILES or POOLED_DECK.fullmatch(name) is not None


__all__ = [
    "CODEBOOK",
    "DECK",
    "DESCRIPTOR",
    "FILES",
    "FORMAT",
    "POOLED_DECK",
    "README",
    "TABLES",
    "Field",
    "Table",
    "Type",
    "belongs",
]
