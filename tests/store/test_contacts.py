"""Addresses: kept apart from people, and erased with them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lhs_widgets.errors import Refused
from lhs_widgets.store import Record, Store
from lhs_widgets.workshop.codes import contact_lock, fingerprint
from tests.support.workshops import SMALL_DECK, condition, join, move, write

CODE = "BDFG-HJKM-NPQR"
ADDRESS = "somebody-to-invite@example.org"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def record(folder: Path) -> Record:
    with Store(folder) as store:
        record = store.open_workshop(SMALL_DECK, "A workshop", fingerprint("KEY"))
        join(record, secret=CODE)
        move(record, "conditions")
        write(record, "p-ada", condition("answer-1", "Words that nobody else says"))
        store.contacts(record.code).keep(contact_lock(CODE), ADDRESS)
        return record


def everywhere(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_an_address_is_found_with_the_return_code_alone(folder: Path, record: Record) -> None:
    with Store(folder) as store:
        contacts = store.contacts(record.code)
        assert contacts.of(contact_lock(CODE.lower())) == ADDRESS
        assert contacts.of(fingerprint(CODE)) == ""


def test_no_row_of_another_table_leads_to_an_address(folder: Path, record: Record) -> None:
    with closing(sqlite3.connect(folder / "saved" / "store.sqlite")) as database:
        (row,) = database.execute("SELECT * FROM contacts").fetchall()
        lines = [line for line in database.iterdump() if '"contacts"' not in line]
    assert row[0] == record.code
    assert not any(value in line for value in row[1:] for line in lines)


@pytest.mark.usefixtures("record")
def test_rows_do_not_stand_in_the_order_in_which_people_came(folder: Path) -> None:
    with (
        closing(sqlite3.connect(folder / "saved" / "store.sqlite")) as database,
        pytest.raises(sqlite3.OperationalError, match="rowid"),
    ):
        database.execute("SELECT rowid FROM contacts")


def test_a_newer_address_takes_the_place_of_an_earlier_one(folder: Path, record: Record) -> None:
    with Store(folder) as store:
        contacts = store.contacts(record.code)
        contacts.keep(contact_lock(CODE), "  another\n@example.org ")
        assert contacts.all() == ["another @example.org"]
    assert ADDRESS.encode() not in everywhere(folder)


@pytest.mark.parametrize("wrong", ["", "  ", "ab", "a" * 201, "\x00\x1b"])
def test_an_address_that_can_not_be_one_is_refused(
    folder: Path, record: Record, wrong: str
) -> None:
    with Store(folder) as store, pytest.raises(Refused):
        store.contacts(record.code).keep("lock", wrong)


@pytest.mark.parametrize("by", ["lock", "address"])
def test_an_erased_address_is_nowhere_on_the_disk(folder: Path, record: Record, by: str) -> None:
    with Store(folder) as store:
        contacts = store.contacts(record.code)
        gone = contacts.drop(contact_lock(CODE)) if by == "lock" else contacts.drop_address(ADDRESS)
        assert gone
        assert not contacts.drop(contact_lock(CODE))
        assert ADDRESS.encode() not in everywhere(folder)


def test_an_erased_workshop_is_nowhere_on_the_disk(folder: Path, record: Record) -> None:
    with Store(folder) as store:
        rehearsal = store.open_rehearsal(record.code)
        store.erase(record.code)
        assert store.workshops() == []
        found = everywhere(folder)
    for words in (ADDRESS, "Words that nobody else says", record.code, rehearsal.code, "p-ada"):
        assert words.encode() not in found
