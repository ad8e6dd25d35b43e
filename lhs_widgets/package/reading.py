"""Reading a data package back, and refusing one that is not whole."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from ..deck import Deck, parse_deck
from ..errors import DeckError, PackageError
from .arrow import from_parquet
from .cells import plain
from .fields import Field, Table
from .files import Folder, open_folder, part
from .older import OLDER, as_today
from .quoting import as_quotable
from .schema import DECK, FORMAT, TABLES
from .validation import broken_rules

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Package:
    """A data package in memory: the deck as used and every table with its declared dtypes.

    ``format`` is the one it was written in, and ``hash`` that of its descriptor, which names the
    hash of every other file.
    """

    deck: Deck
    tables: Mapping[str, pd.DataFrame]
    deck_yaml: str = ""
    format: int = FORMAT
    hash: str = ""

    @property
    def code(self) -> str:
        return str(self.tables["workshop"]["code"].iloc[0])

    @property
    def title(self) -> str:
        return str(self.tables["workshop"]["title"].iloc[0])


def read_package(folder: str | Path, *, all_words: bool = False) -> Package:
    """Read the package of one workshop from its folder.

    Words that are not to be quoted are masked, as tables, charts and reports quote; ``all_words``
    gives them as they are.

    Each table is read from its Parquet file, or from its CSV where that file is missing. Every file
    there must have the hash that ``datapackage.json`` declares. A package of an earlier format is
    read with today's tables; those it lacks are empty.

    Raises
    ------
    PackageError
        The folder is not a package of one workshop, or it was broken or changed by hand.
    """
    found = open_folder(folder)
    if found.is_pool:
        raise PackageError(
            f"{found.root} holds several workshops, and this needs one: name the package of one "
            "workshop, or run `lhs analyse` on the pool."
        )
    tables = read_tables(found, OLDER.get(found.format, TABLES))
    if found.format != FORMAT:
        tables = as_today(tables, found.format)
    check_rules(found, tables, TABLES)
    deck, text = read_deck(found, DECK, found.described.get("deck"))
    tables = tables if all_words else as_quotable(tables)
    return Package(deck, tables, text, found.format, found.hash)


def read_tables(found: Folder, declared: Sequence[Table]) -> dict[str, pd.DataFrame]:
    """Every declared table of a folder, with its dtypes."""
    return {table.name: _table(found, table) for table in declared}


def check_rules(
    found: Folder, tables: Mapping[str, pd.DataFrame], declared: Sequence[Table]
) -> None:
    """Refuse tables that break a rule of the codebook."""
    for rule in broken_rules(tables, declared):
        raise PackageError(f"The package in {found.root} can't be trusted: {rule}.")


def read_deck(found: Folder, name: str, declared: object) -> tuple[Deck, str]:
    """A deck as used, and its text."""
    content = found.content(name, declared)
    if content is None:
        raise PackageError(f"{found.root} has no {name}; export the workshop again.")
    try:
        text = content.decode()
        return as_deck(text), text
    except (DeckError, UnicodeDecodeError) as error:
        raise PackageError(
            f"The deck of the package in {found.root} has mistakes: see "
            f"`lhs check-deck {found.root / name}`."
        ) from error


@lru_cache(maxsize=64)
def as_deck(text: str) -> Deck:
    """The deck in a text.

    Raises
    ------
    DeckError
        It has mistakes.
    """
    # many packages hold the same deck, and reading it takes longer than all their tables
    return parse_deck(text, DECK)


def _table(found: Folder, table: Table) -> pd.DataFrame:
    if table.optional and table.name not in found.resources:
        return _empty(table)
    declared = found.resources.get(table.name, {})
    as_parquet = found.content(table.parquet, part(declared, "parquet"))
    try:
        if as_parquet is not None:
            found.check(table.csv, declared)
            return from_parquet(table, as_parquet)
        as_csv = found.content(table.csv, declared)
        if as_csv is not None:
            return _from_csv(table, as_csv)
    except (ValueError, csv.Error) as error:
        why = str(error).partition("\n")[0].rstrip(".")
        raise PackageError(f"The table {table.name} in {found.root} can't be read: {why}.") from (
            error
        )
    raise PackageError(
        f"{found.root} has neither {table.parquet} nor {table.csv}; export it again."
    )


def _empty(table: Table) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(columns=list(table.columns)).astype(table.dtypes)


def _from_csv(table: Table, content: bytes) -> pd.DataFrame:
    import pandas as pd

    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise ValueError("it is not UTF-8 text") from error
    rows = list(csv.reader(StringIO(text, newline=""), strict=True))
    if not rows or tuple(rows[0]) != table.columns or any(len(r) != len(rows[0]) for r in rows):
        raise ValueError("its columns are not the ones the codebook declares")
    cells = pd.DataFrame(rows[1:], columns=list(table.columns), dtype="object")
    return pd.DataFrame(
        {field.name: _typed(cells[field.name], field) for field in table.fields}
    ).astype(table.dtypes)


def _typed(cells: pd.Series, field: Field) -> pd.Series:
    try:
        return _column(cells, field.type)
    except (ValueError, OverflowError) as error:
        raise ValueError(f"a cell of {field.name} is no {field.type}") from error


def _column(cells: pd.Series, kind: str) -> pd.Series:
    import pandas as pd

    given = cells.where(cells != "", None)
    match kind:
        case "integer":
            return given.map(int, na_action="ignore").astype("Int64")
        case "boolean":
            return given.map({"true": True, "false": False}).astype("boolean")
        case "datetime":
            return pd.to_datetime(given, format="%Y-%m-%dT%H:%M:%SZ", utc=True)
        case _:
            return given.map(plain, na_action="ignore").astype("string")
