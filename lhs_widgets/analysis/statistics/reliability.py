"""How far people say the same of the same items, beyond what chance would do.

Written in numpy: see docs/decisions/0007-alpha-in-numpy.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from ...errors import Undefined
from .numbers import Numbers, counted, given, in_order, percentiles, table
from .thresholds import USUAL, Thresholds

Scale = Literal["nominal", "ordinal", "interval"]


@dataclass(frozen=True)
class Alpha:
    """Krippendorff's alpha: 1 is agreement, 0 what chance would do, less is worse than chance.

    ``items`` are those that two people or more answered, ``values`` their answers. The interval is
    missing where there are too few items to resample.
    """

    items: int
    values: int
    alpha: float
    low: float | None
    high: float | None


def krippendorff_alpha(
    values: pd.DataFrame | ArrayLike,
    scale: Scale,
    limits: Thresholds = USUAL,
    *,
    resamples: int = 1000,
    seed: int = 0,
) -> Alpha:
    """How far people agree: a table of items by people; what somebody did not answer is missing.

    K. Krippendorff, Content Analysis (4th edition, 2019), chapter 12, and Computing Krippendorff's
    Alpha-Reliability (2011). Labels do for ``nominal``; ``ordinal`` and ``interval`` need numbers.
    The interval resamples items, as in A. Zapf and others, Measuring inter-rater reliability for
    nominal data – which coefficients and confidence intervals are appropriate?, BMC Medical
    Research Methodology 16 (2016); resamples of one value only are left out. The same seed gives
    the same interval.

    It supposes that people answered apart from each other. It asks whether answers can stand for
    each other: where people differ because their lives do, a low alpha is a finding, not an error.
    Do not use it where nearly all answers are the same: chance then explains them, and alpha is
    near 0 while percent agreement is high. Do not use it to compare groups of different items.

    Raises
    ------
    Undefined
        Fewer than two items were answered by two people, or all answers are the same.
    """
    counts, points = _counts(table(values, "items", "people"), scale)
    counts = in_order(counts[counts.sum(axis=1) > 1])
    if len(counts) < 2:
        raise Undefined("Krippendorff's alpha needs two items that two people or more answered.")
    once = np.ones((1, len(counts)))
    (alpha,) = _alphas(once, counts, points, scale)
    if np.isnan(alpha):
        raise Undefined("Krippendorff's alpha needs answers that are not all the same.")
    low = high = None
    if len(counts) >= limits.items:
        even = np.full(len(counts), 1 / len(counts))
        times = np.random.default_rng(seed).multinomial(len(counts), even, size=resamples)
        drawn = _alphas(times.astype(float), counts, points, scale)
        low, high = percentiles(drawn[~np.isnan(drawn)], limits.confidence)
    return Alpha(len(counts), int(counts.sum()), float(alpha), low, high)


@dataclass(frozen=True)
class Kappa:
    """Fleiss' kappa, the share of pairs who agree, and what chance would give (both 0 to 1)."""

    items: int
    people: int
    kappa: float
    observed: float
    expected: float


def fleiss_kappa(counts: pd.DataFrame | ArrayLike) -> Kappa:
    """How far people put items in the same boxes: how many chose each, a table of items by boxes.

    J. L. Fleiss, Measuring nominal scale agreement among many raters, Psychological Bulletin 76
    (1971). It supposes that as many people, not always the same ones, judged each item.

    Do not use it where some items have fewer answers, or for boxes in an order: use
    :func:`krippendorff_alpha`. As there, it is low where nearly everything is in one box.

    Raises
    ------
    Undefined
        Fewer than two people or items, items judged by different numbers of people, or one box.
    """
    found = counted(counts, "items", "boxes")
    people = found.sum(axis=1)
    if people.min() != people.max():
        raise Undefined("Fleiss' kappa needs as many answers for each item; use alpha.")
    if people[0] < 2 or len(found) < 2:
        raise Undefined("Fleiss' kappa needs at least two people and two items.")
    n = float(people[0])
    observed = float(((found * (found - 1)).sum(axis=1) / (n * (n - 1))).mean())
    expected = float(((found.sum(axis=0) / found.sum()) ** 2).sum())
    if np.isclose(expected, 1):
        raise Undefined("Fleiss' kappa needs more than one box to be used.")
    kappa = (observed - expected) / (1 - expected)
    return Kappa(len(found), int(n), kappa, observed, expected)


def _counts(cells: pd.DataFrame, scale: Scale) -> tuple[Numbers, Numbers]:
    """How many gave each item each value, and the values, in their order."""
    flat = cells.to_numpy(dtype=object).ravel()
    there = ~pd.isna(flat)
    if not there.any():
        raise Undefined("Nobody answered.")
    said = pd.Series(flat[there])
    codes, names = pd.factorize(
        said if scale == "nominal" else given(said), sort=scale != "nominal"
    )
    counts = np.zeros((len(cells), len(names)))
    item = np.repeat(np.arange(len(cells)), cells.shape[1])[there]
    np.add.at(counts, (item, codes), 1)
    points = np.arange(len(names)) if scale == "nominal" else np.asarray(names)
    return counts, points.astype(float)


def _alphas(times: Numbers, counts: Numbers, points: Numbers, scale: Scale) -> Numbers:
    """Alpha for each row of ``times``, which says how often each item counts; NaN if undefined."""
    alphas: list[float] = []
    within = counts / (counts.sum(axis=1, keepdims=True) - 1)
    for often in times:
        totals = often @ counts
        apart = _differences(totals, points, scale)
        observed = float(((often[:, None] * within).T @ counts * apart).sum())
        expected = float(totals @ apart @ totals) / (totals.sum() - 1)
        alphas.append(1 - observed / expected if expected > 0 else np.nan)
    return np.array(alphas)


def _differences(totals: Numbers, points: Numbers, scale: Scale) -> Numbers:
    """How much two values differ, squared; for ordinal ones, by how many answers lie between."""
    if scale == "nominal":
        return 1 - np.eye(len(totals))
    at = np.cumsum(totals) - totals / 2 if scale == "ordinal" else points
    apart: Numbers = (at[:, None] - at[None, :]) ** 2
    return apart
