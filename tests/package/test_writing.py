"""An export is whole, the same each time, and says nothing that it should not."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package as Checked

from lhs_widgets.errors import BadInput, LHSError
from lhs_widgets.package import package_files, read_package, write_package
from lhs_widgets.package.schema import FILES, TABLES
from lhs_widgets.workshop import Kind

Export = Callable[..., Path]


def content(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def everything(folder: Path) -> str:
    """All the words of a package, of its Parquet files as well."""
    frames = [frame.to_csv() for frame in read_package(folder).tables.values()]
    texts = [f.read_text("utf-8") for f in folder.iterdir() if f.suffix != ".parquet"]
    return "\n".join(frames + texts)


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_same_workshop_gives_the_same_bytes(script: Any, export: Export) -> None:
    assert content(export(script, "one")) == content(export(script, "two"))


def test_the_store_s_own_numbering_leaves_no_trace(script: Any) -> None:
    before = package_files(script.source())
    script.events = [event.placed(event.seq + 1000) for event in script.events]
    assert package_files(script.source()) == before


def test_the_folder_holds_what_the_contract_lists(script: Any, export: Export) -> None:
    assert {file.name for file in export(script).iterdir()} == FILES


def test_frictionless_finds_it_valid(script: Any, export: Export) -> None:
    report = Checked(str(export(script) / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])


def test_frictionless_notices_a_changed_cell(script: Any, export: Export) -> None:
    folder = export(script)
    file = folder / "contributions.csv"
    file.write_text(file.read_text("utf-8").replace("Time is paid", "Time is laid"), "utf-8")
    assert not Checked(str(folder / "datapackage.json")).validate().valid


def test_an_empty_workshop_is_a_valid_package(script: Any, export: Export) -> None:
    script.events = script.events[:1]
    folder = export(script)
    assert Checked(str(folder / "datapackage.json")).validate().valid
    assert read_package(folder).tables["participants"].empty


def test_no_name_is_exported(script: Any, export: Export) -> None:
    assert "Name of" not in everything(export(script))


def test_people_are_not_in_the_order_they_joined(script: Any, export: Export) -> None:
    people = [row["participant"] for row in rows(export(script), "participants")]
    assert people == ["p-aaa", "p-zzz"]


def test_a_person_who_withdrew_is_absent_everywhere(script: Any, export: Export) -> None:
    script.forgets("p-aaa")
    folder = export(script)
    assert "p-aaa" not in everything(folder)
    assert "Time is paid" not in everything(folder)
    assert rows(folder, "workshop")[0]["withdrew"] == "1"


def test_a_link_to_an_answer_that_is_gone_is_empty(script: Any, export: Export) -> None:
    (before,) = [r for r in rows(export(script), "contributions") if r["kind"] == "challenge"]
    script.happens(Kind.WITHDRAWN, {"contribution": "cond-1"}, participant="p-aaa")
    (after,) = [r for r in rows(export(script), "contributions") if r["kind"] == "challenge"]
    assert (before["eased_by"], after["eased_by"]) == ("cond-1", "")


def test_a_blank_answer_is_left_out_with_its_ratings(script: Any, export: Export) -> None:
    script.says("p-aaa", "cond-2", "  ", ratings={"today": 5})
    tables = read_package(export(script)).tables
    assert "cond-2" not in set(tables["contributions"]["contribution"])
    assert "cond-2" not in set(tables["ratings"]["contribution"])


def test_a_role_of_the_deck_has_its_name_in_the_person_s_language(
    script: Any, export: Export
) -> None:
    (role,) = [row for row in rows(export(script), "contributions") if row["kind"] == "role"]
    assert (role["role"], role["text"]) == ("partner", "Partenaire")


def test_times_are_utc_to_the_second(script: Any, export: Export) -> None:
    assert rows(export(script), "workshop")[0]["opened"] == "2026-01-15T13:00:00Z"


def test_ratings_carry_their_labels_and_their_scale(script: Any, export: Export) -> None:
    assert rows(export(script), "ratings")[0] == {
        "contribution": "cond-1",
        "scale": "today",
        "value": "0",
        "label_en": "None",
        "label_fr": "Aucun",
        "lowest": "0",
        "highest": "5",
    }


def test_events_tell_what_happened_without_words(script: Any, export: Export) -> None:
    happened = rows(export(script), "events")
    assert [row["seq"] for row in happened] == [str(n) for n in range(1, len(happened) + 1)]
    (revealed,) = [row for row in happened if row["kind"] == "revealed"]
    assert (revealed["step"], revealed["value"]) == ("conditions", "true")


def test_an_earlier_export_is_replaced(script: Any, export: Export) -> None:
    folder = export(script)
    script.says("p-aaa", "cond-2", "Rest")
    assert "Rest" in everything(export(script))
    assert [entry.name for entry in folder.parent.iterdir()] == [folder.name]


@pytest.mark.parametrize("stranger", ["notes.txt", ".hidden"])
def test_a_folder_with_something_else_is_left_alone(
    script: Any, export: Export, stranger: str
) -> None:
    folder = export(script)
    (folder / stranger).write_text("mine")
    before = content(folder)
    with pytest.raises(BadInput, match="already holds"):
        export(script)
    assert content(folder) == before


def test_the_package_of_another_workshop_is_left_alone(script: Any, export: Export) -> None:
    folder = export(script)
    with pytest.raises(BadInput, match="another workshop"):
        write_package(script.source(code="QWR678"), folder)


def test_a_file_in_the_way_is_refused(script: Any, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(BadInput, match="is a file"):
        write_package(script.source(), tmp_path / "taken")


def test_an_empty_folder_is_used(script: Any, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert read_package(write_package(script.source(), tmp_path / "empty")).code == "TST234"


def test_a_disk_that_refuses_is_one_sentence(script: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LHSError, match="can't be written"):
        write_package(script.source(), tmp_path / "file" / "package")


def test_the_codebook_explains_every_column_in_both_languages(script: Any, export: Export) -> None:
    book = (export(script) / "codebook.md").read_text("utf-8")
    for field in (field for table in TABLES for field in table.fields):
        assert f"`{field.name}`" in book
        assert field.en in book
        assert field.fr in book
    assert "Small \\| deck" in book
    assert "Aujourd’hui\xa0?" in book


def test_french_marks_stand_after_a_no_break_space(script: Any) -> None:
    files = package_files(script.source())
    french = [
        line
        for name in ("README.md", "codebook.md")
        for line in files[name].decode().splitlines()
        if line.startswith("**FR**")
    ]
    assert french
    assert not [line for line in french if re.search(r"[^\S\xa0][:;?!»]|[^\s\xa0][;?!»]", line)]


def test_the_descriptor_is_sorted_and_knows_no_path(script: Any, export: Export) -> None:
    folder = export(script)
    text = (folder / "datapackage.json").read_text("utf-8")
    assert text == json.dumps(json.loads(text), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    assert str(folder.parent) not in text


def test_a_rehearsed_workshop_says_that_it_is_made_up(script: Any) -> None:
    real = package_files(script.source())["README.md"].decode()
    script.events = [e.model_copy(update={"origin": "rehearsal"}) for e in script.events]
    made_up = package_files(script.source())["README.md"].decode()
    assert "made up" in made_up
    assert "made up" not in real
