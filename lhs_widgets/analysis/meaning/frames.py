"""Tidy frames of a group's words and values, with declared columns and dtypes.

They are told by the lists that the decks bring: words heard, names for contributors, values.
"""

from __future__ import annotations

import pandas as pd

from ...deck import Language
from ...deck.activities import Choose, Fill, PlaceOnScales
from ...package import Package
from ..activities import frames as kinds
from ..activities.published import published
from ..frames import drawable, ordered, same_words, typed
from ..together.frames import steps, titles

GLOSSARY = {
    "step": "category",
    "author": "string",
    "word": "string",
    "meaning": "string",
    "aside": "string",
    "family": "string",
}

#: Words that people may want to clear up.
HEARD = ("words-heard",)
#: What people who take part may be called.
NAMES = ("contributor-terms",)
#: What a group can hold to: the eleven core values, the four dimensions of value.
VALUES = ("core-values", "value-dimensions")


def chosen(package: Package, language: Language, lists: tuple[str, ...]) -> pd.DataFrame:
    """What was chosen of these lists, as in :func:`..activities.frames.chosen`."""
    return _about(kinds.chosen(package, language), package, language, lists)


def placed(package: Package, language: Language, lists: tuple[str, ...]) -> pd.DataFrame:
    """What was placed of these lists, as in :func:`..activities.frames.placed`."""
    return _about(kinds.placed(package, language), package, language, lists)


def counted(package: Package, language: Language, lists: tuple[str, ...]) -> pd.DataFrame:
    """What was picked of these lists beside their published figures, as in
    :func:`..activities.published.published`."""
    return _about(published(package, language), package, language, lists)


def glossary(package: Package, language: Language) -> pd.DataFrame:
    """The glossary: one row a row of it, columns :data:`GLOSSARY`.

    The first column names the word; ``meaning``, ``aside`` and ``family`` are missing where the
    deck does not ask for them, or nobody wrote them. Several families are listed in one cell.
    """
    activities = {
        step.id: step.activity
        for step in package.deck.steps.values()
        if isinstance(step.activity, Fill) and step.activity.glossary
    }
    tables = package.tables
    rows = tables["contributions"]
    shown = rows["step"].isin(activities) & (rows["kind"] == "row") & rows["moderated"].isna()
    rows = rows[shown].reset_index(drop=True)
    labels = kinds.names(package.deck, language)
    cells = tables["cells"].sort_values(["contribution", "column", "line"], kind="stable")
    cells = cells.assign(said=cells["choice"].map(labels).astype("string").fillna(cells["text"]))
    each = cells.groupby(["contribution", "column"])["said"].agg(" · ".join).to_dict()
    first = {step: activity.columns[0].id for step, activity in activities.items()}

    def column(name: str) -> pd.Series:
        said = [each.get((id_, name)) for id_ in rows["contribution"]]
        return drawable(pd.Series(said, index=rows.index, dtype="string"))

    word = [
        each.get((id_, first[step]))
        for id_, step in zip(rows["contribution"], rows["step"], strict=True)
    ]
    made = rows.assign(
        step=steps(package, rows, language),
        word=same_words(drawable(pd.Series(word, index=rows.index, dtype="string"))),
        **{name: column(name) for name in ("meaning", "aside", "family")},
    )
    return typed(made.dropna(subset=["word"]), GLOSSARY)


def _about(
    frame: pd.DataFrame, package: Package, language: Language, lists: tuple[str, ...]
) -> pd.DataFrame:
    """The rows at steps that are about items of these lists."""
    named = titles(package, language)
    here = [
        named[step.id]
        for step in package.deck.steps.values()
        if isinstance(step.activity, Choose | PlaceOnScales)
        and step.activity.items in lists
        and step.id in named
    ]
    found = frame[frame["step"].isin(here)].reset_index(drop=True)
    kept = [name for name in frame["step"].cat.categories if name in here]
    return found.assign(step=ordered(found["step"].astype("object"), {name: name for name in kept}))
