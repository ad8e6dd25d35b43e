"""Each row says how it came to be, unless that would say whose it is."""

from __future__ import annotations

from typing import Any

import pytest

from lhs_widgets.package.schema import TABLES
from lhs_widgets.workshop import Kind

from .conftest import Script

#: Where a row without an ``origin`` of its own has it: in the row it hangs on.
HANGS_ON = {
    "workshop": "participants",
    "steps": "workshop",
    "stages": "steps",
    "imports": "contributions",
    "cells": "contributions",
    "ratings": "contributions",
    "themes": "theme_acts",
    "theme_ideas": "theme_acts",
}


@pytest.fixture
def room() -> Script:
    """Six people who see each other's conditions."""
    made = Script()
    for place in range(6):
        made.joins(f"p-{place}")
        made.says(f"p-{place}", f"cond-{place}", f"Idea {place}")
    made.reveals("conditions")
    return made


def votes(room: Script, *origins: str) -> list[Any]:
    """The origins told of ballots that came to be in these ways."""
    for place, origin in enumerate(origins):
        room.casts(f"p-{place}", "vote", dots={"cond-0": 1 + place})
        room.events[-1] = room.events[-1].model_copy(update={"origin": origin})
    room.finishes()
    return sorted({str(row["origin"]) for row in room.rows("votes")})


def test_every_table_has_an_origin_or_hangs_on_one_that_has() -> None:
    own = {table.name for table in TABLES if "origin" in table.columns}
    assert own | set(HANGS_ON) == {table.name for table in TABLES}


def test_ballots_that_all_came_one_way_say_so(room: Script) -> None:
    assert votes(room, *["participant"] * 3) == ["participant"]


def test_the_one_ballot_that_a_scribe_entered_is_not_told_by_it(room: Script) -> None:
    assert votes(room, *["participant"] * 5, "scribe") == ["None"]


def test_pretend_ballots_are_told_among_real_ones(room: Script) -> None:
    assert votes(room, *["participant"] * 3, *["rehearsal"] * 3) == ["None", "rehearsal"]


def test_a_group_of_four_is_not_told_among_pretend_ballots(room: Script) -> None:
    votes(room, *["participant"] * 4, *["rehearsal"] * 2)
    assert {row["group"] for row in room.rows("votes")} == {None}


@pytest.mark.parametrize("origin", ["facilitator", "rehearsal", "participant"])
def test_what_the_group_agreed_says_how_it_was_written(room: Script, origin: str) -> None:
    words = {"table": None, "text": "Time is paid", "language": "en"}
    room.happens(Kind.AGREED, words, step="conditions", origin=origin)
    action = {"id": "act-1", "text": "Ask", "who": "", "due": "", "done": False, "carried": ""}
    room.happens(Kind.PROMISED, action, origin=origin)
    assert [row["origin"] for row in room.rows("decisions")] == [origin]
    assert [row["origin"] for row in room.rows("actions")] == [origin]


@pytest.mark.parametrize(
    ("origin", "told"), [("facilitator", "facilitator"), ("participant", None), ("scribe", None)]
)
def test_the_group_s_grouping_says_it_only_of_the_facilitator(
    room: Script, origin: str, told: str | None
) -> None:
    body = {"theme": "theme-a", "items": ["cond-0"], "title": "Time", "table": None}
    room.happens(Kind.GROUPED, body, step="conditions", origin=origin)
    assert [row["origin"] for row in room.rows("theme_acts")] == [told]
