"""Measures of what the group made of its ideas: frame in, frame out.

``n`` is always a number of people: those whose ideas are in a theme, or those whose ballot holds a
choice. Within each step, what is first comes first; on a matrix, what fewer than five people placed
comes after the rest.
"""

from __future__ import annotations

import pandas as pd

from ..frames import FLOOR
from ..measures import ranked


def largest(themes: pd.DataFrame) -> pd.DataFrame:
    """The themes of each step, those of most people first: columns step, theme, table, ideas, n."""
    return ranked(themes, ["n", "ideas"], "theme", within=["step"])


def most_chosen(choices: pd.DataFrame) -> pd.DataFrame:
    """What was chosen most at each step: columns step, option, n, points."""
    each = choices.groupby(["step", "option"], observed=True)
    found = each["points"].sum().astype("Int64").to_frame()
    found.insert(0, "n", each["ballot"].nunique().astype("Int64"))
    return ranked(found.reset_index(), ["points", "n"], "option", within=["step"])


def missing_most(conditions: pd.DataFrame) -> pd.DataFrame:
    """The matrix of what matters by how far it is there, the widest difference first.

    Columns: number (in the step), step, option, n, importance, in_place (medians).
    """
    found = _medians(conditions, ["importance", "in_place"])
    ahead = found["importance"] - found["in_place"]
    return _numbered(found.assign(rank=ahead), "importance")


def weighing_most(challenges: pd.DataFrame) -> pd.DataFrame:
    """The matrix of seriousness by frequency, the largest product first.

    Columns: number (in the step), step, option, n, seriousness, frequency (medians).
    """
    found = _medians(challenges, ["seriousness", "frequency"])
    return _numbered(found.assign(rank=found["seriousness"] * found["frequency"]), "seriousness")


def agreement(positions: pd.DataFrame) -> pd.DataFrame:
    """How many people took each position at each step, also nobody: columns step, position, n."""
    here = positions.assign(step=positions["step"].cat.remove_unused_categories())
    counts = here.groupby(["step", "position"], observed=False).size()
    return counts.rename("n").astype("Int64").reset_index()


def minority(positions: pd.DataFrame) -> pd.DataFrame:
    """The reasons people gave for their position, word for word, by alphabet, objections first.

    Columns: step, position, reason.
    """
    given = positions.dropna(subset=["reason"])
    kept = given[["step", "position", "reason"]]
    order = kept.assign(key=kept["reason"].str.casefold())
    rows = order.sort_values(["step", "position", "key"], ascending=[True, False, True])
    return rows.drop(columns="key").reset_index(drop=True)


def _medians(placed: pd.DataFrame, values: list[str]) -> pd.DataFrame:
    each = placed.groupby(["step", "option"], observed=True)
    found = each[values].median().astype("Float64")
    found.insert(0, "n", each["ballot"].nunique().astype("Int64"))
    return found.reset_index()


def _numbered(found: pd.DataFrame, then: str) -> pd.DataFrame:
    """The rows by their rank, those that five people placed before all others, numbered."""
    often = found.assign(often=found["n"] >= FLOOR)
    rows = ranked(often, ["often", "rank", then, "n"], "option", within=["step"])
    rows = rows.drop(columns=["often", "rank"])
    number = rows.groupby("step", observed=True).cumcount() + 1
    rows.insert(0, "number", number.astype("Int64"))
    return rows
