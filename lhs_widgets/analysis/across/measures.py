"""Measures across workshops: frame in, frame out.

``n`` is a number of people: each once for what they said at one step of one workshop. No row is of
a workshop of fewer than five people alone.
"""

from __future__ import annotations

import pandas as pd

from ..frames import FLOOR
from ..measures import influence_gap, ranked

SHARES = ("agree_share", "live_share", "object_share")


def attending(workshops: pd.DataFrame, together: str) -> pd.DataFrame:
    """People and answers of each workshop, the most people first.

    Workshops of fewer than five people are one row, called ``together``; with the next smallest, if
    they are not five either. Columns: band, workshop, workshops (how many the row holds), n,
    answers, each (answers a person), outcomes.
    """
    rows = workshops.assign(workshop=_folded(workshops, together), workshops=1)
    rows = rows.rename(columns={"people": "n"}).astype({"workshops": "Int64"})
    columns = ["workshops", "n", "answers", "outcomes"]
    found = rows.groupby(["band", "workshop"], observed=True)[columns].sum().reset_index()
    found.insert(5, "each", (found["answers"] / found["n"].where(found["n"] > 0)).round(1))
    return ranked(found, ["n", "answers"], "workshop", within=["band"])


def returning(said: pd.DataFrame) -> pd.DataFrame:
    """What was said in most workshops of each phase: columns phase, what, workshops, n."""
    each = said.dropna(subset=["what"]).groupby(["phase", "what"], observed=True)
    found = pd.DataFrame(
        {"workshops": each["workshop"].nunique(), "n": each["author"].nunique()}
    ).astype("Int64")
    return ranked(found.reset_index(), ["workshops", "n"], "what", within=["phase"])


def wishing(roles: pd.DataFrame) -> pd.DataFrame:
    """How much more say people wish for in each role, over all workshops, the widest gap first.

    The columns of :func:`lhs_widgets.analysis.measures.influence_gap`, and in how many workshops
    the role was chosen.
    """
    found = influence_gap(roles)
    keys = ["scope", "role", "phase"]
    chosen = roles.groupby(keys, observed=True)["workshop"].nunique().astype("Int64")
    return found.merge(chosen.rename("workshops").reset_index(), on=keys, how="left")


def agreeing(checks: pd.DataFrame) -> pd.DataFrame:
    """How people stood in the sense checks of each workshop, the most agreement first.

    Of sense checks with five ballots or more. Columns: workshop, ballots, agree_share, live_share
    and object_share (percent of those ballots).
    """
    cast = checks[checks.groupby("check")["position"].transform("size") >= FLOOR]
    found = cast.groupby("workshop", observed=True).size().rename("ballots").to_frame()
    for column, position in zip(SHARES, checks["position"].cat.categories, strict=True):
        taken = (cast["position"] == position).groupby(cast["workshop"], observed=True)
        found[column] = (100 * taken.mean()).round(1)
    found = found.reset_index().astype({"workshop": "string", "ballots": "Int64"})
    return ranked(found, ["agree_share", "ballots"], "workshop")


def _folded(workshops: pd.DataFrame, together: str) -> pd.Series:
    """The names, with those of workshops of fewer than five people folded into one."""
    few = pd.Series(data=False, index=workshops.index)
    for _, band in workshops.groupby("band", observed=True):
        smallest = band["people"].sort_values(kind="stable")
        before = smallest.cumsum().shift(fill_value=0)
        taken = (smallest < FLOOR) | ((before < FLOOR) & (smallest.iloc[0] < FLOOR))
        few[smallest.index] = taken
    return workshops["workshop"].mask(few, together)
