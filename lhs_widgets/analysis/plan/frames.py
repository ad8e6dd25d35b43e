"""Tidy frames of an engagement plan, with declared columns and dtypes.

A plan is told by its lists: activities, promises, the deck's groups and roles. ``row`` tells the
rows of a plan apart. Figures are those the deck brings with its lists, each with its source.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ...deck import Deck, Language
from ...deck.activities import Fill
from ...deck.parts import Item
from ...package import Package
from ..activities.frames import names
from ..frames import ordered, typed

PLANNED = {"row": "string", "about": "category", "choice": "category", "level": "Int64"}
FIGURES = {"about": "category", "choice": "category", "figure": "string", "published": "Int64"}

#: What the columns of a plan are about, by the list they choose from.
ABOUT = {
    "engagement-activities": "activity",
    "groups": "who",
    "roles": "role",
    "plan-promises": "promise",
}
_PLAN = ("engagement-activities", "plan-promises")


def planned(package: Package, language: Language) -> pd.DataFrame:
    """The plan: one row a choice in a row of the plan, columns :data:`PLANNED`.

    ``about`` is activity, function (of the activity), who, role or promise. ``level`` is that of a
    promise, from 1 (inform) to 5 (empower).
    """
    deck, cells = package.deck, package.tables["cells"]
    answers = package.tables["contributions"][["contribution", "step"]]
    columns = {f"{step}/{column}": about for step, column, about in _columns(deck)}
    made = cells.dropna(subset=["choice"]).merge(answers, on="contribution")
    made = made.assign(about=(made["step"] + "/" + made["column"]).map(columns))
    made = made.dropna(subset=["about"]).drop_duplicates(["contribution", "about", "choice"])
    functions = made[made["about"] == "activity"].assign(about="function")
    functions["choice"] = functions["choice"].map(_families(deck))
    found = pd.concat([made, functions.dropna(subset=["choice"])], ignore_index=True)
    levels = {item.id: place for place, item in enumerate(_items(deck, "plan-promises"), 1)}
    labels = names(deck, language) | _functions(deck, language)
    return typed(
        found.assign(
            row=found["contribution"],
            level=found["choice"].map(levels),
            choice=ordered(found["choice"], labels),
        ),
        PLANNED,
    )


def figures(package: Package, language: Language) -> pd.DataFrame:
    """The published figures of a plan's lists: one row a choice, columns :data:`FIGURES`.

    Of a function, the figure is the sum of those of its activities. Roles are counted in the
    systems reviewed.
    """
    deck = package.deck
    labels = names(deck, language) | _functions(deck, language)
    rows = [
        {"about": about, "choice": choice, "figure": said, "published": n}
        for about, choice, said, n in _published(deck, language)
    ]
    found = pd.DataFrame(rows, columns=list(FIGURES)).astype({"choice": "object"})
    return typed(found.assign(choice=ordered(found["choice"], labels)), FIGURES)


def _columns(deck: Deck) -> Iterator[tuple[str, str, str]]:
    """The columns of the steps that are plans: step, column and what it is about."""
    for step in deck.steps.values():
        if isinstance(step.activity, Fill):
            chosen = {column.choices for column in step.activity.columns}
            if chosen >= set(_PLAN):
                for column in step.activity.columns:
                    if column.choices in ABOUT:
                        yield step.id, column.id, ABOUT[column.choices]


def _published(deck: Deck, language: Language) -> Iterator[tuple[str, str, str, int]]:
    for list_, about in (("engagement-activities", "activity"), ("plan-promises", "promise")):
        found = deck.list_of.get(list_)
        said = found.count_of(language) if found and found.count_of else ""
        sums: dict[str, int] = {}
        for item in _items(deck, list_):
            if item.count is not None:
                yield about, item.id, said, item.count
                if item.family:
                    sums[item.family] = sums.get(item.family, 0) + item.count
        yield from (("function", family, said, n) for family, n in sums.items())
    for role in deck.roles.values():
        if role.systems is not None:
            yield "role", role.id, "", role.systems


def _items(deck: Deck, list_: str) -> tuple[Item, ...]:
    return deck.list_of[list_].items if list_ in deck.list_of else ()


def _families(deck: Deck) -> dict[str, str]:
    """The function of each activity."""
    items = _items(deck, "engagement-activities")
    return {item.id: item.family for item in items if item.family}


def _functions(deck: Deck, language: Language) -> dict[str, str]:
    found = deck.list_of.get("engagement-activities")
    return {family.id: family.name(language) for family in found.families} if found else {}
