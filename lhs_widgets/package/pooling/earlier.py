"""What an earlier format told of people that today's does not, taken out before it is pooled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..reading import Package
from ..rows.telling import IMPERSONAL, languages_told

if TYPE_CHECKING:
    import pandas as pd

_AT_A_STEP = ("contributed", "withdrawn", "done", "moderated", "ballot")


def as_told_today(package: Package) -> Package:
    """The package with what today's format would tell; format 2 tells no more than today's.

    Format 1 knew the author, the language and the time of every answer. Where answers have no
    names, they go; the group stays until small groups are hidden in the pool.
    """
    if package.format > 1:
        return package
    steps = package.tables["steps"]
    named = set(steps["step"][steps["names"] == "named"])
    answers = _answers(package, named)
    tables = {"contributions": answers, "events": _events(package.tables["events"], named)}
    people = package.tables["participants"]
    if not languages_told(people["language"].dropna()):
        people = people.assign(language=None)
    return replace(package, tables={**package.tables, **tables, "participants": people})


def _answers(package: Package, named: set[str]) -> pd.DataFrame:
    found = package.tables["contributions"].copy()
    secret = ~found["step"].isin(named)
    eased = found["eased_by"].map(found.set_index("contribution")["step"])
    across = eased.notna() & (eased.isin(named) != found["step"].isin(named))
    found.loc[across, "eased_by"] = None
    names = {role.id: role.name.en for role in package.deck.roles.values()}
    for _, rows in found[secret].groupby("step"):
        spoken = rows.groupby("author")["language"].agg(lambda said: " ".join(sorted(set(said))))
        chosen = rows.index[rows["role"].notna()]
        if not languages_told(spoken):
            found.loc[chosen, "text"] = found.loc[chosen, "role"].map(names).astype("string")
            found.loc[chosen, "language"] = None
        if rows["origin"].nunique() > 1:
            personal = rows.index[~rows["origin"].isin(IMPERSONAL)]
            found.loc[personal, "origin"] = None
    found.loc[secret, ["participant", "created", "changed"]] = None
    return found


def _events(events: pd.DataFrame, named: set[str]) -> pd.DataFrame:
    """The events with what people did without names at the end, without person and time."""
    import pandas as pd

    secret = events["kind"].isin(_AT_A_STEP) & ~events["step"].isin(named)
    hidden = events[secret].copy()
    hidden[["participant", "at"]] = None
    hidden.loc[~hidden["origin"].isin(IMPERSONAL), "origin"] = None
    hidden = hidden.sort_values(["step", "kind", "value"], kind="stable")
    found = pd.concat([events[~secret], hidden], ignore_index=True)
    return found.assign(seq=range(1, len(found) + 1))
