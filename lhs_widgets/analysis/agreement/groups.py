"""Where groups differ: frame in, frame out. The statistics are in :mod:`..statistics`.

Groups are folded anew for each question and item: those of fewer than five people who answered it
are one group, named ``others``, with as many more as it takes to be five. So no row tells a smaller
group apart, and none can be had by taking the groups shown from all who answered.

The rows describe who was there and test nothing: of many pairs of groups, some differ by chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pandas as pd

from .. import statistics
from ..frames import FLOOR, camps
from ..measures import ranked
from ..together.measures import minority
from .measures import framed

_PAIR = {"group": "string", "n": "Int64", "other": "string", "others": "Int64"}
DIVIDED = {
    "step": "category",
    "scale": "category",
    "item": "string",
    **_PAIR,
    "first": "Float64",
    "second": "Float64",
    "delta": "Float64",
    "pairs": "Int64",
}
PARTED = {
    "step": "category",
    "scale": "category",
    "item": "string",
    **_PAIR,
    "apart": "Float64",
    "pairs": "Int64",
}
STANDING = {
    "step": "category",
    "group": "string",
    "people": "Int64",
    "position": "category",
    "share": "Float64",
    "apart": "Float64",
}


def dividing(answers: pd.DataFrame, others: str) -> pd.DataFrame:
    """The two groups that rate each item furthest apart, the widest apart first.

    Columns: step, scale, item, group and n (the group that rates higher, and how many of it rated
    the item), other and others (the other group, the same), first and second (their medians), delta
    (Cliff's delta, from 0 to 1) and pairs (how many pairs of groups were compared).
    """
    keys = ["step", "scale", "item"]
    rows = []
    for key, said in answers[answers["ordered"]].groupby(keys, observed=True):
        groups = _camps(said.drop_duplicates("author"), others)
        pairs = [_rated(*pair) for pair in combinations(groups.items(), 2)]
        if pairs:
            widest = max(pairs, key=lambda row: (row["delta"], row["first"] - row["second"]))
            rows.append({**dict(zip(keys, key, strict=True)), **widest, "pairs": len(pairs)})
    return ranked(framed(rows, DIVIDED, answers), ["delta", "n"], "step", "scale", "item")


def parting(choices: pd.DataFrame, others: str) -> pd.DataFrame:
    """The two groups that chose most differently, question by question, the widest apart first.

    Columns: as in :func:`dividing`, with apart: the percent of choices that would have to be others
    for the two groups to have chosen alike (:func:`..statistics.dissimilarity`). Few people make it
    large by chance.
    """
    keys = ["step", "scale", "item"]
    rows = []
    for key, said in choices.groupby(keys, observed=True):
        pairs = [_chosen(*pair) for pair in combinations(_camps(said, others).items(), 2)]
        if pairs:
            widest = max(pairs, key=lambda row: row["apart"])
            rows.append({**dict(zip(keys, key, strict=True)), **widest, "pairs": len(pairs)})
    return ranked(framed(rows, PARTED, choices), ["apart", "n"], "step", "scale", "item")


def standing(checks: pd.DataFrame, others: str) -> pd.DataFrame:
    """The percent of each group who took each position in a sense check, step by step.

    Columns: step, group, people (of the group), position, share and apart (the widest dissimilarity
    of two groups at the step, in percent). Steps at which no two groups can be told are left out.
    """
    rows: list[dict[str, Any]] = []
    for step, said in checks.groupby("step", observed=True):
        groups = _camps(said.assign(choice=said["position"], weight=1), others)
        pairs = [_chosen(*pair)["apart"] for pair in combinations(groups.items(), 2)]
        for group, theirs in groups.items() if pairs else ():
            shares = 100 * theirs["position"].value_counts(normalize=True).sort_index()
            rows += [
                {
                    "step": step,
                    "group": group,
                    "people": len(theirs),
                    "position": position,
                    "share": round(share),
                    "apart": max(pairs),
                }
                for position, share in shares.items()
            ]
    return framed(rows, STANDING, checks)


def dissenting(checks: pd.DataFrame) -> pd.DataFrame:
    """The minority view's own words: what those say who object, then who can just live with it.

    Columns: step, position, reason, by alphabet, of sense checks of five people or more. No group
    stands beside the words.
    """
    found = minority(checks.rename(columns={"author": "ballot"}))
    agree = checks["position"].cat.categories[0]
    return found[found["position"] != agree].reset_index(drop=True)


def _camps(said: pd.DataFrame, others: str) -> dict[str, pd.DataFrame]:
    """The answers of each group, by the group's name; none where two can't be told apart."""
    people = said.drop_duplicates("author").set_index("author")["group"]
    if len(people) < 2 * FLOOR:
        return {}
    camp = said["author"].map(camps(people, others))
    return {str(name): theirs for name, theirs in said.groupby(camp)}


def _rated(one: tuple[str, pd.DataFrame], other: tuple[str, pd.DataFrame]) -> dict[str, Any]:
    delta = statistics.cliffs_delta(one[1]["value"], other[1]["value"])
    (higher, theirs), (lower, rest) = (one, other) if delta >= 0 else (other, one)
    return {
        **_pair(higher, theirs, lower, rest),
        "first": theirs["value"].median(),
        "second": rest["value"].median(),
        "delta": round(abs(delta), 2),
    }


def _chosen(one: tuple[str, pd.DataFrame], other: tuple[str, pd.DataFrame]) -> dict[str, Any]:
    first, second = (dict(_counts(theirs)) for _, theirs in (one, other))
    apart = round(100 * statistics.dissimilarity(first, second))
    return {**_pair(*one, *other), "apart": apart}


def _counts(said: pd.DataFrame) -> Iterator[tuple[str, int]]:
    for choice, n in said.groupby("choice", observed=True)["weight"].sum().items():
        yield str(choice), int(n)


def _pair(group: str, theirs: pd.DataFrame, other: str, rest: pd.DataFrame) -> dict[str, Any]:
    n, others = theirs["author"].nunique(), rest["author"].nunique()
    return {"group": group, "n": n, "other": other, "others": others}
