"""Measure to chart, for agreement; as in :mod:`..charts`."""

from __future__ import annotations

import math

import altair as alt
import pandas as pd

from ...deck import Language
from .. import words
from ..activities.drawing import banded, grid, intervals
from ..drawing import Words, bars
from ..measures import leading
from ..sentences import shortened
from . import sentences
from .drawing import tree

_SHARE = alt.Axis(format=".2~f", tickCount=6)


def answering_alike(
    measure: pd.DataFrame, language: Language, *, first: int = 12
) -> alt.TopLevelMixin:
    """Alpha and its interval for each question, in a band for each step."""
    axis = words.COLUMNS["alpha"](language)
    said, top = _cut("answering_alike", measure, first, language)
    rows = banded(top, ("step",))
    return intervals(rows, "scale", said, axis=axis, value="alpha", ticks=_SHARE)


def deciding(measure: pd.DataFrame, language: Language, *, first: int = 6) -> alt.TopLevelMixin:
    """The percent in the upper points and its interval, in a band for each step and question."""
    axis = words.COLUMNS["upper"](language)
    said, top = _cut("deciding", measure, first, language, each=["scale"])
    return intervals(banded(top, ("step", "scale")), "item", said, axis=axis, value="upper")


def ordering(measure: pd.DataFrame, language: Language, *, first: int = 12) -> alt.TopLevelMixin:
    """Kendall's W for each question, in a band for each step."""
    axis = words.COLUMNS["concordance"](language)
    said, top = _cut("ordering", measure, first, language)
    rows = banded(top, ("step",)).assign(low=math.nan, high=math.nan)
    return intervals(rows, "scale", said, axis=axis, value="concordance", ticks=_SHARE)


def dotting(measure: pd.DataFrame, language: Language, *, first: int = 8) -> alt.TopLevelMixin:
    """The dots of each option and their interval, in a band for each step."""
    axis = words.POINTS_GIVEN(language)
    said, top = _cut("dotting", measure, first, language)
    return intervals(banded(top, ("step",)), "item", said, axis=axis, value="points")


def judging(measure: pd.DataFrame, language: Language, *, first: int = 8) -> alt.TopLevelMixin:
    """The median of each item and the range from the 30th to the 70th percentile."""
    said, top = _cut("judging", measure, first, language, each=["scale"])
    bands = banded(top, ("step", "scale")).assign(low=top["p30"], high=top["p70"])
    return intervals(bands, "item", said, axis=words.POINTS(language))


def joining(measure: pd.DataFrame, language: Language, *, first: int = 60) -> alt.TopLevelMixin:
    """A tree of the items of each step."""
    said, top = _cut("joining", measure, first, language)
    return tree(top, said, axis=words.TOGETHER(language))


def dividing(measure: pd.DataFrame, language: Language, *, first: int = 10) -> alt.TopLevelMixin:
    """Bars: Cliff's delta of the two groups that are furthest apart on an item."""
    said, top = _cut("dividing", measure, first, language)
    axis = words.COLUMNS["delta"](language)
    return bars(_between(top, " > "), ("item", "between"), "delta", said, axis=axis, row="band")


def parting(measure: pd.DataFrame, language: Language, *, first: int = 10) -> alt.TopLevelMixin:
    """Bars: how many choices of the two groups furthest apart would have to be others."""
    said, top = _cut("parting", measure, first, language)
    axis = words.COLUMNS["apart"](language)
    return bars(_between(top, " – "), ("item", "between"), "apart", said, axis=axis, row="band")


def standing(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """A grid of groups by positions for each step, in percent of the group."""
    said, top = _cut("standing", measure, len(measure), language)
    return grid(top, "group", "position", "share", said, row="step")


def _between(top: pd.DataFrame, mark: str) -> pd.DataFrame:
    """The rows with the two groups in one text, in bands of their step and question."""
    between = top["group"] + mark + top["other"]
    item = top["item"].where(top["item"] != "", top["scale"].astype("string"))
    return banded(top.assign(between=between, item=item), ("step", "scale"))


def _cut(
    name: str,
    measure: pd.DataFrame,
    first: int,
    language: Language,
    *,
    each: list[str] | None = None,
) -> tuple[Words, pd.DataFrame]:
    """The words of the chart of this name, and the first rows of each step (and ``each``)."""
    reading = getattr(sentences, name)(measure, language)
    note = shortened(measure, first, language)
    top = leading(measure, first)
    if each:
        top = measure.groupby(["step", *each], observed=True).head(first)
        note = sentences.of_each_question(measure, first, language)
    return Words(words.TITLES[name](language), reading, language, note), top
