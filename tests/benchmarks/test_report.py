"""The report's figures, and its place in the page."""

from __future__ import annotations

import math
from pathlib import Path

from benchmarks import targets
from benchmarks.report import END, START, Table, p95, write


def test_p95_is_a_value_that_was_measured() -> None:
    assert p95(range(1, 101)) == 95
    assert p95([3.0]) == 3.0
    assert math.isnan(p95([]))


def test_a_missing_figure_is_a_dash() -> None:
    table = Table("t", "Title", "About.", {"a": "A", "b": "B"}, rows={"x": {"a": 1.25}})
    assert "| x | 1.25 | – |" in table.markdown()


def test_the_prose_around_the_figures_stays(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text(f"Before.\n\n{START}\nold\n{END}\n\nAfter.\n")
    write("new", page)
    assert page.read_text() == f"Before.\n\n{START}\n\nnew\n\n{END}\n\nAfter.\n"


def test_a_ratio_is_bounded_from_below_and_a_cost_from_above() -> None:
    ratio = next(each for each in targets.TARGETS if each.unit == "×")
    cost = next(each for each in targets.TARGETS if each.unit == "MB")
    assert ratio.is_met(ratio.bound + 1)
    assert not ratio.is_met(ratio.bound - 1)
    assert cost.is_met(cost.bound - 1)
    assert not cost.is_met(cost.bound + 1)


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    words = targets.markdown({})
    assert "met" not in words
    assert all(target.words in words for target in targets.TARGETS)
