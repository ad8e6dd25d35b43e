"""What happened, without anyone's words."""

from __future__ import annotations

from ...workshop import Kind
from ..fields import Field, Table
from .shared import AT, AT_FR, ORIGIN_IF_TOLD, STEP, WORKSHOP

EVENTS = Table(
    "events",
    "What happened, without anyone’s words: when people joined, wrote and moved on. What people "
    "did at a step without names, every ballot and what was hidden there have no person and no "
    "time, and stand at the end, sorted by step and kind: they tell how often, never who or when.",
    "Ce qui s’est passé, sans les mots de personne : arrivées, écrits, étapes. Ce que les gens ont "
    "fait à une étape sans noms, chaque bulletin et ce qui y a été caché n’ont ni personne ni "
    "heure, et viennent à la fin, triés par étape et par type : ils disent combien de fois, jamais "
    "qui ni quand.",
    ("workshop", "seq"),
    (
        WORKSHOP,
        Field("seq", "integer", "Place in this table.", "Place dans cette table.", minimum=1),
        Field(
            "kind",
            "string",
            "What happened.",
            "Ce qui s’est passé.",
            enum=tuple(kind.value for kind in Kind),
        ),
        Field("at", "datetime", f"When. {AT}", f"Quand. {AT_FR}", required=False),
        Field(
            "participant",
            "string",
            "By whom; empty for the facilitator, the group and the system.",
            "Par qui ; vide pour l’animation, le groupe et le système.",
            required=False,
            refers="participants.participant",
        ),
        Field(
            "step",
            "string",
            "At which step, if any.",
            "À quelle étape, s’il y a lieu.",
            required=False,
            refers=STEP.refers,
        ),
        Field(
            "stage",
            "string",
            "At which stage, if any.",
            "À quel moment, s’il y a lieu.",
            required=False,
        ),
        Field(
            "round",
            "integer",
            "In which round of choosing, if any.",
            "À quel tour de choix, s’il y a lieu.",
            required=False,
            minimum=1,
        ),
        Field(
            "table",
            "integer",
            "For “seated” and “agreed”, the table; empty for none.",
            "Pour « seated » et « agreed », la table ; vide s’il n’y en a pas.",
            required=False,
            minimum=1,
        ),
        Field(
            "number",
            "integer",
            "For “split”, how many tables; for “timed”, how many seconds. 0 ends it.",
            "Pour « split », le nombre de tables ; pour « timed », le nombre de secondes. 0 y met "
            "fin.",
            required=False,
            minimum=0,
        ),
        Field(
            "value",
            "boolean",
            "For what is set and taken back, such as “done”: true when set, false when taken back.",
            "Pour ce qui se pose et se reprend, comme « done » : vrai si posé, faux si repris.",
            required=False,
        ),
        ORIGIN_IF_TOLD,
    ),
)
