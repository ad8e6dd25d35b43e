"""A section of a notebook: the table of a measure, its chart and its sentence, under each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from ...deck import Language
from .. import tables, words
from ..sentences import Reading
from ..showing import show
from . import charts, sentences


def shown(name: str, measure: pd.DataFrame, language: Language, *, first: int = 8) -> Reading:
    """Display the measure's first rows and the chart of this name; returns its sentence.

    Where the workshop has no such answers, there is the sentence alone.
    """
    return show(name, measure, language, _tables(name, measure, language, first), charts, sentences)


def told(measure: pd.DataFrame, language: Language) -> Reading:
    """Display all the words of :func:`.groups.dissenting`; returns the sentence on them."""
    from IPython.display import display

    if not measure.empty:
        display(tables.titled(measure, language, first=len(measure)))  # type: ignore[no-untyped-call]
    return sentences.dissenting(measure, language)


def _tables(
    name: str, measure: pd.DataFrame, language: Language, first: int
) -> Iterator[tables.Shown]:
    """The table of a measure; of items, one for each question, which is its caption.

    A tree is shown whole, as its table is all that some people can read of it; so are groups that
    stand beside each other.
    """
    if name not in ("deciding", "judging"):
        whole = name in ("joining", "standing")
        yield tables.titled(measure, language, first=len(measure) if whole else first)
        return
    for (step, scale), rows in measure.groupby(["step", "scale"], observed=True):
        top = rows.drop(columns=["step", "scale"]).head(first)
        more = words.the_first(first, len(rows), language)
        note = words.one_line(f"{step} – {scale} {more}")
        yield replace(tables.titled(top, language, first=first), note=note)
