"""A package written by an earlier version still loads, with today's tables."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lhs_widgets.analysis import frames
from lhs_widgets.package import read_package
from lhs_widgets.package.schema import TABLES

FIRST = Path(__file__).with_name("format-1")
SECOND = Path(__file__).with_name("format-2")
NEW = ["actions", "decisions", "imports", "stages", "theme_acts", "theme_ideas", "themes", "votes"]


@pytest.fixture(params=["parquet", "csv"])
def copy_of(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Path], Path]:
    """Copies an old package, as Parquet or with its CSV files alone."""

    def copy(folder: Path) -> Path:
        to = tmp_path / "package"
        shutil.copytree(folder, to)
        if request.param == "csv":
            for file in to.glob("*.parquet"):
                file.unlink()
        return to

    return copy


@pytest.fixture
def folder(copy_of: Callable[[Path], Path]) -> Path:
    return copy_of(FIRST)


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


def test_format_2_has_today_s_tables_and_types(copy_of: Callable[[Path], Path]) -> None:
    tables = read_package(copy_of(SECOND)).tables
    for table in TABLES:
        assert {c: str(t) for c, t in tables[table.name].dtypes.items()} == table.dtypes


def test_what_format_2_knew_is_all_there(copy_of: Callable[[Path], Path]) -> None:
    tables = read_package(copy_of(SECOND)).tables
    assert set(tables["votes"]["group"]) == {"patient"}
    assert tables["decisions"]["text"].tolist() == ["Time is paid"]
    assert tables["theme_acts"]["idea"].tolist() == ["cond-p-00", "cond-p-01"]
    assert set(tables["participants"]["origin"]) == {"participant"}


def test_format_2_did_not_say_where_what_the_group_made_came_from(
    copy_of: Callable[[Path], Path],
) -> None:
    tables = read_package(copy_of(SECOND)).tables
    made = ("votes", "theme_acts", "decisions", "actions")
    assert all(tables[name]["origin"].isna().all() and len(tables[name]) for name in made)
