"""Tidy frames of what people chose among boxes, options and positions, with their group.

An ``author`` tells people, or ballots, apart within one step and leads nowhere else. ``group`` is
told only where the package may tell it; those of whom it is not told are “others”.
"""

from __future__ import annotations

import pandas as pd

from ...deck import Language
from ...package import Package
from .. import words
from ..activities.frames import names
from ..frames import drawable, groups_of, ordered, typed
from ..together.frames import last_closed, options, steps

_SAID = {"step": "category", "author": "string", "group": "category"}
CHOICES = {**_SAID, "scale": "category", "item": "string", "choice": "string", "weight": "Int64"}
CHECKS = {**_SAID, "position": "category", "reason": "string"}

_QUESTIONS = {"sorted": words.BOX, "chosen": words.WHICH, "vote": words.WHICH}


def choices(package: Package, language: Language) -> pd.DataFrame:
    """Boxes, choices and dots: one row a person and choice, columns :data:`CHOICES`.

    Of a sorted item, ``choice`` is its box. Else ``item`` is empty, and what is chosen is one of
    the options of the step; ``weight`` counts dots.
    """
    said = package.tables["contributions"]
    said = said[said["kind"].isin(["sorted", "chosen"])]
    said = said.drop_duplicates(["step", "kind", "author", "item"])
    name = said["item"].map(names(package.deck, language))
    boxes = said["bin"].map(names(package.deck, language)).fillna("–")
    alone = said.assign(
        item=name.where(said["kind"] == "sorted", ""),
        choice=boxes.where(said["kind"] == "sorted", name),
        weight=1,
    )
    cast = last_closed(package, ["vote"])
    named = options(package, cast, language)["option"]
    cast = cast.assign(
        author=cast["ballot"], participant=None, item="", choice=named, weight=cast["dots"]
    )
    columns = ["step", "kind", "author", "participant", "group", "item", "choice", "weight"]
    found = pd.concat([alone[columns], cast[columns]], ignore_index=True)
    asked = {kind: question(language) for kind, question in _QUESTIONS.items()}
    return typed(
        found.assign(
            step=steps(package, found, language),
            group=groups_of(package, found, language),
            scale=ordered(found["kind"], asked),
        ),
        CHOICES,
    )


def checks(package: Package, language: Language) -> pd.DataFrame:
    """The sense checks: one row a ballot, columns :data:`CHECKS`."""
    cast = last_closed(package, ["sense-check"]).assign(participant=None)
    labels = {position: name(language) for position, name in words.POSITIONS.items()}
    return typed(
        cast.assign(
            step=steps(package, cast, language),
            author=cast["ballot"],
            group=groups_of(package, cast, language),
            position=ordered(cast["position"], labels).cat.set_categories([*labels.values()]),
            reason=drawable(cast["reason"]),
        ),
        CHECKS,
    )
