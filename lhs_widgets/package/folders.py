"""The folder of a package: put in place whole or not at all, never over anything else."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ..errors import BadInput, LHSError
from .schema import DESCRIPTOR, belongs

#: Whether a package may take the place of the one that a descriptor's ``lhs`` speaks of.
Replaces = Callable[[Mapping[str, Any]], bool]


def put(folder: str | Path, files: Mapping[str, bytes], replaces: Replaces) -> Path:
    """Write the files of a package to its folder, whole or not at all; returns the folder.

    The folder may be new, empty, or hold a package that ``replaces`` allows to be replaced, with
    nothing else in it.

    Raises
    ------
    BadInput
        The folder holds something else; nothing was changed.
    LHSError
        The disk refused.
    """
    target = Path(folder).absolute()
    target = target.resolve() if target.is_symlink() else target
    try:
        _check_free(target, replaces)
        _replace(target, files)
    except OSError as error:
        raise LHSError(f"The package can't be written to {target}: {error.strerror}.") from error
    return target


def _check_free(target: Path, replaces: Replaces) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise BadInput(f"{target} is a file: name a folder for the package.")
    found = sorted(entry.name for entry in target.iterdir())
    strangers = [name for name in found if not belongs(name)]
    if strangers or (found and not replaces(_held(target))):
        held = f"{strangers[0]!r}" if strangers else "the package of another workshop"
        raise BadInput(f"{target} already holds {held}: name a new or an empty folder.")


def _held(folder: Path) -> Mapping[str, Any]:
    """What the package in this folder says of itself, if there is one."""
    try:
        held = json.loads((folder / DESCRIPTOR).read_bytes())["lhs"]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return {}
    return held if isinstance(held, Mapping) else {}


def _replace(target: Path, files: Mapping[str, bytes]) -> None:
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
