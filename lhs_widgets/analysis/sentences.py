"""One sentence of reading under each chart, from the same measure, in English or French."""

from __future__ import annotations

from html import escape

import pandas as pd

from ..deck import Language, Text
from ..deck.marks import colon, semicolon
from . import words
from .frames import FLOOR
from .words import listed, number, quoted

#: How many equals a sentence names before it only counts the rest.
_NAMED = 3

_SAID: dict[str, Text] = {
    "nobody": Text(en="Nobody took part.", fr="Personne n’a participé."),
    "took-part": Text(
        en="{people} took part{largest}; groups of fewer than {floor} people are folded together.",
        fr="Participation : {people}{largest} ; les groupes de moins de {floor} personnes sont "
        "réunis.",
    ),
    "largest": Text(en="largest group: {names} ({n})", fr="plus grand groupe : {names} ({n})"),
    "largest-equal": Text(
        en="largest groups: {names} ({n} each)",
        fr="plus grands groupes : {names} ({n} chacun)",
    ),
    "no-gap": Text(
        en="{scope}, in no role do people, at the median, wish for more say than there is today.",
        fr="{scope}, les gens ne souhaitent dans aucun rôle, à la médiane, plus d’influence "
        "qu’aujourd’hui.",
    ),
    "gap": Text(
        en="{scope}, the widest gap is in {names}: people wish for {points} more say than there is "
        "today (median{n}{interval}).",
        fr="{scope}, le plus grand écart est pour {names} : les gens souhaitent {points} "
        "d’influence de plus qu’aujourd’hui (médiane{n}{interval}).",
    ),
    "interval": Text(en="95% interval {low} to {high}", fr="intervalle à 95 % de {low} à {high}"),
    "gap-by-group": Text(
        en="{scope}, the widest gap shown is {points}: {places}.",
        fr="{scope}, le plus grand écart montré est de {points} : {places}.",
    ),
    "gap-by-group-floor": Text(
        en="A group is shown for a phase only if at least {floor} of its people chose a role.",
        fr="Un groupe n’est montré pour une phase que si au moins {floor} de ses membres ont "
        "choisi un rôle.",
    ),
    "none-missing": Text(
        en="Conditions rated both important and hardly in place: none of {total}.",
        fr="Conditions jugées à la fois importantes et peu en place : aucune sur {total}.",
    ),
    "missing": Text(
        en="Conditions rated both important and hardly in place: {n} of {total}, first of all "
        "{what}{equals} (importance {importance}, in place {in_place}).",
        fr="Conditions jugées à la fois importantes et peu en place : {n} sur {total}, d’abord "
        "{what}{equals} (importance {importance}, en place {in_place}).",
    ),
    "equals": Text(en=", with {n} more like it", fr=", avec {n} de plus comme elle"),
    "heaviest": Text(
        en="Weighs most: {names} (seriousness {seriousness} × frequency {frequency}{n}){eased}.",
        fr="Pèse le plus : {names} (gravité {seriousness} × fréquence {frequency}{n}){eased}.",
    ),
    "heaviest-equal": Text(
        en="Weigh most, all the same ({weight}): {names}{eased}.",
        fr="Pèsent le plus, à égalité ({weight}) : {names}{eased}.",
    ),
    "eased": Text(en="what would ease: {names}", fr="ce qui allégerait : {names}"),
    "by-group": Text(
        en="The highest median ({first}: {value}; {second}: {beside}) is found here: {places}; a "
        "group is shown only if at least {floor} of its people answered.",
        fr="La médiane la plus haute ({first} : {value} ; {second} : {beside}) se trouve ici : "
        "{places} ; un groupe n’est montré que si au moins {floor} de ses membres ont répondu.",
    ),
    "more": Text(en="{n} more", fr="{n} de plus"),
}


class Heading(str):
    """A page's heading, whatever its words."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return f"<h1>{escape(self)}</h1>"


class Reading(str):
    """A sentence that displays itself as a paragraph, whatever words it quotes."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return f"<p>{escape(self)}</p>"


def participation(measure: pd.DataFrame, language: Language) -> Reading:
    """How many took part and which group was the largest."""
    groups = measure[measure["about"] == "group"]
    total = int(groups["n"].sum())
    if not total:
        return _say("nobody", language)
    apart = groups[groups["label"] != words.OTHERS(language)]
    top = highest(apart if len(apart) else groups, "n")
    names, n = listed([str(label) for label in top["label"]], language), int(top["n"].iloc[0])
    largest = "largest" if len(top) == 1 else "largest-equal"
    return _say(
        "took-part",
        language,
        people=words.people(total, language),
        largest=_then(largest, language, names=names, n=n) if len(groups) > 1 else "",
        floor=FLOOR,
    )


def influence(measure: pd.DataFrame, language: Language) -> Reading:
    """For each scope, the role with the widest gap, among those of five people if there are any."""
    given = measure[measure["gap"].notna()]
    if given.empty:
        return Reading(words.NOTHING(language))
    scopes = given.groupby("scope", observed=True)
    return Reading(" ".join(_influence(str(scope), rows, language) for scope, rows in scopes))


def _influence(scope: str, given: pd.DataFrame, language: Language) -> Reading:
    often = given[given["n"] >= FLOOR]
    top = highest(given if often.empty else often, "gap")
    roles = [_placed(row.role, row.phase, language) for row in top.itertuples()]
    if top["gap"].iloc[0] <= 0:
        return _say("no-gap", language, scope=scope)
    return _say(
        "gap",
        language,
        scope=scope,
        names=named(roles, language),
        points=words.points(top["gap"].iloc[0], language),
        n=_people(top, language),
        interval=_interval(top, language),
    )


def influence_by_group(measure: pd.DataFrame, language: Language) -> Reading:
    """For each scope, the group with the widest gap, among groups large enough to show."""
    given = measure[measure["gap"].notna()]
    if given.empty:
        return Reading(words.TOO_FEW(language))
    scopes = given.groupby("scope", observed=True)
    said = [_influence_by_group(str(scope), rows, language) for scope, rows in scopes]
    return Reading(" ".join([*said, _say("gap-by-group-floor", language, floor=FLOOR)]))


def _influence_by_group(scope: str, given: pd.DataFrame, language: Language) -> Reading:
    top = highest(given, "gap")
    places = [f"{row.group} – {row.phase}" for row in top.itertuples()]
    return _say(
        "gap-by-group",
        language,
        scope=scope,
        points=words.points(top["gap"].iloc[0], language),
        places=named(places, language),
    )


def conditions(measure: pd.DataFrame, language: Language) -> Reading:
    """How many conditions matter and are missing, and which comes first."""
    if measure.empty:
        return Reading(words.NOTHING(language))
    missing = measure[measure["missing"]]
    if missing.empty:
        return _say("none-missing", language, total=len(measure))
    first = missing.iloc[0]
    medians = ["importance", "in_place"]
    equals = int((missing[medians] == first[medians]).all(axis=1).sum()) - 1
    return _say(
        "missing",
        language,
        n=len(missing),
        total=len(measure),
        what=_placed(first["condition"], first["phase"], language),
        equals=_say("equals", language, n=equals) if equals else "",
        importance=number(first["importance"], language),
        in_place=number(first["in_place"], language),
    )


def challenges(measure: pd.DataFrame, language: Language) -> Reading:
    """The heaviest challenges and what would ease them."""
    given = measure[measure["weight"].notna()]
    if given.empty:
        return Reading(words.NOTHING(language))
    top = highest(given, "weight")
    places = [_placed(row.challenge, row.phase, language) for row in top.itertuples()]
    eased = [quoted(text, language) for text in dict.fromkeys(top["eased_by"].dropna())]
    first = top.iloc[0]
    return _say(
        "heaviest" if len(top) == 1 else "heaviest-equal",
        language,
        names=named(places, language),
        n=_people(top, language),
        weight=number(first["weight"], language),
        seriousness=number(first["seriousness"], language),
        frequency=number(first["frequency"], language),
        eased=_then("eased", language, names=named(eased, language)) if eased else "",
    )


def by_phase_and_group(
    measure: pd.DataFrame, first: str, second: str, language: Language
) -> Reading:
    """Where ``first`` is highest among the groups shown, with ``second`` there."""
    given = measure[measure[first].notna()]
    if given.empty:
        return Reading(words.TOO_FEW(language))
    top = highest(given, first)
    beside = [number(value, language) for value in dict.fromkeys(top[second].dropna())]
    return _say(
        "by-group",
        language,
        first=words.COLUMNS[first](language).lower(),
        second=words.COLUMNS[second](language).lower(),
        value=number(top[first].iloc[0], language),
        beside=listed(beside, language) or "–",
        places=named([f"{row.phase} – {row.group}" for row in top.itertuples()], language),
        floor=FLOOR,
    )


def shortened(measure: pd.DataFrame, first: int, language: Language) -> str:
    """How many rows a table or chart shows of a measure, if not all; for each scope if it has."""
    if "step" in measure:
        longest = int(measure.groupby("step", observed=True).size().max()) if len(measure) else 0
        return words.the_first_of_each(first, longest, language)
    if "scope" not in measure:
        return words.the_first(first, len(measure), language)
    sizes = measure.groupby("scope", observed=True).size()
    notes = {str(scope): words.the_first(first, n, language) for scope, n in sizes.items()}
    told = {colon(scope, language): _inside(note) for scope, note in notes.items() if note}
    return " ".join(f"{scope} {note}" for scope, note in told.items())


def _inside(sentence: str) -> str:
    """A sentence as it goes on after a colon."""
    return sentence[:1].lower() + sentence[1:]


def _say(key: str, language: Language, **values: object) -> Reading:
    return Reading(_SAID[key](language).format(**values))


def _then(key: str, language: Language, **values: object) -> str:
    """The same, after a semicolon."""
    return f"{semicolon('', language)} {_say(key, language, **values)}"


def highest(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    """The rows that share the highest value."""
    return frame[frame[column] == frame[column].max()]


def _placed(text: str, phase: str, language: Language) -> str:
    """Somebody's words and the phase they are about."""
    return f"{quoted(text, language)} – {phase}"


def named(parts: list[str], language: Language) -> str:
    """The first of some equals by name, the rest by number."""
    rest = len(parts) - _NAMED
    more = [_say("more", language, n=rest)] if rest > 0 else []
    return listed([*parts[:_NAMED], *more], language)


def _people(rows: pd.DataFrame, language: Language) -> str:
    """How many people are behind one row; nothing for several."""
    return f", {words.people(int(rows['n'].iloc[0]), language)}" if len(rows) == 1 else ""


def _interval(rows: pd.DataFrame, language: Language) -> str:
    row = rows.iloc[0]
    if len(rows) > 1 or pd.isna(row["low"]):
        return ""
    low, high = number(row["low"], language), number(row["high"], language)
    return _then("interval", language, low=low, high=high)
