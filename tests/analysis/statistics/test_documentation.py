"""docs/statistics.md lists each statistic once, where it is; each says where it comes from."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from lhs_widgets.analysis import statistics

PAGE = Path(__file__).resolve().parents[3] / "docs" / "statistics.md"
FUNCTIONS = [name for name in statistics.__all__ if inspect.isfunction(getattr(statistics, name))]


def rows() -> list[list[str]]:
    lines = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_each_statistic_has_its_row_and_its_file() -> None:
    listed = {row[0].strip("`"): row[-1].strip("`") for row in rows()}
    there = {name: Path(inspect.getfile(getattr(statistics, name))).name for name in FUNCTIONS}
    assert listed == there
    assert len(rows()) == len(FUNCTIONS)


def test_no_cell_is_empty() -> None:
    assert all(len(row) == 7 and all(row) for row in rows())


def test_the_table_of_properties_has_every_statistic() -> None:
    text = PAGE.read_text("utf-8")
    found = re.findall(r"^\| (\w+) \|", text[text.index("| bounds | order") + 2 :], re.MULTILINE)
    assert sorted(found) == sorted(FUNCTIONS)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_each_docstring_says_its_source_and_when_not_to_use_it(name: str) -> None:
    said = " ".join(str(getattr(statistics, name).__doc__).split())
    assert "Do not" in said
    assert re.search(r"\b(19|20)\d\d\b", said) or re.search(
        rf":func:`({'|'.join(FUNCTIONS)})`", said
    )


def test_the_front_door_is_sorted_and_complete() -> None:
    assert sorted(statistics.__all__) == sorted(
        name
        for name, value in vars(statistics).items()
        if not name.startswith("_") and not inspect.ismodule(value) and name != "annotations"
    )
