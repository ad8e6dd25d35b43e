"""The RAND/UCLA appropriateness method: ratings from 1 to 9, and whether a panel disagrees.

K. Fitch and others, The RAND/UCLA Appropriateness Method User's Manual, RAND, 2001.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ...errors import Undefined
from .consensus import nine_points

#: Panel sizes: the most ratings outside the median's third, the fewest in each outer third.
_PANELS = {
    **dict.fromkeys(range(8, 11), (2, 3)),
    **dict.fromkeys(range(11, 14), (3, 4)),
    **dict.fromkeys(range(14, 17), (4, 5)),
}
_SYMMETRIC = 2.35
_ASYMMETRY = 1.5
_MIDDLE = 5

Level = Literal["appropriate", "uncertain", "inappropriate"]


@dataclass(frozen=True)
class Panel:
    """A panel's verdict; ``outside`` counts ratings outside the third that holds the median."""

    n: int
    median: float
    outside: int
    agreement: bool
    disagreement: bool
    level: Level


def rand_ucla(values: Iterable[float | None]) -> Panel:
    """What a panel of 8 to 16 people says of one item, by the manual's counts (2001).

    8 to 10 people agree if at most 2 rate outside the third (1 to 3, 4 to 6, 7 to 9) that holds the
    median, and disagree if at least 3 rate in each outer third; 11 to 13 people: 3 and 4; 14 to 16:
    4 and 5. Appropriate is a median of 7 or more without disagreement, inappropriate one of 3 or
    less, and anything else uncertain; a median between two thirds counts as in the middle one.

    Do not use it for panels of other sizes: see :func:`ipras`. Do not use it on other scales, nor
    after a discussion that ended in a show of hands: it supposes ratings given apart.

    Raises
    ------
    Undefined
        The panel has no published limits, or an answer is no whole number from 1 to 9.
    """
    found = nine_points(values)
    n, median = len(found), float(np.median(found))
    if n not in _PANELS:
        raise Undefined(f"The counts are for panels of 8 to 16 people, not {n}; use IPRAS.")
    most, fewest = _PANELS[n]
    low, high = _third(median)
    outside = int(((found < low) | (found > high)).sum())
    disagreement = bool((found <= 3).sum() >= fewest and (found >= 7).sum() >= fewest)
    agreement = outside <= most
    return Panel(n, median, outside, agreement, disagreement, _level(median, disagreement))


@dataclass(frozen=True)
class Ipras:
    """The range from the 30th (``low``) to the 70th percentile (``high``), its width (``ipr``), and
    what it may be (``ipras``).

    All in points of the scale; there is disagreement where the range is wider than it may be.
    """

    n: int
    median: float
    low: float
    high: float
    ipr: float
    ipras: float
    disagreement: bool
    level: Level


def ipras(values: Iterable[float | None]) -> Ipras:
    """Disagreement for a panel of any size: the interpercentile range adjusted for symmetry.

    By the manual (2001), IPRAS = 2.35 + 1.5 × the distance of the range's centre from 5: a panel at
    one end of the scale may be wider apart before it is said to disagree. Percentiles are
    interpolated linearly; another rule can give another range in a small panel, so report which one
    was used.

    Do not use it on scales other than 1 to 9, as 2.35 and 1.5 were found for that one. Under about
    eight people one rating moves the percentiles much.

    Raises
    ------
    Undefined
        Nobody answered, or an answer is no whole number from 1 to 9.
    """
    found = nine_points(values)
    low, median, high = (float(at) for at in np.percentile(found, [30, 50, 70]))
    ipr = high - low
    limit = _SYMMETRIC + _ASYMMETRY * abs(_MIDDLE - (low + high) / 2)
    return Ipras(
        len(found), median, low, high, ipr, limit, ipr > limit, _level(median, ipr > limit)
    )


def _third(median: float) -> tuple[int, int]:
    if median <= 3:
        return 1, 3
    return (7, 9) if median >= 7 else (4, 6)


def _level(median: float, disagreement: bool) -> Level:  # noqa: FBT001 - two facts, one verdict
    if disagreement or 3 < median < 7:
        return "uncertain"
    return "appropriate" if median >= 7 else "inappropriate"
