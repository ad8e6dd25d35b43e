"""How alike people rank: Kendall's W."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy.stats import rankdata

from ...errors import Undefined
from .numbers import Numbers, given, in_order, table

#: Under this, two sums of squares are the same but for rounding.
_SAME = 1e-9
#: How many shuffled ranks are held in memory at once.
_AT_ONCE = 1_000_000


@dataclass(frozen=True)
class Concordance:
    """Kendall's W, from 0 (no common order) to 1 (one order), and its permutation p value."""

    items: int
    people: int
    w: float
    p: float


def kendall_w(
    ranks: pd.DataFrame | ArrayLike, *, permutations: int = 1999, seed: int = 0
) -> Concordance:
    """How alike people put the same items in order: a table of items by people.

    Ranks or ratings, either way up, as each person's are ranked anew; equal ones share their mean
    rank, and W is corrected for them. M. G. Kendall and B. Babington Smith, The problem of m
    rankings, Annals of Mathematical Statistics 10 (1939). ``p`` is how often W is at least as large
    when everybody's ranks are shuffled: P. Legendre, Species associations: the Kendall coefficient
    of concordance revisited, Journal of Agricultural, Biological, and Environmental Statistics 10
    (2005), which holds for few people where the chi-square does not; never 0 (B. Phipson and
    G. K. Smyth, Permutation p-values should never be zero, 2010). The same seed gives the same p.

    A small p says that the order is not chance alone, not that people agree: read W. Do not use it
    with items that only some ranked, nor where each person ranks a first few of many and the rest
    is tied by you: W is then about who was named rather than in which order.

    Raises
    ------
    Undefined
        Fewer than two people or items, something is missing, or nobody prefers anything.
    """
    cells = table(ranks, "items", "people")
    if cells.isna().to_numpy().any():
        raise Undefined("Kendall's W needs every person to rank every item.")
    items, people = cells.shape
    if items < 2 or people < 2:
        raise Undefined("Kendall's W needs at least two items and two people.")
    each = rankdata(given(cells.to_numpy().ravel()).reshape(cells.shape), axis=0)
    # what the ranks' sum of squares would be in one order, less what ties take away
    most = people * float(((each - each.mean(axis=0)) ** 2).sum())
    if most < _SAME:
        raise Undefined("Kendall's W needs somebody to prefer one item to another.")
    found = _apart(each)
    rng, limit = np.random.default_rng(seed), found - _SAME * most
    # each person's ranks from the lowest up, the same whatever the order of items and of people
    start = in_order(np.sort(each, axis=0).T).T
    as_large = 0
    for at in range(0, permutations, batch := max(1, _AT_ONCE // each.size)):
        shape = (min(batch, permutations - at), items, people)
        shuffled = rng.permuted(np.broadcast_to(start, shape), axis=1)
        as_large += int((_apart(shuffled) >= limit).sum())
    p = (1 + as_large) / (1 + permutations)
    return Concordance(items, people, min(1.0, float(found) / most), p)


def _apart(ranks: Numbers) -> Numbers:
    """How far the items' sums of ranks lie apart: their sum of squares about the mean."""
    sums = ranks.sum(axis=-1)
    apart: Numbers = ((sums - sums.mean(axis=-1, keepdims=True)) ** 2).sum(axis=-1)
    return apart
