"""Intervals hold what they should at least as often as they say, and are no wider than that."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, binomtest

from lhs_widgets.analysis.statistics import median_interval, proportion_interval
from lhs_widgets.errors import Undefined


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], (None, None)),
        ([1] * 5, (None, None)),  # 1 - 2/2**5 = 93.75 %
        ([6, 5, 4, 3, 2, 1], (1, 6)),  # 1 - 2/2**6 = 96.9 %
        (list(range(1, 10)), (2, 8)),  # 1 - 2 * 10/2**9 = 96.1 %
        (list(range(1, 21)), (6, 15)),  # Conover's table for n = 20
    ],
)
def test_the_interval_of_the_median_by_hand(values: list[int], expected: Any) -> None:
    assert median_interval(values) == expected


@given(st.integers(6, 200))
def test_the_interval_covers_at_least_95_in_100_and_no_narrower_one_does(n: int) -> None:
    low, _ = median_interval(list(range(1, n + 1)))
    assert low is not None
    assert 1 - 2 * binom.cdf(low - 1, n, 0.5) >= 0.95
    assert 1 - 2 * binom.cdf(low, n, 0.5) < 0.95


@given(st.permutations(range(8)))
def test_the_interval_of_the_median_knows_no_order(values: list[int]) -> None:
    assert median_interval(values) == median_interval(range(8))


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [
        # R. G. Newcombe, Statistics in Medicine 17 (1998), the examples of his Table I
        (81, 263, 0.2527, 0.3676),
        (15, 148, 0.0578, 0.1617),
        (0, 20, 0, 0.1684),
        (1, 29, 0.0009, 0.1776),
    ],
)
def test_a_share_has_the_interval_of_clopper_and_pearson(
    count: int, total: int, low: float, high: float
) -> None:
    assert proportion_interval(count, total) == pytest.approx((low, high), abs=5e-5)


@st.composite
def shares(draw: st.DrawFn) -> tuple[int, int]:
    total = draw(st.integers(1, 60))
    return draw(st.integers(0, total)), total


@given(shares(), st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_scipy_finds_the_same_interval_of_a_share(share: tuple[int, int], sure: float) -> None:
    found = binomtest(*share).proportion_ci(confidence_level=sure, method="exact")
    assert proportion_interval(*share, sure) == pytest.approx((found.low, found.high), abs=1e-6)


@given(shares())
def test_the_interval_of_a_share_holds_it_and_mirrors(share: tuple[int, int]) -> None:
    count, total = share
    low, high = proportion_interval(count, total)
    assert 0 <= low <= count / total <= high <= 1
    assert proportion_interval(total - count, total) == pytest.approx((1 - high, 1 - low))


@pytest.mark.parametrize(("count", "total"), [(0, 0), (3, 2), (-1, 4)])
def test_what_is_no_share_is_refused(count: int, total: int) -> None:
    with pytest.raises(Undefined, match="no share"):
        proportion_interval(count, total)
