"""The tables of measures across workshops."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from ...deck import Language
from .. import tables
from ..measures import leading
from . import sentences


def table(measure: pd.DataFrame, language: Language, first: int) -> tables.Shown:
    """The first rows of each phase or kind of workshop; of other measures, the first of all."""
    if "scope" in measure:
        return tables.titled(measure, language, first=first)
    band = next((name for name in ("what", "band") if name in measure), "")
    within = {"what": "phase", "band": "band"}.get(band, "")
    top = measure.groupby(within, observed=True).head(first) if within else leading(measure, first)
    said = sentences.note(measure, first, language)
    return replace(tables.titled(top, language, first=len(measure)), note=said)
