"""Drawing a tree of items: branches join further right the less people put them together."""

from __future__ import annotations

import json
from typing import Any

import altair as alt
import pandas as pd

from ..drawing import INK, Words, labels_of, nothing, styled

_WIDTH = 420
_ROW = 34
_PERCENTS = alt.Axis(values=[100, 75, 50, 25, 0], grid=False)


def tree(measure: pd.DataFrame, said: Words, *, axis: str) -> alt.TopLevelMixin:
    """One tree for each step of :func:`.sorts.joining`, with the percent at which branches join."""
    if measure.empty:
        return nothing(said)
    trees = [
        _one(str(step), rows.reset_index(drop=True), said, axis)
        for step, rows in measure.groupby("step", observed=True)
    ]
    return styled(alt.vconcat(*trees), said)


def _one(step: str, rows: pd.DataFrame, said: Words, axis: str) -> Any:
    lines, joins = branches(rows["joins"].astype(float).tolist())
    labels = [label.split("\n")[1:] for label in labels_of(rows, ["item"], said.language)]
    written = json.dumps(labels)
    names = alt.Axis(
        values=list(range(len(labels))), labelExpr=f"({written})[datum.value]", grid=False
    )
    last = len(labels) - 1
    y = alt.Y("y:Q", title=None, axis=names, scale=alt.Scale(domain=[last + 0.5, -0.5], nice=False))
    x = alt.X("x:Q", title=axis, axis=_PERCENTS, scale=alt.Scale(domain=[105, -5], nice=False))
    rules = alt.Chart(lines).mark_rule(color=INK, strokeWidth=2)
    numbers = alt.Chart(joins).mark_text(fontSize=12, color=INK, align="left", dx=4, dy=-9)
    layered = alt.layer(
        rules.encode(x=x, x2="x2:Q", y=y, y2="y2:Q"),
        numbers.encode(x=x, y=y, text=alt.Text("x:Q", format="d")),
    )
    title = alt.Title(step, fontSize=13, anchor="start", color=INK)
    return layered.properties(width=_WIDTH, height=_ROW * len(labels), title=title)


def branches(joins: list[float]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The lines of a tree (x, x2, y, y2) and where its branches join (x, y).

    ``joins`` is the percent at which each leaf's branch joins that of the leaf above; the first is
    not looked at. Leaves stand at 0, 1, 2 … down and at 100 across.
    """
    ends = [(100.0, float(place)) for place in range(len(joins))]
    heights = list(joins[1:])
    lines, met = [], []
    while heights:
        at = max(range(len(heights)), key=heights.__getitem__)
        (x1, y1), (x2, y2), x = ends[at], ends[at + 1], heights.pop(at)
        lines += [(x1, x, y1, y1), (x2, x, y2, y2), (x, x, y1, y2)]
        met.append((x, (y1 + y2) / 2))
        ends[at : at + 2] = [met[-1]]
    return pd.DataFrame(lines, columns=["x", "x2", "y", "y2"]), pd.DataFrame(
        met, columns=["x", "y"]
    )
