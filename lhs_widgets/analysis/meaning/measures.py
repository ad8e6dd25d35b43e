"""Measures of a group's words and values: frame in, frame out.

Choices, scales and figures of a source are measured as everywhere (:mod:`..activities.measures`);
here are only the names under which the notebook asks for them, and the glossary.
"""

from __future__ import annotations

import pandas as pd

from ..activities.measures import beside_published, choosing, choosing_by_group, gap_of_two
from ..measures import ranked

__all__ = ["families", "first", "first_by_group", "heard", "lagging", "named", "words"]

heard = choosing
first = choosing
first_by_group = choosing_by_group
lagging = gap_of_two


def named(counted: pd.DataFrame) -> pd.DataFrame:
    """The names that were chosen beside the figures of the source, the most chosen first.

    Columns as in :func:`..activities.measures.beside_published`; names that nobody chose are left
    out, and their share of the figures with them.
    """
    found = beside_published(counted)
    return ranked(found[found["picks"] > 0], ["picks", "published"], "option", within=["step"])


def families(glossary: pd.DataFrame) -> pd.DataFrame:
    """From which family of terms the words of the glossary come: columns step, family, n, texts.

    ``texts`` counts the words as people wrote them, ``n`` their authors. Words without a family are
    left out.
    """
    each = glossary.dropna(subset=["family"]).groupby(["step", "family"], observed=True)
    found = each["author"].nunique().astype("Int64").rename("n").to_frame()
    found["texts"] = each.size().astype("Int64")
    return ranked(found.reset_index(), ["n", "texts"], "family", within=["step"])


def words(glossary: pd.DataFrame) -> pd.DataFrame:
    """The glossary to read, by alphabet: columns word, meaning, aside, family."""
    order = glossary.assign(key=glossary["word"].str.casefold())
    rows = order.sort_values(["step", "key", "meaning"], kind="stable").reset_index(drop=True)
    return rows[["word", "meaning", "aside", "family"]].drop_duplicates(ignore_index=True)
