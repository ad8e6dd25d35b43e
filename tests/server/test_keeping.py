"""``lhs backup`` and ``lhs restore``: what they say, and how they refuse."""

from __future__ import annotations

from pathlib import Path

from lhs_widgets.store import Store
from tests.support.commands import LHS, refused
from tests.support.room import Room


def test_a_workshop_comes_back_on_another_machine(lhs: LHS, code: str) -> None:
    said = lhs("backup", "kept.zip", "--json").json
    assert set(said) == {"format", "version", "made", "sha256"}
    back = lhs("restore", "kept.zip", "--data", "elsewhere", "--json").json
    assert back["workshops"] == 1
    assert lhs("show", code, "--data", "elsewhere", "--json").json["title"] == "A test"


def test_both_say_what_they_did_in_a_sentence(lhs: LHS, code: str) -> None:
    assert code
    assert lhs("backup", "kept.zip").out.startswith("kept.zip holds all that is saved in")
    assert lhs("restore", "kept.zip", "--data", "elsewhere").out.startswith("1 workshops are back")


def test_a_folder_without_workshops_has_nothing_to_back_up(lhs: LHS) -> None:
    assert "No workshops are saved" in refused(lhs("backup", "kept.zip"))
    assert not Path("kept.zip").exists()


def test_what_can_not_be_restored_is_said(lhs: LHS, code: str) -> None:
    Path("no.zip").write_text("nothing of the kind")
    assert "There is no file" in refused(lhs("restore", "missing.zip", "--data", "elsewhere"))
    assert "not a whole backup" in refused(lhs("restore", "no.zip", "--data", "elsewhere"))
    lhs("backup", "kept.zip")
    assert "--replace" in refused(lhs("restore", "kept.zip"))
    assert lhs("show", code).code == 0


def test_a_place_that_can_not_be_written_is_said(lhs: LHS, code: str) -> None:
    assert code
    assert "could not be written" in refused(lhs("backup", "nowhere/kept.zip"), code=1)


def test_the_workbook_is_backed_up_while_it_is_served_and_not_restored_under_it(
    lhs: LHS, tmp_path: Path
) -> None:
    room = Room(tmp_path / "served")
    room.open()
    try:
        room.new_workshop()
        assert lhs("backup", "kept.zip", "--data", str(room.data)).code == 0
        sentence = refused(lhs("restore", "kept.zip", "--replace", "--data", str(room.data)))
        assert "stop it first" in sentence
    finally:
        room.close()
    assert lhs("restore", "kept.zip", "--replace", "--data", str(room.data)).code == 0
    with Store(room.data) as store:
        assert len(store.workshops()) == 1
