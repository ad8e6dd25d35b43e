"""Tidy frames of answers that can agree, with declared columns and dtypes.

An ``author`` tells people, or ballots, apart within one step and leads nowhere else.
"""

from __future__ import annotations

import pandas as pd

from ...deck import Language
from ...deck.activities import Choose
from ...deck.parts import Scale
from ...package import Package
from .. import words
from ..activities.frames import names
from ..frames import groups_of, ordered, typed
from ..together.frames import last_closed, options, steps

_SAID = {"step": "category", "author": "string", "item": "string"}
ANSWERS = {
    **_SAID,
    "group": "category",
    "scale": "category",
    "value": "Int64",
    "ordered": "boolean",
    "upper": "boolean",
    "lower": "boolean",
    "nine": "boolean",
}
POINTS = {**_SAID, "points": "Int64"}

_WHO = ["step", "author", "participant", "group"]

# the question of a step at which items are sorted; no scale has this id
_BOX = "\0box"


def answers(package: Package, language: Language) -> pd.DataFrame:
    """What people said of items: one row a person, item and question, columns :data:`ANSWERS`.

    Of a sorted item, ``value`` is the number of its box; else it is ``ordered``, a point of a
    scale. ``upper`` and ``lower`` say whether it is among the two fifths of the scale's points at
    that end (two of five, three of nine), and ``nine`` whether the scale goes from 1 to 9. Where a
    question was put to a vote, what people said alone at that step is left out. ``group`` is told
    only where the package may tell it.
    """
    scales = package.deck.scale
    voted, alone = _voted(package, language), _placed(package, language)
    again = set(zip(voted["step"], voted["scale"], strict=True))
    asked = list(zip(alone["step"], alone["scale"], strict=True))
    rated = pd.concat([voted, alone[[key not in again for key in asked]]], ignore_index=True)
    points = list(zip(rated["scale"], rated["value"], strict=True))
    rated = rated.assign(
        ordered=True,
        lower=[value in scales[scale].values[: _ends(scales[scale])] for scale, value in points],
        upper=[value in scales[scale].values[-_ends(scales[scale]) :] for scale, value in points],
        nine=[scales[scale].is_nine for scale, _ in points],
    )
    flags = dict.fromkeys(["ordered", "upper", "lower", "nine"], False)
    found = pd.concat([_sorted(package, language).assign(**flags), rated], ignore_index=True)
    found["group"] = groups_of(package, found, language)
    questions = {id_: scale.question(language) for id_, scale in scales.items()}
    return typed(
        found.assign(
            step=steps(package, found, language),
            scale=ordered(found["scale"], {_BOX: words.BOX(language), **questions}),
        ),
        ANSWERS,
    )


def rankings(package: Package, language: Language) -> pd.DataFrame:
    """What people put in order, in a vote or else alone: one row a choice, columns :data:`POINTS`.

    The last place gives one point, each place above it one more.
    """
    places = {
        step.id: step.activity.most
        for step in package.deck.steps.values()
        if isinstance(step.activity, Choose) and step.activity.ranked
    }
    voted = _cast(package, "rank", language)
    alone = _about(package, "chosen", language)
    alone = alone[alone["step"].isin(set(places) - set(voted["step"]))]
    alone = alone.assign(points=alone["step"].map(places).astype("Int64") + 1 - alone["rank"])
    most = voted.groupby(["step", "stage"])["place"].transform("max")
    voted = voted.assign(points=most + 1 - voted["place"])
    found = pd.concat([alone, voted], ignore_index=True)
    return typed(found.assign(step=steps(package, found, language)), POINTS)


def dots(package: Package, language: Language) -> pd.DataFrame:
    """The dots of the votes: one row a ballot and option, columns :data:`POINTS`."""
    found = _cast(package, "vote", language)
    return typed(found.assign(step=steps(package, found, language), points=found["dots"]), POINTS)


def _about(package: Package, kind: str, language: Language) -> pd.DataFrame:
    """The answers of one kind, of each person one about each item."""
    found = package.tables["contributions"]
    found = found[found["kind"] == kind].drop_duplicates(["step", "author", "item"])
    return found.assign(item=found["item"].map(names(package.deck, language)))


def _sorted(package: Package, language: Language) -> pd.DataFrame:
    found = _about(package, "sorted", language)
    codes, _ = pd.factorize(found["bin"])
    return found[[*_WHO, "item"]].assign(scale=_BOX, value=codes)


def _placed(package: Package, language: Language) -> pd.DataFrame:
    found = _about(package, "placed", language)
    made = found.merge(package.tables["ratings"], on="contribution")
    return made[[*_WHO, "item", "scale", "value"]]


def _cast(package: Package, kind: str, language: Language) -> pd.DataFrame:
    """The ballots of one kind with the name of each option as ``item``; ``step`` is its id."""
    votes = last_closed(package, [kind])
    named = options(package, votes, language)["option"]
    return votes.assign(item=named, author=votes["ballot"])


def _voted(package: Package, language: Language) -> pd.DataFrame:
    found = _cast(package, "rate", language)
    found = found.drop_duplicates(["step", "author", "item", "scale"])
    return found.assign(participant=None)[[*_WHO, "item", "scale", "value"]]


def _ends(scale: Scale) -> int:
    """How many points are the upper ones, and how many the lower: two fifths, at least one."""
    return max(1, 2 * len(scale.points) // 5)
