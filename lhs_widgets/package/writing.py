"""Writing a data package: the same workshop, the same bytes."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from ..errors import BadInput, LHSError
from .arrow import to_parquet
from .cells import written
from .codebook import codebook, readme
from .fields import Table
from .rows import Row, Source, rows_of
from .schema import CODEBOOK, DECK, DESCRIPTOR, FILES, FORMAT, README, TABLES


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
    target = Path(folder).absolute()
    target = target.resolve() if target.is_symlink() else target
    _check_free(target, source.code)
    files = package_files(source)
    try:
        _replace(target, files)
    except OSError as error:
        raise LHSError(f"The package can't be written to {target}: {error.strerror}.") from error
    return target


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
    described = json.dumps(
        _descriptor(workshop, files), indent=2, sort_keys=True, ensure_ascii=False
    )
    files[DESCRIPTOR] = f"{described}\n".encode()
    return files


def to_csv(table: Table, rows: Sequence[Row]) -> bytes:
    """The rows as CSV: UTF-8, commas, line feeds, no cell a formula."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([written(row[column]) for column in table.columns] for row in rows)
    return text.getvalue().encode()


def hash_of(content: bytes) -> str:
    """A file's hash as the Data Package standard writes it."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def _descriptor(workshop: Row, files: dict[str, bytes]) -> dict[str, Any]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"lhs-workshop-{workshop['code'].lower()}",
        "title": workshop["title"],
        "description": "What a group designed in a workshop on learning health systems.",
        "description_fr": "Ce qu’un groupe a conçu dans un atelier sur les systèmes apprenants.",
        "lhs": {"format": FORMAT, "workshop": workshop["code"]},
        "deck": _file(DECK, files),
        "resources": [_resource(table, files) for table in TABLES],
    }


def _resource(table: Table, files: dict[str, bytes]) -> dict[str, Any]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
        "name": table.name,
        "type": "table",
        "description": table.en,
        "description_fr": table.fr,
        **_file(table.csv, files),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
        "schema": table.descriptor(),
        # Not a resource of its own: the standard knows only tables, and `frictionless` would need
        # a further library to open it.
        "parquet": _file(table.parquet, files),
    }


def _file(name: str, files: dict[str, bytes]) -> dict[str, Any]:
    return {"path": name, "bytes": len(files[name]), "hash": hash_of(files[name])}


def _check_free(target: Path, code: str) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise BadInput(f"{target} is a file: name a folder for the package.")
    found = {entry.name for entry in target.iterdir()}
    if not found:
        return
    strangers = sorted(found - FILES)
    if strangers or _workshop_in(target) != code:
        held = f"{strangers[0]!r}" if strangers else "the package of another workshop"
        raise BadInput(f"{target} already holds {held}: name a new or an empty folder.")


def _workshop_in(folder: Path) -> object:
    """The code of the workshop whose package this folder holds, if any."""
    try:
        return json.loads((folder / DESCRIPTOR).read_bytes())["lhs"]["workshop"]
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _replace(target: Path, files: dict[str, bytes]) -> None:
    """Put the files in place by renaming a finished folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as work:
        fresh, old = Path(work, "new"), Path(work, "old")
        fresh.mkdir()
        for name, content in files.items():
            (fresh / name).write_bytes(content)
        if not target.exists():
            fresh.rename(target)
            return
        target.rename(old)
        try:
            fresh.rename(target)
        except OSError:
            old.rename(target)
            raise
        shutil.rmtree(old)
