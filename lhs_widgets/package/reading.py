"""Reading a data package back, and refusing one that is not whole."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..deck import Deck, parse_deck
from ..errors import DeckError, PackageError
from .arrow import from_parquet
from .cells import plain
from .fields import Table
from .older import OLDER, as_today
from .schema import DECK, DESCRIPTOR, FORMAT, TABLES
from .validation import broken_rules
from .writing import hash_of

if TYPE_CHECKING:
    import pandas as pd

Descriptor = dict[str, Any]


@dataclass(frozen=True)
class Package:
    """A data package in memory: the deck as used and every table with its declared dtypes."""

    deck: Deck
    tables: Mapping[str, pd.DataFrame]

    @property
    def code(self) -> str:
        return str(self.tables["workshop"]["code"].iloc[0])

    @property
    def title(self) -> str:
        return str(self.tables["workshop"]["title"].iloc[0])


def read_package(folder: str | Path) -> Package:
    """Read a package from its folder.

    Each table is read from its Parquet file, or from its CSV where that file is missing. Every file
    there must have the hash that ``datapackage.json`` declares. A package of an earlier format is
    read with today's tables; those it lacks are empty.

    Raises
    ------
    PackageError
        The folder is not a package, or it was broken or changed by hand.
    """
    root = Path(folder)
    version, described = _descriptor(root)
    declared = OLDER.get(version, TABLES)
    tables = {table.name: _table(root, table, described) for table in declared}
    if version != FORMAT:
        tables = as_today(tables, version)
    for rule in broken_rules(tables):
        raise PackageError(f"The package in {root} can't be trusted: {rule}.")
    return Package(_deck(root, described), tables)


def _descriptor(root: Path) -> tuple[int, Descriptor]:
    """The package's format, and what is said of its files."""
    if not root.is_dir():
        raise PackageError(f"There is no folder {root}; write one with `lhs export`.")
    try:
        found = json.loads((root / DESCRIPTOR).read_bytes())
        version = found["lhs"]["format"]
        resources = {resource["name"]: resource for resource in found["resources"]}
        deck = found["deck"]
    except FileNotFoundError as error:
        raise PackageError(f"{root} is not a data package: it has no {DESCRIPTOR}.") from error
    except OSError as error:
        raise PackageError(f"{root / DESCRIPTOR} can't be read: {error.strerror}.") from error
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise PackageError(
            f"{root / DESCRIPTOR} is broken or not from this workbook; export the workshop again."
        ) from error
    if version not in (FORMAT, *OLDER):
        raise PackageError(
            f"The package in {root} has format {version!r} and this version reads up to {FORMAT}; "
            "use the version of lhs-widgets that wrote it."
        )
    return version, {**resources, DECK: deck}


def _table(root: Path, table: Table, described: Descriptor) -> pd.DataFrame:
    resource = described.get(table.name, {})
    as_parquet = _content(root / table.parquet, _part(resource, "parquet"))
    as_csv = _content(root / table.csv, resource)
    try:
        if as_parquet is not None:
            return from_parquet(table, as_parquet)
        if as_csv is not None:
            return _from_csv(table, as_csv)
    except (ValueError, csv.Error) as error:
        raise PackageError(f"The table {table.name} in {root} can't be read: {error}.") from error
    raise PackageError(f"{root} has neither {table.parquet} nor {table.csv}; export it again.")


def _deck(root: Path, described: Descriptor) -> Deck:
    content = _content(root / DECK, described[DECK])
    if content is None:
        raise PackageError(f"{root} has no {DECK}; export the workshop again.")
    try:
        return parse_deck(content.decode(), DECK)
    except (DeckError, UnicodeDecodeError) as error:
        raise PackageError(
            f"The deck of the package in {root} has mistakes: see `lhs check-deck {root / DECK}`."
        ) from error


def _part(resource: Any, name: str) -> Any:
    return resource.get(name) if isinstance(resource, Mapping) else None


def _content(file: Path, declared: Any) -> bytes | None:
    """A file's bytes if it is there, after comparing them with the declared hash."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise PackageError(f"{file} can't be read: {error.strerror}.") from error
    if _part(declared, "hash") != hash_of(content):
        raise PackageError(
            f"{file} is not as it was exported: it was cut short or changed by hand. "
            "Export the workshop again."
        )
    return content


def _from_csv(table: Table, content: bytes) -> pd.DataFrame:
    import pandas as pd

    rows = list(csv.reader(StringIO(content.decode(), newline=""), strict=True))
    if not rows or tuple(rows[0]) != table.columns or any(len(r) != len(rows[0]) for r in rows):
        raise ValueError("its columns are not the ones the codebook declares")
    cells = pd.DataFrame(rows[1:], columns=list(table.columns), dtype="object")
    return pd.DataFrame(
        {field.name: _column(cells[field.name], field.type) for field in table.fields}
    ).astype(table.dtypes)


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
