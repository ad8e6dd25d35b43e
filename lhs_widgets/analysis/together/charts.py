"""Measure to chart, for what the group made of its ideas; as in :mod:`..charts`."""

from __future__ import annotations

import altair as alt
import pandas as pd

from ...deck import Language
from .. import words
from ..drawing import Words, bars, dates, matrix
from ..measures import leading
from ..sentences import shortened
from . import sentences


def themes(measure: pd.DataFrame, language: Language, *, first: int = 5) -> alt.TopLevelMixin:
    """Bars: the people behind each theme, in a band for each step."""
    said = _words("themes", measure, first, language)
    top, axis = leading(measure, first), words.PEOPLE(language)
    return bars(top, ("theme", "table"), "n", said, axis=axis, row="step")


def choices(measure: pd.DataFrame, language: Language, *, first: int = 5) -> alt.TopLevelMixin:
    """Bars: the points each choice got, in a band for each step."""
    said = _words("choices", measure, first, language)
    top, axis = leading(measure, first), words.POINTS_GIVEN(language)
    return bars(top, ("option",), "points", said, axis=axis, row="step")


def conditions(measure: pd.DataFrame, language: Language, *, first: int = 6) -> alt.TopLevelMixin:
    """A matrix for each step: importance upward, in place to the right; rows of the table by
    number."""
    said = _words("placed_conditions", measure, first, language)
    return matrix(leading(measure, first), ("in_place", "importance"), said, row="step")


def challenges(measure: pd.DataFrame, language: Language, *, first: int = 6) -> alt.TopLevelMixin:
    """A matrix for each step: seriousness upward, frequency to the right; rows of the table by
    number."""
    said = _words("placed_challenges", measure, first, language)
    return matrix(leading(measure, first), ("frequency", "seriousness"), said, row="step")


def agreement(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """Bars: the people who took each position, in a band for each step."""
    said = _words("agreement", measure, len(measure), language)
    return bars(measure, ("position",), "n", said, axis=words.PEOPLE(language), row="step")


def actions(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """A point on the day by which each action is due."""
    said = _words("actions", measure, len(measure), language)
    return dates(measure, ("action", "who"), "due", said, axis=words.COLUMNS["due"](language))


def _words(name: str, measure: pd.DataFrame, first: int, language: Language) -> Words:
    reading = getattr(sentences, name)(measure, language)
    return Words(
        words.TITLES[name](language), reading, language, shortened(measure, first, language)
    )
