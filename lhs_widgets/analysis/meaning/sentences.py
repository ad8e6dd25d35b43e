"""One sentence of reading for each measure of words and values."""

from __future__ import annotations

import pandas as pd

from ...deck import Language
from .. import words as common
from ..activities import sentences as kinds
from ..frames import FLOOR
from ..sentences import Reading, highest
from ..sentences import named as some
from ..words import number, quoted
from .texts import NONE, SAID


def heard(measure: pd.DataFrame, language: Language) -> Reading:
    """The words that most people want to clear up."""
    return _most("heard", measure, "item", "n", language)


def named(measure: pd.DataFrame, language: Language) -> Reading:
    """The name that the group chose most, and its figure in the source."""
    if measure.empty:
        return Reading(NONE["named"](language))
    top = highest(measure, "picks")
    figures = [number(int(value), language) for value in top["published"]]
    return _say(
        "named",
        language,
        names=_quoted(top["option"], language),
        picks=number(int(top["picks"].iloc[0]), language),
        published=some(figures, language),
    )


def families(measure: pd.DataFrame, language: Language) -> Reading:
    """The family from which the words of most people come."""
    return _most("families", measure, "family", "n", language)


def words(measure: pd.DataFrame, language: Language) -> Reading:
    """How long the glossary is, and how many words it sets aside."""
    if measure.empty:
        return Reading(NONE["words"](language))
    n, aside = len(measure), int(measure["aside"].notna().sum())
    return _say("words", language, n=number(n, language), aside=number(aside, language))


def first(measure: pd.DataFrame, language: Language) -> Reading:
    """The values with the most points at each step."""
    if measure.empty:
        return Reading(NONE["first"](language))
    places = [
        f"{_quoted(top['item'], language)} "
        f"({common.points(int(top['points'].iloc[0]), language)}, {_people(top, language)})"
        for _, rows in measure.groupby("step", observed=True)
        for top in [highest(rows, "points")]
    ]
    return _say("first", language, places=common.listed(places, language))


def first_by_group(measure: pd.DataFrame, language: Language) -> Reading:
    """The value that the largest share of a group chose."""
    if measure.empty:
        return Reading(NONE["first_by_group"](language))
    return kinds.choosing_by_group(measure, language)


def lagging(measure: pd.DataFrame, language: Language) -> Reading:
    """The value that matters most beyond how far it is there, of those that five people placed."""
    if measure.empty:
        return Reading(NONE["lagging"](language))
    often = measure[measure["n"] >= FLOOR]
    rows = measure if often.empty else often
    lowest = rows["median"].min()
    if lowest >= 0:
        return _say("lagging-none", language)
    top = rows[rows["median"] == lowest]
    return _say(
        "lagging",
        language,
        names=_quoted(top["item"], language),
        points=common.points(-lowest, language),
        n=f", {_people(top, language)}" if len(top) == 1 else "",
    )


def _most(name: str, measure: pd.DataFrame, about: str, value: str, language: Language) -> Reading:
    if measure.empty:
        return Reading(NONE[name](language))
    top = highest(measure, value)
    return _say(name, language, names=_quoted(top[about], language), n=_people(top, language))


def _quoted(names: pd.Series, language: Language) -> str:
    return some([quoted(str(name), language) for name in names], language)


def _people(rows: pd.DataFrame, language: Language) -> str:
    return common.people(int(rows["n"].iloc[0]), language)


def _say(key: str, language: Language, **values: object) -> Reading:
    return Reading(SAID[key](language).format(**values))
