"""What people answered, and where ideas from elsewhere came from."""

from __future__ import annotations

from ..fields import Field, Table
from .shared import AT, AT_FR, LANGUAGE_TAG, ORIGIN_IF_TOLD, STEP, WORKSHOP

#: What one answer to each kind of activity is; on a map, what joins two things is a link.
KINDS = {
    "roles": "role",
    "winning-conditions": "condition",
    "challenges": "challenge",
    "sort": "sorted",
    "place": "placed",
    "choose": "chosen",
    "write": "text",
    "fill": "row",
    "map": "node",
}
LINK = "link"
ANSWER_KINDS = (*KINDS.values(), LINK)

_NAMED = "Only at steps where answers are named; empty elsewhere."
_NAMED_FR = "Seulement aux étapes où les réponses sont nommées ; vide ailleurs."

IMPORTS = Table(
    "imports",
    "The files of ideas that were brought in from elsewhere.",
    "Les fichiers d’idées apportés d’ailleurs.",
    ("import",),
    (
        Field("import", "string", "Id of the import.", "Identifiant de l’importation."),
        WORKSHOP,
        STEP,
        Field("file", "string", "The file’s name.", "Nom du fichier."),
        Field("sha256", "string", "Hash of its content.", "Empreinte de son contenu."),
        Field(
            "ideas",
            "integer",
            "How many ideas were in it.",
            "Combien d’idées il contenait.",
            minimum=0,
            unit="answers",
        ),
        Field("at", "datetime", f"When. {AT}", f"Quand. {AT_FR}"),
    ),
)

CONTRIBUTIONS = Table(
    "contributions",
    "The answers as they stood last: roles, winning conditions, challenges, and what the other "
    "kinds of activity ask for. While the workshop goes on, only what the group was shown, as it "
    "was then, and imported ideas.",
    "Les réponses dans leur dernier état : rôles, conditions gagnantes, défis, et ce que "
    "demandent les autres types d’activité. Tant que l’atelier n’est pas terminé, seulement ce "
    "que le groupe a vu, tel qu’il l’a vu, et les idées importées.",
    ("contribution",),
    (
        Field("contribution", "string", "Id of the answer.", "Identifiant de la réponse."),
        WORKSHOP,
        Field(
            "author",
            "string",
            "Tells apart who wrote what at one step, and nothing more: answers of one person at "
            "one step share it, and it is the smallest of their ids.",
            "Distingue qui a écrit quoi à une étape, et rien de plus : les réponses d’une personne "
            "à une étape le partagent, et c’est le plus petit de leurs identifiants.",
        ),
        Field(
            "participant",
            "string",
            f"The person who gave it. {_NAMED}",
            f"La personne qui l’a donnée. {_NAMED_FR}",
            required=False,
            refers="participants.participant",
        ),
        Field(
            "group",
            "string",
            "The author’s group. Where answers are not named, it is told only if at least five "
            "people who answered the step in the same language are of that group, and the others "
            "can’t be found by subtraction.",
            "Le groupe de la personne. Là où les réponses ne sont pas nommées, il n’est donné que "
            "si au moins cinq personnes qui ont répondu à l’étape dans la même langue en sont, et "
            "que les autres ne peuvent être retrouvées par soustraction.",
            required=False,
        ),
        STEP,
        Field("phase", "string", "Id of the step’s phase.", "Identifiant de la phase."),
        Field(
            "kind",
            "string",
            "What it is.",
            "Ce que c’est.",
            enum=ANSWER_KINDS,
        ),
        Field(
            "scope",
            "string",
            "Whether the person speaks for themselves or for their group.",
            "Si la personne parle pour elle-même ou pour son groupe.",
            enum=("self", "group"),
        ),
        Field(
            "role",
            "string",
            "Role of the deck; empty for other answers and for roles people named themselves.",
            "Rôle de la trousse ; vide pour les autres réponses et les rôles nommés autrement.",
            required=False,
        ),
        Field(
            "text",
            "string",
            "The person’s words; for a role or an item of the deck, its name in the language of "
            "the answer, or in English where that is not told; for a row, the words of its cells. "
            "Empty for a link or a row without words.",
            "Les mots de la personne ; pour un rôle ou un élément de la trousse, son nom dans la "
            "langue de la réponse, ou en anglais si elle n’est pas donnée ; pour une ligne, les "
            "mots de ses cases. Vide pour un lien ou une ligne sans mots.",
            required=False,
        ),
        Field(
            "item",
            "string",
            "Item of the deck the answer is about, the prompt it answers, or the item that heads "
            "the row.",
            "Élément de la trousse dont parle la réponse, consigne à laquelle elle répond, ou "
            "élément en tête de la ligne.",
            required=False,
        ),
        Field(
            "bin",
            "string",
            "Where the item was sorted to; for something on a map, what kind of thing it is.",
            "Case où l’élément a été classé ; pour un point d’une carte, son type.",
            required=False,
        ),
        Field(
            "rank",
            "integer",
            "Place among the first chosen, from 1; 1 for all where their order does not count.",
            "Place parmi les premiers choix, à partir de 1 ; 1 pour tous si l’ordre ne compte pas.",
            required=False,
            minimum=1,
        ),
        Field(
            "link_from",
            "string",
            "For a link, the answer it starts from; “centre” is the middle of the map.",
            "Pour un lien, la réponse d’où il part ; « centre » est le milieu de la carte.",
            required=False,
        ),
        Field(
            "link_to",
            "string",
            "For a link, the answer it leads to, or “centre”.",
            "Pour un lien, la réponse où il mène, ou « centre ».",
            required=False,
        ),
        Field(
            "language",
            "string",
            "Language the person wrote in. Where answers are not named, it is empty for answers "
            "without words of one’s own, such as a role or an item of the deck, if fewer than five "
            "people answered the step in one of the languages.",
            "Langue d’écriture. Là où les réponses ne sont pas nommées, elle est vide pour les "
            "réponses sans mots à soi, comme un rôle ou un élément de la trousse, si moins de cinq "
            "personnes ont répondu à l’étape dans l’une des langues.",
            required=False,
            pattern=LANGUAGE_TAG,
        ),
        Field(
            "eased_by",
            "string",
            "For a challenge, the condition that would ease it; empty if that answer is not here, "
            "or if only one of the two steps is named.",
            "Pour un défi, la condition qui l’allégerait ; vide si cette réponse n’est pas ici ou "
            "si une seule des deux étapes est nommée.",
            required=False,
            refers="contributions.contribution",
        ),
        ORIGIN_IF_TOLD,
        Field(
            "import",
            "string",
            "The import it came with, if it did.",
            "L’importation qui l’a apportée, s’il y a lieu.",
            required=False,
            refers="imports.import",
        ),
        Field(
            "created",
            "datetime",
            f"First saved. {_NAMED} {AT}",
            f"Premier enregistrement. {_NAMED_FR} {AT_FR}",
            required=False,
        ),
        Field(
            "changed",
            "datetime",
            f"Last changed. {_NAMED} {AT}",
            f"Dernier changement. {_NAMED_FR} {AT_FR}",
            required=False,
        ),
        Field(
            "revealed",
            "boolean",
            "Whether the group was shown the answers to this step.",
            "Si les réponses de cette étape ont été montrées au groupe.",
        ),
        Field(
            "quotable",
            "boolean",
            "Whether the words may be quoted. Where answers are not named, a “no” is hidden among "
            "five people who answered the step and look alike here, drawn by lot: false says "
            "nothing of one author, and is not about the same people at the next step. True for "
            "words of the deck.",
            "Si les mots peuvent être cités. Là où les réponses ne sont pas nommées, un « non » "
            "est caché parmi cinq personnes qui ont répondu à l’étape et se ressemblent ici, "
            "tirées au sort : « faux » ne dit rien d’une personne, et ne vise pas les mêmes à "
            "l’étape suivante. Vrai pour les mots de la trousse.",
        ),
        Field(
            "moderated",
            "string",
            "Why the facilitator hid it from everyone; empty if that did not happen.",
            "Pourquoi l’animation l’a cachée à tout le monde ; vide si cela n’a pas eu lieu.",
            required=False,
        ),
    ),
)

CELLS = Table(
    "cells",
    "What stands in the rows that people filled: words, or each of the choices.",
    "Ce que contiennent les lignes remplies : des mots, ou chacun des choix.",
    ("contribution", "column", "line"),
    (
        Field("contribution", "string", "Row.", "Ligne.", refers="contributions.contribution"),
        Field("column", "string", "Column of the activity.", "Colonne de l’activité."),
        Field("line", "integer", "From 1, by choice.", "À partir de 1, par choix.", minimum=1),
        Field("text", "string", "The words.", "Les mots.", required=False),
        Field(
            "choice",
            "string",
            "Id of what was chosen: an item, a group or a role of the deck.",
            "Identifiant du choix : élément, groupe ou rôle de la trousse.",
            required=False,
        ),
    ),
)

RATINGS = Table(
    "ratings",
    "The ratings people gave with their answers, one row for each answer and scale.",
    "Les cotes données avec les réponses, une ligne par réponse et par échelle.",
    ("contribution", "scale"),
    (
        Field("contribution", "string", "Answer.", "Réponse.", refers="contributions.contribution"),
        Field("scale", "string", "Scale of the deck.", "Échelle de la trousse."),
        Field("value", "integer", "Point chosen.", "Point choisi.", unit="points"),
        Field("label_en", "string", "Its label in English.", "Son libellé en anglais."),
        Field("label_fr", "string", "Its label in French.", "Son libellé en français."),
        Field("lowest", "integer", "Lowest point.", "Point le plus bas.", unit="points"),
        Field("highest", "integer", "Highest point.", "Point le plus haut.", unit="points"),
    ),
)
