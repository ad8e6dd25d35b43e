"""What people agreed to decides what is in the package, and what is quoted of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lhs_widgets.package import left_out, read_package
from lhs_widgets.package.rows.telling import hidden_among
from lhs_widgets.workshop import Kind
from lhs_widgets.workshop.results import SMALLEST_GROUP

from .conftest import NAMED_CHALLENGES, Script

PURPOSE = {"aim": "research", "reb": "2026-014"}


def agrees(script: Script, who: str, *, research: bool = False, quotes: bool = False) -> None:
    body = {"research": research, "quotes": quotes}
    script.happens(Kind.CONSENTED, body, participant=who)


def session(people: int = 8, deck: str | None = None, **refuses: str) -> Script:
    """People who each wrote a condition and a challenge; one may refuse something."""
    script = Script(deck) if deck else Script()
    script.happens(Kind.PURPOSED, PURPOSE, origin="facilitator")
    for n in range(people):
        who = f"p-{n}"
        script.joins(who)
        agreed = {name: refuses.get(name) != who for name in ("research", "quotes")}
        agrees(script, who, **agreed)
        script.says(who, f"cond-{n}", f"Condition {n}")
        script.says(who, f"chal-{n}", f"Challenge {n}", "challenges")
    return script


def test_without_consent_to_research_a_person_is_in_no_table() -> None:
    script = session(research="p-3")
    script.finishes()
    rows = {table: script.rows(table) for table in ("participants", "contributions", "events")}
    assert "p-3" not in str(rows)
    assert "Condition 3" not in str(rows)
    assert len(rows["contributions"]) == 14
    assert left_out(script.source()) == script.rows("workshop")[0]["left_out"] == 2


def test_who_was_never_asked_about_research_is_not_part_of_it() -> None:
    script = Script()
    script.happens(Kind.PURPOSED, PURPOSE, origin="facilitator")
    script.joins("p-a")
    script.says("p-a", "cond-1", "Time")
    script.finishes()
    assert script.rows("contributions") == []


def test_where_there_is_no_research_nobody_is_left_out(script: Script) -> None:
    assert len(script.rows("contributions")) == 3
    assert script.rows("workshop")[0]["left_out"] == 0
    assert all(row["quotable"] for row in script.rows("contributions"))


def test_what_people_agreed_to_is_no_row() -> None:
    script = session()
    assert "consented" not in {row["kind"] for row in script.rows("events")}


def test_the_results_of_the_room_less_the_package_are_never_those_of_a_few() -> None:
    script = session(people=12, research="p-3")
    for n in range(12):
        script.casts(f"p-{n}", "vote", dots={f"cond-{n}": 1 + n % 4})
    script.decides(Kind.COUNTED, stage="vote", round=1, counted=True)
    script.finishes()
    ballots = {row["ballot"] for row in script.rows("votes")}
    assert len(ballots) == 12 - SMALLEST_GROUP
    assert left_out(script.source()) == 2 + SMALLEST_GROUP


def test_a_no_to_quotes_is_hidden_among_five_and_among_others_at_the_next_step() -> None:
    script = session(people=20, quotes="p-3")
    script.finishes()
    silent = {
        step: {
            row["contribution"][-2:]
            for row in script.rows("contributions")
            if row["step"] == step and not row["quotable"]
        }
        for step in ("conditions", "challenges")
    }
    assert [len(each) for each in silent.values()] == [SMALLEST_GROUP] * 2
    assert "-3" in silent["conditions"] & silent["challenges"]
    assert silent["conditions"] != silent["challenges"]


def test_at_a_named_step_a_no_is_that_of_its_author() -> None:
    script = session(deck=NAMED_CHALLENGES, quotes="p-3")
    script.finishes()
    rows = [row for row in script.rows("contributions") if row["step"] == "challenges"]
    assert {row["participant"] for row in rows if not row["quotable"]} == {"p-3"}


def test_a_reason_that_is_not_to_be_quoted_is_in_no_frame(
    export: Callable[[Script], Path],
) -> None:
    script = session(people=12, quotes="p-3")
    for n in range(12):
        script.casts(f"p-{n}", "sense-check", position="object", reason=f"Reason {n}")
    script.finishes()
    folder = export(script)
    quoted = read_package(folder).tables
    assert "Reason 3" not in set(quoted["votes"]["reason"].dropna())
    assert "Condition 3" not in set(quoted["contributions"]["text"])
    assert quoted["votes"]["reason"].notna().sum() == 12 - SMALLEST_GROUP
    whole = read_package(folder, all_words=True).tables
    assert "Reason 3" in set(whole["votes"]["reason"])
    assert "Condition 3" in set(whole["contributions"]["text"])


def test_two_answers_that_are_not_quoted_stay_two(export: Callable[[Script], Path]) -> None:
    script = session(people=5, quotes="p-3")
    script.finishes()
    texts = read_package(export(script)).tables["contributions"]["text"]
    assert texts.nunique() == len(texts) == 10
    assert all("not quoted" in text for text in texts)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.booleans()), max_size=30))
def test_nobody_is_hidden_alone(people: list[tuple[str, bool]]) -> None:
    classes = {str(n): each for n, (each, _) in enumerate(people)}
    few = {str(n) for n, (_, no) in enumerate(people) if no}
    hidden = hidden_among(classes, few, {who: who for who in classes})
    assert few <= hidden
    for each in "ab":
        members = {who for who, found in classes.items() if found == each}
        assert not hidden & members or len(hidden & members) >= min(5, len(members))


@pytest.mark.parametrize("change", ["purpose", "left_out"])
def test_the_purpose_and_what_is_left_out_are_told(change: str) -> None:
    (row,) = session(research="p-0").rows("workshop")
    assert row[change] == {"purpose": "research", "left_out": 2}[change]
    assert row["reb"] == "2026-014"
