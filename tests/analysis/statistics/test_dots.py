"""Totals of dots and how far they rest on who was there."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from lhs_widgets.analysis.statistics import Thresholds, dot_totals, order_certainty
from lhs_widgets.errors import Undefined

BALLOTS = pd.DataFrame(
    {"bus": [3, 1, 0, 2, 0, 0, 1], "train": [0, 2, 3, 1, 0, 2, 2], "ferry": [0] * 7}
)


def test_totals_count_dots_and_people() -> None:
    found = dot_totals(BALLOTS).set_index("option")
    assert found["dots"].to_dict() == {"bus": 7, "train": 10, "ferry": 0}
    assert found["people"].to_dict() == {"bus": 4, "train": 5, "ferry": 0}
    assert (found["low"] <= found["dots"]).all()
    assert (found["dots"] <= found["high"]).all()
    assert found.loc["ferry", ["low", "high"]].tolist() == [0, 0]


@pytest.mark.parametrize(("n", "yes"), [(12, 4), (20, 10), (30, 27)])
def test_with_one_dot_each_the_interval_is_that_of_the_binomial(n: int, yes: int) -> None:
    ballots = pd.DataFrame({"it": [1] * yes + [0] * (n - yes)})
    row = dot_totals(ballots, resamples=20000).iloc[0]
    exact = binom.ppf([0.025, 0.975], n, yes / n)
    assert [row["low"], row["high"]] == pytest.approx(exact, abs=1)


def test_how_sure_an_order_is_agrees_with_every_draw_there_is() -> None:
    few = pd.DataFrame({"x": [3, 0, 1, 2, 0], "y": [0, 2, 1, 0, 2]})
    apart = (few["x"] - few["y"]).to_numpy()
    draws = [np.sign(apart[list(draw)].sum()) for draw in product(range(5), repeat=5)]
    exact = (1 + np.mean(draws)) / 2
    assert order_certainty(few, "x", "y", resamples=50000) == pytest.approx(exact, abs=0.01)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=5, max_size=12))
@settings(max_examples=40)
def test_the_two_ways_of_asking_add_up_to_one(rows: list[tuple[int, int]]) -> None:
    ballots = pd.DataFrame(rows, columns=["x", "y"])
    first = order_certainty(ballots, "x", "y", resamples=50)
    assert 0 <= first <= 1
    assert order_certainty(ballots, "y", "x", resamples=50) == pytest.approx(1 - first)


def test_a_clear_order_is_sure_and_a_tie_is_open() -> None:
    assert order_certainty(pd.DataFrame({"x": [2] * 6, "y": [1] * 6}), "x", "y") == 1
    assert order_certainty(pd.DataFrame({"x": [1] * 6, "y": [1] * 6}), "x", "y") == 0.5
    split = pd.DataFrame({"x": [3] * 5 + [0] * 5, "y": [0] * 5 + [3] * 5})
    assert order_certainty(split, "x", "y") == pytest.approx(0.5, abs=0.05)


def test_the_order_of_options_changes_no_total() -> None:
    turned = dot_totals(BALLOTS[["ferry", "train", "bus"]]).set_index("option")
    pd.testing.assert_frame_equal(
        turned.loc[["bus", "train", "ferry"]], dot_totals(BALLOTS).set_index("option")
    )


def test_the_same_seed_gives_the_same_interval() -> None:
    pd.testing.assert_frame_equal(dot_totals(BALLOTS, seed=9), dot_totals(BALLOTS, seed=9))


def test_under_five_ballots_there_is_no_interval_and_no_certainty() -> None:
    few = BALLOTS.head(4)
    assert dot_totals(few)["low"].isna().all()
    assert dot_totals(few, Thresholds(people=4))["low"].notna().all()
    with pytest.raises(Undefined, match="Under 5 ballots"):
        order_certainty(few, "bus", "train")


@pytest.mark.parametrize(
    ("ballots", "why"),
    [
        (pd.DataFrame(), "no ballots"),
        (pd.DataFrame({"x": [1.5, 1]}), "whole"),
        (pd.DataFrame({"x": [-1, 1]}), "zero up"),
        (pd.DataFrame({"x": [None, None]}), "finite"),
        (pd.DataFrame({"x": ["many", "few"]}), "numbers"),
    ],
)
def test_ballots_that_can_not_be_counted_are_refused(ballots: Any, why: str) -> None:
    with pytest.raises(Undefined, match=why):
        dot_totals(ballots)


def test_an_option_that_is_not_on_the_ballots_is_named() -> None:
    with pytest.raises(Undefined, match="'plane'"):
        order_certainty(BALLOTS, "bus", "plane")
