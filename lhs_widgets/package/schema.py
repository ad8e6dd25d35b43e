"""What a package's folder holds.

``datapackage.json``, the codebook, the Parquet files and what a reader checks are all derived from
:data:`TABLES`. Nothing here imports pandas or pyarrow.
"""

from __future__ import annotations

from .fields import Field, Table, Type
from .tables import TABLES

#: Raised when a table changes so that an older reader would misread it.
FORMAT = 3

#: The files of a package that are not tables.
DESCRIPTOR = "datapackage.json"
CODEBOOK = "codebook.md"
DECK = "deck.yaml"
README = "README.md"

#: Every name a package's folder may hold.
FILES = frozenset(
    {DESCRIPTOR, CODEBOOK, DECK, README}
    | {table.csv for table in TABLES}
    | {table.parquet for table in TABLES}
)

__all__ = [
    "CODEBOOK",
    "DECK",
    "DESCRIPTOR",
    "FILES",
    "FORMAT",
    "README",
    "TABLES",
    "Field",
    "Table",
    "Type",
]
