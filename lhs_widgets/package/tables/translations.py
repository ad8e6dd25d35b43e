"""What answers say in another language."""

from __future__ import annotations

from ...workshop import Origin
from ..fields import Field, Table
from .shared import LANGUAGE_TAG

#: Who may say in another language what an answer says.
TRANSLATORS: tuple[Origin, ...] = ("facilitator", "scribe")

TRANSLATIONS = Table(
    "translations",
    "What answers say in another language, as the facilitator or a scribe wrote it once they were "
    "shown; the answer itself stays as its author wrote it. A package from before there were "
    "translations has no such table.",
    "Ce que disent des réponses dans une autre langue, écrit par l’animation ou par une personne "
    "qui prend les notes une fois les réponses montrées ; la réponse reste comme son auteur l’a "
    "écrite. Les données d’avant les traductions n’ont pas cette table.",
    ("contribution", "language"),
    (
        Field("contribution", "string", "Answer.", "Réponse.", refers="contributions.contribution"),
        Field(
            "language",
            "string",
            "Language of the translation.",
            "Langue de la traduction.",
            pattern=LANGUAGE_TAG,
        ),
        Field("text", "string", "The translation.", "La traduction."),
        Field(
            "origin",
            "string",
            "Whether the facilitator or a scribe wrote it.",
            "Si l’animation ou une personne qui prend les notes l’a écrite.",
            enum=TRANSLATORS,
        ),
    ),
    optional=True,
)
