"""Measure to chart, for the general kinds of activity; as in :mod:`..charts`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import altair as alt
import pandas as pd

from ...deck import Language
from .. import words
from ..drawing import Words, bars, two_points
from ..measures import leading
from ..sentences import shortened
from . import sentences
from .drawing import banded, grid, intervals


def sorting(measure: pd.DataFrame, language: Language, *, first: int = 20) -> alt.TopLevelMixin:
    """A grid of items by boxes for each step."""
    said, top = _cut("sorting", measure, ["item"], first, language)
    return grid(top, "item", "bin", "n", said, row="step")


def alike(measure: pd.DataFrame, language: Language, *, first: int = 12) -> alt.TopLevelMixin:
    """Bars: the percent of pairs who agree on each item, in a band for each step."""
    said, top = _cut("alike", measure, ["item"], first, language)
    return bars(top, ("item",), "agree", said, axis=words.COLUMNS["agree"](language), row="step")


def beside_published(
    measure: pd.DataFrame, language: Language, *, first: int = 10
) -> alt.TopLevelMixin:
    """Two points and a line for each option: the group's share and that of the source."""
    said, top = _cut("beside_published", measure, ["option"], first, language)
    bands = banded(top, ("step", "figure"))
    values, axis = ("picked_share", "published_share"), words.SHARE(language)
    return two_points(bands, ("option",), values, said, row="band", axis=axis)


def placing(measure: pd.DataFrame, language: Language, *, first: int = 12) -> alt.TopLevelMixin:
    """The median of each item and its interval, in a band for each step and scale."""
    said, top = _cut("placing", measure, ["item"], first, language)
    bands = banded(top, ("step", "scale"))
    return intervals(bands, "item", said, axis=words.POINTS(language))


def spread(measure: pd.DataFrame, language: Language, *, first: int = 12) -> alt.TopLevelMixin:
    """A grid of items by the points of the scale, for each step and scale."""
    said, top = _cut("spread", measure, ["item"], first, language)
    bands = banded(top, ("step", "scale"))
    return grid(bands, "item", "point", "n", said, row="band")


def gap_of_two(measure: pd.DataFrame, language: Language, *, first: int = 10) -> alt.TopLevelMixin:
    """Two points and a line for each item: the medians of the two questions."""
    said, top = _cut("gap_of_two", measure, ["item"], first, language)
    bands, axis = banded(top, ("step", "scales")), words.GAP_OF_TWO(language)
    return two_points(bands, ("item",), ("first", "second"), said, row="band", axis=axis)


def choosing(measure: pd.DataFrame, language: Language, *, first: int = 10) -> alt.TopLevelMixin:
    """Bars: the points each item got, in a band for each step."""
    said, top = _cut("choosing", measure, ["item"], first, language)
    return bars(top, ("item",), "points", said, axis=words.POINTS_GIVEN(language), row="step")


def choosing_by_group(
    measure: pd.DataFrame, language: Language, *, first: int = 8
) -> alt.TopLevelMixin:
    """A grid of items by groups for each step, in percent of the group's people."""
    said, top = _cut("choosing_by_group", measure, ["item"], first, language)
    return grid(top, "item", "group", "share", said, row="step")


def writing(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """Bars: the texts under each prompt, in a band for each step."""
    said, top = _cut("writing", measure, ["prompt"], len(measure), language)
    return bars(top, ("prompt",), "texts", said, axis=words.COLUMNS["texts"](language), row="step")


def filling(measure: pd.DataFrame, language: Language, *, first: int = 8) -> alt.TopLevelMixin:
    """Bars: the rows that hold each choice, in a band for each step and column."""
    columns = measure.groupby(["step", "column"], observed=True)
    longest = int(columns.size().max()) if len(measure) else 0
    note = words.the_first_of_each_column(first, longest, language)
    said = Words(words.TITLES["filling"](language), sentences.filling(measure, language), language)
    bands, axis = banded(columns.head(first), ("step", "column")), words.COLUMNS["rows"](language)
    return bars(bands, ("choice",), "rows", replace(said, note=note), axis=axis, row="band")


def crossing(measure: pd.DataFrame, language: Language, *, first: int = 12) -> alt.TopLevelMixin:
    """A grid of choices by choices, for each two columns.

    The side with more choices goes down, so that long lists do not run off the page.
    """
    said, top = _cut("crossing", measure, ["choice"], first, language)
    down = pd.concat([_upright(pair) for _, pair in top.groupby("columns", sort=False)] or [top])
    return grid(banded(down, ("step", "columns")), "choice", "beside", "rows", said, row="band")


def mapping(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
    """Bars: the things of each kind, in a band for each step."""
    said, top = _cut("mapping", measure, ["kind"], len(measure), language)
    return bars(top, ("kind",), "things", said, axis=words.COLUMNS["things"](language), row="step")


def linking(measure: pd.DataFrame, language: Language, *, first: int = 10) -> alt.TopLevelMixin:
    """Bars: the links of each thing, in a band for each step."""
    said, top = _cut("linking", measure, ["node", "kind"], first, language)
    axis = words.COLUMNS["links"](language)
    return bars(top, ("node", "kind"), "links", said, axis=axis, row="step")


def _cut(
    name: str, measure: pd.DataFrame, keys: Sequence[str], first: int, language: Language
) -> tuple[Words, pd.DataFrame]:
    """The words of the chart of this name, and the rows it shows: the first values of ``keys``."""
    each = measure.drop_duplicates(["step", *keys])
    shown = leading(each, first)[["step", *keys]]
    reading = getattr(sentences, name)(measure, language)
    note = shortened(each, first, language)
    return Words(words.TITLES[name](language), reading, language, note), measure.merge(shown)


def _upright(pair: pd.DataFrame) -> pd.DataFrame:
    wide = pair["beside"].nunique() > pair["choice"].nunique()
    made = pair.rename(columns={"choice": "beside", "beside": "choice"}) if wide else pair
    return made.sort_values(["choice", "beside"])
