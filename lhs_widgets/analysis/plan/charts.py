"""Measure to chart, for an engagement plan; as in :mod:`..charts`."""

from __future__ import annotations

import altair as alt
import pandas as pd

from ...deck import Language
from .. import words
from ..activities.drawing import grid
from ..drawing import Words, two_points
from ..words import number
from . import sentences
from .texts import SAID, TITLES


def functions(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """Two points and a line for each kind of activity: its share of the plan, of the source."""
    return _beside("functions", measure, language)


def activities(measure: pd.DataFrame, language: Language, *, first: int = 10) -> alt.TopLevelMixin:
    """The same for the activities that differ most."""
    apart = (measure["picked_share"] - measure["published_share"]).abs().astype("Float64")
    furthest = measure.loc[apart.sort_values(ascending=False, kind="stable").index[:first]]
    note = _note("furthest", first, len(measure), language)
    return _beside("activities", measure, language, top=furthest, note=note)


def levels(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """The same for the promises."""
    return _beside("levels", measure, language)


def roles(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """The same for the roles."""
    return _beside("roles", measure, language)


def who(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """A grid of groups by promises, with the rows of the plan."""
    return _crossed("who", measure, language, first=12)


def what(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """A grid of activities by promises, with the rows of the plan."""
    return _crossed("what", measure, language, first=12)


def promised(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """Two points and a line for each role: the say promised, the say wished for."""
    said = _words("promised", measure, language)
    labels = ("role", "phase") if measure["phase"].nunique() > 1 else ("role",)
    return two_points(measure, labels, ("promised", "wished"), said, row="scope")


def _beside(
    name: str,
    measure: pd.DataFrame,
    language: Language,
    *,
    top: pd.DataFrame | None = None,
    note: str = "",
) -> alt.TopLevelMixin:
    said = _words(name, measure, language, note)
    values, axis = ("picked_share", "published_share"), words.SHARE(language)
    return two_points(measure if top is None else top, ("choice",), values, said, axis=axis)


def _crossed(
    name: str, measure: pd.DataFrame, language: Language, *, first: int
) -> alt.TopLevelMixin:
    order = list(dict.fromkeys(measure["choice"]))
    note = _note("first", first, len(order), language)
    top = measure[measure["choice"].isin(order[:first])].assign(band="")
    return grid(top, "choice", "level", "rows", _words(name, measure, language, note), row="band")


def _note(key: str, first: int, total: int, language: Language) -> str:
    return SAID[key](language).format(n=number(first, language)) if first < total else ""


def _words(name: str, measure: pd.DataFrame, language: Language, note: str = "") -> Words:
    return Words(
        TITLES[name](language), getattr(sentences, name)(measure, language), language, note
    )
