"""One sentence of reading for each measure of an engagement plan."""

from __future__ import annotations

import pandas as pd

from ...deck import Language
from ..sentences import Reading, highest, named
from ..words import number, points, quoted
from .texts import NONE, SAID


def functions(measure: pd.DataFrame, language: Language) -> Reading:
    """The kinds of activity that lie furthest from the source on both sides."""
    return _beside("functions", measure, language)


def activities(measure: pd.DataFrame, language: Language) -> Reading:
    """The same for activities, and what the source found most often that the plan leaves out."""
    first = _beside("activities", measure, language)
    absent = measure[measure["rows"] == 0]
    if measure.empty or absent.empty:
        return first
    top = highest(absent, "published")
    names = _quoted(top["choice"], language)
    published = number(int(top["published"].iloc[0]), language)
    return Reading(f"{first} {_say('absent', language, names=names, published=published)}")


def levels(measure: pd.DataFrame, language: Language) -> Reading:
    """The promises that lie furthest from the source on both sides."""
    return _beside("levels", measure, language)


def roles(measure: pd.DataFrame, language: Language) -> Reading:
    """The roles that lie furthest from the source on both sides."""
    return _beside("roles", measure, language)


def deciding(shares: tuple[int, int, int, int] | None, language: Language) -> Reading:
    """How much of the plan shares or hands over the decision, beside the source."""
    if shares is None:
        return Reading(NONE["levels"](language))
    ours, all_, theirs, total = shares
    return _say(
        "deciding",
        language,
        ours=number(ours, language),
        all=number(all_, language),
        share=number(round(100 * ours / all_), language),
        theirs=number(theirs, language),
        total=number(total, language),
        published=number(round(100 * theirs / total), language),
    )


def who(measure: pd.DataFrame, language: Language) -> Reading:
    """The group and the promise that share most rows of the plan."""
    return _crossed("who", measure, language)


def what(measure: pd.DataFrame, language: Language) -> Reading:
    """The activity and the promise that share most rows of the plan."""
    return _crossed("what", measure, language)


def promised(measure: pd.DataFrame, language: Language) -> Reading:
    """How many roles are promised less than people wish for, and which lags most."""
    if measure.empty:
        return Reading(NONE["promised"](language))
    scopes = measure.groupby("scope", observed=True)
    return Reading(" ".join(_promised(str(scope), rows, language) for scope, rows in scopes))


def _promised(scope: str, measure: pd.DataFrame, language: Language) -> str:
    lag = measure["wished"] - measure["promised"]
    behind, top = measure[lag > 0], measure[lag == lag.max()]
    if behind.empty:
        return _say("promised-all", language, scope=scope)
    return _say(
        "promised",
        language,
        scope=scope,
        n=number(len(behind), language),
        total=number(len(measure), language),
        names=_quoted(top["role"].drop_duplicates(), language),
        points=points(lag.max(), language),
    )


def _beside(name: str, measure: pd.DataFrame, language: Language) -> Reading:
    if measure.empty:
        return Reading(NONE[name](language))
    apart = (measure["picked_share"] - measure["published_share"]).astype(float)
    above, below = measure.loc[apart.idxmax()], measure.loc[apart.idxmin()]
    if not apart.any():
        return _say("beside-even", language)
    return _say(
        "beside",
        language,
        above=quoted(above["choice"], language),
        above_plan=number(above["picked_share"], language),
        above_source=number(above["published_share"], language),
        below=quoted(below["choice"], language),
        below_plan=number(below["picked_share"], language),
        below_source=number(below["published_share"], language),
    )


def _crossed(name: str, measure: pd.DataFrame, language: Language) -> Reading:
    if measure.empty:
        return Reading(NONE[name](language))
    top = highest(measure, "rows")
    names = [f"{quoted(str(row.choice), language)} → {row.level}" for row in top.itertuples()]
    rows = number(int(top["rows"].iloc[0]), language)
    return _say("crossed", language, names=named(names, language), rows=rows)


def _quoted(names: pd.Series, language: Language) -> str:
    return named([quoted(str(name), language) for name in names], language)


def _say(key: str, language: Language, **values: object) -> Reading:
    return Reading(SAID[key](language).format(**values))
