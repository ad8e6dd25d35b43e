"""A section of a notebook: the table of a measure, its chart and its sentence, under each other."""

from __future__ import annotations

import pandas as pd

from ...deck import Language
from .. import tables
from ..sentences import Reading
from ..showing import show
from . import charts, sentences


def shown(name: str, measure: pd.DataFrame, language: Language, *, first: int = 30) -> Reading:
    """Display the measure's first rows and the chart of this name; returns its sentence.

    Where there is nothing to show, there is the sentence alone.
    """
    table = tables.titled(measure, language, first=first)
    return show(name, measure, language, [table], charts, sentences)
