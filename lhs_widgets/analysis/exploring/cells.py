"""The small-numbers rule for every filter at once.

Answers are cut into the smallest cells a filter can reach: one row of a chart, in one phase of one
workshop. In each cell, groups are folded until every label has five people or nobody. A filter only
ever adds up such parts, and so does the difference between two filters: no choice of filters, and
no subtraction, can come down to fewer than five people of a group.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ...deck import Language
from .. import words
from ..frames import FLOOR, FOLDED, fold

#: What a room is: the answers of one workshop in one phase.
ROOM = ["workshop", "phase"]


def pooled(frames: Sequence[tuple[str, pd.DataFrame]]) -> pd.DataFrame:
    """The frames of several workshops under each other, each with its name in ``workshop``.

    Categories keep their order; an ``author`` of one workshop is nobody of another.
    """
    made = [
        frame.assign(workshop=name, author=name + "/" + frame["author"]) for name, frame in frames
    ]
    found = pd.concat([each.astype({"workshop": "object"}) for each in made], ignore_index=True)
    for column, dtype in made[0].dtypes.items():
        if isinstance(dtype, pd.CategoricalDtype):
            found[column] = _joined([each[column] for each in made])
    names = list(dict.fromkeys(name for name, _ in frames))
    found["workshop"] = pd.Categorical(found["workshop"], categories=names, ordered=True)
    return found


def told(answers: pd.DataFrame, rows: Sequence[str], language: Language) -> pd.DataFrame:
    """The answers with the groups that may be told under any filter.

    ``rows`` are the columns that tell apart the rows of the chart. Rooms of fewer than five people
    are left out. Where fewer than two labels of five remain in a cell, its people are of all groups
    together, whom no filter by group shows.
    """
    if answers.empty:
        return answers
    size = answers.groupby(ROOM, observed=True)["author"].transform("nunique")
    kept = answers[size >= FLOOR].reset_index(drop=True)
    cell = [*ROOM, *rows]
    people = kept[[*cell, "author", "group"]].astype({"group": "object"})
    people = people.drop_duplicates([*cell, "author"])
    each = people.groupby(cell, observed=True, dropna=False)
    group = each["group"].transform(fold).replace(FOLDED, words.OTHERS(language))
    labels = group.groupby([people[name] for name in cell], observed=True, dropna=False)
    apart = labels.transform("nunique") > 1
    people["group"] = group.where(apart, words.ALL_TOGETHER(language))
    found = kept.drop(columns="group").merge(people, on=[*cell, "author"], how="left")
    order = dict.fromkeys(map(str, answers["group"].cat.categories))
    last = (words.OTHERS(language), words.ALL_TOGETHER(language))
    present = [*(name for name in order if name not in last), *last]
    there = set(found["group"])
    categories = [name for name in present if name in there]
    found["group"] = pd.Categorical(found["group"], categories=categories, ordered=True)
    return found[list(answers.columns)]


def _joined(columns: Sequence[pd.Series]) -> pd.Categorical:
    categories = dict.fromkeys(name for each in columns for name in each.cat.categories)
    values = pd.concat([each.astype("object") for each in columns], ignore_index=True)
    return pd.Categorical(values, categories=list(categories), ordered=True)
