"""Kendall's W against a textbook, scipy and every permutation there is."""

from __future__ import annotations

import math
from itertools import permutations, product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import friedmanchisquare

from lhs_widgets.analysis.statistics import kendall_w
from lhs_widgets.errors import Undefined

#: J. H. Zar, Biostatistical Analysis (2010), Example 20.5: wing, tail and bill of twelve birds.
BIRDS = np.transpose(
    [
        [10.4, 10.8, 11.1, 10.2, 10.3, 10.2, 10.7, 10.5, 10.8, 11.2, 10.6, 11.4],
        [7.4, 7.6, 7.9, 7.2, 7.4, 7.1, 7.4, 7.2, 7.8, 7.7, 7.8, 8.3],
        [17, 17, 20, 14.5, 15.5, 13, 19.5, 16, 21, 20, 18, 22],
    ]
)
#: The sums of ranks that are printed there.
SUMS = [14.5, 21, 30.5, 6, 11, 3.5, 20, 11.5, 29, 28.5, 22.5, 36]


def tables(people: int = 2) -> st.SearchStrategy[np.ndarray]:
    """Items by people, with ties."""
    shape = st.tuples(st.integers(2, 6), st.integers(people, 6))
    return shape.flatmap(
        lambda by: st.lists(
            st.lists(st.integers(1, 4), min_size=by[1], max_size=by[1]),
            min_size=by[0],
            max_size=by[0],
        ).map(np.array)
    ).filter(lambda table: np.ptp(table, axis=0).any())


def test_w_is_that_of_the_textbook_with_its_ties() -> None:
    squares = sum((total - 19.5) ** 2 for total in SUMS)
    ties = 2 * (2**3 - 2) + (2**3 - 2) + (3**3 - 3) + (2**3 - 2) + 2 * (2**3 - 2)
    by_hand = 12 * squares / (3**2 * (12**3 - 12) - 3 * ties)
    found = kendall_w(BIRDS)
    assert (found.items, found.people) == (12, 3)
    assert found.w == pytest.approx(by_hand)
    assert found.p < 0.01


@given(tables(3).filter(lambda table: len(table) > 2))
@settings(max_examples=40)
def test_w_is_friedmans_statistic_in_another_unit(table: np.ndarray) -> None:
    statistic = friedmanchisquare(*table).statistic
    items, people = table.shape
    assert kendall_w(table, permutations=1).w == pytest.approx(statistic / (people * (items - 1)))


@given(tables())
@settings(max_examples=40)
def test_w_lies_between_0_and_1_and_knows_no_order_of_rows_or_people(table: np.ndarray) -> None:
    found = kendall_w(table, permutations=20)
    assert -1e-12 <= found.w <= 1
    assert 0 < found.p <= 1
    turned = kendall_w(table[::-1, ::-1], permutations=20)
    assert turned.w == pytest.approx(found.w)
    # ranks or points, it is the same order read from the other end
    assert kendall_w(-table, permutations=20).w == pytest.approx(found.w)


def test_the_permutation_test_agrees_with_every_permutation() -> None:
    table = np.array([[1, 1, 2], [2, 3, 1], [3, 2, 3], [4, 4, 4]])
    sums = [
        sum(sum(ranks) ** 2 for ranks in zip(*each, strict=True))
        for each in product(permutations((1, 2, 3, 4)), repeat=2)
        for each in [((1, 2, 3, 4), *each)]
    ]
    exact = np.mean(np.array(sums) >= (table.sum(axis=1) ** 2).sum())
    assert kendall_w(table, permutations=20000).p == pytest.approx(exact, abs=0.01)


def test_the_same_seed_gives_the_same_p() -> None:
    assert kendall_w(BIRDS, seed=3) == kendall_w(pd.DataFrame(BIRDS), seed=3)


def test_one_order_is_1_and_two_opposite_orders_are_0() -> None:
    assert kendall_w([[1, 1], [2, 2], [3, 3]]).w == 1
    assert kendall_w([[1, 3], [2, 2], [3, 1]]).w == 0


@pytest.mark.parametrize(
    ("ranks", "why"),
    [
        ([[1], [2], [3]], "two people"),
        ([[1, 2, 3]], "two items"),
        ([[1, 1], [1, 1]], "prefer"),
        ([[1, math.nan], [2, 1]], "every item"),
        ([[math.nan, math.nan], [math.nan, math.nan]], "every item"),
        ([1, 2, 3], "table"),
        ([[]], "no people"),
        ([["a", "b"], ["c", "d"]], "numbers"),
        (pd.DataFrame(), "no items"),
    ],
)
def test_where_w_is_undefined_it_says_why(ranks: object, why: str) -> None:
    with pytest.raises(Undefined, match=why):
        kendall_w(ranks)  # type: ignore[arg-type]
