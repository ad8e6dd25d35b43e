"""Stores of every version that was in use come along, with a copy of what they were."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lhs_widgets.store import Store
from lhs_widgets.store.upgrade import NEWEST
from lhs_widgets.workshop.codes import fingerprint

#: A store of each earlier revision, as its program wrote it; its workshop is made up.
RELEASED = sorted((Path(__file__).parent / "released").glob("*.sql"))


@pytest.fixture(params=RELEASED, ids=lambda file: file.stem)
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A data folder with a store of an earlier revision."""
    saved = tmp_path / "saved"
    saved.mkdir()
    with closing(sqlite3.connect(saved / "store.sqlite")) as database:
        database.executescript(request.param.read_text("utf-8"))
    return tmp_path


def test_there_is_a_store_of_each_earlier_revision() -> None:
    assert [int(file.stem) for file in RELEASED] == list(range(1, int(NEWEST)))


def test_a_store_to_which_a_newer_version_only_added_goes_on(tmp_path: Path) -> None:
    """Of servers that share a database, one is updated after the other."""
    Store(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "saved" / "store.sqlite")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = ?", [f"{NEWEST}a"])
    Store(tmp_path).close()


def test_people_answers_and_keys_come_along(older: Path) -> None:
    with Store(older) as store:
        (entry,) = store.workshops()
        record = store.record(entry.code)
        assert record.state().title == "Better discharge"
        assert [answer.contribution.text for answer in record.state().answers.values()] == [
            "A bed near a window"
        ]
        assert record.participant_with(fingerprint("BDFG-HJKM")) == "p-ada"
        assert store.keys(entry.code).role_of(fingerprint("KEY")) == "facilitator"
        store.templates.save("Kept", record)


def test_a_copy_of_what_it_was_is_kept_for_its_owner(older: Path) -> None:
    before = _dump(older / "saved" / "store.sqlite")
    Store(older).close()
    Store(older).close()
    (copy,) = (older / "saved").glob("before-*.sqlite")
    assert _dump(copy) == before
    assert copy.stat().st_mode & 0o777 == 0o600


def test_who_is_forgotten_is_not_kept_in_that_copy(older: Path) -> None:
    with Store(older) as store:
        store.record(store.workshops()[0].code).forget("p-ada")
    assert not list((older / "saved").glob("before-*"))


def _dump(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as opened:
        return list(opened.iterdump())
