"""Reading a pool back, whole or one workshop of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...deck import Deck
from ...errors import BadInput, PackageError
from ..files import Folder, open_folder, part
from ..quoting import as_quotable
from ..reading import Package, check_rules, read_deck, read_tables
from ..schema import FORMAT, POOLED_DECK, TABLES
from .tables import POOLED

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Pool:
    """Several workshops in memory: every deck as used, and its text, by its hash; the tables with
    their declared dtypes."""

    decks: Mapping[str, Deck]
    texts: Mapping[str, str]
    tables: Mapping[str, pd.DataFrame]

    @cached_property
    def deck_of(self) -> Mapping[str, Deck]:
        """The deck that each workshop used, by its code."""
        found = self.tables["workshop"]
        pairs = zip(found["code"], found["deck_hash"], strict=True)
        return {code: self.decks[used] for code, used in pairs}

    @property
    def codes(self) -> list[str]:
        """The workshops, by alphabet."""
        return list(self.deck_of)

    def workshop(self, code: str) -> Package:
        """One workshop of the pool, as far as the pool tells of it.

        Raises
        ------
        BadInput
            The pool has no such workshop.
        """
        if code not in self.deck_of:
            raise BadInput(f"The pool has no workshop {code!r}; it has {', '.join(self.codes)}.")
        rows = self.tables["workshop"]
        (row,) = rows[rows["code"] == code].to_dict("records")
        used = row["deck_hash"]
        tables = {table.name: self._of(code, table.name, table.columns) for table in TABLES}
        return Package(
            self.decks[used],
            tables,
            self.texts[used],
            int(row["package_format"]),
            str(row["package_hash"]),
        )

    def _of(self, code: str, name: str, columns: tuple[str, ...]) -> pd.DataFrame:
        frame = self.tables[name]
        own = frame["code" if name == "workshop" else "workshop"] == code
        return frame.loc[own, list(columns)].reset_index(drop=True)


def is_pool(folder: str | Path) -> bool:
    """Whether a folder's package says that it holds several workshops.

    Raises
    ------
    PackageError
        The folder is not a package.
    """
    return open_folder(folder).is_pool


def count_workshops(folder: str | Path) -> int:
    """How many workshops a pool holds, once every file of it is as declared; no table is read.

    Raises
    ------
    PackageError
        The folder is not a pool, or a file was broken or changed by hand.
    """
    found = _open(folder)
    for table in POOLED:
        declared = found.resources.get(table.name, {})
        if table.optional and not declared:
            continue
        found.check(table.csv, declared)
        found.check(table.parquet, part(declared, "parquet"))
    return len(_sources(found))


def read_pool(folder: str | Path, *, all_words: bool = False) -> Pool:
    """Read a pool from its folder; for ``all_words`` see :func:`..reading.read_package`.

    Raises
    ------
    PackageError
        The folder is not a pool, or it was broken or changed by hand.
    """
    found = _open(folder)
    texts, decks = _decks(found)
    tables = read_tables(found, POOLED)
    check_rules(found, tables, POOLED)
    if sorted(tables["workshop"]["code"]) != sorted(_sources(found)):
        raise PackageError(
            f"The pool in {found.root} does not list the workshops it holds; pool them again."
        )
    if not tables["workshop"]["deck_hash"].isin(list(decks)).all():
        raise PackageError(f"The pool in {found.root} lacks a deck; pool its packages again.")
    return Pool(decks, texts, tables if all_words else as_quotable(tables))


def _open(folder: str | Path) -> Folder:
    found = open_folder(folder)
    if not found.is_pool:
        raise PackageError(
            f"{found.root} holds one workshop, and this needs a pool; `lhs pool` writes one."
        )
    if found.format != FORMAT:
        raise PackageError(f"The pool in {found.root} is too old; pool its packages again.")
    return found


def _sources(found: Folder) -> list[str]:
    """The codes of the workshops that a pool lists."""
    sources = found.held["pool"]
    return [str(part(each, "workshop")) for each in sources] if isinstance(sources, list) else []


def _decks(found: Folder) -> tuple[dict[str, str], dict[str, Deck]]:
    texts, decks = {}, {}
    declared: Any = part(found.described, "decks")
    if not isinstance(declared, list):
        raise PackageError(f"The pool in {found.root} names no decks; pool its packages again.")
    for each in declared:
        name = str(part(each, "path"))
        if not POOLED_DECK.fullmatch(name):
            raise PackageError(f"The pool in {found.root} names {name[:80]!r} as a deck.")
        decks[str(part(each, "hash"))], text = read_deck(found, name, each)
        texts[str(part(each, "hash"))] = text
    return texts, decks
