"""What a pool tells of whose a row is: never a group of fewer than five people.

What is told of a workshop depends on its own package alone and is never more than that says. So a
pool less one of its packages, or less another pool, tells nothing that they do not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...workshop.results import SMALLEST_GROUP
from ..rows.telling import IMPERSONAL

if TYPE_CHECKING:
    import pandas as pd

Frames = dict[str, "pd.DataFrame"]

_ROUND = ["workshop", "step", "stage", "round"]


def told(tables: Mapping[str, pd.DataFrame]) -> Frames:
    """The tables of a pool with small groups left out; doing it again changes nothing."""
    people = _people(tables["participants"])
    groups = people[["workshop", "group"]].dropna().drop_duplicates()
    return {
        **tables,
        "participants": people,
        "contributions": _answers(tables["contributions"], people, groups),
        "votes": _ballots(tables["votes"], groups),
        "events": _events(tables["events"], people),
    }


def _people(found: pd.DataFrame) -> pd.DataFrame:
    """A language, a table and a group only where five people share all that is told of them."""
    languages = found.groupby(["workshop", "language"])["participant"].transform("size")
    few = (languages < SMALLEST_GROUP).fillna(False).groupby(found["workshop"]).transform("any")
    several = found.groupby("workshop")["language"].transform("nunique") > 1
    people = found.assign(language=found["language"].mask(few & several))
    seats = people.groupby(["workshop", "table", "language"], dropna=False)["participant"]
    crowded = seats.transform("size") >= SMALLEST_GROUP
    people["table"] = people["table"].where(crowded.groupby(people["workshop"]).transform("all"))
    classes = ["workshop", "language", "table"]
    return people.assign(group=_large(people, classes, "participant"))


def _answers(found: pd.DataFrame, people: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """The group of a named author as it is told of the person; of others, what five share."""
    named = found["participant"].notna()
    where = ["workshop", "step"]
    others = found.loc[~named, [*where, "author", "group", "origin"]]
    others["language"] = _spoken(found[[*where, "author", "language"]])[~named]
    others["origin"] = others["origin"].where(others["origin"].isin(IMPERSONAL))
    group = _large(others, [*where, "language", "origin"], "author")
    imported = found["origin"] == "import"
    group = group.where(_in(others, groups) | imported[~named])
    whose = found.loc[named, ["workshop", "participant"]].merge(
        people[["workshop", "participant", "group"]], how="left"
    )
    made = found["group"].copy()
    made[~named] = group
    made[named] = whose["group"].array
    return found.assign(group=made.astype("string"))


def _spoken(said: pd.DataFrame) -> pd.Series:
    """All the languages in which a row's author answered its step, as one text."""
    keys = ["workshop", "step", "author"]
    each = said.assign(language=said["language"].fillna("–")).drop_duplicates()
    several = each[each.duplicated(keys, keep=False)].sort_values("language", kind="stable")
    together = several.groupby(keys)["language"].agg(" ".join).rename("together").reset_index()
    found = said.merge(together, on=keys, how="left")["together"].array
    return said["language"].fillna("–").where(found.isna(), found)


def _ballots(found: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    cast = found[[*_ROUND, "ballot", "group"]].assign(
        origin=found["origin"].where(found["origin"].isin(IMPERSONAL))
    )
    group = _large(cast, [*_ROUND, "origin"], "ballot")
    return found.assign(group=group.where(_in(found, groups)).astype("string"))


def _events(found: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Where people sat, only in workshops whose tables are told."""
    told = set(people["workshop"][people["table"].notna()])
    hidden = (found["kind"] == "seated") & ~found["workshop"].isin(told)
    return found.assign(table=found["table"].mask(hidden))


def _in(rows: pd.DataFrame, groups: pd.DataFrame) -> pd.Series:
    """Whether a row's group is told of people of its workshop."""
    import pandas as pd

    pairs = rows[["workshop", "group"]].merge(groups.assign(told=True), how="left")
    return pd.Series(pairs["told"].notna().to_numpy(), index=rows.index)


def _large(rows: pd.DataFrame, classes: list[str], who: str) -> pd.Series:
    """Each row's group, where at least five of ``who`` in the class share it.

    As on the wall (:func:`lhs_widgets.workshop.results.told_apart`): where those left would be
    fewer than five, the smallest group goes with them, and of equals the last of the alphabet.
    """
    number = rows.groupby(classes, dropna=False, sort=False).ngroup()
    each = rows[["group", who]].assign(number=number).drop_duplicates(["number", who])
    sizes = each.groupby(["number", "group"]).size().rename("size").reset_index()
    large = sizes[sizes["size"] >= SMALLEST_GROUP]
    rest = each.groupby("number").size() - large.groupby("number")["size"].sum()
    rest = rest.fillna(0)
    short = set(rest.index[(rest > 0) & (rest < SMALLEST_GROUP)])
    ordered = large.sort_values(["size", "group"], ascending=[True, False], kind="stable")
    last = ordered.index[~ordered["number"].duplicated() & ordered["number"].isin(short)]
    kept = large.drop(last)[["number", "group"]].assign(told=True)
    pairs = rows[["group"]].assign(number=number).merge(kept, how="left")
    return rows["group"].where(pairs["told"].notna().to_numpy())
