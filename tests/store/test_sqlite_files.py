"""What the SQLite store leaves on the disk, and how it behaves when something is wrong there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from lhs_widgets.errors import StoreError
from lhs_widgets.store import Record, Store, upgrade
from lhs_widgets.store.backends import sqlite
from lhs_widgets.store.backends.sqlite import SQLite
from lhs_widgets.store.database import Database
from lhs_widgets.store.tables import metadata
from lhs_widgets.store.upgrade import NEWEST, revision
from lhs_widgets.workshop.codes import fingerprint
from tests.support.workshops import condition, join, move, write


@pytest.fixture
def location(tmp_path: Path) -> str:
    """A folder: what follows is about its files."""
    return str(tmp_path / "data")


@pytest.fixture
def database(store: Store, saved: Path) -> Path:  # noqa: ARG001  it is made
    return saved / "store.sqlite"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stores opened from here on give up at once when the database is locked."""
    waits = {"PRAGMA busy_timeout = 10000": "PRAGMA busy_timeout = 20"}
    pragmas = [waits.pop(pragma, pragma) for pragma in sqlite._PRAGMAS]
    assert not waits
    monkeypatch.setattr(sqlite, "_PRAGMAS", pragmas)


@pytest.fixture
def raw(database: Path) -> Iterator[sqlite3.Connection]:
    """A connection of another program."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        yield connection


def bytes_on_disk(saved: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(saved.iterdir()))


class TestFiles:
    def test_only_the_owner_can_read_them(self, saved: Path, record: Record) -> None:
        join(record)
        assert saved.stat().st_mode & 0o777 == 0o700
        names = {file.name for file in saved.iterdir()}
        assert names == {"store.sqlite", "store.sqlite-wal", "store.sqlite-shm"}
        assert {file.stat().st_mode & 0o777 for file in saved.iterdir()} == {0o600}

    @pytest.mark.parametrize(
        ("pragma", "value"),
        [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)],
    )
    def test_every_connection_is_careful(self, database: Path, pragma: str, value: object) -> None:
        opened = Database(SQLite(database))
        for connect in (opened.reading, opened.writing):
            with connect() as connection:
                assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value
        opened.close()

    def test_forgotten_words_are_nowhere_in_the_files(
        self, store: Store, saved: Path, record: Record
    ) -> None:
        ada = join(record, "p-ada", secret="BDFG-HJKM")
        for number in range(50):
            write(record, ada, condition("c-01", f"Zebra crossing {number} " + "long " * 300))
        traces = [b"Zebra", b"p-ada", b"Ada", fingerprint("BDFG-HJKM").encode()]
        assert all(trace in bytes_on_disk(saved) for trace in traces)
        record.forget(ada)
        assert not [trace for trace in traces if trace in bytes_on_disk(saved)]
        store.close()
        assert not [trace for trace in traces if trace in bytes_on_disk(saved)]

    def test_an_erased_rehearsal_is_nowhere_in_the_files(
        self, store: Store, saved: Path, record: Record
    ) -> None:
        rehearsal = store.open_rehearsal(record.code)
        move(rehearsal, "challenges")
        for number in range(30):
            person = join(rehearsal, f"p-{number}")
            write(rehearsal, person, condition(f"c-{number:02}", "Zebra crossing " + "long " * 300))
        traces = [b"Zebra", rehearsal.code.encode()]
        assert all(trace in bytes_on_disk(saved) for trace in traces)
        store.erase_rehearsal(rehearsal.code.lower())
        assert not [trace for trace in traces if trace in bytes_on_disk(saved)]


@pytest.mark.usefixtures("impatient")
class TestTrouble:
    def test_a_locked_database_refuses_and_loses_nothing(
        self, raw: sqlite3.Connection, record: Record
    ) -> None:
        before = record.events()
        raw.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="could not write: database is locked"):
            move(record, "roles")
        assert record.events() == before
        raw.execute("ROLLBACK")
        move(record, "roles")
        assert record.state().current == "roles"

    def test_opening_waits_for_nobody_who_writes(
        self, raw: sqlite3.Connection, saved: Path
    ) -> None:
        raw.execute("BEGIN IMMEDIATE")
        with Store(saved.parent) as opened:
            assert opened.workshops() == []

    def test_a_reader_that_holds_the_log_is_reported(
        self, raw: sqlite3.Connection, store: Store, saved: Path, record: Record
    ) -> None:
        write(record, join(record), condition("c-01", "Zebra"))
        raw.execute("BEGIN")
        raw.execute("SELECT count(*) FROM events").fetchall()
        with pytest.raises(StoreError, match="log is in use"):
            record.forget("p-ada")
        assert record.state().participants == {}
        raw.close()
        store.close()
        assert b"Zebra" not in bytes_on_disk(saved)

    def test_a_file_that_is_no_database_is_reported(self, tmp_path: Path) -> None:
        (tmp_path / "saved").mkdir()
        (tmp_path / "saved" / "store.sqlite").write_text("These are my notes. " * 99)
        with pytest.raises(StoreError, match="not a database"):
            Store(tmp_path)

    def test_a_file_in_the_place_of_the_folder_is_reported(self, tmp_path: Path) -> None:
        (tmp_path / "saved").write_text("")
        with pytest.raises(StoreError, match="The data folder can't be used"):
            Store(tmp_path)


class TestUpgrades:
    def test_migrations_make_exactly_the_tables(self, database: Path) -> None:
        opened = Database(SQLite(database))
        with opened.reading() as connection:
            assert compare_metadata(MigrationContext.configure(connection), metadata) == []
            assert revision(connection) == NEWEST
        opened.close()

    def test_the_newest_migration_is_the_one_that_pages_compare_with(self) -> None:
        folder = Path(upgrade.__file__).parent / "migrations" / "versions"
        assert max(file.name for file in folder.glob("*.py")).startswith(NEWEST)

    def test_a_store_of_a_newer_version_is_left_alone(
        self, raw: sqlite3.Connection, saved: Path
    ) -> None:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(StoreError, match=r"newer version \(revision 9999\)"):
            Store(saved.parent)
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)

    def test_an_upgraded_store_is_opened_without_alembic(
        self, saved: Path, database: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(__import__("sys").modules, "alembic", None)
        with Store(saved.parent) as again:
            assert again.workshops() == []
