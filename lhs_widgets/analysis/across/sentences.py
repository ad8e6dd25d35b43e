"""One sentence of reading for each measure across workshops."""

from __future__ import annotations

import pandas as pd

from ...deck import Language
from ...deck.marks import in_a_row
from .. import words
from ..sentences import Reading, highest, influence, named
from ..words import number, quoted
from .texts import NONE, SAID


def attending(measure: pd.DataFrame, language: Language) -> Reading:
    """How many took part, where the most, and how many of them are made up."""
    if measure.empty:
        return Reading(NONE["attending"](language))
    top = highest(measure, "n")
    total = int(measure["n"].sum())
    said = _say(
        "attending",
        language,
        people=words.people(total, language),
        workshops=words.workshops(int(measure["workshops"].sum()), language),
        names=_names(top["workshop"], language),
        n=number(int(top["n"].iloc[0]), language),
    )
    made_up = measure[measure["band"] == words.BANDS["made-up"](language)]["n"].sum()
    if not made_up:
        return said
    n = number(int(made_up), language)
    return Reading(f"{said} {_say('made-up', language, n=n)}")


def returning_roles(measure: pd.DataFrame, language: Language) -> Reading:
    """The roles that were chosen in most workshops of each phase."""
    return _returning("returning_roles", measure, language)


def returning_conditions(measure: pd.DataFrame, language: Language) -> Reading:
    """The conditions that were written in most workshops of each phase."""
    return _returning("returning_conditions", measure, language)


def returning_challenges(measure: pd.DataFrame, language: Language) -> Reading:
    """The challenges that were written in most workshops of each phase."""
    return _returning("returning_challenges", measure, language)


def wishing(measure: pd.DataFrame, language: Language) -> Reading:
    """The role with the widest gap over all workshops."""
    return influence(measure, language)


def agreeing(measure: pd.DataFrame, language: Language) -> Reading:
    """Where people agree most and least often."""
    if measure.empty:
        return Reading(NONE["agreeing"](language))
    top = highest(measure, "agree_share")
    low = measure[measure["agree_share"] == measure["agree_share"].min()]
    ends = [number(rows["agree_share"].iloc[0], language) for rows in (top, low)]
    return _say(
        "agreeing" if ends[0] != ends[1] else "agreeing-one",
        language,
        names=_names(top["workshop"], language),
        last=_names(low["workshop"], language),
        high=ends[0],
        low=ends[1],
    )


def note(measure: pd.DataFrame, first: int, language: Language) -> str:
    """How many rows of a measure are shown, if not all."""
    for column, key in (("what", "phase"), ("band", "band")):
        if column in measure:
            sizes = measure.groupby(key, observed=True).size()
            longer = len(sizes) and sizes.max() > first
            return _say(f"each-{key}", language, n=number(first, language)) if longer else ""
    return words.the_first(first, len(measure), language)


def _returning(name: str, measure: pd.DataFrame, language: Language) -> Reading:
    if measure.empty:
        return Reading(NONE[name](language))
    back = measure[measure["workshops"] > 1]
    if back.empty:
        return _say("once", language)
    places = [
        _say(
            "place",
            language,
            phase=phase,
            what=named([quoted(what, language) for what in top["what"]], language),
            workshops=words.workshops(int(top["workshops"].iloc[0]), language),
        )
        for phase, rows in back.groupby("phase", observed=True)
        if len(top := highest(rows, "workshops"))
    ]
    said = _say("returning", language, places=in_a_row(places, language))
    n, total = number(len(back), language), number(len(measure), language)
    return Reading(f"{said} {_say('back', language, n=n, total=total)}")


def _names(names: pd.Series, language: Language) -> str:
    return named([words.one_line(str(name)) for name in names], language)


def _say(key: str, language: Language, **values: object) -> Reading:
    return Reading(SAID[key](language).format(**values))
