"""Answers to the general kinds of activity: items, rows and maps."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from frictionless import Package as Checked

from lhs_widgets.package import package_files, read_package
from lhs_widgets.workshop import Kind
from tests.support.kinds import GOOD, KINDS_DECK

from .conftest import Script

WITH_VOTES = KINDS_DECK.replace(
    "        activity: {kind: sort",
    "        stages: [{kind: think}, {kind: reveal}, {kind: group}, {kind: vote}]\n"
    "        activity: {kind: sort",
)

#: What a good answer of each kind comes to.
ROWS: dict[str, dict[str, Any]] = {
    "k-sort": {"kind": "sorted", "item": "visit", "bin": "together", "text": "A first visit"},
    "k-place": {"kind": "placed", "item": "visit", "bin": None, "text": "A first visit"},
    "k-choose": {"kind": "chosen", "item": "visit", "rank": 1, "text": "A first visit"},
    "k-write": {"kind": "text", "item": "best", "text": "Nobody waits alone"},
    "k-fill": {"kind": "row", "item": None, "text": "Read letters aloud"},
    "k-rows": {"kind": "row", "item": "visit", "text": "We meet before we decide"},
    "k-map": {"kind": "node", "item": None, "bin": "person", "text": "A neighbour"},
}


class Kinds(Script):
    """People who answer each kind of step."""

    def __init__(self, people: int = 3, deck: str = KINDS_DECK) -> None:
        super().__init__(deck)
        self.names = [f"p-{n:02}" for n in range(people)]
        for who in self.names:
            self.joins(who)

    def answers(self, who: str, step: str, **more: Any) -> str:
        """A good answer, with some of it changed; its id."""
        id_ = f"{step}-{who}-{len(self.events)}"
        said = {"text": "", **GOOD[step], **more}
        self.says(who, id_, said.pop("text"), step, **said)
        return id_

    def told(self, step: str) -> list[dict[str, Any]]:
        return [row for row in self.rows("contributions") if row["step"] == step]


@pytest.fixture
def kinds() -> Kinds:
    """Three people and one answer to each kind of step."""
    made = Kinds()
    for step in GOOD:
        made.answers("p-00", step)
    made.finishes()
    return made


@pytest.mark.parametrize("step", GOOD)
def test_an_answer_of_each_kind_is_a_row(kinds: Kinds, step: str) -> None:
    (row,) = kinds.told(step)
    assert row.items() >= ROWS[step].items()


def test_what_was_placed_has_a_rating_for_each_scale(kinds: Kinds) -> None:
    assert [(r["scale"], r["value"], r["label_en"]) for r in kinds.rows("ratings")] == [
        ("linked", 3, "Yes"),
        ("there", 2, "In part"),
    ]


def test_a_row_has_a_cell_for_its_words_and_for_each_choice() -> None:
    made = Kinds()
    cells = {"what": " Ask ", "who": ["manager", "patient"], "box": []}
    made.answers("p-00", "k-fill", cells=cells)
    made.finishes()
    found = [(c["column"], c["line"], c["text"], c["choice"]) for c in made.rows("cells")]
    assert found == [
        ("what", 1, "Ask", None),
        ("who", 1, None, "manager"),
        ("who", 2, None, "patient"),
    ]


def test_an_empty_answer_is_no_row() -> None:
    made = Kinds()
    made.answers("p-00", "k-sort", bin=None)
    made.answers("p-00", "k-fill", cells={"what": "  ", "who": []})
    made.answers("p-00", "k-place", ratings={})
    made.finishes()
    assert not made.rows("contributions")
    assert not made.rows("cells")


def linked(made: Kinds, *ends: str, step: str = "k-map") -> dict[str, Any]:
    """The row of a link between two ends."""
    id_ = made.answers("p-00", step, ends=list(ends), bin=None, text="")
    made.finishes()
    return next(row for row in made.told(step) if row["contribution"] == id_)


def test_a_link_names_its_two_ends() -> None:
    made = Kinds()
    node = made.answers("p-00", "k-map")
    row = linked(made, node, "centre")
    assert (row["kind"], row["link_from"], row["link_to"]) == ("link", node, "centre")


@pytest.mark.parametrize("gone", ["never-was", "taken-back", "of-another-step"])
def test_a_link_to_what_is_not_on_the_map_ends_nowhere(gone: str) -> None:
    made = Kinds()
    other = "k-write" if gone == "of-another-step" else "k-map"
    node = made.answers("p-00", other) if gone != "never-was" else "node-9"
    if gone == "taken-back":
        made.happens(Kind.WITHDRAWN, {"contribution": node}, participant="p-00")
    row = linked(made, node, "centre")
    assert (row["link_from"], row["link_to"]) == (None, "centre")


def test_an_item_can_be_in_a_theme_and_on_a_ballot() -> None:
    made = Kinds(deck=WITH_VOTES)
    for who in made.names:
        made.answers(who, "k-sort")
    made.reveals("k-sort")
    body = {"theme": "theme-a", "items": ["visit"], "title": "First", "table": None}
    made.decides(Kind.GROUPED, "k-sort", **body)
    for who in made.names:
        ballot = {"stage": "vote", "round": 1, "dots": {"visit": 2}}
        body = {"ballot": ballot, "group": "patient"}
        made.happens(Kind.BALLOT, body, participant=who, step="k-sort")
    made.finishes()
    (idea,) = made.rows("theme_ideas")
    assert (idea["idea"], idea["item"], idea["contribution"]) == ("visit", "visit", None)
    assert {(v["option"], v["item"], v["dots"]) for v in made.rows("votes")} == {
        ("visit", "visit", 2)
    }


def test_the_codebook_lists_items_columns_and_prompts(kinds: Kinds) -> None:
    book = package_files(kinds.source())["codebook.md"].decode()
    assert "### List / Liste `boxes`" in book
    assert "| `together` | Done together | Fait ensemble |" in book
    assert "### Columns / Colonnes `k-fill`" in book
    assert "| `who` | Who | Qui |" in book
    assert "### Prompts / Consignes `k-write`" in book
    assert re.search(r"\| `best` \| The best that could happen \| Le mieux", book)


def room(french: int) -> Kinds:
    """Seven people who answer every kind of step, the last ``french`` of them in French."""
    made = Kinds(7)
    for n, who in enumerate(made.names):
        language = "fr" if n >= 7 - french else "en"
        for step in ("k-sort", "k-place", "k-choose"):
            made.answers(who, step, language=language)
        made.answers(who, "k-fill", language=language, cells={"who": ["patient"]})
        made.answers(who, "k-map", language=language, bin=None, text="", ends=["gone", "centre"])
    made.finishes()
    return made


@pytest.mark.parametrize("step", ["k-sort", "k-place", "k-choose", "k-fill", "k-map"])
def test_one_french_speaker_is_not_told_by_an_answer_without_words(step: str) -> None:
    rows = room(french=1).told(step)
    assert {row["language"] for row in rows} == {None}
    assert len({row["text"] for row in rows}) == 1


def test_an_item_of_a_room_of_one_language_has_that_language() -> None:
    assert {row["language"] for row in room(french=0).told("k-sort")} == {"en"}


def test_the_group_of_who_sorted_is_told_where_five_of_it_did() -> None:
    for managers, told in ((0, {"patient"}), (1, {None}), (5, {"patient", "manager"})):
        made = Kinds(5)
        for n in range(managers):
            made.joins(f"q-{n}", group="manager")
        for who in [*made.names, *(f"q-{n}" for n in range(managers))]:
            made.answers(who, "k-sort")
        made.finishes()
        assert {row["group"] for row in made.told("k-sort")} == told


def test_items_lead_to_nobody_by_person_time_or_order() -> None:
    def package(order: list[int]) -> dict[str, bytes]:
        made = Kinds(5)
        for n in order:
            made.says(f"p-{n:02}", f"sort-{n}", "", "k-sort", **GOOD["k-sort"])
        made.finishes()
        row = made.told("k-sort")[0]
        assert row["participant"] is row["created"] is row["changed"] is None
        return package_files(made.source())

    assert package([0, 1, 2, 3, 4]) == package([3, 1, 4, 0, 2])


def test_before_it_is_shown_a_row_and_its_cells_are_not_in_the_package() -> None:
    made = Kinds()
    made.answers("p-00", "k-fill")
    assert not made.rows("contributions")
    assert not made.rows("cells")
    made.reveals("k-fill")
    assert len(made.rows("cells")) == 3


def test_the_same_answers_give_the_same_bytes(kinds: Kinds) -> None:
    assert package_files(kinds.source()) == package_files(kinds.source())


def test_all_kinds_are_valid_guarded_and_come_back_from_both_files(
    kinds: Kinds, export: Callable[[Script], Path]
) -> None:
    kinds.answers("p-00", "k-fill", cells={"what": "=1+1\n- x", "who": ["manager", "patient"]})
    kinds.answers("p-00", "k-map", text="", bin=None, ends=["gone", "centre"])
    folder = export(kinds)
    report = Checked(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])
    assert "'=1+1" in (folder / "cells.csv").read_text("utf-8")
    before = read_package(folder).tables
    assert "=1+1\n- x" in before["cells"]["text"].tolist()
    for name in ("contributions", "cells", "ratings"):
        (folder / f"{name}.parquet").unlink()
        pd.testing.assert_frame_equal(before[name], read_package(folder).tables[name])
