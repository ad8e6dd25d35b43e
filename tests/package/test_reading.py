"""A package is read whole, or refused in one sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from lhs_widgets.errors import PackageError
from lhs_widgets.package import read_package
from lhs_widgets.package.files import hash_of
from lhs_widgets.package.schema import TABLES

Export = Callable[..., Path]


@pytest.fixture
def folder(script: Any, export: Export) -> Path:
    return export(script)


def refusal(folder: Path) -> str:
    """The sentence with which the folder is refused; it is one, and ends like one."""
    with pytest.raises(PackageError) as caught:
        read_package(folder)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def described(folder: Path, change: Callable[[Any], None]) -> None:
    """Change the descriptor by hand."""
    file = folder / "datapackage.json"
    found = json.loads(file.read_bytes())
    change(found)
    file.write_text(json.dumps(found))


def test_tables_have_the_declared_types(folder: Path) -> None:
    tables = read_package(folder).tables
    for table in TABLES:
        assert {c: str(t) for c, t in tables[table.name].dtypes.items()} == table.dtypes


def test_without_parquet_the_csv_gives_the_same_tables(folder: Path) -> None:
    before = read_package(folder).tables
    for file in folder.glob("*.parquet"):
        file.unlink()
    after = read_package(folder).tables
    for name, frame in before.items():
        pd.testing.assert_frame_equal(frame, after[name])


@pytest.mark.parametrize("text", ["=1+1", "'=1", "a\n- b", 'x;"=1', "🎉 é", "NA", "null", "  x"])
def test_hostile_words_come_back_from_both_files(script: Any, export: Export, text: str) -> None:
    script.says("p-aaa", "cond-2", text)
    folder = export(script)
    for _ in ("parquet", "csv"):
        found = read_package(folder).tables["contributions"].set_index("contribution")["text"]
        assert found["cond-2"] == text
        (folder / "contributions.parquet").unlink(missing_ok=True)


def test_parquet_keeps_control_characters_that_csv_replaces(script: Any, export: Export) -> None:
    script.says("p-aaa", "cond-2", "a\x00b\rc")
    folder = export(script)
    words = [read_package(folder).tables["contributions"]["text"].tolist()]
    (folder / "contributions.parquet").unlink()
    words.append(read_package(folder).tables["contributions"]["text"].tolist())
    assert "a\x00b\rc" in words[0]
    assert "a\ufffdb\nc" in words[1]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "There is no folder" in refusal(tmp_path / "nothing")


def test_a_folder_that_is_no_package(tmp_path: Path) -> None:
    assert "is not a data package" in refusal(tmp_path)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"lhs": 1}', "\x00", "[" * 100_000])
def test_a_foreign_descriptor(folder: Path, text: str) -> None:
    (folder / "datapackage.json").write_text(text)
    assert "broken or not from this workbook" in refusal(folder)


def test_bytes_that_are_no_text(folder: Path) -> None:
    (folder / "datapackage.json").write_bytes(b"\xff\xfe\xfd")
    assert "broken" in refusal(folder)


def test_a_later_format(folder: Path) -> None:
    described(folder, lambda found: found["lhs"].update(format=99))
    assert "format 99" in refusal(folder)


@pytest.mark.parametrize("name", ["contributions.parquet", "contributions.csv", "deck.yaml"])
def test_a_file_cut_short(folder: Path, name: str) -> None:
    file = folder / name
    file.write_bytes(file.read_bytes()[:-7])
    assert "cut short or changed by hand" in refusal(folder)


def test_a_csv_edited_by_hand_is_noticed_beside_an_intact_parquet(folder: Path) -> None:
    file = folder / "ratings.csv"
    file.write_text(file.read_text("utf-8").replace(",5,", ",4,"), "utf-8")
    assert "ratings.csv is not as it was exported" in refusal(folder)


def test_a_table_without_any_file(folder: Path) -> None:
    (folder / "ratings.csv").unlink()
    (folder / "ratings.parquet").unlink()
    assert "neither ratings.parquet nor ratings.csv" in refusal(folder)


def test_a_missing_deck(folder: Path) -> None:
    (folder / "deck.yaml").unlink()
    assert "no deck.yaml" in refusal(folder)


def test_a_deck_with_mistakes(folder: Path) -> None:
    (folder / "deck.yaml").write_text("format: 1\n")
    described(folder, lambda found: found["deck"].update(hash=hash_of(b"format: 1\n")))
    assert "deck of the package" in refusal(folder)


def test_resources_that_are_not_described(folder: Path) -> None:
    described(folder, lambda found: found.update(resources=[]))
    assert "is not as it was exported" in refusal(folder)


@pytest.mark.parametrize(
    ("table", "old", "new", "rule"),
    [
        ("ratings", ",scale,", ",ladder,", "columns"),
        ("ratings", "cond-1,today", "nobody,today", "points to a row"),
        ("ratings", "cond-1,today", "cond-1,wished", "same key"),
        ("ratings", ",0,None,", ",many,None,", "can't be read"),
        ("ratings", ",0,None,", ",,None,", "empty cells"),
        ("contributions", ",challenge,", ",complaint,", "not in the codebook"),
        ("workshop", ",0\n", ",-3\n", "under 0"),
    ],
)
def test_a_rewritten_csv_with_a_matching_hash_still_keeps_the_rules(
    folder: Path, table: str, old: str, new: str, rule: str
) -> None:
    file = folder / f"{table}.csv"
    content = file.read_bytes().replace(old.encode(), new.encode(), 1)
    assert content != file.read_bytes()
    file.write_bytes(content)
    (folder / f"{table}.parquet").unlink()

    def rehash(found: Any) -> None:
        (resource,) = [r for r in found["resources"] if r["name"] == table]
        resource["hash"] = hash_of(content)

    described(folder, rehash)
    assert rule in refusal(folder)


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, lhs_widgets.package; print({'pandas', 'pyarrow'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
