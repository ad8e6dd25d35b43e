"""What the group made of its ideas: themes, what was chosen, what was agreed."""

from __future__ import annotations

from ...workshop.events import THEME_ACTS as KINDS_OF_ACT
from ...workshop.results import POSITIONS
from ..fields import Field, Table
from .shared import AT, AT_FR, LANGUAGE, ORIGIN_IF_TOLD, STEP, TABLE_FIELD, WORKSHOP, idea_fields

_THEME = Field("theme", "string", "Theme.", "Thème.", refers="themes.theme")

_TABLE_IF_TOLD = Field(
    "table",
    "integer",
    "Number of the table that made it; empty for the whole room, and empty where it could tell "
    "whose the ideas are: at steps without names it is told only if at least five people of each "
    "language sat at every table.",
    "Numéro de la table qui l’a fait ; vide pour toute la salle, et vide là où il pouvait révéler "
    "de qui viennent les idées : aux étapes sans noms, il n’est donné que si au moins cinq "
    "personnes de chaque langue étaient assises à chaque table.",
    required=False,
    minimum=1,
)

THEMES = Table(
    "themes",
    "The themes in which ideas were grouped, also those that are gone.",
    "Les thèmes où les idées ont été regroupées, y compris ceux qui n’existent plus.",
    ("theme",),
    (
        Field("theme", "string", "Id of the theme.", "Identifiant du thème."),
        WORKSHOP,
        STEP,
        _TABLE_IF_TOLD,
        Field("title", "string", "Its title, the last it had.", "Son titre, le dernier en date."),
        Field(
            "state",
            "string",
            "Whether it is there, went into another theme, or was undone.",
            "S’il existe, s’il a été réuni à un autre thème, ou s’il a été annulé.",
            enum=("there", "merged", "undone"),
        ),
        Field(
            "merged_into",
            "string",
            "The theme it lives on in.",
            "Le thème dans lequel il continue.",
            required=False,
            refers="themes.theme",
        ),
        Field("ideas", "integer", "Ideas in it.", "Idées qu’il contient.", minimum=0, unit="ideas"),
    ),
)

THEME_IDEAS = Table(
    "theme_ideas",
    "The ideas in each theme, as they stood last.",
    "Les idées de chaque thème, dans leur dernier état.",
    ("theme", "idea"),
    (
        _THEME,
        Field("idea", "string", "Id of the idea.", "Identifiant de l’idée."),
        *idea_fields(),
    ),
)

THEME_ACTS = Table(
    "theme_acts",
    "What was grouped when, one row for each idea or theme that an act moved. Acts are the "
    "group’s: who did them is recorded nowhere.",
    "Ce qui a été regroupé et quand, une ligne par idée ou thème déplacé. Ces gestes sont ceux du "
    "groupe : rien ne dit de qui ils viennent.",
    ("act", "line"),
    (
        Field("act", "string", "Id of the act.", "Identifiant du geste."),
        Field("line", "integer", "Row of the act.", "Ligne du geste.", minimum=1),
        WORKSHOP,
        STEP,
        _TABLE_IF_TOLD,
        Field("at", "datetime", f"When. {AT}", f"Quand. {AT_FR}"),
        Field(
            "kind",
            "string",
            "What was done.",
            "Ce qui a été fait.",
            enum=tuple(sorted(kind.value for kind in KINDS_OF_ACT)),
        ),
        Field(
            "theme",
            "string",
            "The theme it was done to; empty for ideas taken out and for undoing.",
            "Le thème visé ; vide pour les idées retirées et pour une annulation.",
            required=False,
            refers="themes.theme",
        ),
        Field(
            "title",
            "string",
            "The title given in it.",
            "Le titre donné par ce geste.",
            required=False,
        ),
        Field(
            "idea",
            "string",
            "Id of the idea moved.",
            "Identifiant de l’idée déplacée.",
            required=False,
        ),
        *idea_fields(),
        Field(
            "merged",
            "string",
            "The theme that went into the other.",
            "Le thème réuni à l’autre.",
            required=False,
            refers="themes.theme",
        ),
        Field(
            "undoes",
            "string",
            "The act that this one takes back.",
            "Le geste que celui-ci annule.",
            required=False,
        ),
        Field(
            "undone",
            "boolean",
            "Whether it was taken back and counts no longer.",
            "S’il a été annulé et ne compte plus.",
        ),
        ORIGIN_IF_TOLD,
    ),
)

VOTES = Table(
    "votes",
    "What people chose, one row for each thing on a ballot. Ballots are secret at every step: a "
    "ballot’s number is its place when those of a round are sorted by what is on them, and leads "
    "to nobody. Rounds in which fewer than three people chose are left out, as each would know the "
    "other’s ballot. While the workshop goes on, only rounds that were closed.",
    "Ce que les gens ont choisi, une ligne par élément d’un bulletin. Les bulletins sont secrets à "
    "chaque étape : le numéro d’un bulletin est sa place quand on trie ceux du tour selon leur "
    "contenu, et ne mène à personne. Les tours où moins de trois personnes ont choisi n’y sont "
    "pas : chacune connaîtrait le bulletin de l’autre. Tant que l’atelier n’est pas terminé, "
    "seulement les tours clos.",
    ("ballot", "line"),
    (
        Field(
            "ballot",
            "string",
            "Code, step, stage and round, then the ballot’s number in the round.",
            "Code, étape, moment et tour, puis le numéro du bulletin dans ce tour.",
        ),
        Field("line", "integer", "Row of the ballot.", "Ligne du bulletin.", minimum=1),
        WORKSHOP,
        STEP,
        Field("stage", "string", "Stage of the step.", "Moment de l’étape."),
        Field("round", "integer", "Round of choosing.", "Tour de choix.", minimum=1),
        Field(
            "kind",
            "string",
            "How people chose.",
            "La façon de choisir.",
            enum=("vote", "rate", "rank", "sense-check"),
        ),
        Field(
            "counted",
            "boolean",
            "Whether the round was closed and its results shown.",
            "Si le tour a été clos et ses résultats montrés.",
        ),
        Field(
            "group",
            "string",
            "Group of who cast it, then. It is told only if at least five ballots of the round "
            "(for a sense check, in one language) are of that group, and the others can’t be found "
            "by subtraction.",
            "Groupe de la personne à ce moment. Il n’est donné que si au moins cinq bulletins du "
            "tour (pour une prise de pouls, dans une même langue) en sont, et que les autres ne "
            "peuvent être retrouvés par soustraction.",
            required=False,
        ),
        Field(
            "option",
            "string",
            "Id of the theme or idea chosen; empty for a sense check.",
            "Identifiant du thème ou de l’idée ; vide pour une prise de pouls.",
            required=False,
        ),
        Field(
            "theme",
            "string",
            "The theme chosen, if it is one.",
            "Le thème choisi, si c’en est un.",
            required=False,
            refers="themes.theme",
        ),
        *idea_fields(),
        Field("dots", "integer", "Dots given.", "Points donnés.", required=False, minimum=1),
        Field("scale", "string", "Scale of the deck.", "Échelle de la trousse.", required=False),
        Field(
            "value",
            "integer",
            "Point chosen on the scale.",
            "Point choisi sur l’échelle.",
            required=False,
            unit="points",
        ),
        Field(
            "place",
            "integer",
            "Place in the ranking, 1 for the first choice.",
            "Rang, 1 pour le premier choix.",
            required=False,
            minimum=1,
        ),
        Field(
            "position",
            "string",
            "Position in a sense check.",
            "Position lors d’une prise de pouls.",
            required=False,
            enum=POSITIONS,
        ),
        Field(
            "reason",
            "string",
            "The reason given for the position, in the person’s words.",
            "La raison donnée, dans les mots de la personne.",
            required=False,
        ),
        Field(
            "quotable",
            "boolean",
            "Whether the reason may be quoted, told as for answers; empty without a reason.",
            "Si la raison peut être citée, donné comme pour les réponses ; vide sans raison.",
            required=False,
        ),
        ORIGIN_IF_TOLD,
    ),
)

DECISIONS = Table(
    "decisions",
    "What the group, or a table, agreed on at a step.",
    "Ce dont le groupe, ou une table, a convenu à une étape.",
    ("decision",),
    (
        Field("decision", "string", "Id of the decision.", "Identifiant de la décision."),
        WORKSHOP,
        STEP,
        TABLE_FIELD,
        Field("text", "string", "Its words.", "Ses mots."),
        LANGUAGE,
        Field("at", "datetime", f"When last changed. {AT}", f"Dernier changement. {AT_FR}"),
        ORIGIN_IF_TOLD,
    ),
)

ACTIONS = Table(
    "actions",
    "What the group agreed to do after the workshop. Who does it is as the group wrote it down, "
    "and may be a name.",
    "Ce que le groupe a convenu de faire après l’atelier. La personne responsable est notée comme "
    "le groupe l’a écrit, et ce peut être un nom.",
    ("action",),
    (
        Field("action", "string", "Id of the action.", "Identifiant de l’action."),
        WORKSHOP,
        Field("text", "string", "What is to be done.", "Ce qu’il faut faire."),
        Field("who", "string", "Who does it.", "Qui s’en charge.", required=False),
        Field(
            "due",
            "string",
            "By when, a date such as 2026-12-01.",
            "Pour quand, une date comme 2026-12-01.",
            required=False,
        ),
        Field("done", "boolean", "Whether it is done.", "Si c’est fait."),
        Field(
            "carried",
            "string",
            "Code of the earlier workshop it comes from.",
            "Code de l’atelier précédent dont elle vient.",
            required=False,
        ),
        Field("at", "datetime", f"When last changed. {AT}", f"Dernier changement. {AT_FR}"),
        ORIGIN_IF_TOLD,
    ),
)
