"""Small tables for a notebook: headings in the reader's language, medians as people write them."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd

from ..deck import Language
from . import sentences, words
from .measures import leading


@dataclass(frozen=True, repr=False)
class Shown:
    """A table that displays itself; every cell is text. ``note`` says what is left out."""

    frame: pd.DataFrame
    note: str = ""

    def __repr__(self) -> str:
        table = str(self.frame.to_string(index=False))
        return f"{self.note}\n{table}" if self.note else table

    def _repr_html_(self) -> str:
        with pd.option_context("display.max_colwidth", None):
            table = self.frame.to_html(index=False, border=0, justify="left", classes="measure")
        html = str(table).replace("<th>", '<th scope="col">')
        caption = f"  <caption>{escape(self.note)}</caption>\n" if self.note else ""
        return html.replace("  <thead>", f"{caption}  <thead>", 1)


def titled(measure: pd.DataFrame, language: Language, *, first: int = 8) -> Shown:
    """The first rows of a measure (of each scope) under headings in the reader's language."""
    top = leading(measure, first)
    return Shown(
        pd.DataFrame(
            {
                words.COLUMNS[name](language): [_cell(value, name, language) for value in top[name]]
                for name in top.columns
            }
        ),
        note=sentences.shortened(measure, first, language),
    )


def wide(measure: pd.DataFrame, column: str, value: str, language: Language) -> Shown:
    """One step's rows with a column of ``value`` for each value of ``column``, “–” for none.

    The step is the table's caption; the other categories tell the rows apart.
    """
    categories = measure.select_dtypes("category").columns
    rows = [name for name in categories if name not in ("step", column)]
    pivot = measure.pivot_table(value, rows, column, observed=True, sort=False)
    pivot = pivot.sort_index(axis="columns").sort_index()
    names = {name: words.COLUMNS[name](language) for name in rows}
    cells = pivot.map(lambda cell: _cell(cell, value, language)).reset_index()
    cells.columns = pd.Index([names.get(name, str(name)) for name in cells.columns])
    return Shown(cells.astype("object"), note=str(measure["step"].iloc[0]))


def _cell(value: Any, column: str, language: Language) -> str:
    if pd.isna(value):
        return "–"
    if column == "about":
        return words.ABOUT[value](language)
    if column in ("missing", "done", "disagree"):
        return (words.YES if value else words.NO)(language)
    if column in ("verdict", "panel", "core"):
        return words.VERDICTS[value](language)
    if isinstance(value, str):
        return words.one_line(value)
    return words.number(value, language)
