"""Measures of an engagement plan: frame in, frame out.

They count rows of plans. Rows are no sample of anything: several may be one person's, or say the
same thing twice, so no figure here is tested against another.
"""

from __future__ import annotations

import pandas as pd

from ..frames import FLOOR
from ..measures import influence_gap, ranked

#: The least promise that leaves part of the decision to people: collaborate.
DECIDING = 4

_BESIDE = ["choice", "rows", "picked_share", "published", "published_share"]


def beside(planned: pd.DataFrame, figures: pd.DataFrame, about: str) -> pd.DataFrame:
    """What a plan holds of one kind beside the published figures, in the order of the deck.

    Columns: choice, rows, picked_share (percent of the plan's choices), published (the figure) and
    published_share (percent of the sum of the figures). Both shares say how a whole is spread over
    the same names. A source counts articles or systems, and one of them can count for several
    names; a plan counts intentions. Under about thirty rows, one more or less moves a share by
    several points. Empty where the plan holds nothing of the kind, or the deck has no figures.
    """
    known = figures[figures["about"] == about]
    rows = _rows(planned, about)
    found = known[["choice", "published"]].astype({"choice": "string"})
    found = found.assign(rows=found["choice"].map(rows).fillna(0).astype("Int64"))
    if found.empty or not found["rows"].sum():
        return found.head(0).assign(picked_share=pd.NA, published_share=pd.NA)[_BESIDE]
    return found.assign(
        picked_share=_percent(found["rows"]), published_share=_percent(found["published"])
    )[_BESIDE].reset_index(drop=True)


def crossed(planned: pd.DataFrame, about: str) -> pd.DataFrame:
    """With which promise each choice of a kind stands in the plan: columns choice, level, rows.

    The choices of most rows come first. A row with several choices counts for each.
    """
    keys = ["row", "choice"]
    chosen = planned[planned["about"] == about][keys]
    promised = planned[planned["about"] == "promise"].rename(columns={"choice": "promise"})
    made = chosen.merge(promised[["row", "promise"]], on="row")
    found = made.groupby(["choice", "promise"], observed=True)["row"].nunique().astype("Int64")
    found = found.rename("rows").reset_index()
    total = found.groupby("choice", observed=True)["rows"].transform("sum")
    rows = ranked(found.assign(total=total), ["total"], "choice", "promise")
    return rows[["choice", "promise", "rows"]].rename(columns={"promise": "level"})


def deciding(planned: pd.DataFrame, figures: pd.DataFrame) -> tuple[int, int, int, int] | None:
    """Promises to collaborate or empower, and all: of the plan, then of the source; None if one of
    the two has none.
    """
    levels = planned[planned["about"] == "promise"]
    places = levels.drop_duplicates("choice").set_index("choice")["level"]
    known = figures[figures["about"] == "promise"]
    all_ = list(known["choice"])
    high = known[[all_.index(choice) + 1 >= DECIDING for choice in all_]]
    total = int(known["published"].sum())
    if levels.empty or not total:
        return None
    ours = int((levels["choice"].map(places).astype("Int64") >= DECIDING).sum())
    return ours, len(levels), int(high["published"].sum()), total


def promised(planned: pd.DataFrame, roles: pd.DataFrame) -> pd.DataFrame:
    """The say the plan promises a role beside the say that people wish for in it.

    Columns: scope, role, phase, n (people who rated it), today, wished (their medians), rows (of
    the plan with a promise for it) and promised (their median), the promise that lags most first.
    ``roles`` is :func:`..frames.roles`; scopes and phases are never in one median (see
    :func:`..measures.influence_gap`). Levels of the two scales have the same names, from 1 (inform)
    to 5 (empower); a wish can also be 0. Roles that fewer than five people rated are left out.
    """
    named = planned[planned["about"] == "role"][["row", "choice"]]
    levels = planned[planned["about"] == "promise"][["row", "level"]]
    made = named.merge(levels, on="row").astype({"choice": "string", "level": "Float64"})
    plan = made.groupby("choice")["level"].agg(["size", "median"]).astype("Float64")
    plan = plan.set_axis(["rows", "promised"], axis="columns").rename_axis("role").reset_index()
    wished = influence_gap(roles)[["scope", "role", "phase", "n", "today", "wished"]]
    both = wished.merge(plan, on="role").astype({"rows": "Int64"})
    both = both[both["n"] >= FLOOR].dropna(subset=["wished"])
    lag = both["wished"] - both["promised"]
    rows = ranked(both.assign(lag=lag), ["lag", "n"], "role", "phase", within=["scope"])
    return rows.drop(columns="lag")


def _rows(planned: pd.DataFrame, about: str) -> dict[str, int]:
    each = planned[planned["about"] == about].groupby("choice", observed=True)["row"].nunique()
    return {str(choice): int(n) for choice, n in each.items()}


def _percent(counts: pd.Series) -> pd.Series:
    return (100 * counts / counts.sum()).astype("Float64").round()
