"""What a card sort says: which items people put together, and how alike they sorted."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from ...errors import Undefined
from .numbers import counted, table

_MERGES = {"distance": "float64", "items": "object"}


def together(sorts: pd.DataFrame) -> pd.DataFrame:
    """For each two items, the percent of people who put them in the same box.

    ``sorts`` is a table of items by people with the box each chose; of a pair, only people who
    sorted both count, and where nobody did the cell is missing. A square of items by items, 100
    where an item meets itself. The similarity matrix of D. Spencer, Card Sorting (2009).

    In a closed sort the boxes were given: what is together says as much of them as of the items. Do
    not read a difference of a few points between two pairs: with ten people, one is ten percent.

    Raises
    ------
    Undefined
        There are no items or no people.
    """
    boxes = table(sorts, "items", "people")
    codes, _ = pd.factorize(boxes.to_numpy(dtype=object).ravel())
    box = codes.reshape(boxes.shape)
    both = (box[:, None] >= 0) & (box[None, :] >= 0)
    n = both.sum(axis=2)
    same = ((box[:, None] == box[None, :]) & both).sum(axis=2)
    percent = 100 * same / np.where(n > 0, n, np.nan)
    np.fill_diagonal(percent, 100)
    return pd.DataFrame(percent, index=boxes.index, columns=boxes.index)


def average_linkage(similarity: pd.DataFrame) -> pd.DataFrame:
    """How items join step by step, the most alike first: columns distance and items.

    ``similarity`` is as from :func:`together`; ``distance`` is 100 minus the mean percent of all
    pairs across the two clusters that join, and ``items`` is a tuple of what is in one cluster from
    there on. R. R. Sokal and C. D. Michener, A statistical method for evaluating systematic
    relationships, University of Kansas Science Bulletin 38 (1958); by scipy. Items are taken in the
    order of their names, so that ties come out the same whatever the order of the rows.

    Do not use it to show that there are clusters: it always finds some. Look at the percents first.

    Raises
    ------
    Undefined
        Fewer than two items, or two that nobody sorted both.
    """
    names, tree = _tree(similarity)
    inside: list[tuple[object, ...]] = [(name,) for name in names]
    for first, second, *_ in tree:
        inside.append(tuple(sorted((*inside[int(first)], *inside[int(second)]), key=str)))
    return pd.DataFrame({"distance": tree[:, 2], "items": inside[len(names) :]}).astype(_MERGES)


def clusters(similarity: pd.DataFrame, at_least: float = 50) -> pd.Series:
    """The cluster of each item, from 1, in the order of ``similarity``.

    Clusters are those of :func:`average_linkage` in which, at the last join, at least so many
    percent of people put the two halves together on average. 50, a majority, is a convention:
    settle it before you look. Do not take a cluster for a finding: see :func:`average_linkage`.

    Raises
    ------
    Undefined
        As for :func:`average_linkage`.
    """
    names, tree = _tree(similarity)
    found = pd.Series(fcluster(tree, 100 - at_least, "distance"), index=names)
    named = found.loc[list(similarity.index)]
    numbers = {cluster: place for place, cluster in enumerate(dict.fromkeys(named), start=1)}
    return named.map(numbers)


def item_agreement(counts: pd.DataFrame | ArrayLike) -> pd.Series:
    """For each item, the percent of pairs of people who chose the same box; a table of items by
    boxes says how many chose each.

    The observed agreement of one item in J. L. Fleiss (1971), as in
    :func:`.reliability.fleiss_kappa` but without its correction for chance: with k boxes used
    evenly, about 100/k percent of pairs agree by chance. Missing for items of fewer than two
    people. Do not lean on it under five.
    """
    found = counted(counts, "items", "boxes")
    n = found.sum(axis=1)
    pairs = np.where(n > 1, n * (n - 1), np.nan)
    percent = 100 * (found * (found - 1)).sum(axis=1) / pairs
    return pd.Series(percent, index=table(counts, "items", "boxes").index)


def _tree(similarity: pd.DataFrame) -> tuple[list[object], np.ndarray]:
    names = sorted(similarity.index, key=str)
    if len(names) < 2:
        raise Undefined("Clusters need at least two items.")
    apart = 100 - similarity.loc[names, names].to_numpy(dtype=float)
    for first, second in combinations(range(len(names)), 2):
        if np.isnan(apart[first, second]):
            raise Undefined(f"Nobody sorted both {names[first]!r} and {names[second]!r}.")
    np.fill_diagonal(apart, 0)
    return names, linkage(squareform(apart, checks=False), "average")
