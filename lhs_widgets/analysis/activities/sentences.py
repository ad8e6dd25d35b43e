"""One sentence of reading for each measure of the general kinds of activity."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ...deck import Language
from ...deck.marks import colon, in_a_row, semicolon
from .. import words
from ..frames import FLOOR
from ..sentences import Reading, highest, named
from ..words import number, quoted
from .texts import NONE, SAID


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
    return in_a_row(places, language)


def _count(column: str, rows: pd.DataFrame, language: Language) -> str:
    """Such as “rows: 3”."""
    name = words.COLUMNS[column](language).lower()
    return f"{colon(name, language)} {number(int(rows[column].iloc[0]), language)}"


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
    return f"{semicolon('', language)} {_say('interval', language, low=low, high=high)}"


def _none(name: str, language: Language) -> Reading:
    return Reading(NONE[name](language))


def _say(key: str, language: Language, **values: object) -> Reading:
    return Reading(SAID[key](language).format(**values))
