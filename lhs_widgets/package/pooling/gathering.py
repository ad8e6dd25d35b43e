"""Reading what is to be joined: packages of one workshop, and earlier pools."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import BadInput
from ..files import hash_of
from ..reading import Package, read_package
from .earlier import as_told_today
from .reading import is_pool, read_pool
from .tables import POOLED

if TYPE_CHECKING:
    import pandas as pd

Frames = dict[str, "pd.DataFrame"]


@dataclass(frozen=True)
class Gathered:
    """Tables of a pool, and the text of each deck by its hash."""

    tables: Frames
    decks: Mapping[str, str]


def gather(folders: Sequence[str | Path]) -> Gathered:
    """Read packages and pools as one, each workshop once.

    Raises
    ------
    PackageError
        One of them can't be read.
    BadInput
        There is none, or two of them hold the same workshop and differ.
    """
    if not folders:
        raise BadInput("Name the packages to pool.")
    taken: dict[str, tuple[str, Path]] = {}
    decks: dict[str, str] = {}
    parts = []
    for folder in map(Path, folders):
        part = _read(folder)
        hashes = dict(_hashes(part.tables))
        known = {code for code in hashes if code in taken}
        for code in sorted(known):
            _check_same(code, hashes[code], folder, *taken[code])
        taken |= {code: (found, folder) for code, found in hashes.items() if code not in known}
        decks |= part.decks
        parts.append(_without(part.tables, known))
    return Gathered(join(parts), decks)


def _read(folder: Path) -> Gathered:
    if is_pool(folder):
        pool = read_pool(folder, all_words=True)
        return Gathered(dict(pool.tables), pool.texts)
    package = read_package(folder, all_words=True)
    return Gathered(of_one(package), {hash_of(package.deck_yaml.encode()): package.deck_yaml})


def of_one(package: Package) -> Frames:
    """The tables of one workshop as those of a pool that holds nothing else."""
    import pandas as pd

    frames = dict(as_told_today(package).tables)
    made_up = int((frames["participants"]["origin"] == "rehearsal").sum())
    frames["workshop"] = frames["workshop"].assign(
        rehearsed=made_up,
        deck_hash=hash_of(package.deck_yaml.encode()),
        package_format=package.format,
        package_hash=package.hash,
    )
    for table in POOLED:
        frame = frames[table.name].copy()
        if "workshop" in table.columns:
            frame["workshop"] = pd.Series(package.code, index=frame.index, dtype="string")
        own = table.dtypes if table.name == "workshop" else {}
        frames[table.name] = frame[list(table.columns)].astype(own)
    return frames


def _hashes(tables: Frames) -> zip[tuple[str, str]]:
    """The hash of each workshop's package."""
    return zip(tables["workshop"]["code"], tables["workshop"]["package_hash"], strict=True)


def _check_same(code: str, found: str, folder: Path, before: str, first: Path) -> None:
    if found != before:
        raise BadInput(
            f"The workshop {code} is in {first} and in {folder}, and they differ: keep the one "
            "that was exported last."
        )


def _without(tables: Frames, codes: set[str]) -> Frames:
    if not codes:
        return tables
    return {
        name: frame[~frame["code" if name == "workshop" else "workshop"].isin(codes)]
        for name, frame in tables.items()
    }


def join(parts: Sequence[Frames]) -> Frames:
    """The rows of all, sorted by key, in whatever order they came."""
    import pandas as pd

    return {
        table.name: pd.concat([part[table.name] for part in parts], ignore_index=True)
        .sort_values(list(table.key), kind="stable", ignore_index=True)
        .astype(table.dtypes)
        for table in POOLED
    }
