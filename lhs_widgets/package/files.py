"""The files of a package as its descriptor declares them: there, inside the folder, unchanged."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import PackageError
from .older import OLDER
from .schema import DESCRIPTOR, FORMAT


@dataclass(frozen=True)
class Folder:
    """A package's folder and what its descriptor says: its ``lhs`` part, and every resource."""

    root: Path
    hash: str
    held: Mapping[str, Any]
    resources: Mapping[str, Any]
    described: Mapping[str, Any]

    @property
    def format(self) -> int:
        return int(self.held["format"])

    @property
    def is_pool(self) -> bool:
        return "pool" in self.held

    def content(self, name: str, declared: Any) -> bytes | None:
        """A file's bytes if it is there.

        Raises
        ------
        PackageError
            It is not the file that was declared.
        """
        file = self._inside(name, declared)
        return _read(file, part(declared, "hash")) if file.exists() else None

    def check(self, name: str, declared: Any) -> None:
        """Compare a file with what was declared, if it is there, without holding it in memory."""
        file = self._inside(name, declared)
        if not file.exists():
            return
        try:
            with file.open("rb") as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise PackageError(f"{file} can't be read: {error.strerror}.") from error
        _check(file, f"sha256:{found}", part(declared, "hash"))

    def _inside(self, name: str, declared: Any) -> Path:
        path = part(declared, "path")
        if path not in (None, name):
            raise PackageError(
                f"{self.root / DESCRIPTOR} names {str(path)[:80]!r} where {name} should be; it is "
                "not from this workbook, or was changed by hand."
            )
        file = self.root / name
        if file.is_symlink() and not _leads_inside(file, self.root):
            raise PackageError(f"{file} leads out of the package's folder; copy the file itself.")
        return file


def open_folder(folder: str | Path) -> Folder:
    """What a package's descriptor says.

    Raises
    ------
    PackageError
        The folder is not a package, or one of a format that can't be read.
    """
    root = Path(folder)
    if root.is_file():
        raise PackageError(f"{root} is a file: unpack it if it is packed, and name the folder.")
    if not root.is_dir():
        raise PackageError(f"There is no folder {root}; write one with `lhs export`.")
    try:
        content = (root / DESCRIPTOR).read_bytes()
        found = json.loads(content)
        held = dict(found["lhs"])
        version = held["format"]
        resources = {resource["name"]: resource for resource in found["resources"]}
    except FileNotFoundError as error:
        raise PackageError(f"{root} is not a data package: it has no {DESCRIPTOR}.") from error
    except OSError as error:
        raise PackageError(f"{root / DESCRIPTOR} can't be read: {error.strerror}.") from error
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise PackageError(
            f"{root / DESCRIPTOR} is broken or not from this workbook; export the workshop again."
        ) from error
    if type(version) is not int or version not in (FORMAT, *OLDER):
        raise PackageError(
            f"The package in {root} has format {str(version)[:20]} and this version reads up to "
            f"{FORMAT}; use the version of lhs-widgets that wrote it."
        )
    return Folder(root, hash_of(content), held, resources, found)


def hash_of(content: bytes) -> str:
    """A file's hash as the Data Package standard writes it."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def part(described: Any, name: str) -> Any:
    """A part of a description that may be anything."""
    return described.get(name) if isinstance(described, Mapping) else None


def _read(file: Path, declared: Any) -> bytes:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise PackageError(f"{file} can't be read: {error.strerror}.") from error
    _check(file, hash_of(content), declared)
    return content


def _check(file: Path, found: str, declared: Any) -> None:
    if found != declared:
        raise PackageError(
            f"{file} is not as it was exported: it was cut short or changed by hand. "
            "Export the workshop again."
        )


def _leads_inside(file: Path, root: Path) -> bool:
    try:
        return file.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False
