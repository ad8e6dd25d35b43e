"""Measures agree with sums done by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lhs_widgets.analysis import frames, measures
from lhs_widgets.package import Package


def frame(dtypes: dict[str, str], rows: Sequence[dict[str, Any]]) -> pd.DataFrame:
    """Rows as a frame of the declared dtypes; the group is "all" unless given."""
    filled = [
        {**dict.fromkeys(dtypes), "phase": "p2d", "group": "all", "author": f"p-{n}", **row}
        for n, row in enumerate(rows)
    ]
    return pd.DataFrame(filled, columns=list(dtypes)).astype(dtypes)


def role(today: int | None, wished: int | None, **more: Any) -> dict[str, Any]:
    gap = None if today is None or wished is None else wished - today
    given = {"today": today, "wished": wished, "gap": gap}
    return {"scope": "mine", "role": "Advisor", **given, **more}


def test_participation_counts_each_margin(example: Package) -> None:
    found = measures.participation(frames.people(example, "en"))
    people = len(example.tables["participants"])
    assert found.groupby("about")["n"].sum().to_dict() == {"group": people, "language": people}


def test_no_row_of_the_participation_is_small(example: Package) -> None:
    assert measures.participation(frames.people(example, "en"))["n"].min() >= frames.FLOOR


def test_the_gap_of_a_role_by_hand() -> None:
    rows = [role(0, 2), role(1, 2), role(0, 5), role(2, 2)]  # gaps 2, 1, 5, 0
    (found,) = measures.influence_gap(frame(frames.ROLES, rows)).itertuples()
    assert (found.n, found.today, found.wished, found.gap) == (4, 0.5, 2, 1.5)
    assert (found.q1, found.q3) == (0.75, 2.75)
    assert pd.isna(found.low)


def test_a_person_counts_once_however_often_they_answer() -> None:
    rows = [role(0, 5, author="p-a"), role(0, 3, author="p-a"), role(0, 0)]
    (found,) = measures.influence_gap(frame(frames.ROLES, rows)).itertuples()
    assert (found.n, found.gap) == (2, 2)


def test_an_unrated_role_has_nobody_in_it() -> None:
    assert measures.influence_gap(frame(frames.ROLES, [role(None, None)])).empty


def test_a_half_rated_role_has_no_gap() -> None:
    (found,) = measures.influence_gap(frame(frames.ROLES, [role(3, None)])).itertuples()
    assert pd.isna(found.gap)


def test_a_role_many_chose_comes_before_a_wider_gap_of_one() -> None:
    rows = [role(2, 3) for _ in range(5)] + [role(0, 5, role="Rare")]
    assert list(measures.influence_gap(frame(frames.ROLES, rows))["role"]) == ["Advisor", "Rare"]


def test_what_people_wish_for_others_is_never_in_their_own_median() -> None:
    rows = [role(0, 1, author="p-a"), role(0, 1, author="p-b")]
    rows += [role(0, 5, author=who, scope="theirs") for who in ("p-a", "p-b", "p-c")]
    found = measures.influence_gap(frame(frames.ROLES, rows))
    assert found[["scope", "n", "gap"]].values.tolist() == [["mine", 2, 1.0], ["theirs", 3, 5.0]]


def test_no_group_mixes_what_people_wish_for_others_with_their_own() -> None:
    rows = [role(0, 1) for _ in range(5)] + [role(0, 5, scope="theirs") for _ in range(4)]
    found = measures.influence_by_group(frame(frames.ROLES, rows))
    assert found[["scope", "n", "gap"]].values.tolist() == [["mine", 5, 1.0]]


def test_what_is_said_in_another_phase_is_never_in_the_same_median() -> None:
    rows = [role(0, 1), role(0, 1), role(0, 5, phase="d2k")]
    found = measures.influence_gap(frame(frames.ROLES, rows))
    assert sorted(found[["phase", "n", "gap"]].values.tolist()) == [
        ["d2k", 1, 5.0],
        ["p2d", 2, 1.0],
    ]


def test_the_first_rows_are_those_of_each_scope() -> None:
    rows = [role(0, n, role=f"r{n}") for n in range(5)]
    rows += [role(0, n, role=f"r{n}", scope="theirs") for n in range(2)]
    top = measures.leading(measures.influence_gap(frame(frames.ROLES, rows)), 3)
    assert list(top["scope"]) == ["mine"] * 3 + ["theirs"] * 2
    assert list(top["role"]) == ["r4", "r3", "r2", "r1", "r0"]


def test_a_group_with_few_answers_is_left_out() -> None:
    rows = [role(0, 2, group="many", role=f"r{n}") for n in range(5)]
    rows += [role(0, 5, group="few") for _ in range(4)]
    found = measures.influence_by_group(frame(frames.ROLES, rows))
    assert found[["group", "n", "gap"]].values.tolist() == [["many", 5, 2.0]]


@pytest.mark.parametrize(
    ("importance", "in_place", "missing"),
    [(5, 1, True), (4, 2, True), (3, 1, False), (5, 3, False), (None, 1, False), (5, None, False)],
)
def test_what_matters_and_is_missing(
    importance: int | None,
    in_place: int | None,
    missing: bool,
) -> None:
    rows = [{"condition": "Rest", "importance": importance, "in_place": in_place}]
    (found,) = measures.matters_and_missing(frame(frames.CONDITIONS, rows)).itertuples()
    assert found.missing == missing


def test_what_is_furthest_behind_comes_first() -> None:
    rows = [
        {"condition": name, "importance": importance, "in_place": in_place}
        for name, importance, in_place in [("b", 5, 5), ("c", 4, 2), ("a", 5, 1)]
    ]
    found = measures.matters_and_missing(frame(frames.CONDITIONS, rows))
    assert list(found["condition"]) == ["a", "c", "b"]


def test_the_weight_of_a_challenge_by_hand() -> None:
    rows = [
        {"challenge": "Hurry", "seriousness": s, "frequency": f, "eased_by": eased}
        for s, f, eased in [(5, 2, "Rest"), (4, 4, "Rest"), (3, 3, "Time")]
    ]
    (found,) = measures.challenge_weight(frame(frames.CHALLENGES, rows)).itertuples()
    assert (found.n, found.seriousness, found.frequency, found.weight) == (3, 4, 3, 12)
    assert found.eased_by == "Rest"


def test_a_challenge_that_nothing_eases_says_so() -> None:
    rows = [{"challenge": "Hurry", "seriousness": 5, "frequency": 2}]
    (found,) = measures.challenge_weight(frame(frames.CHALLENGES, rows)).itertuples()
    assert pd.isna(found.eased_by)


def test_two_equal_links_give_the_first_in_the_alphabet() -> None:
    rows = [
        {"challenge": "Hurry", "seriousness": 5, "frequency": 2, "eased_by": eased}
        for eased in ("Time", "Rest")
    ]
    (found,) = measures.challenge_weight(frame(frames.CHALLENGES, rows)).itertuples()
    assert found.eased_by == "Rest"


def test_medians_by_phase_and_group_leave_out_small_groups(example: Package) -> None:
    conditions = frames.conditions(example, "en")
    found = measures.by_phase_and_group(conditions, "importance", "in_place")
    assert len(found)
    assert found["n"].min() >= frames.FLOOR


@given(st.permutations(range(8)))
def test_the_order_of_answers_changes_nothing(order: list[int]) -> None:
    rows = [role(n % 3, n % 5, role=f"r{n % 2}", author=f"p-{n}") for n in range(8)]
    shuffled = frame(frames.ROLES, [rows[n] for n in order])
    pd.testing.assert_frame_equal(
        measures.influence_gap(shuffled), measures.influence_gap(frame(frames.ROLES, rows))
    )
