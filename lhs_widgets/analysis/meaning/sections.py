"""A section of a notebook: the table of a measure, its chart and its sentence, under each other."""

from __future__ import annotations

import pandas as pd

from ...deck import Language
from .. import tables, words
from ..sentences import Reading
from ..showing import show
from . import charts, sentences


def shown(name: str, measure: pd.DataFrame, language: Language, *, first: int = 12) -> Reading:
    """Display the measure's first rows and the chart of this name; returns its sentence.

    Where there is nothing to show, there is the sentence alone.
    """
    table = _table(measure, language, first)
    return show(name, measure, language, [table], charts, sentences)


def read(glossary: pd.DataFrame, language: Language, *, first: int = 60) -> Reading:
    """Display the glossary, which has no chart; returns its sentence, alone where there is none."""
    from IPython.display import display

    if not glossary.empty:
        display(tables.titled(glossary, language, first=first))  # type: ignore[no-untyped-call]
    return sentences.words(glossary, language)


def _table(measure: pd.DataFrame, language: Language, first: int) -> tables.Shown:
    """The table of a measure; what is the same in each row is said once, above it."""
    same = [name for name in ("step", "figure", "scales") if _is_one(measure, name)]
    made = tables.titled(measure, language, first=first)
    heads = [words.COLUMNS[name](language) for name in same]
    said = [words.one_line(str(measure[name].iloc[0])) for name in same]
    note = " – ".join(filter(None, [*said, made.note]))
    return tables.Shown(made.frame.drop(columns=heads), note=note)


def _is_one(measure: pd.DataFrame, name: str) -> bool:
    return name in measure and measure[name].nunique() == 1
