"""The tables of a data package, declared once.

``datapackage.json``, the codebook, the Parquet files and what a reader checks are all derived from
:data:`TABLES`. Nothing here imports pandas or pyarrow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

from ..deck import LANGUAGES
from ..workshop import Kind, Origin

#: Raised when a table changes so that an older reader would misread it.
FORMAT = 1

Type = Literal["string", "integer", "boolean", "datetime"]

#: The pandas dtype each type is read as; every one of them can be missing.
DTYPES: dict[Type, str] = {
    "string": "string",
    "integer": "Int64",
    "boolean": "boolean",
    "datetime": "datetime64[ms, UTC]",
}


@dataclass(frozen=True)
class Field:
    """One column. ``refers`` names the table whose key it points to; ``unit`` is for numbers."""

    name: str
    type: Type
    en: str
    fr: str
    required: bool = True
    enum: tuple[str, ...] = ()
    minimum: int | None = None
    refers: str = ""
    unit: str = ""

    def descriptor(self) -> dict[str, Any]:
        """The column as a Table Schema field."""
        constraints: dict[str, Any] = {}
        if self.required:
            constraints["required"] = True
        if self.enum:
            constraints["enum"] = list(self.enum)
        if self.minimum is not None:
            constraints["minimum"] = self.minimum
        found: dict[str, Any] = {
            "name": self.name,
            "type": self.type,
            "description": self.en,
            "description_fr": self.fr,
        }
        if self.unit:
            found["unit"] = self.unit
        if constraints:
            found["constraints"] = constraints
        return found


@dataclass(frozen=True)
class Table:
    """One table. ``key`` holds the columns that name a row; rows are sorted by it."""

    name: str
    en: str
    fr: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields)

    @property
    def dtypes(self) -> dict[str, str]:
        """The pandas dtype of each column."""
        return {field.name: DTYPES[field.type] for field in self.fields}

    @property
    def links(self) -> tuple[Field, ...]:
        """The columns that point to a row of a table."""
        return tuple(field for field in self.fields if field.refers)

    @property
    def csv(self) -> str:
        return f"{self.name}.csv"

    @property
    def parquet(self) -> str:
        return f"{self.name}.parquet"

    def descriptor(self) -> dict[str, Any]:
        """The table as a Table Schema."""
        schema: dict[str, Any] = {
            "fields": [field.descriptor() for field in self.fields],
            "missingValues": [""],
            "primaryKey": list(self.key),
        }
        links = [
            {
                "fields": [field.name],
                "reference": {
                    # the standard writes a link inside one table with an empty name
                    "resource": "" if field.refers == self.name else field.refers,
                    "fields": [key_of(field.refers)],
                },
            }
            for field in self.links
        ]
        return {**schema, "foreignKeys": links} if links else schema


def key_of(table: str) -> str:
    """The one column that names a row of a table others point to."""
    (column,) = next(t.key for t in TABLES if t.name == table)
    return column


_ORIGINS = get_args(Origin)

_WORKSHOP = Field(
    "workshop", "string", "Code of the workshop.", "Code de l’atelier.", refers="workshop"
)
_ORIGIN = Field(
    "origin",
    "string",
    "How the row came to be: typed by the person, entered by a facilitator or a scribe, imported, "
    "made up by a rehearsal, or written by the system.",
    "D’où vient la ligne : écrite par la personne, entrée par l’animation ou par une personne qui "
    "prend les notes, importée, inventée par une répétition ou écrite par le système.",
    enum=_ORIGINS,
)
_STEP = Field("step", "string", "Step of the walk.", "Étape du parcours.", refers="steps")
_LANGUAGE = Field(
    "language", "string", "Language the person wrote in.", "Langue d’écriture.", enum=LANGUAGES
)
_AT = "Times are UTC, to the second."
_AT_FR = "Les heures sont en temps universel, à la seconde."
_LATER = "Empty for now: this version of the workbook has no such activity yet."
_LATER_FR = "Vide pour l’instant : cette version du cahier n’offre pas encore cette activité."


WORKSHOP = Table(
    "workshop",
    "The workshop itself, one row.",
    "L’atelier lui-même, une ligne.",
    ("code",),
    (
        Field("code", "string", "Code of the workshop.", "Code de l’atelier."),
        Field("title", "string", "Title.", "Titre."),
        Field("deck", "string", "Id of the deck used.", "Identifiant de la trousse utilisée."),
        Field("deck_version", "string", "Version of the deck.", "Version de la trousse."),
        Field("opened", "datetime", f"When it was opened. {_AT}", f"Ouverture. {_AT_FR}"),
        Field(
            "current_step",
            "string",
            "Step the group was at when the package was written.",
            "Étape où le groupe en était à l’exportation.",
            refers="steps",
        ),
        Field("finished", "boolean", "Whether it was ended.", "Si l’atelier est terminé."),
        Field(
            "software_version",
            "string",
            "Version of lhs-widgets that wrote the package.",
            "Version de lhs-widgets qui a écrit ces données.",
        ),
        Field(
            "participants",
            "integer",
            "People in the package.",
            "Personnes dans ces données.",
            minimum=0,
            unit="people",
        ),
        Field(
            "contributions",
            "integer",
            "Answers in the package.",
            "Réponses dans ces données.",
            minimum=0,
            unit="answers",
        ),
        Field(
            "withdrew",
            "integer",
            "People who withdrew; nothing else of them remains.",
            "Personnes qui se sont retirées ; il ne reste rien d’autre d’elles.",
            minimum=0,
            unit="people",
        ),
    ),
)

PARTICIPANTS = Table(
    "participants",
    "The people, by pseudonym; never by name. Sorted by pseudonym, which is random.",
    "Les personnes, par pseudonyme ; jamais par nom. Triées par pseudonyme, qui est aléatoire.",
    ("participant",),
    (
        Field("participant", "string", "Random pseudonym.", "Pseudonyme aléatoire."),
        _WORKSHOP,
        Field(
            "language",
            "string",
            "Language chosen for the pages.",
            "Langue choisie pour les pages.",
            enum=LANGUAGES,
        ),
        Field(
            "group",
            "string",
            "Group the person chose, an id of the deck; empty if not given.",
            "Groupe choisi, un identifiant de la trousse ; vide si non précisé.",
            required=False,
        ),
        _ORIGIN,
        Field("joined", "datetime", f"When they joined. {_AT}", f"Arrivée. {_AT_FR}"),
    ),
)

STEPS = Table(
    "steps",
    "The walk: every step of the deck, in order of position.",
    "Le parcours : chaque étape de la trousse, avec sa position.",
    ("step",),
    (
        Field("step", "string", "Id of the step.", "Identifiant de l’étape."),
        Field("position", "integer", "Place in the walk.", "Place dans le parcours.", minimum=1),
        Field("phase", "string", "Id of its phase.", "Identifiant de sa phase."),
        Field("kind", "string", "Kind of activity.", "Type d’activité."),
        Field(
            "names",
            "string",
            "Whose answer it is, as shown to the group once revealed.",
            "Ce que le groupe voyait de la personne une fois la réponse montrée.",
            enum=("named", "group", "anonymous"),
        ),
        Field("title_en", "string", "Title in English.", "Titre en anglais."),
        Field("title_fr", "string", "Title in French.", "Titre en français."),
        Field("phase_en", "string", "Phase in English.", "Phase en anglais."),
        Field("phase_fr", "string", "Phase in French.", "Phase en français."),
    ),
)

CONTRIBUTIONS = Table(
    "contributions",
    "The answers as they stood last: roles, winning conditions and challenges.",
    "Les réponses dans leur dernier état : rôles, conditions gagnantes et défis.",
    ("contribution",),
    (
        Field("contribution", "string", "Id of the answer.", "Identifiant de la réponse."),
        _WORKSHOP,
        Field(
            "participant",
            "string",
            "Its author.",
            "La personne qui l’a donnée.",
            refers="participants",
        ),
        _STEP,
        Field("phase", "string", "Id of the step’s phase.", "Identifiant de la phase."),
        Field(
            "kind",
            "string",
            "What it is.",
            "Ce que c’est.",
            enum=("role", "condition", "challenge"),
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
            "The person’s words; for a role of the deck, its name in the person’s language.",
            "Les mots de la personne ; pour un rôle de la trousse, son nom dans sa langue.",
        ),
        _LANGUAGE,
        Field(
            "eased_by",
            "string",
            "For a challenge, the condition that would ease it; empty if that answer is gone.",
            "Pour un défi, la condition qui l’allégerait ; vide si cette réponse n’existe plus.",
            required=False,
            refers="contributions",
        ),
        _ORIGIN,
        Field("created", "datetime", f"First saved. {_AT}", f"Premier enregistrement. {_AT_FR}"),
        Field("changed", "datetime", f"Last changed. {_AT}", f"Dernier changement. {_AT_FR}"),
        Field(
            "revealed",
            "boolean",
            "Whether the group was shown the answers to this step.",
            "Si les réponses de cette étape ont été montrées au groupe.",
        ),
    ),
)

RATINGS = Table(
    "ratings",
    "The ratings people gave with their answers, one row for each answer and scale.",
    "Les cotes données avec les réponses, une ligne par réponse et par échelle.",
    ("contribution", "scale"),
    (
        Field("contribution", "string", "Answer.", "Réponse.", refers="contributions"),
        Field("scale", "string", "Scale of the deck.", "Échelle de la trousse."),
        Field("value", "integer", "Point chosen.", "Point choisi.", unit="points"),
        Field("label_en", "string", "Its label in English.", "Son libellé en anglais."),
        Field("label_fr", "string", "Its label in French.", "Son libellé en français."),
        Field("lowest", "integer", "Lowest point.", "Point le plus bas.", unit="points"),
        Field("highest", "integer", "Highest point.", "Point le plus haut.", unit="points"),
    ),
)

VOTES = Table(
    "votes",
    f"The dots people gave to answers. {_LATER}",
    f"Les points de vote donnés aux réponses. {_LATER_FR}",
    ("participant", "contribution"),
    (
        Field("participant", "string", "Who voted.", "Qui a voté.", refers="participants"),
        Field("contribution", "string", "For which.", "Pour quoi.", refers="contributions"),
        _STEP,
        Field("dots", "integer", "How many.", "Combien.", minimum=1, unit="dots"),
        Field("at", "datetime", f"When. {_AT}", f"Quand. {_AT_FR}"),
    ),
)

THEMES = Table(
    "themes",
    f"The themes answers were grouped in, one row for each answer of a theme. {_LATER}",
    f"Les thèmes où les réponses ont été regroupées, une ligne par réponse. {_LATER_FR}",
    ("theme", "contribution"),
    (
        Field("theme", "string", "Id of the theme.", "Identifiant du thème."),
        _WORKSHOP,
        _STEP,
        Field("title", "string", "Its title.", "Son titre."),
        Field("contribution", "string", "Answer.", "Réponse.", refers="contributions"),
        _ORIGIN,
    ),
)

DECISIONS = Table(
    "decisions",
    f"What the group agreed on. {_LATER}",
    f"Ce dont le groupe a convenu. {_LATER_FR}",
    ("decision",),
    (
        Field("decision", "string", "Id of the decision.", "Identifiant de la décision."),
        _WORKSHOP,
        _STEP,
        Field("text", "string", "Its words.", "Ses mots."),
        _LANGUAGE,
        Field("at", "datetime", f"When. {_AT}", f"Quand. {_AT_FR}"),
    ),
)

EVENTS = Table(
    "events",
    "What happened, in order, without anyone’s words: when people joined, wrote and moved on.",
    "Ce qui s’est passé, dans l’ordre et sans les mots de personne : arrivées, écrits, étapes.",
    ("workshop", "seq"),
    (
        _WORKSHOP,
        Field("seq", "integer", "Place in the record.", "Place dans le dossier.", minimum=1),
        Field(
            "kind",
            "string",
            "What happened.",
            "Ce qui s’est passé.",
            enum=tuple(kind.value for kind in Kind),
        ),
        Field("at", "datetime", f"When. {_AT}", f"Quand. {_AT_FR}"),
        Field(
            "participant",
            "string",
            "By whom; empty for the facilitator and the system.",
            "Par qui ; vide pour l’animation et le système.",
            required=False,
            refers="participants",
        ),
        Field(
            "step",
            "string",
            "At which step, if any.",
            "À quelle étape, s’il y a lieu.",
            required=False,
            refers="steps",
        ),
        Field(
            "value",
            "boolean",
            "For “done” and “revealed”: true when set, false when taken back.",
            "Pour « done » et « revealed » : vrai si posé, faux si repris.",
            required=False,
        ),
        _ORIGIN,
    ),
)

#: Every table, in the order of the codebook.
TABLES = (
    WORKSHOP,
    PARTICIPANTS,
    STEPS,
    CONTRIBUTIONS,
    RATINGS,
    VOTES,
    THEMES,
    DECISIONS,
    EVENTS,
)

#: The files of a package that are not tables.
DESCRIPTOR = "datapackage.json"
CODEBOOK = "codebook.md"
DECK = "deck.yaml"
README = "README.md"

#: Every name a package's folder may hold.
FILES = frozenset(
    {DESCRIPTOR, CODEBOOK, DECK, README}
    | {table.csv for table in TABLES}
    | {table.parquet for table in TABLES}
)
