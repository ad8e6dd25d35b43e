"""A section of a notebook: the table of a measure, its chart and its sentence, under each other."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from ...deck import Language
from .. import tables
from ..sentences import Reading
from . import charts, sentences


def shown(name: str, measure: pd.DataFrame, language: Language, *, first: int = 12) -> Reading:
    """Display the measure's first rows and the chart of this name; returns its sentence.

    Where the workshop has no such answers, there is the sentence alone.
    """
    from IPython.display import display

    if not measure.empty:
        display(_table(name, measure, language, first))  # type: ignore[no-untyped-call]
        display(getattr(charts, name)(measure, language))  # type: ignore[no-untyped-call]
    reading: Reading = getattr(sentences, name)(measure, language)
    return reading


def _table(name: str, measure: pd.DataFrame, language: Language, first: int) -> tables.Shown:
    if name != "deciding":
        return tables.titled(measure, language, first=first)
    top = measure.groupby(["step", "scale"], observed=True).head(first)
    note = sentences.of_each_question(measure, first, language)
    return replace(tables.titled(top, language, first=len(top)), note=note)
