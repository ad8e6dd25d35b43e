"""Measures: frame in, frame out.

A person counts once in every median: someone who answered several times enters with the median of
their own answers. ``n`` is always a number of people. A measure by group leaves out any row of
fewer than five people. Answers have no names, and nobody can be followed from one step to the next:
what is said in different phases is never in one median.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from .frames import FLOOR
from .statistics import median_interval


def participation(people: pd.DataFrame) -> pd.DataFrame:
    """How many people, by group, by language and, where it is known, by way of taking part.

    Columns: about, label, n.
    """
    counts = [
        people.groupby(about, observed=True)
        .size()
        .rename_axis("label")
        .reset_index(name="n")
        .astype({"label": "string", "n": "Int64"})
        .assign(about=about)
        for about in ("group", "language", "way")
        if about in people
    ]
    return pd.concat(counts, ignore_index=True)[["about", "label", "n"]]


def influence_gap(roles: pd.DataFrame) -> pd.DataFrame:
    """How much more say people wish for in each role, the widest gap first.

    What people wish for themselves and what they wish for patients, families and caregivers are two
    questions: no median mixes them, and the first comes first. Roles that fewer than five people
    chose in a phase come after the others of their scope, whatever their gap.

    Columns: scope, role, phase, n, today, wished, gap (medians), q1 and q3 (quartiles of the gap),
    low and high (exact 95% interval of the median gap; missing under six people).
    """
    keys = ["scope", "role", "phase"]
    found = _medians(roles, keys, ["today", "wished", "gap"])
    each = _by_person(roles, keys, ["gap"]).groupby(keys, observed=True)["gap"]
    spread = {
        key: (gaps.quantile(0.25), gaps.quantile(0.75), *median_interval(gaps.tolist()))
        for key, gaps in each
    }
    rows = [spread.get(key, (None,) * 4) for key in found[keys].itertuples(index=False, name=None)]
    for place, column in enumerate(("q1", "q3", "low", "high")):
        found[column] = pd.array([row[place] for row in rows], dtype="Float64")
    found["often"] = found["n"] >= FLOOR
    highest = ["often", "gap", "wished", "n"]
    return ranked(found, highest, "role", "phase", within=["scope"]).drop(columns="often")


def influence_by_group(roles: pd.DataFrame) -> pd.DataFrame:
    """The gap over all roles, for each group of at least five people.

    Columns: scope, group, phase, n, today, wished, gap (medians).
    """
    found = _medians(roles, ["scope", "group", "phase"], ["today", "wished", "gap"])
    shown = found[found["n"] >= FLOOR]
    return ranked(shown, ["gap", "n"], "group", "phase", within=["scope"])


def matters_and_missing(
    conditions: pd.DataFrame, *, high: float = 4, low: float = 2
) -> pd.DataFrame:
    """What matters and how far it is there, the widest difference first.

    Columns: phase, condition, n, importance, in_place (medians) and missing: importance of at least
    ``high`` and in place at most ``low``. The limits suit scales of 1 to 5.
    """
    found = _medians(conditions, ["phase", "condition"], ["importance", "in_place"])
    found["missing"] = (
        (found["importance"] >= high).fillna(False) & (found["in_place"] <= low).fillna(False)
    ).astype("boolean")
    ahead = found["importance"] - found["in_place"]
    rows = ranked(
        found.assign(ahead=ahead), ["missing", "ahead", "importance", "n"], "phase", "condition"
    )
    return rows.drop(columns="ahead")


def challenge_weight(challenges: pd.DataFrame) -> pd.DataFrame:
    """What weighs most: seriousness times frequency, the heaviest first.

    Columns: phase, challenge, n, seriousness, frequency (medians), weight (their product) and
    eased_by: the condition most people linked it to, the first in the alphabet among equals.
    """
    keys = ["phase", "challenge"]
    found = _medians(challenges, keys, ["seriousness", "frequency"])
    found["weight"] = found["seriousness"] * found["frequency"]
    links = challenges.groupby(keys, observed=True)["eased_by"].agg(_most_linked)
    links = links.astype("string").reset_index()
    return ranked(found.merge(links, on=keys, how="left"), ["weight", "n"], "phase", "challenge")


def by_phase_and_group(frame: pd.DataFrame, *scales: str) -> pd.DataFrame:
    """Medians of ``scales`` for each phase and each group of at least five people who answered."""
    found = _medians(frame, ["phase", "group"], list(scales))
    return found[found["n"] >= FLOOR].reset_index(drop=True)


def leading(measure: pd.DataFrame, first: int) -> pd.DataFrame:
    """The first rows of a measure; the first of each scope or step, where it has those."""
    band = next((name for name in ("scope", "step") if name in measure), "")
    return measure.groupby(band, observed=True).head(first) if band else measure.head(first)


def _by_person(frame: pd.DataFrame, keys: list[str], values: list[str]) -> pd.DataFrame:
    """One row for each person and key, with the median of what they said; blanks left out."""
    grouped = frame.groupby([*keys, "author"], observed=True)[values].median()
    return grouped.astype("Float64").dropna(how="all").reset_index()


def _medians(frame: pd.DataFrame, keys: list[str], values: list[str]) -> pd.DataFrame:
    each = _by_person(frame, keys, values).groupby(keys, observed=True)
    found = each[values].median().astype("Float64")
    found.insert(0, "n", each.size().astype("Int64"))
    return found.reset_index()


def ranked(
    frame: pd.DataFrame, highest: list[str], *then: str, within: Sequence[str] = ()
) -> pd.DataFrame:
    """The rows from the highest values down, ``within`` apart; ``then`` settles what is equal."""
    order = [*within, *highest, *then]
    ascending = [True] * len(within) + [False] * len(highest) + [True] * len(then)
    return frame.sort_values(order, ascending=ascending, kind="stable").reset_index(drop=True)


def _most_linked(links: pd.Series) -> object:
    counts = links.value_counts().sort_index()
    return counts.idxmax() if len(counts) else pd.NA
