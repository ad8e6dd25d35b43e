"""Which rows of a measure a report shows, and what it says of the others."""

from __future__ import annotations

import pandas as pd

from ..analysis import words as said
from ..analysis.frames import FLOOR
from ..deck import Language
from . import words

#: The rows of a figure that are shown.
FIRST = 8


def often(rows: pd.DataFrame) -> pd.DataFrame:
    """The first rows that rest on five people or more."""
    return rows[rows["n"] >= FLOOR].head(FIRST)


def few(rows: pd.DataFrame, name: str, language: Language) -> str:
    """The names of what rests on fewer people, without its figures; nothing if there is none."""
    less = (said.one_line(each) for each in rows[rows["n"] < FLOOR][name])
    names = [each for each in dict.fromkeys(less) if each != said.OTHER_ROLES(language)]
    shown = names[:FIRST]
    if (beyond := len(names) - FIRST) > 0:
        shown.append(words.label("and_more", language).format(n=beyond))
    parts = [words.label("few", language).format(names=" · ".join(shown))] if names else []
    rest = int((rows["n"] >= FLOOR).sum()) - FIRST
    if rest > 0:
        parts.insert(0, words.label("more", language).format(n=rest))
    return " ".join(parts)


def more(rows: pd.DataFrame, language: Language) -> str:
    """How many rows are not shown, and how many of them rest on fewer than five people."""
    enough = int((rows["n"] >= FLOOR).sum())
    counts = {"more": enough - FIRST, "few_more": len(rows) - enough}
    return " ".join(words.label(name, language).format(n=n) for name, n in counts.items() if n > 0)
