"""The package says when the group agrees, and that this was settled before anybody answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lhs_widgets.package import read_package
from lhs_widgets.workshop import Kind

from .conftest import DECK_YAML, Script

COLUMNS = ["agreement", "core", "against", "settled_first"]
EXAMPLE = Path(__file__).parents[2] / "data" / "example"


def limits(script: Script) -> list[Any]:
    (row,) = script.rows("workshop")
    return [row[column] for column in COLUMNS]


def test_limits_are_the_decks(script: Script) -> None:
    assert limits(script) == [75, 70, 15, True]
    script.deck = f"{DECK_YAML}limits: {{agreement: 90}}\n"
    assert limits(script) == [90, 70, 15, True]
    assert script.rows("workshop")[0]["settled"] == script.rows("workshop")[0]["opened"]


def test_what_was_settled_first_is_there_with_its_time() -> None:
    script = Script()
    script.happens(Kind.SETTLED, {"agreement": 80, "core": 75, "against": 10})
    script.joins("p-aaa")
    script.says("p-aaa", "cond-1", "Rest")
    assert limits(script) == [80, 75, 10, True]
    assert script.rows("workshop")[0]["settled"] == script.events[1].at.replace(microsecond=0)


def test_a_record_that_was_settled_later_says_so(script: Script) -> None:
    script.happens(Kind.SETTLED, {"agreement": 60})
    assert limits(script) == [60, 70, 15, False]


def test_ideas_brought_in_before_are_no_answers() -> None:
    script = Script()
    script.joins("p-file")
    script.says("p-file", "cond-1", "Rest")
    script.events = [e.model_copy(update={"origin": "import"}) for e in script.events]
    script.happens(Kind.SETTLED, {"agreement": 80}, origin="facilitator")
    assert limits(script) == [80, 70, 15, True]


def test_they_come_back_from_both_kinds_of_file(script: Script, export: Any) -> None:
    folder = export(script)
    for again in (False, True):
        if again:
            (folder / "workshop.parquet").unlink()
        row = read_package(folder).tables["workshop"].iloc[0]
        assert [row[column] for column in COLUMNS] == [75, 70, 15, True]
        assert row["settled"] == row["opened"]


def test_a_package_from_before_has_none() -> None:
    row = read_package(EXAMPLE).tables["workshop"].iloc[0]
    assert row[[*COLUMNS, "settled"]].isna().all()
