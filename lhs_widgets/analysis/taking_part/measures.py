"""Measures of who took part: frame in, frame out.

``n`` is always a number of people; under five, it is missing.
"""

from __future__ import annotations

import pandas as pd

from .. import statistics
from ..frames import FLOOR
from ..measures import participation

__all__ = ["answering", "arriving", "balance", "participation", "turns"]

#: Where the spans of arrivals may end, in minutes after the first person.
_ENDS = (1, 2, 3, 4, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 480, 1440)


def arriving(people: pd.DataFrame) -> pd.DataFrame:
    """When people joined: columns since, until (minutes after the first person), n, so_far.

    Spans are as short as they can be with at least five people in each: a span of fewer joins the
    next one, the last the one before. ``until`` is missing after a day. Under five people, there is
    no span.
    """
    rows: list[dict[str, float | None]] = []
    since, waiting = 0.0, 0
    ends = [*map(float, _ENDS), None]
    minutes = people["minute"].astype(float)
    counts = pd.cut(minutes, [0, *_ENDS, float("inf")], right=False).value_counts(sort=False)
    for end, n in zip(ends, counts, strict=True):
        waiting += int(n)
        if waiting >= FLOOR:
            rows.append({"since": since, "until": end, "n": waiting})
            since, waiting = end or 0.0, 0
    if waiting and rows:
        last = max(int(place) for place, n in enumerate(counts) if n)
        rows[-1] |= {"until": ends[last], "n": (rows[-1]["n"] or 0) + waiting}
    dtypes = {"since": "Float64", "until": "Float64", "n": "Int64"}
    found = pd.DataFrame(rows, columns=list(dtypes)).astype(dtypes)
    return found.assign(so_far=found["n"].cumsum())


def answering(answered: pd.DataFrame, voted: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """How many people answered at each step, in the order of the walk.

    Columns: step, n, share (percent of all people), answers, ballots (of the vote at the step that
    most took part in). What fewer than five people gave is missing. Answers and ballots have no
    names: that the same number answered twice does not say that the same people did.
    """
    each = answered.groupby("step", observed=False)
    found = pd.DataFrame({"n": each["author"].nunique(), "answers": each.size()})
    casts = voted.groupby(["step", "stage"], observed=True)["ballot"].nunique()
    casts.index = casts.index.set_levels(casts.index.levels[0].astype("object"), level=0)
    most = casts.groupby(level="step").max()
    found["ballots"] = [int(most.get(step, 0)) for step in found.index]
    found = found.astype("Int64").reset_index()
    found.insert(2, "share", (100 * found["n"] / max(len(people), 1)).round().astype("Float64"))
    few = found["n"] < FLOOR
    found.loc[few, ["n", "share", "answers"]] = pd.NA
    found.loc[found["ballots"] < FLOOR, "ballots"] = pd.NA
    return found[found["n"].notna() | found["ballots"].notna()].reset_index(drop=True)


def turns(answered: pd.DataFrame) -> tuple[dict[str, int], dict[str, int]]:
    """Of each group: the people at the steps where it can be told, and their answers there.

    A person counts once at each step.
    """
    told = answered[answered["told"].fillna(False)]
    there = told.drop_duplicates(["step", "author"])
    return tuple(  # type: ignore[return-value]
        {str(group): int(n) for group, n in rows.groupby("group", observed=True).size().items()}
        for rows in (there, told)
    )


def balance(answered: pd.DataFrame) -> pd.DataFrame:
    """What each group said beside its share of the people, over the steps where groups are told.

    Columns: group, turns (people, once a step), turns_share, answers, answers_share (percent) and
    ratio: the second share over the first (see :func:`..statistics.participation_balance`). Only
    steps at which two groups of five can be told apart; who answered without their group being told
    is among the other groups. It counts answers, not their length nor what was made of them, and
    knows nothing of those who did not answer. Needs two groups.
    """
    there, said = turns(answered)
    columns = {"people": "turns", "people_share": "turns_share"}
    columns |= {"said": "answers", "said_share": "answers_share"}
    if len(there) < 2:
        return pd.DataFrame(columns=["group", *columns.values(), "ratio"])
    found = statistics.participation_balance(there, said).rename(columns=columns)
    found["ratio"] = found["ratio"].round(2)
    for share in ("turns_share", "answers_share"):
        found[share] = found[share].round()
    return found[["group", "turns", "turns_share", "answers", "answers_share", "ratio"]]
