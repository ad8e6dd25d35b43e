"""What holds of every statistic, whatever the numbers: one table a property.

The examples of each statistic are in the file of its theme.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lhs_widgets.analysis import statistics as s
from lhs_widgets.errors import Undefined

Ratings = np.ndarray
_ = None
NONE = [None, math.nan, None]


def frame(ratings: Ratings, *, names: str = "abcdefgh") -> pd.DataFrame:
    """Items by people, under names that do not depend on their order."""
    return pd.DataFrame(ratings, index=list(names[: len(ratings)]))


def counts(ratings: pd.DataFrame) -> pd.DataFrame:
    """How many people chose each box of each item."""
    return ratings.apply(pd.Series.value_counts, axis=1).fillna(0).astype(int)


def dots(ratings: pd.DataFrame) -> pd.DataFrame:
    """The ratings as ballots: people by options."""
    return ratings.T


def thirds(ratings: pd.DataFrame) -> tuple[list[int], list[int]]:
    """The ratings of the first item by two groups, told apart by the second one."""
    first, second = ratings.iloc[0], ratings.iloc[1]
    return first[second <= 5].tolist(), first[second > 5].tolist()


def shares(ratings: pd.DataFrame) -> tuple[dict[str, int], dict[str, int]]:
    """Of each item, a number of people from five up, and what they said."""
    return (ratings.iloc[:, 0] + 4).to_dict(), ratings.iloc[:, 1].to_dict()


def delta(ratings: pd.DataFrame) -> Any:
    return s.cliffs_delta(*thirds(ratings), s.Thresholds(people=2))


def balance(ratings: pd.DataFrame) -> pd.Series:
    return s.participation_balance(*shares(ratings)).set_index("group")["said_share"] / 100


def clusters(ratings: pd.DataFrame) -> Any:
    found = s.clusters(s.together(ratings))
    return {frozenset(rows.index) for _, rows in found.groupby(found)}


def w(ratings: pd.DataFrame) -> Any:
    found = s.kendall_w(ratings, permutations=40)
    return found.w, found.p


def alpha(ratings: pd.DataFrame) -> Any:
    found = s.krippendorff_alpha(ratings, "ordinal", resamples=40)
    return (found.alpha, *(() if found.low is None else (found.low, found.high)))


def totals(ratings: pd.DataFrame) -> pd.Series:
    found = s.dot_totals(dots(ratings), resamples=40).set_index("option")
    return found[["dots", "low", "high"]].astype(float).stack() / ratings.to_numpy().sum()


def of_first(rule: Callable[..., Any], *figures: str) -> Callable[[pd.DataFrame], Any]:
    """What a rule for one item says of the first one by name."""

    def read(ratings: pd.DataFrame) -> Any:
        found = rule(ratings.loc["a"])
        return [getattr(found, name) for name in figures]

    return read


def agree(values: Any) -> Any:
    return s.percent_agreement(values, {7, 8, 9})


def share(ratings: pd.DataFrame) -> Any:
    return s.proportion_interval(int((ratings.loc["a"] > 6).sum()), ratings.shape[1])


#: Each statistic as a reading of items by people, with its bounds.
READ: dict[str, tuple[Callable[[pd.DataFrame], Any], float, float]] = {
    "average_linkage": (lambda r: s.average_linkage(s.together(r))["distance"], 0, 100),
    "cliffs_delta": (delta, -1, 1),
    "clusters": (clusters, 0, 0),
    "core_outcome": (of_first(s.core_outcome, "critical", "limited"), 0, 1),
    "dissimilarity": (lambda r: s.dissimilarity(*shares(r)), 0, 1),
    "dot_totals": (totals, 0, 9),
    "fleiss_kappa": (lambda r: s.fleiss_kappa(counts(r)).kappa, -1, 1),
    "ipras": (of_first(s.ipras, "median", "ipr", "ipras"), 0, 9),
    "item_agreement": (lambda r: s.item_agreement(counts(r)), 0, 100),
    "kendall_w": (w, 0, 1),
    "krippendorff_alpha": (alpha, -1, 1),
    "median_interval": (lambda r: s.median_interval(r.loc["a"].tolist()), 1, 9),
    "order_certainty": (lambda r: s.order_certainty(dots(r), "a", "b", resamples=40), 0, 1),
    "participation_balance": (balance, 0, 1),
    "percent_agreement": (of_first(agree, "share", "low", "high"), 0, 1),
    "proportion_interval": (share, 0, 1),
    "rand_ucla": (of_first(s.rand_ucla, "median", "outside"), 0, 9),
    "together": (lambda r: s.together(r).stack(), 0, 100),
}


def read(name: str, ratings: pd.DataFrame) -> Any:
    """What a statistic says, or why it says nothing."""
    try:
        found = READ[name][0](ratings)
    except Undefined as why:
        return str(why)
    return found.sort_index() if isinstance(found, pd.Series) else found


ratings = arrays(int, st.tuples(st.integers(2, 5), st.integers(8, 12)), elements=st.integers(1, 9))


def test_every_statistic_is_read_here() -> None:
    functions = {name for name in s.__all__ if name.islower()}
    assert set(READ) == functions
    assert {name for name, *_ in EXTREMES} == functions


@pytest.mark.parametrize("name", READ)
@given(ratings, st.randoms())
@settings(max_examples=8, deadline=None)
def test_the_order_of_people_and_of_items_is_nothing(
    name: str, values: Ratings, chance: Any
) -> None:
    people, items = list(range(values.shape[1])), list(range(len(values)))
    chance.shuffle(people)
    chance.shuffle(items)
    if name in ("participation_balance", "dissimilarity"):
        people.sort()  # there, two people's ratings stand for two counts
    if name == "cliffs_delta":
        items.sort()  # the first two items stand for ratings and groups
    given_ = frame(values)
    one, other = read(name, given_), read(name, given_.iloc[items, people])
    if isinstance(one, pd.Series):
        pd.testing.assert_series_equal(one, other, check_names=False)
    else:
        assert one == (other if isinstance(one, str | set) else pytest.approx(other))


@pytest.mark.parametrize("name", READ)
@given(ratings)
@settings(max_examples=8, deadline=None)
def test_it_stays_within_its_bounds_and_is_a_number(name: str, values: Ratings) -> None:
    found = read(name, frame(values))
    if isinstance(found, str | set) or (isinstance(found, tuple) and None in found):
        return
    _read, low, high = READ[name]
    figures = np.atleast_1d(np.asarray(found, dtype=float))
    assert np.isfinite(figures).all()
    assert (figures >= low - 1e-9).all()
    assert (figures <= high + 1e-9).all()


#: Those for which the boxes have no order, so that what they are called is nothing.
NOMINAL = ["average_linkage", "clusters", "fleiss_kappa", "item_agreement", "together"]


@pytest.mark.parametrize("name", NOMINAL)
@given(ratings, st.permutations(range(1, 10)))
@settings(max_examples=8, deadline=None)
def test_what_boxes_are_called_is_nothing(name: str, values: Ratings, names: list[int]) -> None:
    one, other = (read(name, frame(each)) for each in (values, np.array([0, *names])[values]))
    if isinstance(one, str | set):
        assert one == other
    else:
        assert list(np.atleast_1d(one)) == pytest.approx(list(np.atleast_1d(other)), nan_ok=True)


#: What each says in the extreme cases; None where it refuses. A case is how many items and people
#: answered (rows by columns), and what.
SAME, ONE, ITEM, TIES = (
    np.full((3, 8), 7),
    np.array([[7], [2], [5]]),
    np.array([[7, 2, 5, 7, 2, 5, 7, 2]]),
    np.array([[1, 1, 9, 9, 1, 1, 9, 9], [9, 9, 1, 1, 9, 9, 1, 1]]),
)
EXTREMES: list[tuple[str, np.ndarray, Any]] = [
    ("average_linkage", SAME, [0, 0]),
    ("average_linkage", ONE, [100, 100]),
    ("average_linkage", ITEM, None),
    ("cliffs_delta", SAME, None),
    ("cliffs_delta", ONE, None),
    ("cliffs_delta", TIES, 1),
    ("clusters", SAME, {frozenset("abc")}),
    ("clusters", ONE, {frozenset("a"), frozenset("b"), frozenset("c")}),
    ("clusters", ITEM, None),
    ("core_outcome", SAME, [1, 0]),
    ("core_outcome", ONE, [1, 0]),
    ("core_outcome", TIES, [0.5, 0.5]),
    ("dissimilarity", SAME[:, :2], 0),
    ("dissimilarity", ITEM, 0),
    ("dot_totals", SAME, [1 / 3] * 9),
    ("dot_totals", ONE, [7 / 14, math.nan, math.nan, 2 / 14, *[math.nan] * 2, 5 / 14]),
    ("dot_totals", SAME[:1], [1] * 3),
    ("fleiss_kappa", SAME, None),
    ("fleiss_kappa", ONE, None),
    ("fleiss_kappa", ITEM, None),
    ("ipras", SAME, [7, 0, 5.35]),
    ("ipras", ONE, [7, 0, 5.35]),
    ("ipras", TIES, [5, 8, 2.35]),
    ("item_agreement", SAME, [100] * 3),
    ("item_agreement", ONE, [math.nan] * 3),
    ("item_agreement", ITEM, [25]),
    ("kendall_w", SAME, None),
    ("kendall_w", ONE, None),
    ("kendall_w", ITEM, None),
    ("kendall_w", TIES, [0, 1]),
    ("krippendorff_alpha", SAME, None),
    ("krippendorff_alpha", ONE, None),
    ("krippendorff_alpha", ITEM, None),
    ("median_interval", SAME, [7, 7]),
    ("median_interval", ONE, (None, None)),
    ("median_interval", TIES, [1, 9]),
    ("order_certainty", SAME, 0.5),
    ("order_certainty", ONE, None),
    ("order_certainty", ITEM, None),
    ("participation_balance", SAME[:, :2], [1 / 3] * 3),
    ("participation_balance", ITEM, [1]),
    ("percent_agreement", SAME, [1, pytest.approx(0.6306, abs=1e-4), 1]),
    ("percent_agreement", ONE, [1, pytest.approx(0.025), 1]),
    ("proportion_interval", SAME, [pytest.approx(0.6306, abs=1e-4), 1]),
    ("proportion_interval", ONE, [pytest.approx(0.025), 1]),
    ("rand_ucla", SAME, [7, 0]),
    ("rand_ucla", ONE, None),
    ("rand_ucla", TIES, [5, 8]),
    ("together", SAME, [100] * 9),
    ("together", ONE, [100, 0, 0, 0, 100, 0, 0, 0, 100]),
    ("together", ITEM, [100]),
]


@pytest.mark.parametrize(("name", "values", "expected"), EXTREMES)
def test_one_person_one_item_ties_and_all_the_same(
    name: str, values: Ratings, expected: Any
) -> None:
    found = read(name, frame(values))
    if expected is None:
        assert isinstance(found, str)
    elif isinstance(expected, set | tuple):
        assert found == expected
    else:
        figures = list(np.atleast_1d(np.asarray(found, dtype=float)))
        wanted = list(np.atleast_1d(np.array(expected, dtype=object)))
        kept = [each for each in figures if not math.isnan(each)]
        assert kept == [
            each if hasattr(each, "expected") else pytest.approx(each)
            for each in wanted
            if hasattr(each, "expected") or not math.isnan(each)
        ]


EMPTY = pd.DataFrame([[_, math.nan], [math.nan, _]], index=["a", "b"])


@pytest.mark.parametrize(
    "asked",
    [
        lambda: s.average_linkage(s.together(EMPTY)),
        lambda: s.cliffs_delta(NONE, NONE),
        lambda: s.clusters(s.together(EMPTY)),
        lambda: s.core_outcome(NONE),
        lambda: s.dissimilarity({}, {}),
        lambda: s.dot_totals(EMPTY),
        lambda: s.fleiss_kappa(EMPTY),
        lambda: s.ipras(NONE),
        lambda: s.item_agreement(EMPTY),
        lambda: s.kendall_w(EMPTY),
        lambda: s.krippendorff_alpha(EMPTY, "nominal"),
        lambda: s.order_certainty(EMPTY, 0, 1),
        lambda: s.participation_balance({"patient": 5}, {}),
        lambda: s.percent_agreement(NONE, {1}),
        lambda: s.proportion_interval(0, 0),
        lambda: s.rand_ucla(NONE),
    ],
)
def test_where_everything_is_missing_there_is_a_reason(asked: Callable[[], object]) -> None:
    with pytest.raises(Undefined):
        asked()


def test_where_everything_is_missing_there_is_no_interval_and_no_percent() -> None:
    assert s.median_interval(NONE) == (None, None)
    apart = s.together(EMPTY)
    assert math.isnan(apart.loc["a", "b"])


def test_what_is_missing_does_not_change_an_interval_of_the_median() -> None:
    values = [5, 3, 4, 4, 1, 2, 5]
    assert s.median_interval([*values, None, math.nan]) == s.median_interval(values)
