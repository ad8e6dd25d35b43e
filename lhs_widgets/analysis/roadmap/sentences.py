"""One sentence of reading for each measure of the roadmap."""

from __future__ import annotations

import pandas as pd

from ...deck import Language
from ...deck.marks import colon, in_a_row
from .. import words
from ..sentences import Reading, highest, named
from ..words import number, quoted
from .measures import FIGURES
from .texts import BECAUSE, NONE, PARTS, SAID


def held(measure: pd.DataFrame, language: Language) -> Reading:
    """The first role, condition and challenge of each phase."""
    if measure.empty:
        return Reading(NONE["held"](language))
    first = measure[measure["place"] == 1]
    places = [
        f"{colon(str(phase), language)} {_listed(rows['what'], language)}"
        for phase, rows in first.groupby("phase", observed=True)
    ]
    return _say("held", language, places=in_a_row(places, language))


def worded(measure: pd.DataFrame, language: Language) -> pd.DataFrame:
    """What each phase holds in words: columns phase, part, place, what, because, n."""
    figures = [
        {name: "–" if pd.isna(row[name]) else number(row[name], language) for name in FIGURES}
        for row in measure.to_dict("records")
    ]
    because = [
        BECAUSE[part](language).format(**values)
        for part, values in zip(measure["part"], figures, strict=True)
    ]
    parts = measure["part"].cat.rename_categories(lambda part: PARTS[part](language))
    made = measure.assign(because=because, part=parts)
    return made[["phase", "part", "place", "what", "because", "n"]]


def through(measure: pd.DataFrame, language: Language) -> Reading:
    """How many roles have points in every phase, and which has most."""
    if measure.empty:
        return Reading(NONE["through"](language))
    each = measure.groupby("role")
    found = pd.DataFrame({"points": each["points"].sum(), "phases": each["phase"].nunique()})
    found = found.reset_index()
    all_ = found[found["phases"] == measure["phase"].nunique()]
    top = highest(found if all_.empty else all_, "points")
    return _say(
        "through-none" if all_.empty else "through",
        language,
        n=number(len(all_), language),
        total=number(len(found), language),
        names=named([quoted(role, language) for role in top["role"]], language),
        points=words.points(int(top["points"].iloc[0]), language),
    )


def easing(measure: pd.DataFrame, language: Language) -> Reading:
    """The link that most people drew."""
    if measure.empty:
        return Reading(NONE["easing"](language))
    top = highest(measure, "n")
    names: list[str] = [
        _say(
            "link",
            language,
            condition=quoted(row.eased_by, language),
            challenge=quoted(row.challenge, language),
            phase=row.phase,
        )
        for row in top.itertuples()
    ]
    n = words.people(int(top["n"].iloc[0]), language)
    return _say("easing", language, names=named(names, language), n=n)


def alone(measure: pd.DataFrame, language: Language) -> Reading:
    """How many challenges have no condition that would ease them."""
    if measure.empty:
        return Reading(NONE["alone"](language))
    places = [
        f"{colon(row.phase, language)} "
        f"{number(row.without, language)}/{number(row.texts, language)}"
        for row in measure.itertuples()
    ]
    n, total = (number(int(measure[name].sum()), language) for name in ("without", "texts"))
    return _say("alone", language, n=n, total=total, places=words.listed(places, language))


def _listed(texts: pd.Series, language: Language) -> str:
    return words.listed([quoted(text, language) for text in texts], language)


def _say(key: str, language: Language, **values: object) -> Reading:
    return Reading(SAID[key](language).format(**values))
