"""Shares of voice beside shares of people, and how far two groups lie apart."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu

from lhs_widgets.analysis.statistics import (
    Thresholds,
    cliffs_delta,
    dissimilarity,
    participation_balance,
)
from lhs_widgets.errors import Undefined

COUNTS = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 9), min_size=1).filter(
    lambda counts: any(counts.values())
)
RATINGS = st.lists(st.integers(1, 5), min_size=5, max_size=15)


def test_a_group_that_speaks_as_much_as_its_number_has_a_ratio_of_1() -> None:
    found = participation_balance(
        {"patients": 10, "clinicians": 30}, {"clinicians": 60, "patients": 20}
    )
    assert found["ratio"].tolist() == [1, 1]
    assert found["group"].tolist() == ["patients", "clinicians"]


def test_a_quiet_group_stands_out_and_a_silent_one_has_0() -> None:
    found = participation_balance(
        {"patients": 10, "clinicians": 10, "others": 20}, {"clinicians": 30, "others": 10}
    )
    assert found["people_share"].tolist() == [25, 25, 50]
    assert found["said_share"].tolist() == [0, 75, 25]
    assert found["ratio"].tolist() == [0, 3, 0.5]


@given(
    st.dictionaries(
        st.sampled_from("abcd"), st.tuples(st.integers(5, 30), st.integers(1, 50)), min_size=1
    )
)
def test_shares_add_up_and_the_ratios_balance(groups: dict[str, tuple[int, int]]) -> None:
    people, said = ({name: pair[at] for name, pair in groups.items()} for at in (0, 1))
    found = participation_balance(people, said)
    assert found["people_share"].sum() == pytest.approx(100)
    assert found["said_share"].sum() == pytest.approx(100)
    assert (found["ratio"] * found["people_share"]).sum() == pytest.approx(100)


@pytest.mark.parametrize(
    ("people", "said", "why"),
    [
        ({"patients": 4, "others": 20}, {"others": 3}, "'patients' has fewer than 5"),
        ({"patients": 6}, {"nurses": 2}, "Nobody is of the group 'nurses'"),
        ({"patients": 6}, {"patients": 0}, "Nobody said"),
        ({}, {}, "Nobody said"),
    ],
)
def test_small_groups_and_strangers_are_refused(people: Any, said: Any, why: str) -> None:
    with pytest.raises(Undefined, match=why):
        participation_balance(people, said)


def test_dissimilarity_is_the_share_that_would_have_to_move() -> None:
    assert dissimilarity({"a": 3, "b": 1}, {"a": 1, "b": 1}) == 0.25
    assert dissimilarity({"a": 2}, {"b": 7}) == 1


@given(COUNTS, COUNTS, COUNTS)
def test_dissimilarity_is_a_distance(one: Any, two: Any, three: Any) -> None:
    apart = dissimilarity(one, two)
    assert 0 <= apart <= 1 + 1e-12
    assert apart == pytest.approx(dissimilarity(two, one))
    assert dissimilarity(one, {name: 3 * n for name, n in one.items()}) == pytest.approx(0)
    assert apart <= dissimilarity(one, three) + dissimilarity(three, two) + 1e-12


@pytest.mark.parametrize(
    ("one", "two"), [({}, {"a": 1}), ({"a": 0}, {"a": 1}), ({"a": -1}, {"a": 1})]
)
def test_an_empty_distribution_is_refused(one: Any, two: Any) -> None:
    with pytest.raises(Undefined, match="distribution"):
        dissimilarity(one, two)


def test_delta_is_that_of_a_published_example() -> None:
    """C. Zaiontz, Real Statistics, Cliff's delta, Example 1: −0.40152."""
    control = [11, 15, 9, 4, 34, 17, 18, 14, 12, 13, 26, 31]
    drug = [34, 31, 35, 29, 28, 12, 18, 30, 14, 22, 10]
    assert cliffs_delta(control, drug) == pytest.approx(-0.40152, abs=5e-6)


@given(RATINGS, RATINGS)
def test_delta_is_mann_and_whitneys_u_in_another_unit(one: list[int], two: list[int]) -> None:
    u = mannwhitneyu(one, two, method="exact").statistic
    delta = cliffs_delta(one, two)
    assert -1 <= delta <= 1
    assert cliffs_delta(two, one) == -delta
    assert cliffs_delta(sorted(one), [*reversed(two)]) == pytest.approx(delta)
    assert delta == pytest.approx(2 * u / (len(one) * len(two)) - 1)


def test_all_higher_is_1_and_all_the_same_is_0() -> None:
    assert cliffs_delta([4] * 5, [3] * 6) == 1
    assert cliffs_delta([3] * 5, [3] * 6) == 0


@pytest.mark.parametrize(
    ("one", "two"), [([1] * 4, [2] * 9), ([1] * 9, [2] * 4 + [None] * 3), ([], [])]
)
def test_groups_under_five_are_not_compared(one: Any, two: Any) -> None:
    with pytest.raises(Undefined, match="fewer than 5"):
        cliffs_delta(one, two)
    assert cliffs_delta([1, 1], [2, 2], Thresholds(people=2)) == -1
