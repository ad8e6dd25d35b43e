"""A section of a notebook: the table of a measure, its chart and its sentence, under each other."""

from __future__ import annotations

import pandas as pd

from ...deck import Language
from ..sentences import Reading
from ..showing import show
from . import charts, sentences
from .tables import table


def shown(name: str, measure: pd.DataFrame, language: Language, *, first: int = 8) -> Reading:
    """Display the measure's first rows and the chart of this name; returns its sentence.

    Where no workshop has such answers, there is the sentence alone.
    """
    return show(name, measure, language, [table(measure, language, first)], charts, sentences)
