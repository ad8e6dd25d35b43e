"""Measure to chart, for who took part; as in :mod:`..charts`."""

from __future__ import annotations

import altair as alt
import pandas as pd

from ...deck import Language
from .. import words
from ..charts import participation
from ..drawing import Words, bars, two_points
from . import sentences
from .texts import MINUTES, PERCENT, TITLES

__all__ = ["answering", "arriving", "balance", "participation"]


def arriving(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """Bars: the people who had joined by the end of each span."""
    said = _words("arriving", measure, language)
    spans = measure.assign(span=sentences.spans(measure, language), about=MINUTES(language))
    axis = words.COLUMNS["so_far"](language)
    return bars(spans, ("span",), "so_far", said, axis=axis, row="about")


def answering(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """Bars: the people who answered at each step, in the order of the walk."""
    said = _words("answering", measure, language)
    return bars(measure, ("step",), "n", said, axis=words.PEOPLE(language))


def balance(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """Two points and a line for each group: its share of the people, its share of the answers."""
    said = _words("balance", measure, language)
    values, axis = ("turns_share", "answers_share"), PERCENT(language)
    return two_points(measure, ("group",), values, said, axis=axis)


def _words(name: str, measure: pd.DataFrame, language: Language) -> Words:
    reading = getattr(sentences, name)(measure, language)
    return Words(TITLES[name](language), reading, language)
