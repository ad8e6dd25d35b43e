"""Drawing: what all charts share.

Nothing needs colour: two values of one row differ by shape, fill and place, and each has its number
beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from ..deck import Language
from ..deck.marks import colon
from . import words

INK = "#1b2a41"
_FONT = "sans-serif"
_WIDTH = 420
_SQUARE = 260
_NUMBER = ",.2~f"
WHOLE = alt.Axis(tickMinStep=1, format=_NUMBER)
LABEL_WIDTH = 46  # characters
_BAND_WIDTH = 84
# Vega breaks a label where it is given a list; the first piece is the row's number, not shown
BREAK = "slice(split(datum.label, '\\n'), 1)"


@dataclass(frozen=True)
class Words:
    """What a chart says in words."""

    title: str
    reading: str
    language: Language
    note: str = ""

    @property
    def description(self) -> str:
        about = colon(self.title, self.language)
        return " ".join(filter(None, [about, self.note, self.reading]))

    @property
    def heading(self) -> alt.Title:
        """The title, and under it what the chart leaves out."""
        return alt.Title(self.title, subtitle=wrap(self.note, _BAND_WIDTH))


def two_points(
    measure: pd.DataFrame,
    labels: Sequence[str],
    values: tuple[str, str],
    said: Words,
    *,
    row: str = "",
    axis: str = "",
) -> alt.TopLevelMixin:
    """Two points and a line between them for each row, in a band for each value of ``row``."""
    given = measure.dropna(subset=list(values)).reset_index(drop=True)
    if given.empty:
        return nothing(said)
    data = pd.DataFrame({"label": labels_of(given, labels, said.language)})
    names = [words.COLUMNS[value](said.language) for value in values]
    data["from"], data["to"] = (given[value].astype(float) for value in values)
    if row:
        data["row"] = given[row].astype(str)
    y = rows_axis(data["label"])
    ends = alt.Chart(data).transform_fold(["from", "to"], as_=["end", "value"])
    ends = ends.transform_calculate(
        which=alt.expr.if_(alt.datum.end == "from", names[0], names[1]),
        number=f"format(datum.value, '{_NUMBER}')",
    )
    scale = alt.Scale(zero=True, nice=True)
    title = axis or words.POINTS(said.language)
    x = alt.X("value:Q", title=title, scale=scale, axis=WHOLE)
    rule = alt.Chart(data).mark_rule(color=INK, strokeWidth=2).encode(x="from:Q", x2="to:Q", y=y)
    numbers = ends.mark_text(fontSize=12, color=INK).encode(x=x, y=y, text="number:N")
    layered = alt.layer(
        rule,
        ends.mark_point(stroke=INK, strokeWidth=2, opacity=1).encode(x=x, y=y, **_ends(names)),
        numbers.transform_filter(alt.datum.end == "from").mark_text(dy=-18, fontSize=12),
        numbers.transform_filter(alt.datum.end == "to").mark_text(dy=19, fontSize=12),
    )
    order = list(dict.fromkeys(given[row].cat.categories)) if row else []
    return finished(layered, data, said, rows=order)


def _ends(names: list[str]) -> dict[str, Any]:
    """How the two ends look: a large empty circle, and a small full square that fits in it."""
    legend = alt.Legend(title=None, orient="top", labelLimit=0)
    looks: dict[str, tuple[type[Any], list[Any]]] = {
        "shape": (alt.Shape, ["circle", "square"]),
        "fill": (alt.Fill, ["white", INK]),
        "size": (alt.Size, [300, 110]),
    }
    return {
        channel: kind("which:N", scale=alt.Scale(domain=names, range=look), legend=legend)
        for channel, (kind, look) in looks.items()
    }


def bars(
    measure: pd.DataFrame,
    labels: Sequence[str],
    value: str,
    said: Words,
    *,
    axis: str,
    row: str = "",
) -> alt.TopLevelMixin:
    """A bar for each row, in a band for each value of ``row``."""
    given = measure.dropna(subset=[value]).reset_index(drop=True)
    if given.empty:
        return nothing(said)
    data = pd.DataFrame(
        {
            "label": labels_of(given, labels, said.language),
            "value": given[value].astype(float),
            "row": given[row].astype(str) if row else "",
        }
    )
    y = rows_axis(data["label"])
    x = alt.X("value:Q", title=axis, axis=WHOLE)
    base = alt.Chart(data).encode(x=x, y=y)
    bars = base.mark_bar(color="#c9d6e8", stroke=INK, height={"band": 0.6})
    numbers = base.mark_text(align="left", dx=6, fontSize=13, color=INK)
    layered = alt.layer(bars, numbers.encode(text=alt.Text("value:Q", format=_NUMBER)))
    return finished(layered, data, said, rows=list(dict.fromkeys(data["row"])) if row else [])


def matrix(
    measure: pd.DataFrame, values: tuple[str, str], said: Words, *, row: str
) -> alt.TopLevelMixin:
    """A square for each value of ``row``, with each row's number at its place; ``values`` are the
    columns to the right and upward. Rows at one place share a point."""
    given = measure.dropna(subset=list(values)).reset_index(drop=True)
    if given.empty:
        return nothing(said)
    data = pd.DataFrame(
        {
            "x": given[values[0]].astype(float),
            "y": given[values[1]].astype(float),
            "row": given[row].astype(str),
            "number": given["number"].astype(str),
        }
    )
    places = data.groupby(["row", "x", "y"], sort=False)["number"].agg(", ".join).reset_index()
    names = [words.COLUMNS[value](said.language) for value in values]
    most = max(1.0, float(data[["x", "y"]].to_numpy().max()))
    scale = alt.Scale(domain=[0, most * 1.1], nice=False)
    x = alt.X("x:Q", title=f"{names[0]} →", scale=scale, axis=WHOLE)
    y = alt.Y("y:Q", title=f"{names[1]} →", scale=scale, axis=WHOLE)
    base = alt.Chart(places).encode(x=x, y=y)
    points = base.mark_point(filled=True, color=INK, size=70)
    numbers = base.mark_text(dy=-13, fontSize=13, color=INK).encode(text="number:N")
    sized = alt.layer(points, numbers).properties(width=_WIDTH, height=_SQUARE)
    return styled(_in_bands(sized, list(dict.fromkeys(data["row"]))), said)


def dates(
    measure: pd.DataFrame, labels: Sequence[str], value: str, said: Words, *, axis: str
) -> alt.TopLevelMixin:
    """A point for each row at its date, with the date beside it."""
    given = measure.dropna(subset=[value]).reset_index(drop=True)
    if given.empty:
        return nothing(said)
    day = given[value].astype(str)
    # the date beside the point is a text of its own: the other is read as a moment
    data = pd.DataFrame(
        {"label": labels_of(given, labels, said.language), "day": day, "written": day}
    )
    y = rows_axis(data["label"])
    days = alt.Axis(format="%Y-%m-%d", labelAngle=0, tickCount=4)
    x = alt.X("yearmonthdate(day):T", title=axis, axis=days, scale=alt.Scale(padding=40))
    base = alt.Chart(data).encode(x=x, y=y)
    points = base.mark_point(filled=True, color=INK, size=110)
    numbers = base.mark_text(dy=-16, fontSize=13, color=INK).encode(text="written:N")
    return finished(alt.layer(points, numbers), data, said, rows=[])


def finished(
    chart: Any,
    data: pd.DataFrame,
    said: Words,
    *,
    rows: list[str],
    width: int | alt.Step = _WIDTH,
    height: int = 48,
) -> alt.TopLevelMixin:
    """The chart with its size, its words and one band for each of ``rows``.

    ``height`` is that of a row, if its label is not taller. Bands of columns (a ``width`` in steps)
    have columns of their own.
    """
    if rows:
        data["row"] = data["row"].map(_band)
    sized = chart.properties(width=width, height=_step(data["label"], height))
    if rows:
        own = {"x": "independent"} if isinstance(width, alt.Step) else {}
        sized = _in_bands(sized, [_band(row) for row in rows])
        sized = sized.resolve_scale(y="independent", **own)
    return styled(sized, said)


def _in_bands(chart: Any, rows: list[str]) -> Any:
    """One chart under another for each of ``rows``, with its name above it."""
    header = alt.Header(
        title=None,
        labelFontSize=13,
        labelFontWeight="bold",
        labelOrient="top",
        labelAnchor="start",
        labelAlign="left",
        labelLimit=0,
        labelLineHeight=17,
        labelExpr="split(datum.label, '\\n')",
    )
    return chart.facet(row=alt.Row("row:N", header=header, sort=rows))


def _band(text: str) -> str:
    """A band's name in lines that are no wider than the chart."""
    return "\n".join(line for part in text.split("\n") for line in wrap(part, _BAND_WIDTH))


def styled(chart: Any, said: Words) -> alt.TopLevelMixin:
    worded = chart.properties(title=said.heading, description=said.description)
    numbers = words.vega_numbers(said.language)
    locale = {"locale": {"number": numbers}} if numbers != words.vega_numbers("en") else {}
    styled: alt.TopLevelMixin = (
        worded.configure(font=_FONT, background="white", padding=12, **locale)
        .configure_title(fontSize=16, subtitleFontSize=13, anchor="start", color=INK, offset=12)
        .configure_axis(labelFontSize=12, titleFontSize=13, labelColor=INK, titleColor=INK)
        .configure_axisY(
            labelLimit=0, labelPadding=14, labelLineHeight=15, grid=True, gridColor="#dddddd"
        )
        .configure_legend(labelFontSize=13, symbolSize=170, symbolStrokeWidth=2)
        .configure_view(stroke=None)
    )
    return styled


def nothing(said: Words) -> alt.TopLevelMixin:
    """A chart that says why it is empty."""
    data = pd.DataFrame({"text": ["\n".join(wrap(said.reading, 60))]})
    text = alt.Chart(data).mark_text(fontSize=14, color=INK, lineBreak="\n")
    sized = text.encode(text="text:N").properties(width=_WIDTH, height=60)
    return styled(sized, said)


def labels_of(frame: pd.DataFrame, columns: Sequence[str], language: Language) -> list[str]:
    """A label for each row, in lines short enough to read, under a number that no other row has."""
    before = {
        "eased_by": f"→ {words.EASED_BY(language)} ",
        "phase": "– ",
        "who": "– ",
        "table": f"– {words.COLUMNS['table'](language).lower()} ",
    }
    made = []
    for place, row in enumerate(frame[list(columns)].itertuples(index=False)):
        lines = [f"{place:03}"]
        for column, text in zip(columns, row, strict=True):
            if not pd.isna(text):
                lines += _lines(f"{before.get(column, '')}{text}")
        made.append("\n".join(lines))
    return made


def _lines(text: str) -> list[str]:
    return wrap(text, LABEL_WIDTH, max_lines=2, placeholder="…") or ["–"]


def _step(labels: pd.Series, least: int) -> alt.Step:
    """Room for the tallest label, and for the numbers above and below a row."""
    return alt.Step(max(least, 15 * int(labels.str.count("\n").max()) + 10))


def rows_axis(labels: pd.Series) -> alt.Y:
    """Rows in the order of the measure."""
    return alt.Y("label:N", sort=list(labels), title=None, axis=alt.Axis(labelExpr=BREAK))
