"""Who took part is counted as by hand, and no group of fewer than five people shows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from lhs_widgets.analysis import words
from lhs_widgets.analysis.taking_part import charts, frames, measures, sentences
from lhs_widgets.package import Package

OTHERS = words.OTHERS("en")


def people(*minutes: float) -> pd.DataFrame:
    return pd.DataFrame({"minute": pd.array(minutes, dtype="Float64")})


def answered(said: dict[str, dict[str, list[int]]]) -> pd.DataFrame:
    """How many answers each person of each group gave at each step."""
    rows = [
        {"step": step, "author": f"{group}-{n}", "group": group, "told": True}
        for step, groups in said.items()
        for group, people in groups.items()
        for n, answers in enumerate(people)
        for _ in range(answers)
    ]
    return pd.DataFrame(rows, columns=list(frames.ANSWERED)).astype(frames.ANSWERED)


def speaks(step: str, *authors: str) -> list[Any]:
    return [
        (who, {"id": f"{who}-{step}", "step": step, "text": "Time", "scope": "self"})
        for who in authors
    ]


def everyone(**sizes: int) -> dict[str, str | None]:
    return {f"{group}-{n}": group for group, size in sizes.items() for n in range(size)}


def test_ways_of_taking_part_are_counted_with_groups_and_languages(example: Package) -> None:
    found = measures.participation(frames.people(example, "en"))
    each = found.groupby("about", sort=False)["n"].sum().to_dict()
    assert each == {"group": 40, "language": 40, "way": 40}
    (way,) = found[found["about"] == "way"]["label"]
    assert way == "Pretended, in a rehearsal"


def test_few_people_with_a_scribe_are_not_set_apart(example: Package) -> None:
    table = example.tables["participants"].copy()
    table["origin"] = ["scribe"] * 3 + ["participant"] * 37
    package = replace(example, tables={**example.tables, "participants": table})
    ways = frames.people(package, "en")["way"]
    assert set(ways) == {words.ALL_WAYS("en")}
    table["origin"] = ["scribe"] * 5 + ["participant"] * 35
    assert frames.people(package, "en")["way"].value_counts().to_dict() == {
        words.WAYS["participant"]("en"): 35,
        words.WAYS["scribe"]("en"): 5,
    }


def test_spans_of_arrivals_hold_five_people() -> None:
    found = measures.arriving(people(0, 0.2, 0.5, 0.9, 1.5, 3, 8, 8, 9, 11, 40))
    assert found[["since", "until", "n", "so_far"]].to_numpy().tolist() == [
        [0, 2, 5, 5],
        [2, 45, 6, 11],
    ]
    assert "Half of the 11 people had joined within 45 minutes" in sentences.arriving(found, "en")


def test_four_arrivals_are_not_shown() -> None:
    found = measures.arriving(people(0, 1, 2, 3))
    assert found.empty
    assert sentences.arriving(found, "fr").startswith("Moins de cinq personnes")


def test_a_late_arrival_joins_the_span_before() -> None:
    found = measures.arriving(people(0, 0, 0, 0, 0, 2000))
    assert found["n"].tolist() == [6]
    assert pd.isna(found["until"].iloc[0])
    assert "over more than a day" in sentences.arriving(found, "en")
    assert sentences.spans(found, "en") == ["0 and more"]


@settings(max_examples=40)
@given(st.lists(st.floats(0, 3000), max_size=60))
def test_no_span_holds_fewer_than_five_and_nobody_is_lost(minutes: list[float]) -> None:
    found = measures.arriving(people(*minutes))
    assert (found["n"] >= 5).all()
    assert found["n"].sum() == (len(minutes) if len(minutes) >= 5 else 0)
    assert found["since"].tolist()[1:] == found["until"].tolist()[:-1]


def test_a_step_shows_its_people_and_hides_fewer_than_five(package_of: Any) -> None:
    who = everyone(patient=6, clinician=5)
    steps = [*speaks("p2d-conditions", *who), *speaks("d2k-conditions", *list(who)[:4])]
    package = package_of(who, steps)
    found = measures.answering(
        frames.answered(package, "en"), frames.voted(package, "en"), frames.people(package, "en")
    )
    assert found[["step", "n", "share", "answers"]].to_numpy().tolist() == [
        ["From practice to data – Winning conditions", 11, 100, 11]
    ]


def test_all_steps_are_there_with_their_ballots(example: Package) -> None:
    voted, there = frames.voted(example, "en"), frames.people(example, "en")
    found = measures.answering(frames.answered(example, "en"), voted, there)
    assert len(found) == 9
    assert found["ballots"].between(5, 40).all()
    assert "of all" in sentences.answering(found, "en")


def test_a_balance_is_the_two_shares_of_each_group() -> None:
    # 10 of 15 people gave 20 of 40 answers
    said = answered({"One": {"Patient": [2] * 10, "Clinician": [4] * 5}})
    found = measures.balance(said).set_index("group")
    assert found["turns_share"].to_dict() == {"Patient": 67, "Clinician": 33}
    assert found["answers_share"].to_dict() == {"Patient": 50, "Clinician": 50}
    assert found["ratio"].to_dict() == {"Patient": 0.75, "Clinician": 1.5}
    sentence = sentences.balance(found.reset_index(), "en")
    assert "“Clinician” answered most (50% of the answers, 33% of the people)" in sentence
    assert "16.7% of the answers" in sentence


def test_an_even_balance_is_one_sentence() -> None:
    said = answered({"One": {"Patient": [2] * 5, "Clinician": [2] * 7}})
    assert sentences.balance(measures.balance(said), "en").startswith("Every group has the same")


def test_a_group_of_four_at_a_step_is_among_the_others_there(package_of: Any) -> None:
    who = everyone(patient=9, clinician=9, manager=9)
    few = [name for name in who if name != "manager-0"][:22]
    package = package_of(who, speaks("p2d-conditions", *few))
    found = frames.answered(package, "en")
    sizes = found.groupby("group", observed=True)["author"].nunique()
    assert (sizes >= 5).all()
    assert sizes.sum() == 22


def test_one_group_alone_has_no_balance(package_of: Any) -> None:
    package = package_of(everyone(patient=8), speaks("p2d-conditions", *everyone(patient=8)))
    found = frames.answered(package, "en")
    assert not found["told"].any()
    measure = measures.balance(found)
    assert measure.empty
    assert sentences.balance(measure, "en").startswith("At no step")
    assert "At no step" in charts.balance(measure, "en").to_dict()["description"]


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.sampled_from(["Patient", "Clinician", "Manager", OTHERS]), st.integers(1, 4)),
        max_size=40,
    )
)
def test_shares_of_a_balance_add_up(said: list[tuple[str, int]]) -> None:
    groups: dict[str, list[int]] = {}
    for group, n in said:
        groups.setdefault(group, []).append(n)
    large = {group: each for group, each in groups.items() if len(each) >= 5}
    found = measures.balance(answered({"One": large}))
    assert len(found) == (len(large) if len(large) > 1 else 0)
    if len(found):
        assert abs(found["answers_share"].sum() - 100) <= len(found)
        assert found["turns"].sum() == sum(map(len, large.values()))
