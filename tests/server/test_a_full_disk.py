"""What a full disk leaves is mended or said, with what to do."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from lhs_widgets.errors import StoreError
from lhs_widgets.server.settings import Settings
from lhs_widgets.store import Store
from lhs_widgets.store.backends.sqlite import SQLite
from lhs_widgets.store.database import Database


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.of(tmp_path)


def outgrow(database: Database) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
        connection.exec_driver_sql("CREATE TABLE too_much (words)")


def no_room(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("name", ["facilitator_key", "cookie_secret"])
def test_a_key_that_was_left_empty_opens_nothing(settings: Settings, name: str) -> None:
    file = settings.data / "saved" / f"{name.partition('_')[0]}.key"
    file.parent.mkdir()
    file.touch()
    made = getattr(settings, name)()
    assert len(made) > 8
    assert made == getattr(settings, name)()
    assert file.stat().st_mode & 0o077 == 0


def test_a_key_that_cannot_be_written_says_what_to_do(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "replace", no_room)
    with pytest.raises(StoreError, match="No space left on device"):
        settings.facilitator_key()
    assert list((settings.data / "saved").iterdir()) == []


def test_an_address_that_is_noted_already_needs_no_room(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.note_address()
    monkeypatch.setattr(Path, "replace", no_room)
    settings.note_address()


def test_a_store_without_room_says_what_to_do(tmp_path: Path) -> None:
    database = Database(SQLite(tmp_path / "store.sqlite"))
    with pytest.raises(StoreError, match="Make room on the disk"):
        outgrow(database)
    database.close()


def test_a_database_that_is_none_says_how_to_get_one_back(tmp_path: Path) -> None:
    Store(tmp_path).close()
    (tmp_path / "saved" / "store.sqlite").write_bytes(b"something else" * 1000)
    with pytest.raises(StoreError, match="lhs restore"):
        Store(tmp_path)
