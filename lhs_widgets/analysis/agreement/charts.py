"""Measure to chart, for agreement; as in :mod:`..charts`."""

from __future__ import annotations

import math

import altair as alt
import pandas as pd

from ...deck import Language
from .. import words
from ..activities.drawing import banded, intervals
from ..drawing import Words
from ..measures import leading
from ..sentences import shortened
from . import sentences

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
