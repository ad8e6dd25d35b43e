"""One sentence of reading under each chart, from the same measure, in English or French."""

from __future__ import annotations

from html import escape

import pandas as pd

from ..deck import Language
from . import words
from .frames import FLOOR
from .words import listed, number, quoted
from .words import people as counted


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
        return Reading({"en": "Nobody took part.", "fr": "Personne n’a participé."}[language])
    everyone = counted(total, language)
    rule = {
        "en": f"groups of fewer than {FLOOR} people are folded together.",
        "fr": f"les groupes de moins de {FLOOR} personnes sont réunis.",
    }[language]
    took = {
        "en": f"{everyone} took part",
        "fr": f"{everyone} {'a' if total == 1 else 'ont'} participé",
    }[language]
    if len(groups) == 1:
        return Reading(f"{took}; {rule}")
    largest = _top(groups, "n")
    names = listed([f"{label}" for label in largest["label"]], language)
    share = int(largest["n"].iloc[0])
    which = {"en": f"the largest {_en(largest, 'group')}", "fr": _fr_largest(largest)}[language]
    colon = " :" if language == "fr" else ":"
    each = {"en": " each", "fr": " chacun"}[language] if len(largest) > 1 else ""
    return Reading(f"{took}; {which}{colon} {names} ({share}{each}); {rule}")


def influence(measure: pd.DataFrame, language: Language) -> Reading:
    """The role with the widest gap, among those chosen by five people if there are any."""
    given = measure[measure["gap"].notna()]
    if given.empty:
        return Reading(words.NOTHING(language))
    often = given[given["n"] >= FLOOR]
    given = given if often.empty else often
    top = _top(given, "gap")
    names = listed([quoted(role, language) for role in top["role"]], language)
    gap, n = top["gap"].iloc[0], _total(top)
    if gap <= 0:
        return Reading(
            {
                "en": "In no role do people, at the median, wish for more say than they have.",
                "fr": "Dans aucun rôle les gens ne souhaitent, à la médiane, avoir plus leur mot à dire.",
            }[language]
        )
    interval = _interval(top, language)
    return Reading(
        {
            "en": f"The widest gap is in {names}: people wish for {_points(gap, 'en')} more say "
            f"than they have today (median, {n}{interval}).",
            "fr": f"Le plus grand écart est pour {names} : les gens souhaitent {_points(gap, 'fr')} "
            f"de plus que ce qu’ils ont aujourd’hui (médiane, {_total(top, 'fr')}{interval}).",
        }[language]
    )


def influence_by_group(measure: pd.DataFrame, language: Language) -> Reading:
    """The group and role with the widest gap, among groups large enough to show."""
    given = measure[measure["gap"].notna()]
    if given.empty:
        return Reading(words.TOO_FEW(language))
    top = _top(given, "gap")
    places = listed(
        [f"{row.group} ({quoted(row.role, language)})" for row in top.itertuples()], language
    )
    gap = top["gap"].iloc[0]
    return Reading(
        {
            "en": f"The widest gap shown is {_points(gap, 'en')}: {places}; a role is shown for a "
            f"group only if at least {FLOOR} of its people chose it.",
            "fr": f"Le plus grand écart montré est de {_points(gap, 'fr')} : {places}; un rôle n’est "
            f"montré pour un groupe que si au moins {FLOOR} de ses membres l’ont choisi.",
        }[language]
    )


def conditions(measure: pd.DataFrame, language: Language) -> Reading:
    """How many conditions matter and are missing, and which comes first."""
    if measure.empty:
        return Reading(words.NOTHING(language))
    missing = measure[measure["missing"]]
    total, n = len(measure), len(missing)
    if not n:
        return Reading(
            {
                "en": f"Of {total} different conditions, none is both important and hardly in place.",
                "fr": f"Sur {total} conditions différentes, aucune n’est à la fois importante et peu "
                "en place.",
            }[language]
        )
    first = missing.iloc[0]
    alike = (missing[["importance", "in_place"]] == first[["importance", "in_place"]]).all(axis=1)
    what = _placed(first["condition"], first["phase"], language)
    if language == "fr":
        verb = "est à la fois importante" if n == 1 else "sont à la fois importantes"
        also = " (d’autres ont les mêmes médianes)" if alike.sum() > 1 else ""
        return Reading(
            f"Sur {total} conditions différentes, {n} {verb} et peu en place, d’abord {what}"
            f"{also} : importance {number(first['importance'], 'fr')}, en place "
            f"{number(first['in_place'], 'fr')}."
        )
    verb = "is" if n == 1 else "are"
    also = " (others have the same medians)" if alike.sum() > 1 else ""
    return Reading(
        f"Of {total} different conditions, {n} {verb} both important and hardly in place, first of "
        f"all {what}{also}: importance {number(first['importance'], 'en')}, in place "
        f"{number(first['in_place'], 'en')}."
    )


def challenges(measure: pd.DataFrame, language: Language) -> Reading:
    """The heaviest challenges and what would ease them."""
    given = measure[measure["weight"].notna()]
    if given.empty:
        return Reading(words.NOTHING(language))
    top = _top(given, "weight")
    names = listed(
        [_placed(row.challenge, row.phase, language) for row in top.head(3).itertuples()], language
    )
    row = top.iloc[0]
    more = len(top) - 3
    serious, often = number(row["seriousness"], language), number(row["frequency"], language)
    eased = [quoted(text, language) for text in dict.fromkeys(top["eased_by"].dropna().head(3))]
    if language == "fr":
        rest = f" et {more} autres" if more > 0 else ""
        link = f"; ce qui allégerait : {listed(eased, 'fr')}" if eased else ""
        weight = number(row["weight"], "fr")
        return Reading(f"Pèse le plus : {names}{rest} ({_medians_fr(top, serious, often, weight)}){link}.")
    rest = f" and {more} more" if more > 0 else ""
    link = f"; what would ease: {listed(eased, 'en')}" if eased else ""
    weight = number(row["weight"], "en")
    return Reading(f"Weighs most: {names}{rest} ({_medians_en(top, serious, often, weight)}){link}.")


def by_phase_and_group(
    measure: pd.DataFrame, first: str, second: str, language: Language
) -> Reading:
    """Where ``first`` is highest among the groups shown, with ``second`` there."""
    given = measure[measure[first].notna()]
    if given.empty:
        return Reading(words.TOO_FEW(language))
    top = _top(given, first)
    places = listed([f"{row.phase} – {row.group}" for row in top.head(3).itertuples()], language)
    more = len(top) - 3
    value = number(top[first].iloc[0], language)
    name, other = (words.COLUMNS[c](language).lower() for c in (first, second))
    beside = [number(v, language) for v in dict.fromkeys(top[second].dropna())]
    if language == "fr":
        rest = f" et {more} autres" if more > 0 else ""
        return Reading(
            f"La médiane la plus haute ({name} : {value}; {other} : {listed(beside, 'fr') or '–'}) se "
            f"trouve ici : {places}{rest}; un groupe n’est montré que si au moins {FLOOR} de ses "
            "membres ont répondu."
        )
    rest = f" and {more} more" if more > 0 else ""
    return Reading(
        f"The highest median ({name}: {value}; {other}: {listed(beside, 'en') or '–'}) is found "
        f"here: {places}{rest}; a group is shown only if at least {FLOOR} of its people answered."
    )


def _top(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    """The rows that share the highest value."""
    return frame[frame[column] == frame[column].max()]


def _placed(text: str, phase: str, language: Language) -> str:
    """Somebody's words and the phase they are about."""
    return f"{quoted(text, language)} – {phase}"


def _en(rows: pd.DataFrame, noun: str) -> str:
    return f"{noun} is" if len(rows) == 1 else f"{noun}s are"


def _fr_largest(rows: pd.DataFrame) -> str:
    return "le plus grand groupe" if len(rows) == 1 else "les plus grands groupes"


def _points(value: float, language: Language) -> str:
    text = number(value, language)
    return f"{text} point" if value in (1, 0) or (language == "fr" and value < 2) else f"{text} points"


def _total(rows: pd.DataFrame, language: Language = "en") -> str:
    return counted(int(rows["n"].iloc[0]), language) if len(rows) == 1 else {
        "en": "the same in each", "fr": "la même pour chacun"
    }[language]


def _interval(rows: pd.DataFrame, language: Language) -> str:
    row = rows.iloc[0]
    if len(rows) > 1 or pd.isna(row["low"]):
        return ""
    low, high = number(row["low"], language), number(row["high"], language)
    if language == "fr":
        return f"; intervalle à 95 % de {low} à {high}"
    return f"; 95% interval {low} to {high}"


def _medians_en(rows: pd.DataFrame, serious: str, often: str, weight: str) -> str:
    if len(rows) > 1:
        return f"the same weight, {weight}"
    n = counted(int(rows["n"].iloc[0]), "en")
    return f"seriousness {serious} × frequency {often}, {n}"


def _medians_fr(rows: pd.DataFrame, serious: str, often: str, weight: str) -> str:
    if len(rows) > 1:
        return f"le même poids, {weight}"
    n = counted(int(rows["n"].iloc[0]), "fr")
    return f"gravité {serious} × fréquence {often}, {n}"
