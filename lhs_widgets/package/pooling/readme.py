"""The README of a pool, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ...deck import Text
from ..codebook import APOSTROPHES_EN, APOSTROPHES_FR, one_cell

if TYPE_CHECKING:
    import pandas as pd

#: What a pool is called.
POOL_TITLE = Text(en="Workshops pooled: {n}", fr="Ateliers réunis : {n}")

_ABOUT = Text(
    en="Several workshops in one package. Every table begins with `workshop`, the code of the "
    "workshop each row belongs to; ids are those of its own package, and mean the same only within "
    "one workshop. Nobody can be followed from one workshop to another. Each deck is there as it "
    "was used. `codebook.md` explains every column, and `datapackage.json` lists the workshops "
    "with the hash of each package (Data Package standard; check it with `frictionless validate "
    "datapackage.json`). What people wrote is as they wrote it and may still identify someone: "
    "read it before you share it. To open a CSV in a spreadsheet, import it as UTF-8 with commas.",
    fr="Plusieurs ateliers réunis. Chaque table commence par `workshop`, le code de l’atelier "
    "auquel appartient la ligne ; les identifiants sont ceux de ses propres données et n’ont de "
    "sens que dans un même atelier. On ne peut suivre personne d’un atelier à l’autre. Chaque "
    "trousse est là telle qu’utilisée. `codebook.md` explique chaque colonne, et "
    "`datapackage.json` donne la liste des ateliers avec l’empreinte des données de chacun (norme "
    "Data Package ; à vérifier avec `frictionless validate datapackage.json`). Les écrits sont "
    "tels quels et peuvent encore identifier quelqu’un : lisez-les avant de les partager. Pour "
    "ouvrir un CSV dans un tableur, importez-le en UTF-8 avec des virgules.",
)
_SMALL = Text(
    en="A group, a language or a table of people is told only where at least five people of the "
    "workshop share all that is told of them, and where the others can’t be found by subtraction; "
    "elsewhere the cell is empty. What is told of a workshop does not depend on the others here.",
    fr="Un groupe, une langue ou une table n’est donné que là où au moins cinq personnes de "
    "l’atelier partagent tout ce qui en est dit, et où les autres ne peuvent être retrouvées par "
    "soustraction ; ailleurs, la cellule est vide. Ce qui est dit d’un atelier ne dépend pas des "
    "autres.",
)
#: How many workshops a sentence names.
_NAMED = 20

_MORE = Text(en="{n} more", fr="{n} de plus")
_MADE_UP = Text(
    en="Made up, with people played by a rehearsal: {codes}.",
    fr="Ateliers inventés, dont les personnes ont été jouées par une répétition : {codes}.",
)
_PARTLY = Text(
    en="Some of the people were played by a rehearsal: {codes}.",
    fr="Une partie des personnes ont été jouées par une répétition : {codes}.",
)
_OPEN = Text(
    en="Not finished when exported, so only what the group was shown: {codes}.",
    fr="Non terminés à l’exportation, donc seulement ce que le groupe a vu : {codes}.",
)


def readme(workshops: pd.DataFrame) -> str:
    """What the folder is, what is in it, and which workshops are made up or not finished."""
    return "\n".join(_lines(workshops)) + "\n"


def warnings(workshops: pd.DataFrame) -> Iterator[Text]:
    """What to know of the workshops before counting them together."""
    people, rehearsed = workshops["participants"], workshops["rehearsed"]
    some = rehearsed > 0
    for said, rows in (
        (_MADE_UP, some & (rehearsed == people)),
        (_PARTLY, some & (rehearsed < people)),
        (_OPEN, ~workshops["finished"]),
    ):
        codes = workshops["code"][rows].tolist()
        if codes:
            en, fr = _listed(codes, _MORE.en), _listed(codes, _MORE.fr)
            yield Text(en=said.en.format(codes=en), fr=said.fr.format(codes=fr))


def _listed(codes: list[str], more: str) -> str:
    """The first codes by name, the rest by number."""
    rest = len(codes) - _NAMED
    return ", ".join([*codes[:_NAMED], *([more.format(n=rest)] if rest > 0 else [])])


def _lines(workshops: pd.DataFrame) -> Iterator[str]:
    n = len(workshops)
    yield f"# {POOL_TITLE.en.format(n=n)} / {POOL_TITLE.fr.format(n=n)}"
    for said in warnings(workshops):
        yield f"\n**EN** **{said.en}**"
        yield f"\n**FR** **{said.fr}**"
    for said, more in ((_ABOUT, (APOSTROPHES_EN, APOSTROPHES_FR)), (_SMALL, ("", ""))):
        yield f"\n**EN** {said.en} {more[0]}".rstrip()
        yield f"\n**FR** {said.fr} {more[1]}".rstrip()
    yield "\n| code | title / titre | deck / trousse | people / personnes | answers / réponses |"
    yield "|---|---|---|--:|--:|"
    for row in workshops.to_dict("records"):
        yield _row(row)
    yield "\nTo re-run the analysis / Pour refaire l’analyse : `lhs analyse .`"


def _row(row: dict[Any, Any]) -> str:
    deck = f"`{row['deck']}` {row['deck_version']}"
    title = one_cell(row["title"])
    return f"| {row['code']} | {title} | {deck} | {row['participants']} | {row['contributions']} |"
