"""The codebook and the README of a package, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..deck import Deck, Step, Text
from ..deck.activities import Fill, Write
from .fields import Field, Table
from .rows import Row
from .schema import TABLES

APOSTROPHES_EN = (
    "In the CSV files, an apostrophe (') stands before anything a spreadsheet could take for a "
    "formula: a cell that starts with `=`, `+`, `-`, `@` or a tab, also after spaces or quotes, "
    "and the same after a semicolon, a tab or a line break inside a cell. Line ends are line "
    "feeds, and other control characters are replaced with �. The Parquet files keep the exact "
    "text."
)
APOSTROPHES_FR = (
    "Dans les fichiers CSV, une apostrophe (') précède tout ce qu’un tableur pourrait prendre pour "
    "une formule : une cellule qui commence par `=`, `+`, `-`, `@` ou une tabulation, même après "
    "des espaces ou des guillemets, et de même après un point-virgule, une tabulation ou un saut "
    "de ligne dans la cellule. Les fins de ligne sont des sauts de ligne, et les autres caractères "
    "de contrôle sont remplacés par �. Les fichiers Parquet gardent le texte exact."
)


def codebook(*decks: Deck, tables: Sequence[Table] = TABLES) -> str:
    """Every table and column, then the groups, scales and roles of each deck."""
    lines = [*_head(), *_tables(tables), *(line for deck in decks for line in _deck(deck))]
    return "\n".join(lines) + "\n"


def readme(workshop: Row, people: list[Row]) -> str:
    """What the folder is, and whether the people in it are real."""
    made_up = bool(people) and all(person["origin"] == "rehearsal" for person in people)
    return "\n".join(_readme(workshop, made_up=made_up)) + "\n"


def _head() -> Iterator[str]:
    yield "# Codebook / Dictionnaire des données"
    yield ""
    yield f"**EN** Empty cells are missing values. {APOSTROPHES_EN}"
    yield ""
    yield f"**FR** Une cellule vide est une valeur manquante. {APOSTROPHES_FR}"


def _tables(tables: Sequence[Table]) -> Iterator[str]:
    for table in tables:
        yield f"\n## {table.name}\n"
        yield f"**EN** {table.en} {_key(table, 'Key:')}\n"
        yield f"**FR** {table.fr} {_key(table, 'Clé :')}\n"
        yield "| column / colonne | type | English | Français |"
        yield "|---|---|---|---|"
        for field in table.fields:
            said = f"{one_cell(field.en)} | {one_cell(field.fr)}"
            yield f"| `{field.name}` | {_type(field)} | {said} |"


def _key(table: Table, word: str) -> str:
    return f"{word} {', '.join(f'`{column}`' for column in table.key)}."


def _type(field: Field) -> str:
    parts = [f"{field.type}{'' if field.required else '?'}"]
    if field.unit:
        parts.append(f"in {field.unit}")
    if field.minimum is not None:
        parts.append(f"≥ {field.minimum}")
    if field.enum:
        parts.append(", ".join(f"`{value}`" for value in field.enum))
    if field.pattern:
        parts.append(f"as `{field.pattern}`")
    if field.refers:
        parts.append(f"→ `{field.refers}`")
    return "; ".join(parts)


def _deck(deck: Deck) -> Iterator[str]:
    yield f"\n## Deck / Trousse `{deck.id}` {deck.version}\n"
    yield f"**EN** {one_cell(deck.title.en)}\n"
    yield f"**FR** {one_cell(deck.title.fr)}"
    yield from _names("Groups / Groupes", [(g.id, g.name) for g in deck.groups])
    yield from _names("Roles / Rôles", [(r.id, r.name) for r in deck.roles.values()])
    for each in deck.lists:
        yield from _names(
            f"List / Liste `{each.id}`", [(item.id, item.name) for item in each.items], each.name
        )
    for step in deck.steps.values():
        yield from _fields(step)
    for scale in deck.scales:
        heading = f"Scale / Échelle `{scale.id}`"
        yield from _names(heading, [(str(p.value), p.label) for p in scale.points], scale.question)


def _fields(step: Step) -> Iterator[str]:
    """The columns of a table that people fill, or the prompts they write under."""
    match step.activity:
        case Fill(columns=columns):
            named = [(column.id, column.label) for column in columns]
            yield from _names(f"Columns / Colonnes `{step.id}`", named, step.question)
        case Write(prompts=prompts):
            named = [(prompt.id, prompt.label) for prompt in prompts]
            yield from _names(f"Prompts / Consignes `{step.id}`", named, step.question)


def _names(
    heading: str, names: list[tuple[str, Text]], question: Text | None = None
) -> Iterator[str]:
    if not names:
        return
    yield f"\n### {heading}\n"
    if question:
        yield f"{one_cell(question.en)} / {one_cell(question.fr)}\n"
    yield "| id | English | Français |"
    yield "|---|---|---|"
    for id_, name in names:
        yield f"| `{id_}` | {one_cell(name.en)} | {one_cell(name.fr)} |"


def one_cell(text: str) -> str:
    """Text as a table's cell, on one line; a no-break space stays one."""
    return re.sub(r"[^\S\xa0]+", " ", text).strip().replace("|", "\\|")


def _readme(workshop: Row, *, made_up: bool) -> Iterator[str]:
    yield f"# {one_cell(workshop['title'])}"
    if made_up:
        yield "\n**Everything here is made up: the people were played by a rehearsal.**"
        yield "**Tout ici est inventé : les personnes ont été jouées par une répétition.**"
    if workshop["held_back"]:
        yield (
            f"\n**EN** Not here, because the workshop goes on: {workshop['held_back']} answers and "
            "ballots that the group was not shown. Export again once it is finished."
        )
        yield (
            f"\n**FR** Absents, parce que l’atelier n’est pas terminé : {workshop['held_back']} "
            "réponses et bulletins que le groupe n’a pas vus. Exportez de nouveau une fois "
            "l’atelier terminé."
        )
    if workshop["left_out"]:
        yield (
            f"\n**EN** Not here, for want of consent to research: {workshop['left_out']} "
            "answers and ballots."
        )
        yield (
            f"\n**FR** Absents, faute de consentement à la recherche : {workshop['left_out']} "
            "réponses et bulletins."
        )
    yield (
        f"\n**EN** The data of the workshop {workshop['code']}, which walked the deck "
        f"`{workshop['deck']}` {workshop['deck_version']}. Each table is there twice, as CSV and "
        "as Parquet. `codebook.md` explains every column, `deck.yaml` holds what people were "
        "asked, and `datapackage.json` describes it all for programs (Data Package standard; "
        "check it with `frictionless validate datapackage.json`). People are known by random "
        "pseudonyms; their names are not here, unless the group wrote one into an action. Only "
        "answers at steps where names were shown lead to a pseudonym; other answers, and all "
        "ballots, lead to nobody. What people wrote is as they wrote it, shows their language and "
        "may still identify someone: read it before you share it. To open a CSV in a spreadsheet, "
        f"import it as UTF-8 with commas. {APOSTROPHES_EN}"
    )
    yield (
        f"\n**FR** Les données de l’atelier {workshop['code']}, qui a suivi la trousse "
        f"`{workshop['deck']}` {workshop['deck_version']}. Chaque table y est deux fois, en CSV et "
        "en Parquet. `codebook.md` explique chaque colonne, `deck.yaml` contient ce qui a été "
        "demandé, et `datapackage.json` décrit le tout pour les programmes (norme Data Package ; à "
        "vérifier avec `frictionless validate datapackage.json`). Les personnes sont désignées par "
        "des pseudonymes aléatoires ; leurs noms ne sont pas ici, sauf si le groupe en a écrit un "
        "dans une action. Seules les réponses aux étapes où les noms étaient montrés mènent à un "
        "pseudonyme ; les autres, et tous les bulletins, ne mènent à personne. Les écrits sont "
        "tels quels, montrent leur langue et peuvent encore identifier quelqu’un : lisez-les avant "
        "de les partager. Pour ouvrir un CSV dans un tableur, importez-le en UTF-8 avec des "
        f"virgules. {APOSTROPHES_FR}"
    )
    yield ("\nTo re-run the analysis / Pour refaire l’analyse : `lhs analyse .`")
