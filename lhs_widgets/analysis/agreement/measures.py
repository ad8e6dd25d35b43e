"""Measures of agreement: frame in, frame out. The statistics are in :mod:`..statistics`.

``n`` is a number of people, or of ballots. What fewer than five of them answered is left out.
Limits are those that were settled before the vote (:mod:`..limits`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Literal

import pandas as pd

from ...errors import Undefined
from .. import statistics
from ..frames import FLOOR
from ..measures import ranked
from ..statistics import USUAL, Thresholds

#: The statistics are for one room; steps of more people or items, as in a pool, are left out.
ROOM = 200

ALIKE = {
    "step": "category",
    "scale": "category",
    "items": "Int64",
    "n": "Int64",
    "agree": "Float64",
    "alpha": "Float64",
    "low": "Float64",
    "high": "Float64",
}
DECIDED = {
    "step": "category",
    "scale": "category",
    "item": "string",
    "n": "Int64",
    "q1": "Float64",
    "q3": "Float64",
    "lower": "Float64",
    "upper": "Float64",
    "low": "Float64",
    "high": "Float64",
    "limit": "Int64",
    "verdict": "string",
}
ORDERED = {
    "step": "category",
    "scale": "string",
    "items": "Int64",
    "n": "Int64",
    "concordance": "Float64",
    "chance": "Float64",
}
DOTTED = {
    "step": "category",
    "item": "string",
    "n": "Int64",
    "points": "Int64",
    "low": "Float64",
    "high": "Float64",
    "sure": "Float64",
}


def answering_alike(answers: pd.DataFrame) -> pd.DataFrame:
    """How alike people answered each question, the least alike first.

    Columns: step, scale (the question), items, n, agree (of all pairs of people, the percent who
    gave an item the same answer, over all items), alpha, low and high: Krippendorff's alpha,
    nominal for boxes and ordinal for scales, with its 95% interval. Questions that everybody
    answered in the same way have no alpha.
    """
    rows = []
    for (step, scale), said in _rooms(answers, "step", "scale"):
        counts = said.groupby(["item", "value"]).size().unstack(fill_value=0)
        agree = statistics.item_agreement(counts).mean()
        row = {"step": step, "scale": scale, "items": len(counts), "agree": round(agree)}
        rows.append({**row, "n": said["author"].nunique(), **_alpha(said)})
    found = framed(rows, ALIKE, answers)
    return found.sort_values(["alpha", "step", "scale"], kind="stable").reset_index(drop=True)


def deciding(answers: pd.DataFrame, limits: Thresholds = USUAL) -> pd.DataFrame:
    """On which items enough people agree, of each question the highest first.

    Columns: step, scale, item, n, q1 and q3 (quartiles of the points), lower and upper (the percent
    who chose the lower or upper points), low and high (the exact 95% interval of ``upper``), limit
    (the percent that is enough) and verdict: ``upper``, ``lower`` or ``middle`` if enough people
    chose those points, else ``open``. On a scale from 1 to 9, it is the core-outcome rule.
    """
    asked = answers[answers["ordered"]]
    keys = ["step", "scale", "item"]
    rows = [
        {**dict(zip(keys, key, strict=True)), **_decision(said, limits)}
        for key, said in asked.groupby(keys, observed=True)
        if said["author"].nunique() >= FLOOR
    ]
    found = framed(rows, DECIDED, answers)
    return ranked(found, ["upper", "n"], "item", within=["step", "scale"])


def ordering(answers: pd.DataFrame, rankings: pd.DataFrame, question: str) -> pd.DataFrame:
    """How alike people put the items of a step in order, the most alike first.

    From rankings (their ``scale`` is ``question``), and from the points of a scale by people who
    gave every item one. In a ranking of a first few, what a person left out shares the last place,
    so it is about which were named as much as about their order; what nobody named is left out.
    Columns: step, scale, items, n, concordance (Kendall's W) and chance (the percent of shuffled
    orders that are as alike). At least five people and three items.
    """
    scaled = _rooms(answers[answers["ordered"]], "step", "scale")
    orders = [(*key, _by_author(said, "value").dropna(axis="columns")) for key, said in scaled]
    for (step,), said in _rooms(rankings, "step"):
        orders.append((step, question, _by_author(said, "points").fillna(0)))
    rows = []
    for step, scale, table in orders:
        items, n = table.shape
        if items > 2 and n >= FLOOR:
            row = {"step": step, "scale": scale, "items": items, "n": n}
            rows.append({**row, **_concordance(table)})
    walked = [*answers["step"].cat.categories, *rankings["step"].cat.categories]
    steps = pd.Categorical([], categories=list(dict.fromkeys(walked)), ordered=True)
    found = framed(rows, ORDERED, pd.DataFrame({"step": steps})).dropna(subset=["concordance"])
    return ranked(found, ["concordance"], "step", "scale")


def dotting(dots: pd.DataFrame) -> pd.DataFrame:
    """The dots of each option, the most first, and how far they rest on who was there.

    Columns: step, item, n (ballots with a dot for it), points, low and high (the middle 95 % when
    ballots are drawn again) and sure: in how many percent of draws it has more than the next one.
    ``sure`` is missing for the last.
    """
    rows: list[dict[str, Any]] = []
    for (step,), cast in _rooms(dots, "step"):
        ballots = _by_author(cast, "points").T.fillna(0)
        totals = statistics.dot_totals(ballots).rename(
            columns={"option": "item", "people": "n", "dots": "points"}
        )
        first = ranked(totals, ["points", "n"], "item").assign(step=step)
        rows += first.assign(sure=_sure(ballots, first["item"].tolist())).to_dict("records")
    found = framed(rows, DOTTED, dots)
    return found.sort_values("step", kind="stable").reset_index(drop=True)


def _rooms(answers: pd.DataFrame, *keys: str) -> Iterator[tuple[tuple[Any, ...], pd.DataFrame]]:
    """The answers to each question, if five people gave any and one room holds them."""
    for key, said in answers.groupby(list(keys), observed=True):
        if FLOOR <= said["author"].nunique() <= ROOM and said["item"].nunique() <= ROOM:
            yield key, said


def _by_author(said: pd.DataFrame, value: str) -> pd.DataFrame:
    """Items by people; two things of the same words by one person are one, with their median."""
    return said.astype({value: "float64"}).pivot_table(value, "item", "author", aggfunc="median")


def _alpha(said: pd.DataFrame) -> Mapping[str, float | None]:
    none = dict.fromkeys(["alpha", "low", "high"])
    try:
        scale: Literal["ordinal", "nominal"] = "ordinal" if said["ordered"].iloc[0] else "nominal"
        found = statistics.krippendorff_alpha(_by_author(said, "value"), scale)
    except Undefined:
        return none
    ends = (found.alpha, found.low, found.high)
    return {
        name: None if end is None else round(end, 2) for name, end in zip(none, ends, strict=True)
    }


def _decision(said: pd.DataFrame, limits: Thresholds) -> dict[str, object]:
    upper, lower = (
        statistics.percent_agreement(said[end].astype("float64"), {1}, limits)
        for end in ("upper", "lower")
    )
    between = (~said["upper"] & ~said["lower"]).astype("float64")
    middle = statistics.percent_agreement(between, {1}, limits)
    shares_reached = {"upper": upper.reached, "lower": lower.reached, "middle": middle.reached}
    verdict = next((part for part, reached in shares_reached.items() if reached), "open")
    enough = limits.agreement
    if said["nine"].all():
        verdicts = {"in": "upper", "out": "lower"}
        verdict = verdicts.get(statistics.core_outcome(said["value"], limits).verdict, "open")
        enough = limits.core
    shares = {"lower": lower.share, "upper": upper.share, "low": upper.low, "high": upper.high}
    return {
        "n": upper.n,
        "q1": said["value"].quantile(0.25),
        "q3": said["value"].quantile(0.75),
        **{name: round(100 * share) for name, share in shares.items()},
        "limit": round(100 * enough),
        "verdict": verdict,
    }


def _concordance(table: pd.DataFrame) -> Mapping[str, float | None]:
    try:
        found = statistics.kendall_w(table)
    except Undefined:
        return {"concordance": None, "chance": None}
    return {"concordance": round(found.w, 2), "chance": round(100 * found.p, 2)}


def _sure(ballots: pd.DataFrame, first: Sequence[str]) -> list[float | None]:
    sure = [statistics.order_certainty(ballots, *pair) for pair in pairwise(first)]
    return [*(round(100 * share) for share in sure), None]


def framed(rows: list[dict[str, Any]], dtypes: dict[str, str], like: pd.DataFrame) -> pd.DataFrame:
    """The rows with their declared dtypes; categories are those of the frame they come from."""
    own = {name: like[name].dtype if kind == "category" else kind for name, kind in dtypes.items()}
    return pd.DataFrame(rows, columns=list(dtypes)).astype(own)
