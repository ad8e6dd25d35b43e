"""Copies of a store: one before each upgrade, and whole backups that can be restored."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .. import __version__
from ..errors import BadInput, StoreError
from .backends import DATABASE, SAVED
from .upgrade import NEWEST

#: What a backup holds: the database, and the keys without which links and cookies stop working.
_FILES = (DATABASE, "facilitator.key", "cookie.key")
_MANIFEST = "backup.json"
_FORMAT = 1
_IN_USE = "in-use"


def copy_database(source: Path, target: Path) -> None:
    """Copy a database as it is at one moment, also while it is written to.

    The copy is complete or not there; only its owner can read it.
    """
    half = target.with_name(f"{target.name}.part")
    half.unlink(missing_ok=True)
    half.touch(mode=0o600)
    try:
        with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(half)) as copy:
            live.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
        _sync(half)
        half.replace(target)
    except (sqlite3.Error, OSError) as error:
        half.unlink(missing_ok=True)
        raise StoreError(f"The store could not be copied: {error}.") from error


def earlier_copies(folder: Path) -> list[Path]:
    """The copies that were made before upgrades of the database in this folder."""
    return sorted(folder.glob("before-*.sqlite"))


def keep_before_upgrade(database: Path) -> None:
    """Copy a database that is about to be upgraded; one copy for each upgrade is kept."""
    copy = database.with_name(f"before-{NEWEST}.sqlite")
    if not copy.exists():
        copy_database(database, copy)


@contextmanager
def in_use(data: Path) -> Iterator[None]:
    """Hold a data folder, beside others who do: a backup is not restored over it meanwhile."""
    with _lock(data) as descriptor:
        fcntl.flock(descriptor, fcntl.LOCK_SH)
        yield


def back_up(data: Path, file: Path) -> dict[str, Any]:
    """Write everything that is saved in a data folder to one file, also while it is served.

    Returns what the backup says of itself. A file that is there already is replaced by a complete
    one or stays as it is.

    Raises
    ------
    StoreError
        The store can't be copied, or the file can't be written.
    """
    saved = data / SAVED
    try:
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=file.parent) as room:
            copy, packed = Path(room) / DATABASE, Path(room) / "packed"
            copy_database(saved / DATABASE, copy)
            parts = {DATABASE: copy} | {
                name: saved / name for name in _FILES[1:] if (saved / name).is_file()
            }
            said = {
                "format": _FORMAT,
                "version": __version__,
                "made": datetime.now(UTC).isoformat(timespec="seconds"),
                "sha256": {name: _hash(part) for name, part in parts.items()},
            }
            packed.touch(mode=0o600)
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(_MANIFEST, json.dumps(said, indent=2))
                for name, part in parts.items():
                    archive.write(part, name)
            _sync(packed)
            packed.replace(file)
    except OSError as error:
        raise StoreError(f"The backup could not be written: {error.strerror}.") from error
    return said


def restore(file: Path, data: Path, *, replace: bool = False) -> dict[str, Any]:
    """Bring a backup back into a data folder; returns what the backup says of itself.

    Everything is checked before anything is changed. With ``replace``, what is saved there already
    is moved aside, to a folder of its own.

    Raises
    ------
    BadInput
        The file is not a whole backup, a server uses the folder, or workshops are saved in it.
    StoreError
        The folder can't be written.
    """
    saved = data / SAVED
    if (saved / DATABASE).exists() and not replace:
        raise BadInput(
            f"Workshops are saved in {data} already: restore to another folder with --data, or add "
            "--replace, which moves them aside."
        )
    try:
        data.mkdir(parents=True, exist_ok=True)
        with (
            _alone(data),
            tempfile.TemporaryDirectory(prefix=".restore-", dir=data) as room,
        ):
            said = _unpack(file, Path(room))
            if saved.exists():
                now = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
                saved.rename(data / f"{SAVED}-before-{now}")
            saved.mkdir(mode=0o700)
            for part in Path(room).iterdir():
                part.replace(saved / part.name)
            _sync(saved)
    except OSError as error:
        raise StoreError(f"The backup could not be restored: {error}.") from error
    return said


def _unpack(file: Path, room: Path) -> dict[str, Any]:
    """The parts of a backup in a folder, after comparing them with what it says of itself."""
    broken = BadInput(f"{file} is not a whole backup of this workbook: use another copy.")
    try:
        with zipfile.ZipFile(file) as archive:
            said = json.loads(archive.read(_MANIFEST))
            hashes = dict(said["sha256"])
            if said["format"] != _FORMAT or DATABASE not in hashes or set(hashes) - set(_FILES):
                raise broken
            for name, expected in hashes.items():
                part = room / name
                part.touch(mode=0o600)
                with archive.open(name) as packed, part.open("wb") as unpacked:
                    shutil.copyfileobj(packed, unpacked)
                if _hash(part) != expected:
                    raise broken
                _sync(part)
        with closing(sqlite3.connect(room / DATABASE)) as copy:
            if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise broken
            (revision,) = copy.execute("SELECT version_num FROM alembic_version").fetchone()
    except FileNotFoundError as error:
        raise BadInput(f"There is no file {file}.") from error
    except (
        zipfile.BadZipFile,
        sqlite3.Error,
        ValueError,
        LookupError,
        TypeError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
    ) as error:
        raise broken from error
    if revision > NEWEST:
        raise BadInput(f"{file} was written by a newer version: install that to restore it.")
    return dict(said)


@contextmanager
def _alone(data: Path) -> Iterator[None]:
    """Hold a data folder that nobody serves."""
    with _lock(data) as descriptor:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BadInput(f"A server uses {data}: stop it first.") from error
        yield


@contextmanager
def _lock(data: Path) -> Iterator[int]:
    data.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(data / f".{_IN_USE}", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _hash(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _sync(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk and not only in its queue."""
    descriptor = os.open(path, os.O_RDONLY)
    with suppress(OSError):  # some file systems can't do this for folders
        os.fsync(descriptor)
    os.close(descriptor)
