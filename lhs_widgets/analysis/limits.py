"""The limits by which a workshop's verdicts are given: those that its package says were settled."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from ..deck import Language, Text
from ..package import Package
from .sentences import Reading
from .statistics import USUAL, Thresholds
from .words import number

_SAID = {
    "first": Text(
        en="Settled on {at}, before anybody answered.",
        fr="Fixé le {at}, avant que quiconque réponde.",
    ),
    "later": Text(
        en="Settled on {at}, but not before the first answer: read every verdict with that in "
        "mind.",
        fr="Fixé le {at}, mais pas avant la première réponse : lisez chaque constat en le sachant.",
    ),
    "usual": Text(
        en="These data do not say what was settled before people answered, so the usual limits are "
        "used.",
        fr="Ces données ne disent pas ce qui a été fixé avant les réponses ; les limites d’usage "
        "sont donc prises.",
    ),
    "agreement": Text(
        en="Enough people agree from {agreement}% on.",
        fr="Assez de personnes s’accordent à partir de {agreement} %.",
    ),
    "nine": Text(
        en="On scales from 1 to 9, it takes {core}% at one end and fewer than {against}% at the "
        "other.",
        fr="Sur les échelles de 1 à 9, il faut {core} % à un bout et moins de {against} % à "
        "l’autre.",
    ),
}


def settled(package: Package) -> Thresholds:
    """The limits that were settled for this workshop; the usual ones where its package, written by
    an earlier version, says nothing."""
    row = package.tables["workshop"].iloc[0]
    if pd.isna(row["settled"]):
        return USUAL
    agreement, core, against = (int(row[name]) / 100 for name in ("agreement", "core", "against"))
    return replace(USUAL, agreement=agreement, core=core, against=against)


def told(package: Package, language: Language) -> Reading:
    """Which limits hold, and when they were settled."""
    row, limits = package.tables["workshop"].iloc[0], settled(package)
    percents = {
        name: number(100 * getattr(limits, name), language)
        for name in ("agreement", "core", "against")
    }
    said = ["agreement"]
    if any(scale.is_nine for scale in package.deck.scales):
        said.append("nine")
    known = not pd.isna(row["settled"])
    said.append(("first" if row["settled_first"] else "later") if known else "usual")
    at = f"{row['settled']:%Y-%m-%d}" if known else ""
    return Reading(" ".join(_SAID[key](language).format(**percents, at=at) for key in said))
