"""Verdicts of consensus follow the published rules, and say when a rule does not apply."""

from __future__ import annotations

import math
from dataclasses import FrozenInstanceError

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lhs_widgets.analysis.statistics import (
    USUAL,
    Thresholds,
    core_outcome,
    ipras,
    percent_agreement,
    rand_ucla,
)
from lhs_widgets.errors import BadInput, Undefined

RATINGS = st.lists(st.integers(1, 9), min_size=1, max_size=40)


def test_percent_agreement_counts_the_points_settled_before() -> None:
    found = percent_agreement([5, 5, 4, 4, 4, 2, None, math.nan], {4, 5})
    assert (found.n, found.count, found.reached) == (6, 5, True)
    assert found.share == pytest.approx(5 / 6)
    assert found.low < found.share < found.high


@pytest.mark.parametrize(("count", "reached"), [(5, False), (6, True)])
def test_of_seven_people_six_reach_75_percent(count: int, reached: bool) -> None:
    assert percent_agreement([1] * count + [0] * (7 - count), {1}).reached is reached


def test_another_limit_is_settled_before_the_vote() -> None:
    strict = Thresholds(agreement=0.9)
    assert not percent_agreement([1] * 8 + [0] * 2, {1}, strict).reached


@given(st.permutations([1, 2, 2, 4, 5, 5]))
def test_the_order_of_people_is_nothing_to_percent_agreement(values: list[int]) -> None:
    assert percent_agreement(values, {4, 5}) == percent_agreement(sorted(values), {4, 5})


@pytest.mark.parametrize(
    ("high", "low", "rest", "verdict"),
    [
        # the table of definitions in the ELICIT protocol, Trials 16 (2015): ≥ 70 % and < 15 %
        (14, 2, 4, "in"),
        (14, 3, 3, "no consensus"),  # 15 % are against
        (13, 0, 7, "no consensus"),  # 65 % are in favour
        (2, 14, 4, "out"),
        (0, 0, 20, "no consensus"),
    ],
)
def test_the_core_outcome_rule_has_its_limits_where_the_table_has_them(
    high: int, low: int, rest: int, verdict: str
) -> None:
    assert core_outcome([8] * high + [2] * low + [5] * rest).verdict == verdict


@given(RATINGS)
def test_a_scale_read_backwards_turns_in_into_out(values: list[int]) -> None:
    found, turned = core_outcome(values), core_outcome([10 - value for value in values])
    assert (found.critical, found.limited) == (turned.limited, turned.critical)
    other = {"in": "out", "out": "in", "no consensus": "no consensus"}
    assert turned.verdict == other[found.verdict]


@pytest.mark.parametrize("rule", [core_outcome, ipras, rand_ucla])
@pytest.mark.parametrize("values", [[0] * 9, [10] * 9, [4.5] * 9, [math.inf] * 9])
def test_ratings_off_the_scale_of_nine_are_refused(rule: object, values: list[float]) -> None:
    with pytest.raises(Undefined):
        rule(values)  # type: ignore[operator]


@pytest.mark.parametrize("rule", [core_outcome, ipras, rand_ucla])
@pytest.mark.parametrize("values", [[], [None, math.nan]])
def test_where_nobody_answered_there_is_no_verdict(rule: object, values: list[float]) -> None:
    with pytest.raises(BadInput, match="Nobody answered"):
        rule(values)  # type: ignore[operator]


@pytest.mark.parametrize("below", [[1, 2, 3], [4, 5, 6]])
def test_ipras_is_that_of_a_published_panel(below: list[int]) -> None:
    """BMJ Open 2 (2012), e001431, Table 1: 15 panellists, of whom three rate under 7."""
    panel = ipras([*below, *[7] * 5, *[8] * 5, *[9] * 2])
    assert (panel.median, panel.ipr) == (7, 1)
    assert round(panel.ipras, 1) == 6.1
    assert (panel.disagreement, panel.level) == (False, "appropriate")
    assert rand_ucla([*below, *[7] * 5, *[8] * 5, *[9] * 2]).agreement


@pytest.mark.parametrize(
    ("n", "most", "fewest"),
    # BMC Medical Informatics and Decision Making 12 (2012), article 93, Table 7
    [(8, 2, 3), (10, 2, 3), (11, 3, 4), (13, 3, 4), (14, 4, 5), (16, 4, 5)],
)
def test_a_panels_limits_depend_on_its_size(n: int, most: int, fewest: int) -> None:
    assert rand_ucla([8] * (n - most) + [5] * most).agreement
    assert not rand_ucla([8] * (n - most - 1) + [5] * (most + 1)).agreement
    assert rand_ucla([8] * (n - fewest) + [2] * fewest).disagreement
    assert not rand_ucla([8] * (n - fewest + 1) + [2] * (fewest - 1)).disagreement


@pytest.mark.parametrize("n", [1, 7, 17, 37])
def test_a_panel_of_another_size_is_sent_to_ipras(n: int) -> None:
    with pytest.raises(Undefined, match="use IPRAS"):
        rand_ucla([7] * n)
    assert ipras([7] * n).level == "appropriate"


def test_a_median_between_two_thirds_is_uncertain() -> None:
    found = rand_ucla([6] * 4 + [7] * 4)
    assert (found.median, found.level, found.outside) == (6.5, "uncertain", 4)


def test_two_camps_disagree() -> None:
    found = ipras([1] * 10 + [9] * 10)
    assert (found.ipr, found.ipras) == (8, 2.35)
    assert (found.disagreement, found.level) == (True, "uncertain")


@given(RATINGS)
def test_ipras_is_symmetric_and_bounded(values: list[int]) -> None:
    found, turned = ipras(values), ipras([10 - value for value in values])
    assert found.ipr == pytest.approx(turned.ipr)
    assert found.ipras == pytest.approx(turned.ipras)
    assert 2.35 <= found.ipras <= 8.35
    assert ipras([*np.random.default_rng(1).permutation(values)]) == found


def test_everybody_the_same_never_disagrees() -> None:
    assert not any(ipras([value] * 9).disagreement for value in range(1, 10))


@pytest.mark.parametrize(
    "wrong",
    [{"agreement": 1.5}, {"core": 0.1}, {"confidence": 1.0}, {"people": 1}, {"items": 0}],
)
def test_thresholds_that_make_no_sense_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(Undefined):
        Thresholds(**wrong)  # type: ignore[arg-type]


def test_thresholds_can_not_be_moved_afterwards() -> None:
    with pytest.raises(FrozenInstanceError):
        USUAL.agreement = 0.5  # type: ignore[misc]
