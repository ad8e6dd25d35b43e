"""Measures of the roadmap: frame in, frame out. ``n`` is always a number of people."""

from __future__ import annotations

import pandas as pd

from ..measures import ranked
from ..together import measures as group

#: How many roles, conditions and challenges stand for a phase.
FIRST = 3
#: What their places rest on.
FIGURES = ["points", "importance", "in_place", "seriousness", "frequency"]


def held(
    roles: pd.DataFrame, conditions: pd.DataFrame, challenges: pd.DataFrame, *, first: int = FIRST
) -> pd.DataFrame:
    """What each phase holds: the first roles, winning conditions and challenges of the group.

    Columns: phase, part (roles, conditions or challenges), place, what, n, and the figures it rests
    on: points; importance and in_place; seriousness and frequency (medians). Roles come by their
    points, conditions by how much they matter beyond how far they are there, challenges by
    seriousness times frequency, as in :mod:`..together.measures`; what fewer than five people
    placed comes after the rest.
    """
    parts = {
        "roles": group.most_chosen(_as_steps(roles, "role")),
        "conditions": group.missing_most(_as_steps(conditions)),
        "challenges": group.weighing_most(_as_steps(challenges)),
    }
    phases = roles["phase"].dtype
    tops = [
        found.groupby("step", observed=True).head(first).astype({"step": phases}).assign(part=part)
        for part, found in parts.items()
    ]
    made = pd.concat(tops, ignore_index=True).rename(columns={"step": "phase", "option": "what"})
    made["part"] = pd.Categorical(made["part"], categories=list(parts), ordered=True)
    made["place"] = made.groupby(["phase", "part"], observed=True).cumcount() + 1
    rows = made.sort_values(["phase", "part", "place"], kind="stable").reset_index(drop=True)
    return rows[["phase", "part", "place", "what", "n", *FIGURES]].astype({"place": "Int64"})


def through(roles: pd.DataFrame) -> pd.DataFrame:
    """Which roles come back in several phases: columns role, phase, n, points.

    Those with points in most phases come first, then those with most points. Each phase has dots of
    its own, so points show where a role counts, not how much more than in another phase.
    """
    found = roles.groupby(["role", "phase"], observed=True)
    made = found["ballot"].nunique().astype("Int64").rename("n").reset_index()
    made["points"] = found["points"].sum().astype("Int64").to_numpy()
    each = made.groupby("role")
    made["phases"], made["total"] = (
        each["phase"].transform("size"),
        each["points"].transform("sum"),
    )
    rows = ranked(made, ["phases", "total"], "role", "phase")
    return rows[["role", "phase", "n", "points"]]


def easing(links: pd.DataFrame) -> pd.DataFrame:
    """Which condition would ease which challenge: columns phase, challenge, eased_by, n.

    ``n`` counts the people who drew that link. In each phase, the challenge that most people linked
    comes first, and its conditions by how many people named them. A link is one person's view at
    one moment: it says where people hope for relief, and not what would work.
    """
    given = links.dropna(subset=["eased_by", "challenge"])
    keys = ["phase", "challenge", "eased_by"]
    found = given.groupby(keys, observed=True)["author"].nunique().astype("Int64")
    made = found.rename("n").reset_index()
    total = given.groupby(["phase", "challenge"], observed=True)["author"].nunique()
    made = made.merge(total.rename("total").reset_index(), on=["phase", "challenge"])
    rows = ranked(made, ["total"], "challenge", within=["phase"])
    rows = rows.sort_values(
        ["phase", "total", "challenge", "n", "eased_by"],
        ascending=[True, False, True, False, True],
        kind="stable",
    )
    return rows.drop(columns="total").reset_index(drop=True)


def alone(links: pd.DataFrame) -> pd.DataFrame:
    """How many challenges have no condition that would ease them: columns phase, texts, without.

    ``texts`` counts the challenges written, ``without`` those of them without a condition.
    """
    each = links.groupby("phase", observed=True)["linked"]
    found = pd.DataFrame({"texts": each.size(), "without": each.size() - each.sum()})
    return found.astype("Int64").reset_index()


def widest(easing: pd.DataFrame, *, rows: int = 6, columns: int = 6) -> pd.DataFrame:
    """Of each phase, the first challenges and the conditions that most people named for them."""
    kept = []
    for _, found in easing.groupby("phase", observed=True):
        challenges = list(dict.fromkeys(found["challenge"]))[:rows]
        there = found[found["challenge"].isin(challenges)]
        named = there.groupby("eased_by")["n"].sum().sort_values(ascending=False, kind="stable")
        kept.append(there[there["eased_by"].isin(named.index[:columns])])
    return pd.concat(kept, ignore_index=True) if kept else easing


def _as_steps(placed: pd.DataFrame, option: str = "option") -> pd.DataFrame:
    """The frame as the measures of the group know it: phases for steps."""
    return placed.drop(columns="step", errors="ignore").rename(
        columns={"phase": "step", option: "option"}
    )
