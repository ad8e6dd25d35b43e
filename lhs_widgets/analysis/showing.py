"""What a section of a notebook shows: tables, a chart and a sentence, under each other."""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType

import pandas as pd

from ..deck import Language
from .sentences import Reading
from .tables import Shown


def show(
    name: str,
    measure: pd.DataFrame,
    language: Language,
    tables: Iterable[Shown],
    charts: ModuleType,
    sentences: ModuleType,
) -> Reading:
    """Display the tables of a measure and the chart of this name; returns its sentence.

    Where the measure has no rows, there is the sentence alone.
    """
    from IPython.display import display

    if not measure.empty:
        for table in tables:
            display(table)  # type: ignore[no-untyped-call]
        display(getattr(charts, name)(measure, language))  # type: ignore[no-untyped-call]
    reading: Reading = getattr(sentences, name)(measure, language)
    return reading
