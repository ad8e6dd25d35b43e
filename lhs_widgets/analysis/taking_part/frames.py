"""Tidy frames of who took part and where they answered, with declared columns and dtypes.

Small groups are folded here, as in :mod:`..frames`: also the ways in which people took part, and,
at each step, the groups of those who answered there.
"""

from __future__ import annotations

import pandas as pd

from ...deck import Language
from ...package import Package
from .. import frames, words
from ..frames import FOLDED, fold, groups_of, labelled, ordered, typed
from ..together.frames import last_closed, steps, titles

PEOPLE = {**frames.PEOPLE, "way": "category", "minute": "Float64"}
ANSWERED = {"step": "category", "author": "string", "group": "category", "told": "boolean"}
VOTED = {"step": "category", "stage": "string", "ballot": "string"}

#: The kinds of step at which there is something to answer, by what they are not.
_SILENT = ("read", "our-roadmap")


def people(package: Package, language: Language) -> pd.DataFrame:
    """Who took part and how: one row a person, columns :data:`PEOPLE`.

    ``way`` is how their answers came in; ``minute`` is when they joined, in minutes after the
    first person.
    """
    found = package.tables["participants"]
    joined = pd.to_datetime(found["joined"], utc=True)
    return typed(
        frames.people(package, language).assign(
            way=labelled(
                fold(found["origin"].fillna(FOLDED)),
                words.WAYS,
                (words.OTHER_WAYS, words.ALL_WAYS),
                language,
            ),
            minute=(joined - joined.min()).dt.total_seconds() / 60,
        ),
        PEOPLE,
    )


def answered(package: Package, language: Language) -> pd.DataFrame:
    """Every answer by somebody in the room: one row an answer, columns :data:`ANSWERED`.

    Steps with nothing to answer are no categories; those at which nobody answered are. ``told`` is
    whether two groups or more of five people each can be told apart at the step; elsewhere, the
    group is missing.
    """
    found = package.tables["contributions"]
    found = found[found["origin"].fillna("") != "import"].reset_index(drop=True)
    group = groups_of(package, found, language).astype("object")
    each = found[["step", "author"]].assign(group=group)
    alone = each.drop_duplicates(["step", "author"])
    kept = alone.groupby("step", observed=True)["group"].transform(fold)
    within = alone.assign(group=kept.replace(FOLDED, words.OTHERS(language)))
    told = within.groupby("step", observed=True)["group"].transform("nunique") > 1
    folded = within.assign(group=within["group"].where(told), told=told)
    made = found[["step", "author"]].merge(folded, on=["step", "author"], how="left")
    names = [str(name) for name in frames.people(package, language)["group"].cat.categories]
    order = dict.fromkeys([*names, *sorted(folded["group"].dropna()), words.OTHERS(language)])
    order.pop(words.OTHERS(language))
    labels = {label: label for label in [*order, words.OTHERS(language)]}
    return typed(
        made.assign(step=_walked(package, made, language), group=ordered(made["group"], labels)),
        ANSWERED,
    )


def voted(package: Package, language: Language) -> pd.DataFrame:
    """The ballots that were counted: one row a ballot, columns :data:`VOTED`."""
    kinds = ["vote", "rank", "rate", "sense-check"]
    found = last_closed(package, kinds).drop_duplicates("ballot").reset_index(drop=True)
    return typed(found.assign(step=steps(package, found, language)), VOTED)


def _walked(package: Package, frame: pd.DataFrame, language: Language) -> pd.Series:
    """The frame's steps among all those of the plan at which there was something to answer."""
    plan = package.tables["steps"]
    here = set(plan[~plan["kind"].isin(_SILENT) & ~plan["hidden"]]["step"]) | set(frame["step"])
    labels = [name for step, name in titles(package, language).items() if step in here]
    named = steps(package, frame, language).astype("object")
    categories = list(dict.fromkeys(labels))
    return pd.Series(pd.Categorical(named, categories=categories, ordered=True), index=frame.index)
