"""What people put together when they sort: items, laid out so that what goes together is together.

Frame in, frame out. Only items of which every two were sorted by five people are laid out.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from .. import statistics
from ..frames import FLOOR
from .measures import ROOM, framed

JOINED = {
    "step": "category",
    "cluster": "Int64",
    "item": "string",
    "n": "Int64",
    "joins": "Float64",
}

#: A cluster holds together if a majority put its two halves together, on average.
MAJORITY = 50


def joining(answers: pd.DataFrame) -> pd.DataFrame:
    """Which items people put together, as the leaves of a tree from the first to the last.

    Columns: step, cluster (by :func:`..statistics.clusters`), item, n (people who sorted it) and
    joins: the mean percent of people who put together what is above and what is below, where this
    item's branch joins that of the item above it; missing for the first of a step. The order and
    these percents are the whole tree of :func:`..statistics.average_linkage`.
    """
    rows: list[dict[str, Any]] = []
    for step, said in answers[~answers["ordered"]].groupby("step", observed=True):
        boxes = said.drop_duplicates(["item", "author"]).pivot(
            index="item", columns="author", values="value"
        )
        if max(boxes.shape) <= ROOM:
            rows += [{"step": step, **row} for row in _leaves(boxes)]
    return framed(rows, JOINED, answers)


def _leaves(boxes: pd.DataFrame) -> list[dict[str, object]]:
    kept = _sorted_by_enough(boxes)
    if len(kept) < 2:
        return []
    similarity = statistics.together(kept)
    order, joins = _laid_out(similarity)
    cluster = statistics.clusters(similarity.loc[order, order], MAJORITY)
    n = kept.notna().sum(axis=1)
    return [
        {"cluster": cluster[item], "item": item, "n": n[item], "joins": above}
        for item, above in zip(order, [None, *joins], strict=True)
    ]


def _sorted_by_enough(boxes: pd.DataFrame) -> pd.DataFrame:
    """The items of which every two were sorted by five people; the others go, worst first."""
    there = boxes.notna().sort_index().astype(int)
    few = (there @ there.T) < FLOOR
    while few.to_numpy().any():
        worst = few.sum().idxmax()
        few = few.drop(index=worst, columns=worst)
    return boxes.loc[few.index]


def _laid_out(similarity: pd.DataFrame) -> tuple[list[str], list[float]]:
    """The items in the order of the tree, the larger branch first, and where neighbours join."""
    branches = {(name,): ([name], list[float]()) for name in map(str, similarity.index)}
    for distance, items in statistics.average_linkage(similarity).itertuples(index=False):
        parts = [branch for branch in branches if set(branch) <= set(items)]
        first, second = sorted(parts, key=lambda part: (-len(part), part))
        (names, joins), (more, others) = branches.pop(first), branches.pop(second)
        branches[tuple(items)] = (names + more, [*joins, round(100 - distance, 1), *others])
    (leaves,) = branches.values()
    return leaves
