"""Tidy frames of the roadmap, with declared columns and dtypes.

A ``ballot`` tells choices apart within one round, an ``author`` people within one step; neither
leads anywhere else.
"""

from __future__ import annotations

import pandas as pd

from ...deck import Language
from ...package import Package
from ..frames import drawable, ordered, phases, same_words, typed
from ..together import frames as group

ROLES = {"ballot": "string", "phase": "category", "role": "string", "points": "Int64"}
LINKS = {
    "phase": "category",
    "author": "string",
    "challenge": "string",
    "eased_by": "string",
    "linked": "boolean",
}


def roles(package: Package, language: Language) -> pd.DataFrame:
    """Roles that got dots or places: one row a choice on a ballot, columns :data:`ROLES`."""
    found = _phased(group.choices(package, language), package, language, "roles")
    return typed(found.rename(columns={"option": "role"}), ROLES)


def conditions(package: Package, language: Language) -> pd.DataFrame:
    """Winning conditions as placed by the group, with the phase they belong to."""
    return _phased(group.conditions(package, language), package, language, "winning-conditions")


def challenges(package: Package, language: Language) -> pd.DataFrame:
    """Challenges as placed by the group, with the phase they belong to."""
    return _phased(group.challenges(package, language), package, language, "challenges")


def links(package: Package, language: Language) -> pd.DataFrame:
    """Challenges that people wrote, each with the condition that would ease it.

    One row a challenge, columns :data:`LINKS`. What the group put in a theme goes by the theme's
    name, of several themes the first in the alphabet; all else by its own words. ``linked`` is
    whether its author named a condition.
    """
    found = package.tables["contributions"]
    found = found[(found["kind"] == "challenge") & found["moderated"].isna()]
    found = found.reset_index(drop=True)
    names = _names(package)
    return typed(
        found.assign(
            phase=ordered(found["step"], phases(package, language)),
            challenge=same_words(found["contribution"].map(names).astype("string")),
            eased_by=same_words(found["eased_by"].map(names).astype("string")),
            linked=found["eased_by"].notna(),
        ),
        LINKS,
    )


def _names(package: Package) -> dict[str, str]:
    """What each answer goes by: its theme, or else its own words."""
    tables = package.tables
    said = tables["contributions"].set_index("contribution")
    words: dict[str, str] = (
        drawable(said["text"].where(said["moderated"].isna())).dropna().to_dict()
    )
    themes = tables["themes"]
    there = themes[themes["state"] == "there"][["theme", "title"]]
    inside = tables["theme_ideas"].dropna(subset=["contribution"]).merge(there, on="theme")
    inside = inside.sort_values("title").drop_duplicates("contribution")
    grouped = dict(zip(inside["contribution"], drawable(inside["title"]), strict=True))
    return words | {id_: title for id_, title in grouped.items() if id_ in words}


def _phased(placed: pd.DataFrame, package: Package, language: Language, kind: str) -> pd.DataFrame:
    """The rows at steps of this kind, with their phase among all those of the deck."""
    plan = package.tables["steps"]
    here = set(plan[plan["kind"] == kind]["step"])
    titles, of = group.titles(package, language), phases(package, language)
    labels = {titles[step]: of[step] for step in titles if step in here}
    found = placed[placed["step"].isin(labels)].reset_index(drop=True)
    walk = [of[step] for step in titles if step in of]
    named = found["step"].astype("object").map(labels)
    found["phase"] = pd.Categorical(named, categories=list(dict.fromkeys(walk)), ordered=True)
    return found
