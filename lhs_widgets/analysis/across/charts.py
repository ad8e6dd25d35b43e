"""Measure to chart, across workshops; as in :mod:`..charts`."""

from __future__ import annotations

import altair as alt
import pandas as pd

from ...deck import Language
from .. import words
from ..charts import influence
from ..drawing import Words, bars, two_points
from . import sentences


def attending(measure: pd.DataFrame, language: Language, *, first: int = 12) -> alt.TopLevelMixin:
    """Bars: people in each workshop, made-up ones in a band of their own."""
    top = measure.groupby("band", observed=True).head(first)
    said = _words("attending", measure, first, language)
    return bars(top, ("workshop",), "n", said, axis=words.PEOPLE(language), row="band")


def returning_roles(
    measure: pd.DataFrame, language: Language, *, first: int = 5
) -> alt.TopLevelMixin:
    """Bars: in how many workshops of a phase each role was chosen."""
    return _returning("returning_roles", measure, first, language)


def returning_conditions(
    measure: pd.DataFrame, language: Language, *, first: int = 5
) -> alt.TopLevelMixin:
    """Bars: in how many workshops of a phase each condition was written."""
    return _returning("returning_conditions", measure, first, language)


def returning_challenges(
    measure: pd.DataFrame, language: Language, *, first: int = 5
) -> alt.TopLevelMixin:
    """Bars: in how many workshops of a phase each challenge was written."""
    return _returning("returning_challenges", measure, first, language)


def wishing(measure: pd.DataFrame, language: Language, *, first: int = 8) -> alt.TopLevelMixin:
    """Two points and a line for each role: say today, say wished for."""
    return influence(measure, language, first=first)


def agreeing(measure: pd.DataFrame, language: Language, *, first: int = 12) -> alt.TopLevelMixin:
    """Two points and a line for each workshop: percent who agree, percent who object."""
    said = _words("agreeing", measure, first, language)
    values = ("object_share", "agree_share")
    return two_points(measure.head(first), ("workshop",), values, said, axis=words.SHARE(language))


def _returning(
    name: str, measure: pd.DataFrame, first: int, language: Language
) -> alt.TopLevelMixin:
    top = measure.groupby("phase", observed=True).head(first)
    said = _words(name, measure, first, language)
    axis = words.COLUMNS["workshops"](language)
    return bars(top, ("what",), "workshops", said, axis=axis, row="phase")


def _words(name: str, measure: pd.DataFrame, first: int, language: Language) -> Words:
    reading = getattr(sentences, name)(measure, language)
    note = sentences.note(measure, first, language)
    return Words(words.TITLES[name](language), reading, language, note)
