"""One sentence of reading for each measure of the general kinds of activity."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ...deck import Language, Text
from .. import words
from ..frames import FLOOR
from ..sentences import Reading, highest, named
from ..words import number, quoted

#: What is said where a workshop has no answers of a kind.
_NONE: dict[str, Text] = {
    "sorting": Text(
        en="Nothing was sorted in this workshop.", fr="Rien n’a été classé dans cet atelier."
    ),
    "beside_published": Text(
        en="Nothing was picked from a list that comes with published figures.",
        fr="Rien n’a été choisi dans une liste accompagnée de chiffres publiés.",
    ),
    "placing": Text(
        en="Nothing was placed on a scale in this workshop.",
        fr="Rien n’a été situé sur une échelle dans cet atelier.",
    ),
    "gap_of_two": Text(
        en="Nobody answered two questions on the same scale in this workshop.",
        fr="Personne n’a répondu à deux questions sur la même échelle dans cet atelier.",
    ),
    "choosing": Text(
        en="Nothing was chosen from a list in this workshop.",
        fr="Rien n’a été choisi dans une liste dans cet atelier.",
    ),
    "choosing_by_group": Text(
        en="At no step can two groups of at least five people be told apart.",
        fr="À aucune étape, on ne peut distinguer deux groupes d’au moins cinq personnes.",
    ),
    "writing": Text(
        en="No texts were written under a prompt in this workshop.",
        fr="Aucun texte n’a été écrit sous une consigne dans cet atelier.",
    ),
    "filling": Text(
        en="No choices stand in a table in this workshop.",
        fr="Aucun tableau ne contient de choix dans cet atelier.",
    ),
    "crossing": Text(
        en="No row of a table holds choices of two columns in this workshop.",
        fr="Aucune ligne de tableau ne contient des choix de deux colonnes dans cet atelier.",
    ),
    "mapping": Text(
        en="Nothing was put on a map in this workshop.",
        fr="Rien n’a été mis sur une carte dans cet atelier.",
    ),
    "linking": Text(
        en="Nothing was linked on a map in this workshop.",
        fr="Rien n’a été relié sur une carte dans cet atelier.",
    ),
}

_SAID: dict[str, Text] = {
    "sorting": Text(
        en="The most people in one box: {names} ({n}).",
        fr="Le plus de personnes dans une même case : {names} ({n}).",
    ),
    "alike": Text(
        en="People differ most on {names}: {agree}% of all pairs chose the same box{n}.",
        fr="Les gens diffèrent le plus sur {names} : {agree} % de toutes les paires ont choisi la "
        "même case{n}.",
    ),
    "beside_published": Text(
        en="Furthest from the source: {what}, with {share}% of the group’s picks and {published}% "
        "of what the source counted.",
        fr="Le plus loin de la source : {what}, avec {share} % des choix du groupe et "
        "{published} % de ce que la source a compté.",
    ),
    "placing": Text(
        en="Highest median for each question: {places}.",
        fr="Médiane la plus haute pour chaque question : {places}.",
    ),
    "spread": Text(
        en="People are least of one mind here: {names} ({share}% chose the most chosen point{n}).",
        fr="C’est ici que les avis se partagent le plus : {names} ({share} % ont choisi le point "
        "le plus choisi{n}).",
    ),
    "gap_of_two": Text(
        en="The two questions lie furthest apart for {names}: by {points} at the median{n}"
        "{interval}.",
        fr="Les deux questions s’écartent le plus pour {names} : de {points} à la médiane{n}"
        "{interval}.",
    ),
    "all-alike": Text(
        en="Everyone chose the same box for every item.",
        fr="Tout le monde a choisi la même case pour chaque élément.",
    ),
    "one-mind": Text(
        en="Everyone chose the same point for every item.",
        fr="Tout le monde a choisi le même point pour chaque élément.",
    ),
    "no-gap": Text(
        en="At the median, people gave both questions the same point for every item.",
        fr="À la médiane, les gens ont donné le même point aux deux questions pour chaque élément.",
    ),
    "interval": Text(en="95% interval {low} to {high}", fr="intervalle à 95 % de {low} à {high}"),
    "choosing": Text(
        en="Chosen most at each step: {places}.",
        fr="Les premiers choix de chaque étape : {places}.",
    ),
    "choosing_by_group": Text(
        en="The largest share of a group is {share}%: {names}.",
        fr="La plus grande part d’un groupe est de {share} % : {names}.",
    ),
    "writing": Text(
        en="The most was written here: {names} ({count}, {n}).",
        fr="C’est ici qu’on a le plus écrit : {names} ({count}, {n}).",
    ),
    "filling": Text(
        en="Most frequent in each column: {places}.",
        fr="Le plus fréquent de chaque colonne : {places}.",
    ),
    "crossing": Text(
        en="Most often in the same row: {names} ({count}).",
        fr="Le plus souvent sur la même ligne : {names} ({count}).",
    ),
    "mapping": Text(
        en="The most frequent kind is {names} ({count}, {n}).",
        fr="Le type le plus fréquent est {names} ({count}, {n}).",
    ),
    "linking": Text(
        en="Linked most: {names} ({count}, {n}).", fr="Le plus relié : {names} ({count}, {n})."
    ),
}


def sorting(measure: pd.DataFrame, language: Language) -> Reading:
    """The item and box that most people put together."""
    if measure.empty:
        return _none("sorting", language)
    top = highest(measure, "n")
    names = [f"{quoted(row.item, language)} → {row.bin}" for row in top.itertuples()]
    return _say("sorting", language, names=named(names, language), n=_people(top, language))


def alike(measure: pd.DataFrame, language: Language) -> Reading:
    """The item on which people differ most, among those that five people sorted."""
    given = _often(measure.dropna(subset=["agree"]))
    if given.empty:
        return _none("sorting", language)
    least = given[given["agree"] == given["agree"].min()]
    if least["agree"].iloc[0] == 100:
        return _say("all-alike", language)
    names, agree = _quoted(least["item"], language), number(least["agree"].iloc[0], language)
    return _say("alike", language, names=names, agree=agree, n=_then_people(least, language))


def beside_published(measure: pd.DataFrame, language: Language) -> Reading:
    """The option whose two shares differ most."""
    if measure.empty:
        return _none("beside_published", language)
    apart = (measure["picked_share"] - measure["published_share"]).abs()
    row = measure.loc[apart.idxmax()]
    share, published = (number(row[name], language) for name in ("picked_share", "published_share"))
    what = quoted(str(row["option"]), language)
    return _say("beside_published", language, what=what, share=share, published=published)


def placing(measure: pd.DataFrame, language: Language) -> Reading:
    """For each step and scale, what has the highest median."""
    if measure.empty:
        return _none("placing", language)
    places = [
        f"{scale} {_quoted(top['item'], language)} ({number(top['median'].iloc[0], language)})"
        for scale, top in _tops(measure, ["step", "scale"], "median")
    ]
    return _say("placing", language, places=_in_a_row(places, language))


def spread(measure: pd.DataFrame, language: Language) -> Reading:
    """Where the most chosen point has the smallest share, among what five people placed."""
    if measure.empty:
        return _none("placing", language)
    each = measure.groupby(["step", "scale", "item"], observed=True)["n"]
    rows = _often(pd.DataFrame({"n": each.sum(), "most": each.max()}).reset_index())
    share = (100 * rows["most"] / rows["n"]).round()
    least = rows[share == share.min()]
    if share.min() == 100:
        return _say("one-mind", language)
    names = [
        f"{quoted(row.item, language)} – {words.one_line(str(row.scale))}"
        for row in least.itertuples()
    ]
    shown = number(share.min(), language)
    n = _then_people(least, language)
    return _say("spread", language, names=named(names, language), share=shown, n=n)


def gap_of_two(measure: pd.DataFrame, language: Language) -> Reading:
    """The item with the widest gap, among those that five people placed."""
    if measure.empty:
        return _none("gap_of_two", language)
    top = highest(_often(measure).assign(width=lambda rows: rows["median"].abs()), "width")
    width = top["width"].iloc[0]
    if not width:
        return _say("no-gap", language)
    return _say(
        "gap_of_two",
        language,
        names=_quoted(top["item"], language),
        points=words.points(width, language),
        n=_then_people(top, language),
        interval=_interval(top, language),
    )


def choosing(measure: pd.DataFrame, language: Language) -> Reading:
    """What got the most points at each step."""
    if measure.empty:
        return _none("choosing", language)
    places = [
        f"{step}, {_quoted(top['item'], language)} "
        f"({words.points(int(top['points'].iloc[0]), language)})"
        for step, top in _tops(measure, ["step"], "points")
    ]
    return _say("choosing", language, places=_in_a_row(places, language))


def choosing_by_group(measure: pd.DataFrame, language: Language) -> Reading:
    """The item that the largest share of a group chose."""
    if measure.empty:
        return _none("choosing_by_group", language)
    top = highest(measure, "share")
    names = [
        f"{quoted(row.item, language)} – {row.group} "
        f"({number(row.n, language)}/{number(row.people, language)})"
        for row in top.itertuples()
    ]
    share = number(top["share"].iloc[0], language)
    return _say("choosing_by_group", language, share=share, names=named(names, language))


def writing(measure: pd.DataFrame, language: Language) -> Reading:
    """The prompt under which most was written."""
    return _most("writing", measure, "prompt", "texts", language)


def filling(measure: pd.DataFrame, language: Language) -> Reading:
    """The choice that stands in most rows, for each column."""
    if measure.empty:
        return _none("filling", language)
    places = [
        f"{column}, {_quoted(top['choice'], language)} ({number(top['rows'].iloc[0], language)})"
        for column, top in _tops(measure, ["step", "column"], "rows")
    ]
    return _say("filling", language, places=_in_a_row(places, language))


def crossing(measure: pd.DataFrame, language: Language) -> Reading:
    """The two choices that share most rows."""
    if measure.empty:
        return _none("crossing", language)
    top = highest(measure, "rows")
    pairs = zip(top["choice"], top["beside"], strict=True)
    names = [" + ".join(quoted(str(each), language) for each in pair) for pair in pairs]
    count = _count("rows", top, language)
    return _say("crossing", language, names=named(names, language), count=count)


def mapping(measure: pd.DataFrame, language: Language) -> Reading:
    """The kind of which there is most on the maps."""
    return _most("mapping", measure, "kind", "things", language)


def linking(measure: pd.DataFrame, language: Language) -> Reading:
    """What most links lead to."""
    return _most("linking", measure[measure["links"] > 0], "node", "links", language)


def _most(
    name: str, measure: pd.DataFrame, about: str, counted: str, language: Language
) -> Reading:
    if measure.empty:
        return _none(name, language)
    top = highest(measure, counted)
    count, n = _count(counted, top, language), _people(top, language)
    return _say(name, language, names=_quoted(top[about], language), count=count, n=n)


def _tops(
    measure: pd.DataFrame, keys: list[str], column: str
) -> Iterator[tuple[str, pd.DataFrame]]:
    """The highest rows of each band, under the last of its names."""
    for key, rows in measure.groupby(keys, observed=True):
        yield words.one_line(str(key[-1])), highest(rows, column)


def _often(measure: pd.DataFrame) -> pd.DataFrame:
    """What five people answered, if there is any."""
    often = measure[measure["n"] >= FLOOR]
    return measure if often.empty else often


def _quoted(texts: pd.Series, language: Language) -> str:
    return named([quoted(str(text), language) for text in texts], language)


def _in_a_row(places: list[str], language: Language) -> str:
    return _semicolon(language).join(places)


def _semicolon(language: Language) -> str:
    return "\N{NO-BREAK SPACE}; " if language == "fr" else "; "


def _count(column: str, rows: pd.DataFrame, language: Language) -> str:
    """Such as “rows: 3”."""
    colon = "\N{NO-BREAK SPACE}:" if language == "fr" else ":"
    name = words.COLUMNS[column](language).lower()
    return f"{name}{colon} {number(int(rows[column].iloc[0]), language)}"


def _people(rows: pd.DataFrame, language: Language) -> str:
    return words.people(int(rows["n"].iloc[0]), language)


def _then_people(rows: pd.DataFrame, language: Language) -> str:
    """How many people are behind one row; nothing for several."""
    return f", {_people(rows, language)}" if len(rows) == 1 else ""


def _interval(rows: pd.DataFrame, language: Language) -> str:
    row = rows.iloc[0]
    if len(rows) > 1 or pd.isna(row["low"]):
        return ""
    # the sentence tells how wide a gap is, not its direction: its ends lose their signs
    if row["low"] * row["high"] < 0:
        return ""
    ends = sorted(abs(row[name]) for name in ("low", "high"))
    low, high = (number(end, language) for end in ends)
    return f"{_semicolon(language)}{_say('interval', language, low=low, high=high)}"


def _none(name: str, language: Language) -> Reading:
    return Reading(_NONE[name](language))


def _say(key: str, language: Language, **values: object) -> Reading:
    return Reading(_SAID[key](language).format(**values))
