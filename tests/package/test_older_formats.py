"""A package written by an earlier version still loads, with today's tables."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lhs_widgets.analysis import frames
from lhs_widgets.package import read_package
from lhs_widgets.package.schema import TABLES

FIRST = Path(__file__).with_name("format-1")
NEW = ["actions", "decisions", "imports", "stages", "theme_acts", "theme_ideas", "themes", "votes"]


@pytest.fixture(params=["parquet", "csv"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of the first format's package, as Parquet or with its CSV files alone."""
    copy = tmp_path / "package"
    shutil.copytree(FIRST, copy)
    if request.param == "csv":
        for file in copy.glob("*.parquet"):
            file.unlink()
    return copy


def test_format_1_has_today_s_tables_and_types(folder: Path) -> None:
    tables = read_package(folder).tables
    assert list(tables) == [table.name for table in TABLES]
    for table in TABLES:
        assert {c: str(t) for c, t in tables[table.name].dtypes.items()} == table.dtypes


def test_what_format_1_did_not_know_is_empty(folder: Path) -> None:
    tables = read_package(folder).tables
    assert all(tables[name].empty for name in NEW)
    assert tables["events"]["stage"].isna().all()


def test_answers_of_format_1_have_an_author_and_a_group(folder: Path) -> None:
    said = read_package(folder).tables["contributions"].set_index("contribution")
    assert said["author"].to_dict() == {
        "chal-1": "chal-1",
        "cond-1": "cond-1",
        "cond-2": "cond-1",
        "role-1": "role-1",
    }
    assert said["group"].to_dict()["chal-1"] == "manager"
    assert said["text"]["cond-1"] == "=Rest"


def test_the_plan_of_format_1_is_its_deck(folder: Path) -> None:
    steps = read_package(folder).tables["steps"]
    assert (steps["planned"] == steps["position"]).all()
    assert not steps["hidden"].any()


def test_format_1_can_be_analysed(folder: Path) -> None:
    assert len(frames.conditions(read_package(folder), "en")) == 2
