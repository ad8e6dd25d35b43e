"""A section of a notebook: the table of a measure, its chart and its sentence, under each other."""

from __future__ import annotations

import pandas as pd

from ...deck import Language
from .. import tables
from ..sentences import Reading
from . import charts, sentences


def shown(name: str, measure: pd.DataFrame, language: Language, *, first: int = 60) -> Reading:
    """Display the measure's first rows and the chart of this name; returns its sentence.

    Where the workshop has no answers of the kind, there is the sentence alone.
    """
    from IPython.display import display

    if not measure.empty:
        display(tables.titled(measure, language, first=first))  # type: ignore[no-untyped-call]
        display(getattr(charts, name)(measure, language))  # type: ignore[no-untyped-call]
    reading: Reading = getattr(sentences, name)(measure, language)
    return reading
