"""A backup is whole or not there; restoring one checks it first and throws nothing away."""

from __future__ import annotations

import json
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from lhs_widgets.errors import BadInput, StoreError
from lhs_widgets.store import Record, Store
from lhs_widgets.store.backup import back_up, in_use, restore
from tests.support.workshops import condition, join, write

WORDS = "A bed near a window"


@pytest.fixture
def location(tmp_path: Path) -> str:
    """A folder: what follows is about its files."""
    return str(tmp_path / "data")


@pytest.fixture
def data(saved: Path, record: Record) -> Path:
    write(record, join(record, "p-ada"), condition("c-01", WORDS))
    (saved / "facilitator.key").write_text("BDFG-HJKM-NPQR\n")
    return saved.parent


@pytest.fixture
def backup(data: Path, tmp_path: Path) -> Path:
    file = tmp_path / "backup.zip"
    back_up(data, file)
    return file


def words_in(data: Path) -> list[str]:
    with Store(data) as store:
        states = [store.record(entry.code).state() for entry in store.workshops()]
    return [answer.contribution.text for state in states for answer in state.answers.values()]


def test_what_was_saved_comes_back_elsewhere(backup: Path, tmp_path: Path) -> None:
    restore(backup, tmp_path / "elsewhere")
    saved = tmp_path / "elsewhere" / "saved"
    assert words_in(saved.parent) == [WORDS]
    assert (saved / "facilitator.key").read_text() == "BDFG-HJKM-NPQR\n"
    assert saved.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in saved.glob("*.sqlite")} == {0o600}


def test_only_its_owner_can_read_a_backup(backup: Path) -> None:
    assert backup.stat().st_mode & 0o777 == 0o600


def test_a_backup_made_while_people_write_is_of_one_moment(
    data: Path, record: Record, tmp_path: Path
) -> None:
    """Everyone writes at once after joining: a copy lacks at most the newest one's words."""
    stop = threading.Event()

    def keep_writing() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            write(record, join(record, f"p-{number}"), condition(f"c-{number:04}", "On and on"))

    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        for number in range(5):
            back_up(data, tmp_path / f"{number}.zip")
    finally:
        stop.set()
        writer.join()
    for number in range(5):
        copy = tmp_path / str(number)
        restore(tmp_path / f"{number}.zip", copy)
        with Store(copy) as store:
            joined = store.record(record.code).state().joined
        assert joined - len(words_in(copy)) in (0, 1)


def test_workshops_that_are_there_are_not_written_over(backup: Path, data: Path) -> None:
    with pytest.raises(BadInput, match="--replace"):
        restore(backup, data)
    assert words_in(data) == [WORDS]


def test_what_is_replaced_is_moved_aside(
    backup: Path, data: Path, store: Store, record: Record
) -> None:
    write(record, join(record, "p-bo"), condition("c-02", "Written since"))
    store.close()
    restore(backup, data, replace=True)
    assert words_in(data) == [WORDS]
    (aside,) = data.glob("saved-before-*")
    assert (aside / "store.sqlite").is_file()


def test_nothing_is_restored_under_a_running_server(backup: Path, data: Path) -> None:
    with in_use(data), pytest.raises(BadInput, match="stop it first"):
        restore(backup, data, replace=True)
    assert words_in(data) == [WORDS]


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-40])


def one_bit_changed(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def no_archive(file: Path) -> None:
    file.write_text("nothing of the kind")


def repacked(change: Callable[[dict[str, bytes]], None]) -> Callable[[Path], None]:
    def pack_again(file: Path) -> None:
        with zipfile.ZipFile(file) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        change(parts)
        with zipfile.ZipFile(file, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, content)

    return pack_again


def _escape(parts: dict[str, bytes]) -> None:
    said = json.loads(parts["backup.json"])
    said["sha256"]["../escaped"] = said["sha256"]["store.sqlite"]
    parts["backup.json"] = json.dumps(said).encode()
    parts["../escaped"] = parts["store.sqlite"]


def _no_manifest(parts: dict[str, bytes]) -> None:
    del parts["backup.json"]


def _other_words(parts: dict[str, bytes]) -> None:
    parts["store.sqlite"] = parts["store.sqlite"].replace(WORDS.encode(), WORDS.upper().encode())


@pytest.mark.parametrize(
    "harm",
    [
        cut_short,
        one_bit_changed,
        no_archive,
        repacked(_escape),
        repacked(_no_manifest),
        repacked(_other_words),
    ],
    ids=["cut short", "one bit", "no archive", "path escape", "no manifest", "changed by hand"],
)
def test_what_is_not_a_whole_backup_is_refused(
    backup: Path, data: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    harm(backup)
    with pytest.raises(BadInput, match="not a whole backup"):
        restore(backup, tmp_path / "elsewhere")
    with pytest.raises(BadInput, match="not a whole backup"):
        restore(backup, data, replace=True)
    assert words_in(data) == [WORDS]
    assert not list(tmp_path.rglob("escaped"))
    assert not list((tmp_path / "elsewhere").glob("saved*"))


def test_a_backup_that_can_not_be_written_leaves_the_one_before(data: Path, backup: Path) -> None:
    before = backup.read_bytes()
    (data / "saved" / "store.sqlite").rename(data / "saved" / "elsewhere")
    (data / "saved" / "store.sqlite").mkdir()
    with pytest.raises(StoreError):
        back_up(data, backup)
    assert backup.read_bytes() == before
    assert not list(backup.parent.glob(".backup-*"))
