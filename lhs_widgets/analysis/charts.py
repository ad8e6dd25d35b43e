"""Measure to chart: Altair charts that need no colour, no mouse and no network.

A chart's ``description`` says what the chart says; it is also the picture's text alternative.
"""

from __future__ import annotations

import altair as alt
import pandas as pd

from ..deck import Language
from . import sentences, words
from .drawing import Words, bars, two_points
from .measures import leading


def participation(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """Bars: people in each group and language, and by each way of taking part."""
    about = {name: label(language) for name, label in words.ABOUT.items()}
    data = measure.assign(about=measure["about"].map(about), n=measure["n"].astype(float))
    said = _words("participation", measure, len(measure), language)
    return bars(data, ("label",), "n", said, axis=words.PEOPLE(language), row="about")


def influence(measure: pd.DataFrame, language: Language, *, first: int = 8) -> alt.TopLevelMixin:
    """Two points and a line for each role: say today, say wished for; a band for each scope."""
    said = _words("influence", measure, first, language)
    return two_points(
        leading(measure, first), ("role", "phase"), ("today", "wished"), said, row="scope"
    )


def influence_by_group(
    measure: pd.DataFrame, language: Language, *, first: int = 12
) -> alt.TopLevelMixin:
    """Bars: the median gap of each group and phase that can be shown, in a band for each scope."""
    said = _words("influence_by_group", measure, first, language)
    top = leading(measure, first)
    axis = words.GAP(language)
    return bars(top, ("group", "phase"), "gap", said, axis=axis, row="scope")


def conditions(measure: pd.DataFrame, language: Language, *, first: int = 8) -> alt.TopLevelMixin:
    """Two points and a line for each condition: in place today, importance."""
    said = _words("conditions", measure, first, language)
    values = ("in_place", "importance")
    return two_points(leading(measure, first), ("condition", "phase"), values, said)


def challenges(measure: pd.DataFrame, language: Language, *, first: int = 8) -> alt.TopLevelMixin:
    """Two points and a line for each challenge, with the condition that would ease it."""
    said = _words("challenges", measure, first, language)
    labels = ("challenge", "phase", "eased_by")
    return two_points(leading(measure, first), labels, ("frequency", "seriousness"), said)


def by_phase_and_group(
    measure: pd.DataFrame, first: str, second: str, language: Language
) -> alt.TopLevelMixin:
    """Two points and a line for each group, one band a phase."""
    names = [words.COLUMNS[first](language), words.COLUMNS[second](language).lower()]
    title = f"{words.listed(names, language)} – {words.TITLES['by_group'](language).lower()}"
    reading = sentences.by_phase_and_group(measure, first, second, language)
    said = Words(title, reading, language)
    return two_points(measure, ("group",), (second, first), said, row="phase")


def _words(name: str, measure: pd.DataFrame, first: int, language: Language) -> Words:
    """The words of the chart of this name, which shows so many rows of the measure."""
    reading = getattr(sentences, name)(measure, language)
    note = sentences.shortened(measure, first, language)
    return Words(words.TITLES[name](language), reading, language, note)
