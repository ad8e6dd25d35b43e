"""Drawing for the general kinds of activity: counts in a grid, and medians with their interval."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

import altair as alt
import pandas as pd

from ..drawing import BREAK, INK, WHOLE, Words, finished, labels_of, nothing, rows_axis

_COLUMN_WIDTH = 78
_COLUMN_LETTERS = 12
_ROW_HEIGHT = 40
_LINE = 14
_LARGEST = 1250


def grid(
    measure: pd.DataFrame, label: str, column: str, value: str, said: Words, *, row: str
) -> alt.TopLevelMixin:
    """A square for each row of the measure, as large as its value, with the number on it.

    Rows of the grid are the values of ``label``, columns those of ``column``, in their order; there
    is a grid for each value of ``row``.
    """
    given = measure.dropna(subset=[value]).reset_index(drop=True)
    if given.empty:
        return nothing(said)
    rows = given.drop_duplicates([row, label]).reset_index(drop=True)
    rows = rows[[row, label]].assign(named=labels_of(rows, [label], said.language))
    columns = _columns(given[column])
    data = pd.DataFrame(
        {
            "label": given.merge(rows, on=[row, label], how="left")["named"],
            "column": given[column].astype("object").map(columns),
            "value": given[value].astype(float),
            "row": given[row].astype(str),
        }
    )
    axis = _top_axis(max(name.count("\n") for name in columns.values()))
    x = alt.X("column:N", sort=[*columns.values()], title=None, axis=axis)
    size = alt.Size("value:Q", scale=alt.Scale(range=[0, _LARGEST], zero=True), legend=None)
    base = alt.Chart(data).encode(x=x, y=rows_axis(data["label"]))
    squares = base.mark_square(fill="#b4c6df", opacity=1).encode(size=size)
    numbers = base.mark_text(fontSize=13, color=INK).encode(text=alt.Text("value:Q", format="d"))
    return finished(
        alt.layer(squares, numbers),
        data,
        said,
        rows=list(dict.fromkeys(data["row"])),
        width=alt.Step(_COLUMN_WIDTH),
        height=_ROW_HEIGHT,
    )


def intervals(
    measure: pd.DataFrame,
    label: str,
    said: Words,
    *,
    axis: str,
    value: str = "median",
    ticks: alt.Axis = WHOLE,
) -> alt.TopLevelMixin:
    """A point at each row's ``value`` on a line from ``low`` to ``high``, in a band for each
    ``band``.

    Without an interval, there is no line.
    """
    given = measure.rename(columns={value: "value"})
    given = given.dropna(subset=["value"]).reset_index(drop=True)
    if given.empty:
        return nothing(said)
    numbers = {name: given[name].astype(float) for name in ("value", "low", "high")}
    labels = labels_of(given, [label], said.language)
    data = pd.DataFrame({"label": labels, "row": given["band"].astype(str), **numbers})
    y = rows_axis(data["label"])
    x = alt.X("value:Q", title=axis, axis=ticks)
    base = alt.Chart(data).encode(y=y)
    line = base.transform_filter("isValid(datum.low)").mark_rule(color=INK, strokeWidth=3)
    points = base.encode(x=x).mark_point(filled=True, color=INK, opacity=1, size=110)
    texts = base.encode(x=x, text=alt.Text("value:Q", format=",.2~f"))
    layered = alt.layer(
        line.encode(x=alt.X("low:Q", title=axis), x2="high:Q"),
        points,
        texts.mark_text(dy=-15, fontSize=13, color=INK),
    )
    return finished(layered, data, said, rows=list(dict.fromkeys(data["row"])))


def banded(measure: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The measure with a band for each of its values of these columns, in its order."""
    rows = measure[list(columns)].astype("object").itertuples(index=False)
    bands = ["\n".join(map(str, row)) for row in rows]
    return measure.assign(
        band=pd.Categorical(bands, categories=list(dict.fromkeys(bands)), ordered=True)
    )


def _top_axis(lines: int) -> alt.Axis:
    """Headings above the grid, with room for so many lines: Vega writes them downward."""
    return alt.Axis(
        orient="top",
        labelAngle=0,
        labelExpr=BREAK,
        labelLimit=0,
        labelLineHeight=_LINE,
        labelPadding=_LINE * (lines - 1) + 6,
        ticks=False,
    )


def _columns(names: pd.Series) -> dict[object, str]:
    """A heading for each column, in narrow lines, under a number that no other has."""
    present = set(names)
    order: Sequence[object] = (
        [each for each in names.cat.categories if each in present]
        if isinstance(names.dtype, pd.CategoricalDtype)
        else list(dict.fromkeys(names))
    )
    return {each: _heading(place, str(each)) for place, each in enumerate(order)}


def _heading(place: int, name: str) -> str:
    lines = wrap(name, _COLUMN_LETTERS, max_lines=4, placeholder="…")
    return "\n".join([f"{place:03}", *lines])
