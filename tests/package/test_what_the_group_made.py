"""Themes, choices, outcomes and actions are in the package, each in a table of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package as Checked

from lhs_widgets.package import read_package
from lhs_widgets.package.rows import Source, rows_of
from lhs_widgets.paper import import_ideas
from lhs_widgets.store import Record
from lhs_widgets.workshop import Kind, Plan

from .conftest import NAMED_CHALLENGES, Script


@pytest.fixture
def group() -> Script:
    """Three people with three conditions that everyone sees."""
    made = Script()
    for who, group in [("p-one", "patient"), ("p-two", "patient"), ("p-tri", "manager")]:
        made.joins(who, group=group)
        made.says(who, f"cond-{who[2:]}", f"Idea of {who[2:]}")
    made.reveals("conditions")
    return made


def grouped(script: Script, theme: str, *items: str, title: str = "", table: Any = None) -> str:
    """Put ideas in a theme; returns the id of the act."""
    body = {"theme": theme, "items": list(items), "title": title, "table": table}
    script.decides(Kind.GROUPED, **body)
    return script.events[-1].id


def picked(rows: list[dict[str, Any]], *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


def test_a_theme_holds_its_ideas(group: Script) -> None:
    grouped(group, "theme-a", "cond-one", "cond-two", title="Time")
    assert picked(group.rows("themes"), "theme", "step", "title", "state", "ideas") == [
        ("theme-a", "conditions", "Time", "there", 2)
    ]
    assert picked(group.rows("theme_ideas"), "theme", "contribution", "role") == [
        ("theme-a", "cond-one", None),
        ("theme-a", "cond-two", None),
    ]


def test_an_idea_that_was_taken_back_leaves_its_theme(group: Script) -> None:
    grouped(group, "theme-a", "cond-one", "cond-two", title="Time")
    group.happens(Kind.WITHDRAWN, {"contribution": "cond-one"}, participant="p-one")
    assert picked(group.rows("theme_ideas"), "idea") == [("cond-two",)]
    assert group.rows("themes")[0]["ideas"] == 1
    assert picked(group.rows("theme_acts"), "contribution") == [(None,), ("cond-two",)]


def test_a_role_of_the_deck_is_an_idea() -> None:
    made = Script()
    made.joins("p-one")
    made.says("p-one", "role-1", "", "roles", role="partner")
    made.reveals("roles")
    body = {"theme": "theme-a", "items": ["partner"], "title": "Us", "table": None}
    made.decides(Kind.GROUPED, "roles", **body)
    assert picked(made.rows("theme_ideas"), "idea", "contribution", "role") == [
        ("partner", None, "partner")
    ]


def test_a_merged_theme_says_where_it_went(group: Script) -> None:
    grouped(group, "theme-a", "cond-one", title="Time")
    grouped(group, "theme-b", "cond-two", title="Hours")
    group.decides(Kind.MERGED, themes=["theme-b"], theme="theme-a", table=None)
    assert picked(group.rows("themes"), "theme", "title", "state", "merged_into", "ideas") == [
        ("theme-a", "Time", "there", None, 2),
        ("theme-b", "Hours", "merged", "theme-a", 0),
    ]


def test_the_record_shows_what_was_grouped_when_and_what_was_undone(group: Script) -> None:
    act = grouped(group, "theme-a", "cond-one", "cond-two", title="Time")
    group.decides(Kind.UNDONE, act=act, table=None)
    (theme,) = group.rows("themes")
    assert (theme["state"], theme["title"]) == ("undone", "Time")
    acts = group.rows("theme_acts")
    assert picked(acts, "kind", "line", "idea", "undoes", "undone") == [
        ("grouped", 1, "cond-one", None, True),
        ("grouped", 2, "cond-two", None, True),
        ("undone", 1, None, act, True),
    ]
    assert all(row["at"] for row in acts)


def test_the_record_of_grouping_does_not_say_who(group: Script) -> None:
    grouped(group, "theme-a", "cond-one", title="Time")
    group.events[-1] = group.events[-1].model_copy(update={"origin": "scribe"})
    (event,) = [row for row in group.rows("events") if row["kind"] == "grouped"]
    assert event["origin"] is event["participant"] is None
    (act,) = group.rows("theme_acts")
    assert "participant" not in act
    assert act["origin"] is None


@pytest.mark.parametrize(
    ("stage", "chosen", "columns", "expected"),
    [
        (
            "vote",
            {"dots": {"theme-a": 3, "cond-tri": 1}},
            ("theme", "contribution", "dots"),
            [(None, "cond-tri", 1), ("theme-a", None, 3)],
        ),
        (
            "rate",
            {"ratings": {"theme-a": {"wished": 5, "today": 0}}},
            ("theme", "scale", "value"),
            [("theme-a", "today", 0), ("theme-a", "wished", 5)],
        ),
        (
            "rank",
            {"ranking": ["cond-tri", "theme-a"]},
            ("option", "place"),
            [("cond-tri", 1), ("theme-a", 2)],
        ),
        (
            "sense-check",
            {"position": "object", "reason": " =No time "},
            ("option", "position", "reason"),
            [(None, "object", "=No time")],
        ),
    ],
)
def test_a_ballot_has_a_row_for_each_thing_on_it(
    group: Script, stage: str, chosen: Any, columns: tuple[str, ...], expected: list[Any]
) -> None:
    grouped(group, "theme-a", "cond-one", "cond-two", title="Time")
    for who in ("p-one", "p-two", "p-tri"):
        group.casts(who, stage, **chosen)
    group.decides(Kind.COUNTED, stage=stage, round=1, counted=True)
    assert len(group.rows("votes")) == 3 * len(expected)
    found = group.rows("votes")[: len(expected)]
    assert picked(found, "ballot", "kind", "round", "counted") == [
        (f"TST234-conditions-{stage}-1-001", stage, 1, True)
    ] * len(expected)
    assert picked(found, *columns) == expected


def test_the_last_ballot_of_a_person_counts_and_a_blank_one_does_not(group: Script) -> None:
    group.casts("p-one", "vote", dots={"cond-one": 1})
    for who in ("p-one", "p-two", "p-tri", "p-for"):
        group.casts(who, "vote", dots={"cond-two": 2})
    group.casts("p-for", "vote")
    group.finishes()
    assert (
        picked(group.rows("votes"), "contribution", "dots", "counted")
        == [("cond-two", 2, False)] * 3
    )


def test_a_round_in_which_two_people_chose_is_left_out(group: Script) -> None:
    for who in ("p-one", "p-two"):
        group.casts(who, "vote", dots={"cond-two": 2})
    group.finishes()
    assert not group.rows("votes")


def test_what_was_agreed_by_the_room_and_by_a_table(group: Script) -> None:
    words = {"language": "fr", "text": "Du temps payé"}
    group.decides(Kind.AGREED, table=None, **words)
    group.decides(Kind.AGREED, table=2, language="en", text="A nurse each")
    group.decides(Kind.AGREED, table=3, language="en", text="")
    assert picked(group.rows("decisions"), "decision", "table", "text", "language") == [
        ("TST234-conditions", None, "Du temps payé", "fr"),
        ("TST234-conditions-table-2", 2, "A nurse each", "en"),
    ]


def test_actions_say_who_and_by_when(group: Script) -> None:
    action = {"id": "act-1", "text": "Ask", "who": "The clinic", "due": "2026-12-01"}
    for done in (False, True):
        group.happens(Kind.PROMISED, {**action, "done": done, "carried": ""}, origin="facilitator")
    assert picked(group.rows("actions"), "action", "who", "due", "done", "carried") == [
        ("act-1", "The clinic", "2026-12-01", True, None)
    ]


def test_a_moderated_answer_carries_the_reason(group: Script) -> None:
    group.decides(Kind.MODERATED, contribution="cond-one", reason="A name", moderated=True)
    moderated = {r["contribution"]: r["moderated"] for r in group.rows("contributions")}
    assert moderated == {"cond-one": "A name", "cond-two": None, "cond-tri": None}


def test_the_plan_as_used(group: Script) -> None:
    plan = Plan.of(group.source().deck).model_dump(mode="json")
    plan["steps"].reverse()
    plan["steps"][0]["hidden"] = True
    plan["steps"][1]["stages"][6]["minutes"] = 9
    group.happens(Kind.PLANNED, plan, origin="facilitator")
    group.decides(Kind.STAGED, stage="vote", round=2)
    assert picked(group.rows("steps"), "step", "position", "planned", "hidden") == [
        ("challenges", 3, 1, True),
        ("conditions", 2, 2, False),
        ("roles", 1, 3, False),
    ]
    stages = {r["stage"]: r for r in group.rows("stages") if r["step"] == "conditions"}
    assert (stages["vote"]["planned"], stages["vote"]["rounds"]) == (4, 2)
    assert (stages["sense-check"]["minutes"], stages["think"]["rounds"]) == (9, None)


def test_where_people_sat(group: Script) -> None:
    group.happens(Kind.SPLIT, {"tables": 2}, origin="facilitator")
    group.happens(Kind.SEATED, {"table": 2}, participant="p-one", origin="facilitator")
    tables = {row["participant"]: row["table"] for row in group.rows("participants")}
    assert tables == {"p-one": 2, "p-two": None, "p-tri": None}
    assert [(r["table"], r["number"]) for r in group.rows("events") if r["kind"] == "split"] == [
        (None, 2)
    ]


def test_an_import_is_told_with_its_file(record: Record, tmp_path: Path) -> None:
    file = tmp_path / "wall.csv"
    file.write_text("text\nFrom a wall\n", "utf-8")
    import_ideas(record, file, "conditions")
    source = Source(record.code, record.deck, record.deck_yaml, record.events())
    rows = rows_of(source)
    (brought,) = rows["imports"]
    assert (brought["file"], brought["ideas"]) == ("wall.csv", 1)
    (idea,) = rows["contributions"]
    assert (idea["import"], idea["participant"]) == (brought["import"], None)
    assert rows["participants"] == []


def test_frictionless_finds_all_of_it_valid(
    group: Script, export: Callable[[Script], Path]
) -> None:
    group.deck = NAMED_CHALLENGES
    grouped(group, "theme-a", "cond-one", title="=Time")
    grouped(group, "theme-b", "cond-two", title="Hours")
    group.decides(Kind.MERGED, themes=["theme-b"], theme="theme-a", table=None)
    group.says("p-one", "chal-one", "Hurry", "challenges", eased_by="cond-one")
    for who in ("p-one", "p-two", "p-tri"):
        group.casts(who, "vote", dots={"theme-b": 2, "cond-gone": 1})
        group.casts(who, "sense-check", position="object", reason="@No")
    group.decides(Kind.AGREED, table=1, language="en", text="-Yes")
    action = {"id": "act-1", "text": "+Ask", "who": "=Us", "due": "", "done": False, "carried": ""}
    group.happens(Kind.PROMISED, action, origin="facilitator")
    group.finishes()
    folder = export(group)
    report = Checked(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "message"])
    tables = read_package(folder).tables
    assert tables["themes"]["title"].tolist() == ["=Time", "Hours"]
    assert "'=Time" in (folder / "themes.csv").read_text("utf-8")
    assert len(tables["votes"]) == 9
