"""Measures: frame in, frame out.

A person counts once in every median: someone who answered several times enters with the median of
their own answers. ``n`` is always a number of people. A measure by group leaves out any row of
fewer than five people.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from scipy.stats import binom

from .frames import FLOOR


def participation(people: pd.DataFrame) -> pd.DataFrame:
    """How many people, by group and by language: columns about, label, n."""
    counts = [
        people.groupby(about, observed=True)
        .size()
        .rename_axis("label")
        .reset_index(name="n")
        .astype({"label": "string", "n": "Int64"})
        .assign(about=about)
        for about in ("group", "language")
    ]
    return pd.concat(counts, ignore_index=True)[["about", "label", "n"]]


def influence_gap(roles: pd.DataFrame) -> pd.DataFrame:
    """How much more say people wish for in each role, the widest gap first.

    Roles chosen by fewer than five people come after the others, whatever their gap.

    Columns: role, n, today, wished, gap (medians), q1 and q3 (quartiles of the gap), low and high
    (exact 95% interval of the median gap; missing under six people).
    """
    found = _medians(roles, ["role"], ["today", "wished", "gap"])
    spread = _by_person(roles, ["role"], ["gap"]).groupby("role", observed=True)["gap"]
    found["q1"] = found["role"].map(spread.quantile(0.25)).astype("Float64")
    found["q3"] = found["role"].map(spread.quantile(0.75)).astype("Float64")
    ends = {role: median_interval(values.tolist()) for role, values in spread}
    for place, column in enumerate(("low", "high")):
        limits = [ends.get(role, (None, None))[place] for role in found["role"]]
        found[column] = pd.array(limits, dtype="Float64")
    found["often"] = found["n"] >= FLOOR
    return _ranked(found, ["often", "gap", "wished", "n"], "role").drop(columns="often")


def influence_by_group(roles: pd.DataFrame) -> pd.DataFrame:
    """The same gap for each group of at least five people: columns role, group, n, gap."""
    found = _medians(roles, ["role", "group"], ["gap"])
    return _ranked(found[found["n"] >= FLOOR], ["gap", "n"], "role", "group")


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
    ranked = _ranked(
        found.assign(ahead=ahead), ["missing", "ahead", "importance", "n"], "phase", "condition"
    )
    return ranked.drop(columns="ahead")


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
    return _ranked(found.merge(links, on=keys, how="left"), ["weight", "n"], "phase", "challenge")


def by_phase_and_group(frame: pd.DataFrame, *scales: str) -> pd.DataFrame:
    """Medians of ``scales`` for each phase and each group of at least five people who answered."""
    found = _medians(frame, ["phase", "group"], list(scales))
    return found[found["n"] >= FLOOR].reset_index(drop=True)


def median_interval(values: Sequence[float]) -> tuple[float | None, float | None]:
    """An interval that holds the median at least 95 times in 100, whatever the distribution.

    From the order statistics (W. J. Conover, Practical Nonparametric Statistics, on confidence
    intervals for a quantile). Fewer than six values can't give one.
    """
    ordered = sorted(values)
    rank = int(binom.ppf(0.025, len(ordered), 0.5)) if ordered else 0
    if rank < 1:
        return None, None
    return float(ordered[rank - 1]), float(ordered[-rank])


def _by_person(frame: pd.DataFrame, keys: list[str], values: list[str]) -> pd.DataFrame:
    """One row for each person and key, with the median of what they said; blanks left out."""
    grouped = frame.groupby([*keys, "participant"], observed=True)[values].median()
    return grouped.astype("Float64").dropna(how="all").reset_index()


def _medians(frame: pd.DataFrame, keys: list[str], values: list[str]) -> pd.DataFrame:
    each = _by_person(frame, keys, values).groupby(keys, observed=True)
    found = each[values].median().astype("Float64")
    found.insert(0, "n", each.size().astype("Int64"))
    return found.reset_index()


def _ranked(frame: pd.DataFrame, highest: list[str], *then: str) -> pd.DataFrame:
    """The rows from the highest values down; ``then`` settles what is equal."""
    order = [*highest, *then]
    ascending = [False] * len(highest) + [True] * len(then)
    return frame.sort_values(order, ascending=ascending, kind="stable").reset_index(drop=True)


def _most_linked(links: pd.Series) -> object:
    counts = links.value_counts().sort_index()
    return counts.idxmax() if len(counts) else pd.NA
