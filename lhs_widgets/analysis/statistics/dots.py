"""What a vote with dots says, and how sure it is: people are resampled, not dots."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
import pandas as pd

from ...errors import Undefined
from .numbers import Numbers, counted, in_order, percentiles
from .thresholds import USUAL, Thresholds


def dot_totals(
    ballots: pd.DataFrame, limits: Thresholds = USUAL, *, resamples: int = 2000, seed: int = 0
) -> pd.DataFrame:
    """The dots of each option, in the order given: columns option, people, dots, low and high.

    ``ballots`` is a table of people by options with the dots each gave, 0 for none. ``people`` gave
    at least one. ``low`` and ``high`` are the middle 95 % of the total when as many ballots are
    drawn again with replacement: a person's dots hang together, so ballots are drawn whole.
    B. Efron, Bootstrap methods: another look at the jackknife, Annals of Statistics 7 (1979). The
    interval is missing under five ballots. The same seed gives the same interval.

    It says how far the totals rest on who happened to be there, and supposes ballots cast apart. An
    option without dots has the interval 0 to 0: that is a limit of resampling, not certainty. Do
    not use it where people saw the dots of others before they gave their own, nor to choose between
    two options: use :func:`order_certainty`.

    Raises
    ------
    Undefined
        There are no ballots, or a cell is no whole number from zero up.
    """
    dots = counted(ballots, "ballots", "options")
    low: list[float | None] = [None] * dots.shape[1]
    high = low.copy()
    if len(dots) >= limits.people:
        drawn = _drawn(dots, list(ballots.columns), resamples, seed)
        ends = [percentiles(totals, limits.confidence) for totals in drawn.T]
        low, high = [end[0] for end in ends], [end[1] for end in ends]
    return pd.DataFrame(
        {
            "option": list(ballots.columns),
            "people": pd.array((dots > 0).sum(axis=0), dtype="Int64"),
            "dots": pd.array(dots.sum(axis=0).astype(int), dtype="Int64"),
            "low": pd.array(low, dtype="Float64"),
            "high": pd.array(high, dtype="Float64"),
        }
    )


def order_certainty(
    ballots: pd.DataFrame,
    first: Hashable,
    second: Hashable,
    limits: Thresholds = USUAL,
    *,
    resamples: int = 2000,
    seed: int = 0,
) -> float:
    """How often ``first`` has more dots than ``second`` when ballots are drawn again (0 to 1).

    As in :func:`dot_totals`; a draw in which both have as many counts half. 0.5 says that the order
    of the two is open, near 1 or 0 that it would hardly have come out otherwise with people like
    these. It is no p value, and no probability that one option is better. Do not look for the one
    pair of many that comes out sure.

    Raises
    ------
    Undefined
        There are fewer than five ballots, no such option, or a cell is no whole number.
    """
    if missing := [option for option in (first, second) if option not in ballots]:
        raise Undefined(f"There is no option {missing[0]!r} on the ballots.")
    if len(ballots) < limits.people:
        raise Undefined(f"Under {limits.people} ballots say nothing of how sure an order is.")
    dots = counted(ballots[[first, second]], "ballots", "options")
    drawn = _drawn(dots, [first, second], resamples, seed)
    apart = np.sign(drawn[:, 0] - drawn[:, 1])
    return float((1 + apart.mean()) / 2)


def _drawn(dots: Numbers, options: Sequence[Hashable], resamples: int, seed: int) -> Numbers:
    """The totals of each option in each of so many draws of as many ballots.

    Neither the order of the ballots nor that of the options changes what is drawn.
    """
    by_name = sorted(range(len(options)), key=lambda place: str(options[place]))
    even = np.full(len(dots), 1 / len(dots))
    times = np.random.default_rng(seed).multinomial(len(dots), even, size=resamples)
    drawn: Numbers = times @ in_order(dots[:, by_name])
    return drawn[:, np.argsort(by_name)]
