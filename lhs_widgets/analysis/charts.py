"""Measure to chart: Altair charts that need no colour, no mouse and no network.

Two values of one row differ by shape, fill and place, and each has its number beside it. A chart's
``description`` says what the chart says; it is also the picture's text alternative.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from ..deck import Language
from . import sentences, words
from .measures import leading

_INK = "#1b2a41"
_FONT = "sans-serif"
_WIDTH = 420
_NUMBER = ",.2~f"
_WHOLE = alt.Axis(tickMinStep=1, format=_NUMBER)
_LABEL_WIDTH = 46  # characters
_BAND_WIDTH = 84
# Vega breaks a label where it is given a list; the first piece is the row's number, not shown
_BREAK = "slice(split(datum.label, '\\n'), 1)"


@dataclass(frozen=True)
class _Words:
    """What a chart says in words."""

    title: str
    reading: str
    language: Language
    note: str = ""

    @property
    def description(self) -> str:
        colon = " :" if self.language == "fr" else ":"
        return f"{self.title}{colon} {' '.join(filter(None, [self.note, self.reading]))}"

    @property
    def heading(self) -> alt.Title:
        """The title, and under it what the chart leaves out."""
        return alt.Title(self.title, subtitle=wrap(self.note, _BAND_WIDTH))


def participation(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """Bars: people in each group and language."""
    about = {"group": words.GROUP(language), "language": words.LANGUAGE(language)}
    data = measure.assign(about=measure["about"].map(about), n=measure["n"].astype(float))
    said = _words("participation", measure, len(measure), language)
    return _bars(data, ("label", "n"), said, axis=words.PEOPLE(language), row="about")


def influence(measure: pd.DataFrame, language: Language, *, first: int = 8) -> alt.TopLevelMixin:
    """Two points and a line for each role: say today, say wished for; a band for each scope."""
    said = _words("influence", measure, first, language)
    return _two_points(leading(measure, first), ("role",), ("today", "wished"), said, row="scope")


def influence_by_group(
    measure: pd.DataFrame, language: Language, *, first: int = 12
) -> alt.TopLevelMixin:
    """Bars: the median gap of each role, in a band for each scope and group that can be shown."""
    said = _words("influence_by_group", measure, first, language)
    top = leading(measure, first)
    band = [f"{scope}\n{group}" for scope, group in zip(top["scope"], top["group"], strict=True)]
    top = top.assign(band=band)
    return _bars(top, ("role", "gap"), said, axis=words.GAP(language), row="band")


def conditions(measure: pd.DataFrame, language: Language, *, first: int = 8) -> alt.TopLevelMixin:
    """Two points and a line for each condition: in place today, importance."""
    said = _words("conditions", measure, first, language)
    values = ("in_place", "importance")
    return _two_points(leading(measure, first), ("condition", "phase"), values, said)


def challenges(measure: pd.DataFrame, language: Language, *, first: int = 8) -> alt.TopLevelMixin:
    """Two points and a line for each challenge, with the condition that would ease it."""
    said = _words("challenges", measure, first, language)
    labels = ("challenge", "phase", "eased_by")
    return _two_points(leading(measure, first), labels, ("frequency", "seriousness"), said)


def by_phase_and_group(
    measure: pd.DataFrame, first: str, second: str, language: Language
) -> alt.TopLevelMixin:
    """Two points and a line for each group, one band a phase."""
    names = [words.COLUMNS[first](language), words.COLUMNS[second](language).lower()]
    title = f"{words.listed(names, language)} – {words.TITLES['by_group'](language).lower()}"
    reading = sentences.by_phase_and_group(measure, first, second, language)
    said = _Words(title, reading, language)
    return _two_points(measure, ("group",), (second, first), said, row="phase")


def _words(name: str, measure: pd.DataFrame, first: int, language: Language) -> _Words:
    """The words of the chart of this name, which shows so many rows of the measure."""
    reading = getattr(sentences, name)(measure, language)
    note = sentences.shortened(measure, first, language)
    return _Words(words.TITLES[name](language), reading, language, note)


def _two_points(
    measure: pd.DataFrame,
    labels: Sequence[str],
    values: tuple[str, str],
    said: _Words,
    *,
    row: str = "",
) -> alt.TopLevelMixin:
    given = measure.dropna(subset=list(values)).reset_index(drop=True)
    if given.empty:
        return _nothing(said)
    data = pd.DataFrame({"label": _labels(given, labels, said.language)})
    names = [words.COLUMNS[value](said.language) for value in values]
    data["from"], data["to"] = (given[value].astype(float) for value in values)
    if row:
        data["row"] = given[row].astype(str)
    y = _y(data["label"])
    ends = alt.Chart(data).transform_fold(["from", "to"], as_=["end", "value"])
    ends = ends.transform_calculate(
        which=alt.expr.if_(alt.datum.end == "from", names[0], names[1]),
        number=f"format(datum.value, '{_NUMBER}')",
    )
    scale = alt.Scale(zero=True, nice=True)
    x = alt.X("value:Q", title=words.POINTS(said.language), scale=scale, axis=_WHOLE)
    rule = alt.Chart(data).mark_rule(color=_INK, strokeWidth=2).encode(x="from:Q", x2="to:Q", y=y)
    numbers = ends.mark_text(fontSize=12, color=_INK).encode(x=x, y=y, text="number:N")
    layered = alt.layer(
        rule,
        ends.mark_point(stroke=_INK, strokeWidth=2, opacity=1).encode(x=x, y=y, **_ends(names)),
        numbers.transform_filter(alt.datum.end == "from").mark_text(dy=-18, fontSize=12),
        numbers.transform_filter(alt.datum.end == "to").mark_text(dy=19, fontSize=12),
    )
    order = list(dict.fromkeys(given[row].cat.categories)) if row else []
    return _finished(layered, data, said, rows=order)


def _ends(names: list[str]) -> dict[str, Any]:
    """How the two ends look: a large empty circle, and a small full square that fits in it."""
    legend = alt.Legend(title=None, orient="top", labelLimit=0)
    looks: dict[str, tuple[type[Any], list[Any]]] = {
        "shape": (alt.Shape, ["circle", "square"]),
        "fill": (alt.Fill, ["white", _INK]),
        "size": (alt.Size, [300, 110]),
    }
    return {
        channel: kind("which:N", scale=alt.Scale(domain=names, range=look), legend=legend)
        for channel, (kind, look) in looks.items()
    }


def _bars(
    measure: pd.DataFrame, columns: tuple[str, str], said: _Words, *, axis: str, row: str
) -> alt.TopLevelMixin:
    """A bar for each row; ``columns`` are its label and its value."""
    label, value = columns
    given = measure.dropna(subset=[value]).reset_index(drop=True)
    if given.empty:
        return _nothing(said)
    data = pd.DataFrame(
        {
            "label": _labels(given, (label,), said.language),
            "value": given[value].astype(float),
            "row": given[row].astype(str),
        }
    )
    y = _y(data["label"])
    x = alt.X("value:Q", title=axis, axis=_WHOLE)
    base = alt.Chart(data).encode(x=x, y=y)
    bars = base.mark_bar(color="#c9d6e8", stroke=_INK, height={"band": 0.6})
    numbers = base.mark_text(align="left", dx=6, fontSize=13, color=_INK)
    layered = alt.layer(bars, numbers.encode(text=alt.Text("value:Q", format=_NUMBER)))
    return _finished(layered, data, said, rows=list(dict.fromkeys(data["row"])))


def _finished(
    chart: Any, data: pd.DataFrame, said: _Words, *, rows: list[str]
) -> alt.TopLevelMixin:
    """The chart with its size, its words and one band for each of ``rows``."""
    if rows:
        data["row"] = data["row"].map(_band)
    sized = chart.properties(width=_WIDTH, height=_step(data["label"]))
    if rows:
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
        sized = sized.facet(row=alt.Row("row:N", header=header, sort=[_band(row) for row in rows]))
        sized = sized.resolve_scale(y="independent")
    return _styled(sized, said)


def _band(text: str) -> str:
    """A band's name in lines that are no wider than the chart."""
    return "\n".join(line for part in text.split("\n") for line in wrap(part, _BAND_WIDTH))


def _styled(chart: Any, said: _Words) -> alt.TopLevelMixin:
    worded = chart.properties(title=said.heading, description=said.description)
    locale = {"locale": {"number": words.FRENCH_NUMBERS}} if said.language == "fr" else {}
    styled: alt.TopLevelMixin = (
        worded.configure(font=_FONT, background="white", padding=12, **locale)
        .configure_title(fontSize=16, subtitleFontSize=13, anchor="start", color=_INK, offset=12)
        .configure_axis(labelFontSize=12, titleFontSize=13, labelColor=_INK, titleColor=_INK)
        .configure_axisY(
            labelLimit=0, labelPadding=14, labelLineHeight=15, grid=True, gridColor="#dddddd"
        )
        .configure_legend(labelFontSize=13, symbolSize=170, symbolStrokeWidth=2)
        .configure_view(stroke=None)
    )
    return styled


def _nothing(said: _Words) -> alt.TopLevelMixin:
    """A chart that says why it is empty."""
    data = pd.DataFrame({"text": ["\n".join(wrap(said.reading, 60))]})
    text = alt.Chart(data).mark_text(fontSize=14, color=_INK, lineBreak="\n")
    sized = text.encode(text="text:N").properties(width=_WIDTH, height=60)
    return _styled(sized, said)


def _labels(frame: pd.DataFrame, columns: Sequence[str], language: Language) -> list[str]:
    """A label for each row, in lines short enough to read, under a number that no other row has."""
    before = {"eased_by": f"→ {words.EASED_BY(language)} ", "phase": "– "}
    made = []
    for place, row in enumerate(frame[list(columns)].itertuples(index=False)):
        lines = [f"{place:03}"]
        for column, text in zip(columns, row, strict=True):
            if not pd.isna(text):
                lines += _lines(f"{before.get(column, '')}{text}")
        made.append("\n".join(lines))
    return made


def _lines(text: str) -> list[str]:
    return wrap(text, _LABEL_WIDTH, max_lines=2, placeholder="…") or ["–"]


def _step(labels: pd.Series) -> alt.Step:
    """Room for the tallest label, and for the numbers above and below a row."""
    return alt.Step(max(48, 15 * int(labels.str.count("\n").max()) + 10))


def _y(labels: pd.Series) -> alt.Y:
    """Rows in the order of the measure."""
    return alt.Y("label:N", sort=list(labels), title=None, axis=alt.Axis(labelExpr=_BREAK))
