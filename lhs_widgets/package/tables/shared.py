"""Columns that several tables have."""

from __future__ import annotations

from typing import get_args

from ...workshop import Origin
from ..fields import Field

AT = "Times are UTC, to the second."
AT_FR = "Les heures sont en temps universel, à la seconde."

WORKSHOP = Field(
    "workshop", "string", "Code of the workshop.", "Code de l’atelier.", refers="workshop.code"
)
STEP = Field("step", "string", "Step of the walk.", "Étape du parcours.", refers="steps.step")
#: ``en``, ``fr`` or the tag of a language that was added.
LANGUAGE_TAG = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?"

LANGUAGE = Field(
    "language", "string", "Language of the words.", "Langue des mots.", pattern=LANGUAGE_TAG
)
TABLE_FIELD = Field(
    "table",
    "integer",
    "Number of the table that worked apart; empty for the whole room.",
    "Numéro de la table qui travaillait à part ; vide pour toute la salle.",
    required=False,
    minimum=1,
)

_FROM = (
    "typed by the person, entered by a facilitator or a scribe, imported, made up by a rehearsal, "
    "or written by the system"
)
_FROM_FR = (
    "écrite par la personne, entrée par l’animation ou par une personne qui prend les notes, "
    "importée, inventée par une répétition ou écrite par le système"
)
ORIGIN = Field(
    "origin",
    "string",
    f"How the row came to be: {_FROM}.",
    f"D’où vient la ligne : {_FROM_FR}.",
    enum=get_args(Origin),
)
ORIGIN_IF_TOLD = Field(
    "origin",
    "string",
    f"How the row came to be: {_FROM}. Empty where it could tell whose the row is, and where "
    "an earlier format did not say.",
    f"D’où vient la ligne : {_FROM_FR}. Vide si cela pouvait révéler de qui elle vient, "
    "et là où un format antérieur ne le disait pas.",
    required=False,
    enum=get_args(Origin),
)


def idea_fields() -> tuple[Field, Field, Field]:
    """An idea is an answer, or a role or an item of the deck with all answers about it."""
    return (
        Field(
            "contribution",
            "string",
            "The idea, if it is an answer in a person’s own words; empty if that answer is gone.",
            "L’idée, si c’est une réponse dans les mots d’une personne ; vide si elle n’existe "
            "plus.",
            required=False,
            refers="contributions.contribution",
        ),
        Field(
            "role",
            "string",
            "The idea, if it is a role of the deck: all answers that chose it.",
            "L’idée, si c’est un rôle de la trousse : toutes les réponses qui l’ont choisi.",
            required=False,
        ),
        Field(
            "item",
            "string",
            "The idea, if it is an item of the deck: all answers about it.",
            "L’idée, si c’est un élément de la trousse : toutes les réponses qui en parlent.",
            required=False,
        ),
    )
