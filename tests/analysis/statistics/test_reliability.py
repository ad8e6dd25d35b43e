"""Alpha and kappa against their authors' examples, and where they have no value."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lhs_widgets.analysis.statistics import Thresholds, fleiss_kappa, krippendorff_alpha
from lhs_widgets.errors import Undefined

_ = math.nan
#: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section D: four observers.
FOUR = np.transpose(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
        [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
    ]
)
#: Three observers of fifteen units, of which most judged only some.
THREE = np.transpose(
    [
        [_, _, _, _, _, 3, 4, 1, 2, 1, 1, 3, 3, _, 3],
        [1, _, 2, 1, 3, 3, 4, 3, _, _, _, _, _, _, _],
        [_, _, 2, 1, 3, 4, 4, _, 2, 1, 1, 3, 3, _, 4],
    ]
)
#: The same, section A: two observers, ten units, two values.
TWO = np.transpose([[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]])

#: Ten items in five boxes by fourteen people: the example most texts on Fleiss' kappa work through.
FOURTEEN = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
]
#: J. L. Fleiss (1971), Table 1: thirty patients, six psychiatrists each, five diagnoses.
PSYCHIATRISTS = [
    444444,
    222555,
    233335,
    555555,
    222444,
    113333,
    333355,
    113334,
    114444,
    555555,
    144444,
    124444,
    222333,
    144444,
    224445,
    333335,
    111455,
    111112,
    224444,
    133555,
    555555,
    244444,
    224555,
    114444,
    144445,
    222224,
    111155,
    224444,
    133333,
    555555,
]

SCALES: Any = pytest.mark.parametrize("scale", ["nominal", "ordinal", "interval"])


@pytest.mark.parametrize(
    ("values", "scale", "alpha"),
    [
        (TWO, "nominal", 0.095),
        (FOUR, "nominal", 0.743),
        (FOUR, "ordinal", 0.815),
        (FOUR, "interval", 0.849),
        (THREE, "nominal", 0.691),
        (THREE, "interval", 0.811),
    ],
)
def test_alpha_is_that_of_krippendorffs_examples(values: Any, scale: Any, alpha: float) -> None:
    assert krippendorff_alpha(values, scale, resamples=2).alpha == pytest.approx(alpha, abs=5e-4)


def test_alpha_counts_only_what_two_people_answered() -> None:
    found = krippendorff_alpha(FOUR, "nominal", resamples=2)
    assert (found.items, found.values) == (11, 40)


def ratings() -> st.SearchStrategy[np.ndarray]:
    """Items by people from 1 to 4, with 0 as missing."""
    shape = st.tuples(st.integers(2, 7), st.integers(2, 5))
    return shape.flatmap(
        lambda by: st.lists(
            st.lists(st.integers(0, 4), min_size=by[1], max_size=by[1]),
            min_size=by[0],
            max_size=by[0],
        ).map(lambda rows: np.where(np.array(rows) > 0, rows, math.nan))
    )


@SCALES
@given(ratings())
@settings(max_examples=40)
def test_alpha_is_the_sum_over_all_pairs_written_out(scale: Any, values: np.ndarray) -> None:
    """Krippendorff's definition, by loops: differences within items over differences at large."""
    items = [row[~np.isnan(row)] for row in values]
    items = [row for row in items if len(row) > 1]
    pool = np.concatenate(items) if items else np.array([])

    def apart(one: float, other: float) -> float:
        if scale == "nominal":
            return float(one != other)
        if scale == "interval":
            return (one - other) ** 2
        low, high = sorted((one, other))
        between = ((pool >= low) & (pool <= high)).sum()
        ends = ((pool == low).sum() + (pool == high).sum()) / 2
        return float(between - ends) ** 2 if low != high else 0

    expected = sum(apart(a, b) for a in pool for b in pool)
    assume(len(items) > 1 and expected > 0)
    observed = sum(sum(apart(a, b) for a in row for b in row) / (len(row) - 1) for row in items)
    found = krippendorff_alpha(values, scale, resamples=5)
    assert found.alpha == pytest.approx(1 - observed * (len(pool) - 1) / expected)
    assert -1 <= found.alpha <= 1 + 1e-12
    assert found.low is None or found.low <= (found.high or 0)


@SCALES
@pytest.mark.parametrize("seed", [1, 2])
def test_alpha_knows_no_order_of_items_or_people(scale: Any, seed: int) -> None:
    rng = np.random.default_rng(seed)
    mixed = rng.permutation(rng.permutation(FOUR, axis=0), axis=1)
    alpha = krippendorff_alpha(FOUR, scale, resamples=2).alpha
    assert krippendorff_alpha(mixed, scale, resamples=2).alpha == pytest.approx(alpha)


def test_nominal_alpha_takes_labels_in_any_order() -> None:
    names = {1: "z", 2: "b", 3: "y", 4: "a", 5: "c"}
    labels = pd.DataFrame(FOUR).map(names.get)
    assert krippendorff_alpha(labels, "nominal") == krippendorff_alpha(FOUR, "nominal")


def test_ordinal_alpha_needs_only_the_order() -> None:
    stretched = krippendorff_alpha(FOUR**3, "ordinal")
    assert stretched.alpha == pytest.approx(krippendorff_alpha(FOUR, "ordinal").alpha)


def test_interval_alpha_knows_no_unit() -> None:
    moved = krippendorff_alpha(10 * FOUR - 7, "interval")
    assert moved.alpha == pytest.approx(krippendorff_alpha(FOUR, "interval").alpha)


@SCALES
def test_full_agreement_is_1(scale: Any) -> None:
    found = krippendorff_alpha([[1, 1, 1], [2, 2, 2], [3, 3, 3], [1, 1, 1], [2, 2, 2]], scale)
    assert (found.alpha, found.low, found.high) == (1, 1, 1)


def test_the_interval_holds_alpha_and_comes_out_again() -> None:
    found = krippendorff_alpha(FOUR, "ordinal", seed=4)
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.alpha < found.high <= 1
    assert krippendorff_alpha(FOUR, "ordinal", seed=4) == found


def test_more_items_of_the_same_kind_make_the_interval_narrower() -> None:
    few, many = (krippendorff_alpha(np.tile(FOUR, (n, 1)), "nominal") for n in (1, 6))
    assert (many.high or 0) - (many.low or 0) < (few.high or 0) - (few.low or 0)


def test_under_five_items_there_is_no_interval() -> None:
    assert krippendorff_alpha(FOUR[:4], "nominal").low is None
    assert krippendorff_alpha(FOUR[:4], "nominal", Thresholds(items=4)).low is not None


@SCALES
@pytest.mark.parametrize(
    ("values", "why"),
    [
        ([[1], [2], [3]], "two items"),  # one rater
        ([[1, 2, 3]], "two items"),  # one item
        ([[_, _], [_, _]], "Nobody"),
        ([[2, 2], [2, 2], [2, _]], "all the same"),
        ([[1, _], [_, 2]], "two items"),
    ],
)
def test_where_alpha_is_undefined_it_says_why(scale: Any, values: Any, why: str) -> None:
    with pytest.raises(Undefined, match=why):
        krippendorff_alpha(values, scale)


def test_labels_have_no_intervals() -> None:
    with pytest.raises(Undefined, match="numbers"):
        krippendorff_alpha([["a", "b"], ["b", "b"]], "interval")


def test_kappa_is_that_of_fleiss_own_example() -> None:
    counts = [[str(judged).count(box) for box in "12345"] for judged in PSYCHIATRISTS]
    found = fleiss_kappa(counts)
    assert (found.items, found.people) == (30, 6)
    assert found.kappa == pytest.approx(0.430, abs=5e-4)


def test_kappa_of_fourteen_people_is_as_printed() -> None:
    found = fleiss_kappa(FOURTEEN)
    printed = (0.210, 0.378, 0.213)
    assert (found.kappa, found.observed, found.expected) == pytest.approx(printed, abs=5e-4)


@given(st.permutations(range(5)), st.permutations(range(10)))
@settings(max_examples=20)
def test_kappa_knows_no_order_of_boxes_or_items(boxes: list[int], items: list[int]) -> None:
    mixed = np.array(FOURTEEN)[items][:, boxes]
    assert fleiss_kappa(mixed).kappa == pytest.approx(fleiss_kappa(FOURTEEN).kappa)


@given(st.integers(2, 6), st.integers(2, 8), st.integers(0, 99))
@settings(max_examples=40)
def test_kappa_is_alpha_but_for_the_size_of_the_sample(people: int, items: int, seed: int) -> None:
    judged = np.random.default_rng(seed).integers(0, 3, (items, people))
    assume(np.ptp(judged) > 0)
    kappa = fleiss_kappa((judged[:, :, None] == range(3)).sum(axis=1)).kappa
    alpha = krippendorff_alpha(judged, "nominal", resamples=2).alpha
    # Krippendorff's correction: 1/n of what is left to agree on
    assert alpha == pytest.approx(kappa + (1 - kappa) / judged.size)
    assert -1 <= kappa <= 1


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        ([[1, 0], [0, 1]], "two people"),
        ([[3, 2]], "two items"),
        ([[3, 0], [3, 0]], "one box"),
        ([[3, 0], [1, 1]], "use alpha"),
        ([[-1, 4], [2, 1]], "zero up"),
        ([[0.5, 2.5], [2, 1]], "whole"),
        ([[_, 3], [2, 1]], "finite"),
    ],
)
def test_where_kappa_is_undefined_it_says_why(counts: Any, why: str) -> None:
    with pytest.raises(Undefined, match=why):
        fleiss_kappa(counts)
