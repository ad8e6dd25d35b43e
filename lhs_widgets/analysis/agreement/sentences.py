"""One sentence of reading for each measure of agreement."""

from __future__ import annotations

import pandas as pd

from ...deck import Language
from ...deck.marks import colon, in_a_row, percent
from .. import words
from ..sentences import Reading, highest, named
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
        limit=words.listed([number(n, language) for n in sorted(set(measure["limit"]))], language),
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
    firsts = measure.drop_duplicates("step")
    places = [
        f"{colon(words.one_line(str(row.step)), language)} {quoted(row.item, language)}"
        + ("" if pd.isna(row.sure) else f" ({percent(number(row.sure, language), language)})")
        for row in firsts.itertuples()
    ]
    return _say("dotting", language, places=in_a_row(places, language))


def judging(measure: pd.DataFrame, language: Language) -> Reading:
    """How many items are in and out, and on how many people disagree."""
    if measure.empty:
        return _none("judging", language)
    counts = {
        "kept": (measure["core"] == "in").sum(),
        "out": (measure["core"] == "out").sum(),
        "disagree": measure["disagree"].sum(),
        "total": len(measure),
    }
    said = {name: number(int(n), language) for name, n in counts.items()}
    return _say("judging", language, **said)


def joining(measure: pd.DataFrame, language: Language) -> Reading:
    """The two neighbours that most people put together, and how many clusters there are."""
    if measure.empty:
        return _none("joining", language)
    items = measure["item"].tolist()
    top = highest(measure, "joins")
    names = [
        f"{quoted(items[place - 1], language)} + {quoted(items[place], language)}"
        for place in top.index
    ]
    kept = measure.groupby(["step", "cluster"], observed=True).size()
    return _say(
        "joining",
        language,
        names=named(names, language),
        joins=number(top["joins"].iloc[0], language),
        items=number(len(items), language),
        clusters=number(int((kept > 1).sum()), language),
    )


def dividing(measure: pd.DataFrame, language: Language) -> Reading:
    """The item and the two groups that are furthest apart, and how many pairs were compared."""
    return _apart("dividing", measure, ["first", "second", "delta"], language)


def parting(measure: pd.DataFrame, language: Language) -> Reading:
    """Where two groups chose most differently, and how many pairs were compared."""
    return _apart("parting", measure, ["apart"], language)


def standing(measure: pd.DataFrame, language: Language) -> Reading:
    """At which sense checks groups stand furthest apart."""
    if measure.empty:
        return _none("standing", language)
    top = highest(measure, "apart")
    if not top["apart"].iloc[0]:
        return _say("stand-alike", language)
    names = [words.one_line(str(step)) for step in top["step"].unique()]
    apart = number(top["apart"].iloc[0], language)
    return _say("standing", language, names=named(names, language), apart=apart)


def dissenting(measure: pd.DataFrame, language: Language) -> Reading:
    """How many reasons stand in the table."""
    if measure.empty:
        return _none("dissenting", language)
    counts = {name: (measure["position"] == name).sum() for name in measure["position"].unique()}
    live, object_ = (
        number(int(counts.get(words.POSITIONS[name](language), 0)), language)
        for name in ("live-with", "object")
    )
    return _say("dissenting", language, live=live, object=object_)


def _apart(name: str, measure: pd.DataFrame, figures: list[str], language: Language) -> Reading:
    if measure.empty:
        return _none(name, language)
    pairs = number(int(measure["pairs"].sum()), language)
    row = measure.iloc[0]
    if name == "dividing" and not row["delta"]:
        return _say("no-delta", language, pairs=pairs)
    scale = words.one_line(str(row["scale"]))
    return _say(
        name,
        language,
        item=quoted(row["item"], language) if row["item"] else words.one_line(str(row["step"])),
        scale=scale,
        group=row["group"],
        other=row["other"],
        n=words.people(int(row["n"]), language),
        others=words.people(int(row["others"]), language),
        pairs=pairs,
        **{each: number(row[each], language) for each in figures},
    )


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
