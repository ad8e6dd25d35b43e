"""One sentence of reading for each measure of who took part."""

from __future__ import annotations

import pandas as pd

from ...deck import Language
from .. import statistics, words
from ..sentences import Reading, highest, named, participation
from ..words import number, quoted
from .texts import NONE, SAID

__all__ = ["answering", "arriving", "balance", "participation", "spans"]


def arriving(measure: pd.DataFrame, language: Language) -> Reading:
    """By when half of the people, and all of them, had joined."""
    if measure.empty:
        return Reading(NONE["arriving"](language))
    total = int(measure["so_far"].iloc[-1])
    half = measure[measure["so_far"] >= total / 2]["until"].iloc[0]
    last = measure["until"].iloc[-1]
    late, one = pd.isna(last), pd.isna(half) or len(measure) == 1
    key = ("arriving-days" if late else "arriving-one") if one else "arriving"
    return _say(
        "arriving-late" if late and not one else key,
        language,
        people=words.people(total, language),
        half="" if pd.isna(half) else number(half, language),
        all="" if late else number(last, language),
    )


def spans(measure: pd.DataFrame, language: Language) -> list[str]:
    """What each span of minutes is called."""
    return [
        _say("span-open", language, since=number(since, language))
        if pd.isna(until)
        else _say("span", language, since=number(since, language), until=number(until, language))
        for since, until in zip(measure["since"], measure["until"], strict=True)
    ]


def answering(measure: pd.DataFrame, language: Language) -> Reading:
    """The steps at which most and fewest people answered."""
    if measure.empty:
        return Reading(NONE["answering"](language))
    given = measure.dropna(subset=["n"])
    if given.empty:
        return _say("answering-votes", language)
    most, least = highest(given, "n"), given[given["n"] == given["n"].min()]
    return _say(
        "answering" if len(most) < len(given) else "answering-even",
        language,
        most=_steps(most, language),
        least=_steps(least, language),
        high=words.people(int(most["n"].iloc[0]), language),
        low=number(least["n"].iloc[0], language),
        high_share=number(most["share"].iloc[0], language),
        low_share=number(least["share"].iloc[0], language),
    )


def balance(measure: pd.DataFrame, language: Language) -> Reading:
    """The groups that answered most and least for their number, and how far all are from even."""
    if measure.empty:
        return Reading(NONE["balance"](language))
    if measure["ratio"].nunique() == 1:
        return _say("balance-even", language)
    most = measure.loc[measure["ratio"].idxmax()]
    least = measure.loc[measure["ratio"].idxmin()]
    there, said = (
        dict(zip(measure["group"], measure[name], strict=True)) for name in ("turns", "answers")
    )
    moved = 100 * statistics.dissimilarity(there, said)
    first = _say(
        "balance",
        language,
        most=quoted(most["group"], language),
        least=quoted(least["group"], language),
        most_said=number(most["answers_share"], language),
        most_there=number(most["turns_share"], language),
        least_said=number(least["answers_share"], language),
        least_there=number(least["turns_share"], language),
    )
    return Reading(f"{first} {_say('moved', language, share=number(round(moved, 1), language))}")


def _steps(rows: pd.DataFrame, language: Language) -> str:
    return named([quoted(str(step), language) for step in rows["step"]], language)


def _say(key: str, language: Language, **values: object) -> Reading:
    return Reading(SAID[key](language).format(**values))
