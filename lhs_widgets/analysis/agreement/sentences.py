"""One sentence of reading for each measure of agreement."""

from __future__ import annotations

import pandas as pd

from ...deck import Language
from .. import words
from ..sentences import Reading, highest, named
from ..statistics import USUAL
from ..words import number, quoted
from .texts import NONE, SAID


def answering_alike(measure: pd.DataFrame, language: Language) -> Reading:
    """The questions answered most and least alike, and how many intervals reach 0."""
    if measure.empty:
        return _none("answering_alike", language)
    judged = measure.dropna(subset=["alpha"])
    if judged.empty:
        return _say("no-alpha", language)
    lowest, top = judged[judged["alpha"] == judged["alpha"].min()], highest(judged, "alpha")
    best, worst = (number(rows["alpha"].iloc[0], language) for rows in (top, lowest))
    most, least = _questions(top, language), _questions(lowest, language)
    key = "alike" if best != worst else "alike-one"
    first = _say(key, language, most=most, best=best, least=least, worst=worst)
    sure = judged.dropna(subset=["low"])
    n = number(int((sure["low"] <= 0).sum()), language)
    if sure.empty:
        return first
    chance = _say("chance", language, n=n, total=number(len(sure), language))
    return Reading(f"{first} {chance}")


def deciding(measure: pd.DataFrame, language: Language) -> Reading:
    """On how many items enough people agree, and where most stand at both ends."""
    if measure.empty:
        return _none("deciding", language)
    agreed = _say(
        "deciding",
        language,
        agreed=number(int((measure["verdict"] != "open").sum()), language),
        total=number(len(measure), language),
        limit=number(100 * USUAL.agreement, language),
    )
    both = measure[["upper", "lower"]].min(axis=1)
    if not both.max():
        return agreed
    apart = measure[both == both.max()]
    names = [
        f"{quoted(row.item, language)} – {words.one_line(str(row.scale))}"
        for row in apart.itertuples()
    ]
    lower, upper = (number(apart[name].iloc[0], language) for name in ("lower", "upper"))
    n, where = _people(apart, language), named(names, language)
    split = _say("split", language, names=where, lower=lower, upper=upper, n=n)
    return Reading(f"{agreed} {split}")


def ordering(measure: pd.DataFrame, language: Language) -> Reading:
    """Where people's orders are most alike."""
    if measure.empty:
        return _none("ordering", language)
    top = highest(measure, "concordance")
    return _say(
        "ordering",
        language,
        names=_questions(top, language),
        w=number(top["concordance"].iloc[0], language),
        n=_people(top, language),
        chance=number(top["chance"].max(), language),
    )


def dotting(measure: pd.DataFrame, language: Language) -> Reading:
    """What came first at each step, and how sure that is."""
    if measure.empty:
        return _none("dotting", language)
    colon, semicolon = (
        ("\N{NO-BREAK SPACE}:", "\N{NO-BREAK SPACE};") if language == "fr" else (":", ";")
    )
    percent = "\N{NO-BREAK SPACE}%" if language == "fr" else "%"
    firsts = measure.drop_duplicates("step")
    places = [
        f"{words.one_line(str(row.step))}{colon} {quoted(row.item, language)}"
        + ("" if pd.isna(row.sure) else f" ({number(row.sure, language)}{percent})")
        for row in firsts.itertuples()
    ]
    return _say("dotting", language, places=f"{semicolon} ".join(places))


def of_each_question(measure: pd.DataFrame, first: int, language: Language) -> str:
    """How many items of each question are shown; nothing if that is all of them."""
    longest = measure.groupby(["step", "scale"], observed=True).size().max() if len(measure) else 0
    return "" if longest <= first else _say("question", language, n=number(first, language))


def _questions(rows: pd.DataFrame, language: Language) -> str:
    places = [f"{row.step}, {row.scale}" for row in rows.itertuples()]
    return named([words.one_line(place) for place in places], language)


def _people(rows: pd.DataFrame, language: Language) -> str:
    """How many people are behind one row; nothing for several."""
    return f", {words.people(int(rows['n'].iloc[0]), language)}" if len(rows) == 1 else ""


def _none(name: str, language: Language) -> Reading:
    return Reading(NONE[name](language))


def _say(key: str, language: Language, **values: object) -> Reading:
    return Reading(SAID[key](language).format(**values))
