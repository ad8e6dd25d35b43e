"""Measure to chart, for words and values; as in :mod:`..charts`."""

from __future__ import annotations

import altair as alt
import pandas as pd

from ...deck import Language
from .. import words
from ..activities.drawing import banded, grid
from ..drawing import Words, bars, two_points
from ..measures import leading
from ..sentences import shortened
from . import sentences
from .texts import TITLES


def heard(measure: pd.DataFrame, language: Language, *, first: int = 12) -> alt.TopLevelMixin:
    """Bars: the people who want to clear up each word."""
    said, top = _cut("heard", measure, first, language)
    return bars(top, ("item",), "n", said, axis=words.PEOPLE(language), row="step")


def named(measure: pd.DataFrame, language: Language, *, first: int = 10) -> alt.TopLevelMixin:
    """Two points and a line for each name: the group's share, the share in the source."""
    said, top = _cut("named", measure, first, language)
    values, axis = ("picked_share", "published_share"), words.SHARE(language)
    bands = banded(top, ("step", "figure"))
    return two_points(bands, ("option",), values, said, row="band", axis=axis)


def families(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """Bars: the people whose words come from each family."""
    said, top = _cut("families", measure, len(measure), language)
    return bars(top, ("family",), "n", said, axis=words.PEOPLE(language), row="step")


def first(measure: pd.DataFrame, language: Language, *, first: int = 12) -> alt.TopLevelMixin:
    """Bars: the points of each value."""
    said, top = _cut("first", measure, first, language)
    return bars(top, ("item",), "points", said, axis=words.POINTS_GIVEN(language), row="step")


def first_by_group(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """A grid of values by groups, in percent of the group's people."""
    said, _ = _cut("first_by_group", measure, len(measure), language)
    return grid(measure, "item", "group", "share", said, row="step")


def lagging(measure: pd.DataFrame, language: Language, *, first: int = 12) -> alt.TopLevelMixin:
    """Two points and a line for each value: the medians of the two questions."""
    said, top = _cut("lagging", measure, first, language)
    bands, axis = banded(top, ("step", "scales")), words.GAP_OF_TWO(language)
    return two_points(bands, ("item",), ("first", "second"), said, row="band", axis=axis)


def _cut(
    name: str, measure: pd.DataFrame, first: int, language: Language
) -> tuple[Words, pd.DataFrame]:
    """The words of the chart of this name, and the first rows of each step."""
    reading = getattr(sentences, name)(measure, language)
    note = shortened(measure, first, language)
    return Words(TITLES[name](language), reading, language, note), leading(measure, first)
