"""A section of a notebook: the table of a measure, its chart and its sentence, under each other."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ...deck import Language
from .. import tables
from ..sentences import Reading
from ..showing import show
from . import charts, sentences

#: The sections whose tables have a column for each box or point.
_WIDE = {"sorting": "bin", "spread": "point"}


def shown(name: str, measure: pd.DataFrame, language: Language, *, first: int = 20) -> Reading:
    """Display the measure's first rows and the chart of this name; returns its sentence.

    Where the workshop has no answers of the kind, there is the sentence alone.
    """
    return show(name, measure, language, _tables(name, measure, language, first), charts, sentences)


def _tables(
    name: str, measure: pd.DataFrame, language: Language, first: int
) -> Iterator[tables.Shown]:
    if name not in _WIDE:
        yield tables.titled(measure, language, first=first)
        return
    for _, rows in measure.groupby("step", observed=True):
        yield tables.wide(rows, _WIDE[name], "n", language)
