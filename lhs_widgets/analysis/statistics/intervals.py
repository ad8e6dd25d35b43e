"""Intervals that are exact for few people."""

from __future__ import annotations

from collections.abc import Iterable

from scipy.stats import beta, binom

from ...errors import Undefined
from .numbers import given
from .thresholds import USUAL


def median_interval(
    values: Iterable[float | None], confidence: float = USUAL.confidence
) -> tuple[float | None, float | None]:
    """An interval that holds the median at least 95 times in 100, whatever the distribution.

    From the order statistics (W. J. Conover, Practical Nonparametric Statistics, 3rd edition 1999,
    on confidence intervals for a quantile). Fewer than six values can't give one at 95 %. What is
    missing is left out.

    It supposes people like these who answered apart from each other. Do not use it after people saw
    each other's answers, nor to compare two groups by whether their intervals overlap.
    """
    ordered = sorted(given(values))
    rank = int(binom.ppf((1 - confidence) / 2, len(ordered), 0.5)) if ordered else 0
    if rank < 1:
        return None, None
    return float(ordered[rank - 1]), float(ordered[-rank])


def proportion_interval(
    count: int, total: int, confidence: float = USUAL.confidence
) -> tuple[float, float]:
    """An interval for a share (0 to 1) that holds it at least as often as ``confidence`` says.

    C. J. Clopper and E. S. Pearson, The use of confidence or fiducial limits illustrated in the
    case of the binomial, Biometrika 26 (1934). Exact, so wide: of 0 in 20, up to 17 %.

    It supposes people like these who answered apart from each other. Do not use it for shares of
    dots or picks of which one person gives several (see :func:`.dots.dot_totals`), nor where
    everyone of the group it speaks about was there: then the share is the share.

    Raises
    ------
    Undefined
        Nobody was asked, or more than everyone said so.
    """
    if total < 1 or not 0 <= count <= total:
        raise Undefined(f"{count} of {total} is no share of people.")
    tail = (1 - confidence) / 2
    low = beta.ppf(tail, count, total - count + 1) if count else 0
    high = beta.ppf(1 - tail, count + 1, total - count) if count < total else 1
    return float(low), float(high)
