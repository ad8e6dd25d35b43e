"""One sentence of reading under each chart of what the group made of its ideas."""

from __future__ import annotations

import pandas as pd

from ...deck import Language, Text
from ...deck.marks import in_a_row
from .. import words
from ..frames import FLOOR
from ..sentences import Heading, Reading, highest, named
from ..words import number, quoted

__all__ = [
    "Heading",
    "actions",
    "agreement",
    "choices",
    "outcomes",
    "placed_challenges",
    "placed_conditions",
    "themes",
]

_SAID: dict[str, Text] = {
    "themes": Text(
        en="Ideas of the most people came together in {names} ({n}).",
        fr="Les idées du plus grand nombre se rejoignent dans {names} ({n}).",
    ),
    "choices": Text(
        en="Chosen most, step by step: {places}.",
        fr="Les premiers choix, étape par étape : {places}.",
    ),
    "choice": Text(en="{step}, {what} ({points}, {n})", fr="{step}, {what} ({points}, {n})"),
    "placed_conditions": Text(
        en="Furthest behind what it matters: {what} (importance {first}, in place {second}; {n}).",
        fr="Le plus en retard sur son importance : {what} (importance {first}, en place {second} ; "
        "{n}).",
    ),
    "placed_challenges": Text(
        en="Weighs most: {what} (seriousness {first} × frequency {second}; {n}).",
        fr="Pèse le plus : {what} (gravité {first} × fréquence {second} ; {n}).",
    ),
    "agreement": Text(
        en="In all sense checks together, {agree} of {total} agree, {live} can live with it and "
        "{object} object; {most}.",
        fr="Toutes les prises de pouls réunies : {agree} « d’accord » sur {total}, {live} « peut "
        "vivre avec » et {object} « s’oppose » ; {most}.",
    ),
    "objections": Text(
        en="most objections at {names} ({n})", fr="le plus d’oppositions : {names} ({n})"
    ),
    "no-objections": Text(en="nobody objected", fr="personne ne s’est opposé"),
    "outcomes": Text(
        en="The group wrote down what it agrees on at {n} of its steps.",
        fr="Le groupe a écrit ce dont il convient à {n} de ses étapes.",
    ),
    "actions": Text(
        en="Agreed actions: {n}, of which done: {done}. Due first: {what} ({who}, {due}).",
        fr="Actions convenues : {n}, dont faites : {done}. À faire en premier : {what} ({who}, "
        "{due}).",
    ),
    "no-date": Text(en="no date", fr="sans date"),
    "no-who": Text(en="nobody named yet", fr="personne encore"),
}


def themes(measure: pd.DataFrame, language: Language) -> Reading:
    """The theme to which most people gave an idea."""
    if measure.empty:
        return Reading(words.NOTHING_GROUPED(language))
    first = highest(measure, "n")
    names = [_placed(row.theme, row.step, language) for row in first.itertuples()]
    n = words.people(int(first["n"].iloc[0]), language)
    return _say("themes", language, names=named(names, language), n=n)


def choices(measure: pd.DataFrame, language: Language) -> Reading:
    """What was chosen most at each step."""
    if measure.empty:
        return Reading(words.NOTHING_CHOSEN(language))
    places = [
        _say(
            "choice",
            language,
            step=step,
            what=named([quoted(option, language) for option in first["option"]], language),
            points=words.points(int(first["points"].iloc[0]), language),
            n=words.people(int(first["n"].iloc[0]), language),
        )
        for step, first in _first_of_each(measure, "points")
    ]
    return _say("choices", language, places=in_a_row(places, language))


def placed_conditions(measure: pd.DataFrame, language: Language) -> Reading:
    """The option that matters most beyond how far it is there."""
    behind = measure["importance"] - measure["in_place"]
    return _placed_first("placed_conditions", measure.assign(rank=behind), language)


def placed_challenges(measure: pd.DataFrame, language: Language) -> Reading:
    """The option that weighs most."""
    weight = measure["seriousness"] * measure["frequency"]
    return _placed_first("placed_challenges", measure.assign(rank=weight), language)


def agreement(measure: pd.DataFrame, language: Language) -> Reading:
    """How many agree, can live with it and object, and where most objected."""
    if measure.empty:
        return Reading(words.NOTHING_CHECKED(language))
    counts = measure.groupby("position", observed=False)["n"].sum()
    agree, live, object_ = (int(counts.get(name(language), 0)) for name in words.POSITIONS.values())
    objections = measure[measure["position"] == words.POSITIONS["object"](language)]
    most = highest(objections, "n")
    where = _say(
        "objections" if object_ else "no-objections",
        language,
        names=named([str(step) for step in most["step"]], language),
        n=number(int(most["n"].iloc[0]), language) if len(most) else "",
    )
    total = agree + live + object_
    return _say(
        "agreement", language, agree=agree, total=total, live=live, object=object_, most=where
    )


def outcomes(measure: pd.DataFrame, language: Language) -> Reading:
    """At how many steps the whole room agreed on something."""
    if measure.empty:
        return Reading(words.NOTHING_AGREED(language))
    room = measure[measure["table"].isna()]
    return _say("outcomes", language, n=number(room["step"].nunique(), language))


def actions(measure: pd.DataFrame, language: Language) -> Reading:
    """How many actions there are, and which is due first."""
    if measure.empty:
        return Reading(words.NOTHING_PROMISED(language))
    first = measure.iloc[0]
    return _say(
        "actions",
        language,
        n=number(len(measure), language),
        done=number(int(measure["done"].sum()), language),
        what=quoted(first["action"], language),
        who=_SAID["no-who"](language) if pd.isna(first["who"]) else first["who"],
        due=_SAID["no-date"](language) if pd.isna(first["due"]) else first["due"],
    )


def _placed_first(key: str, measure: pd.DataFrame, language: Language) -> Reading:
    given = measure.dropna(subset=["rank"])
    if given.empty:
        return Reading(words.NOTHING_CHOSEN(language))
    often = given[given["n"] >= FLOOR]
    rows = given if often.empty else often
    row = rows.sort_values(["rank", "n", "option"], ascending=[False, False, True]).iloc[0]
    first, second = (number(row[column], language) for column in measure.columns[-3:-1])
    what, n = _placed(row["option"], row["step"], language), words.people(int(row["n"]), language)
    return _say(key, language, what=what, first=first, second=second, n=n)


def _first_of_each(measure: pd.DataFrame, column: str) -> list[tuple[str, pd.DataFrame]]:
    groups = measure.groupby("step", observed=True)
    return [(str(step), highest(rows, column)) for step, rows in groups]


def _placed(text: str, step: object, language: Language) -> str:
    """Somebody's words and the step they belong to."""
    return f"{quoted(text, language)} – {step}"


def _say(key: str, language: Language, **values: object) -> Reading:
    return Reading(_SAID[key](language).format(**values))
