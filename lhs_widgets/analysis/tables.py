"""Small tables for a notebook: headings in the reader's language, medians as people write them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from ..deck import Language
from . import words


@dataclass(frozen=True, repr=False)
class Shown:
    """A table that displays itself; every cell is text."""

    frame: pd.DataFrame

    def __repr__(self) -> str:
        return str(self.frame.to_string(index=False))

    def _repr_html_(self) -> str:
        with pd.option_context("display.max_colwidth", None):
            table = self.frame.to_html(index=False, border=0, justify="left", classes="measure")
        return str(table).replace("<th>", '<th scope="col">')


def titled(measure: pd.DataFrame, language: Language, *, first: int = 8) -> Shown:
    """The first rows of a measure under headings in the reader's language."""
    top = measure.head(first)
    return Shown(
        pd.DataFrame(
            {
                words.COLUMNS[name](language): [_cell(value, name, language) for value in top[name]]
                for name in top.columns
            }
        )
    )


def _cell(value: Any, column: str, language: Language) -> str:
    if pd.isna(value):
        return "–"
    if column == "about":
        return (words.GROUP if value == "group" else words.LANGUAGE)(language)
    if column == "missing":
        return (words.YES if value else words.NO)(language)
    if isinstance(value, str):
        return " ".join(value.split())
    return words.number(value, language)
