"""The workshop, the people in it, and the walk as the group took it."""

from __future__ import annotations

from typing import get_args

from ...workshop import Aim
from ..fields import Field, Table
from .shared import AT, AT_FR, LANGUAGE_TAG, ORIGIN, STEP, WORKSHOP


def _limit(name: str, en: str, fr: str) -> Field:
    return Field(name, "integer", en, fr, required=False, minimum=1, unit="percent")


#: When the group agrees, and when that was settled.
_LIMITS = (
    _limit(
        "agreement",
        "From how many percent of people on the group agrees, on scales other than 1 to 9.",
        "À partir de quel pourcentage de personnes le groupe s’accorde, sur les échelles autres "
        "que de 1 à 9.",
    ),
    _limit(
        "core",
        "On scales from 1 to 9, the group agrees from this percent at one end on (7 to 9, or 1 to "
        "3) …",
        "Sur les échelles de 1 à 9, le groupe s’accorde à partir de ce pourcentage à un bout (7 à "
        "9, ou 1 à 3)…",
    ),
    _limit(
        "against",
        "… if fewer than this percent are at the other end.",
        "… si moins que ce pourcentage est à l’autre bout.",
    ),
    Field(
        "settled",
        "datetime",
        f"When these limits were settled for good. {AT}",
        f"Quand ces limites ont été fixées pour de bon. {AT_FR}",
        required=False,
    ),
    Field(
        "settled_first",
        "boolean",
        "Whether that was before the first answer and the first ballot that the record holds.",
        "Si c’était avant la première réponse et le premier bulletin de l’enregistrement.",
        required=False,
    ),
)

WORKSHOP_TABLE = Table(
    "workshop",
    "The workshop itself, one row.",
    "L’atelier lui-même, une ligne.",
    ("code",),
    (
        Field("code", "string", "Code of the workshop.", "Code de l’atelier."),
        Field("title", "string", "Title.", "Titre."),
        Field("deck", "string", "Id of the deck used.", "Identifiant de la trousse utilisée."),
        Field("deck_version", "string", "Version of the deck.", "Version de la trousse."),
        Field("opened", "datetime", f"When it was opened. {AT}", f"Ouverture. {AT_FR}"),
        Field(
            "current_step",
            "string",
            "Step the group was at when the package was written.",
            "Étape où le groupe en était à l’exportation.",
            refers="steps.step",
        ),
        Field("finished", "boolean", "Whether it was ended.", "Si l’atelier est terminé."),
        Field(
            "software_version",
            "string",
            "Version of lhs-widgets that wrote the package.",
            "Version de lhs-widgets qui a écrit ces données.",
        ),
        Field(
            "rehearses",
            "string",
            "For a rehearsal, the code of the workshop it practised for; empty otherwise.",
            "Pour une répétition, le code de l’atelier qu’elle préparait ; vide sinon.",
            required=False,
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
            "held_back",
            "integer",
            "Answers and ballots that are not in the package, because the workshop goes on and "
            "they are not shown to the group, or were changed since; all are in it once it is "
            "finished.",
            "Réponses et bulletins absents de ces données, parce que l’atelier n’est pas terminé "
            "et que le groupe ne les a pas vus, ou pas sous cette forme ; tous y sont dès que "
            "l’atelier est terminé.",
            minimum=0,
        ),
        Field(
            "withdrew",
            "integer",
            "People who withdrew; nothing else of them remains.",
            "Personnes qui se sont retirées ; il ne reste rien d’autre d’elles.",
            minimum=0,
            unit="people",
        ),
        *_LIMITS,
        Field(
            "purpose",
            "string",
            "What the session was for, as people read before they joined; empty in packages from "
            "before it was asked.",
            "But de la séance, tel qu’on l’a lu avant de s’y joindre ; vide dans les données "
            "d’avant cette question.",
            required=False,
            enum=get_args(Aim),
        ),
        Field(
            "reb",
            "string",
            "For research, its number at the research ethics board.",
            "Pour une recherche, son numéro au comité d’éthique de la recherche.",
            required=False,
        ),
        Field(
            "left_out",
            "integer",
            "Answers and ballots that are not in the package because their authors did not agree "
            "to research. Of a vote, ballots of others stay out with them, drawn by lot, so that "
            "the results seen in the room, less those here, are not those of fewer than five.",
            "Réponses et bulletins absents de ces données parce que leurs auteurs n’ont pas "
            "accepté la recherche. D’un vote, des bulletins d’autres personnes, tirés au sort, "
            "n’y sont pas non plus, afin que les résultats vus dans la salle, moins ceux d’ici, ne "
            "soient pas ceux de moins de cinq personnes.",
            minimum=0,
        ),
    ),
)

PARTICIPANTS = Table(
    "participants",
    "The people in the room, by pseudonym; never by name. Sorted by pseudonym, which is random. "
    "Imported ideas bring nobody.",
    "Les personnes dans la salle, par pseudonyme ; jamais par nom. Triées par pseudonyme, qui est "
    "aléatoire. Les idées importées n’amènent personne.",
    ("participant",),
    (
        Field("participant", "string", "Random pseudonym.", "Pseudonyme aléatoire."),
        WORKSHOP,
        Field(
            "language",
            "string",
            "Language chosen for the pages; empty for all where fewer than five chose one, so that "
            "no words lead to them.",
            "Langue choisie pour les pages ; vide pour toutes les personnes si moins de cinq ont "
            "choisi l’une des langues, pour que nul mot ne mène à elles.",
            required=False,
            pattern=LANGUAGE_TAG,
        ),
        Field(
            "group",
            "string",
            "Group the person chose, an id of the deck; empty if not given.",
            "Groupe choisi, un identifiant de la trousse ; vide si non précisé.",
            required=False,
        ),
        Field(
            "table",
            "integer",
            "Number of the table where they sat last; empty if the group was never split.",
            "Numéro de la dernière table où la personne s’est assise ; vide si le groupe n’a "
            "jamais été réparti.",
            required=False,
            minimum=1,
        ),
        ORIGIN,
        Field("joined", "datetime", f"When they joined. {AT}", f"Arrivée. {AT_FR}"),
    ),
)

STEPS = Table(
    "steps",
    "The walk: every step of the deck, with the plan as used.",
    "Le parcours : chaque étape de la trousse, avec le plan tel qu’il a été suivi.",
    ("step",),
    (
        Field("step", "string", "Id of the step.", "Identifiant de l’étape."),
        Field(
            "position",
            "integer",
            "Place in the deck.",
            "Place dans la trousse.",
            minimum=1,
        ),
        Field(
            "planned",
            "integer",
            "Place in the plan of this workshop, hidden steps counted.",
            "Place dans le plan de cet atelier, étapes masquées comprises.",
            minimum=1,
        ),
        Field(
            "hidden",
            "boolean",
            "Whether the plan left it out.",
            "Si le plan l’a laissée de côté.",
        ),
        Field("phase", "string", "Id of its phase.", "Identifiant de sa phase."),
        Field("kind", "string", "Kind of activity.", "Type d’activité."),
        Field(
            "names",
            "string",
            "What the group could know of an answer’s author. Here, only named answers have one.",
            "Ce que le groupe pouvait savoir de la personne. Ici, seules les réponses nommées "
            "mènent à quelqu’un.",
            enum=("named", "group", "anonymous"),
        ),
        Field("title_en", "string", "Title in English.", "Titre en anglais."),
        Field("title_fr", "string", "Title in French.", "Titre en français."),
        Field("phase_en", "string", "Phase in English.", "Phase en anglais."),
        Field("phase_fr", "string", "Phase in French.", "Phase en français."),
    ),
)

STAGES = Table(
    "stages",
    "The stages of each step, with the plan as used.",
    "Les moments de chaque étape, avec le plan tel qu’il a été suivi.",
    ("step", "stage"),
    (
        STEP,
        Field("stage", "string", "Id of the stage.", "Identifiant du moment."),
        Field(
            "planned",
            "integer",
            "Place in the step, hidden stages counted.",
            "Place dans l’étape, moments masqués compris.",
            minimum=1,
        ),
        Field(
            "hidden", "boolean", "Whether the plan left it out.", "Si le plan l’a laissé de côté."
        ),
        Field("kind", "string", "What the group does in it.", "Ce que le groupe y fait."),
        Field(
            "minutes",
            "integer",
            "Time planned.",
            "Durée prévue.",
            required=False,
            minimum=1,
            unit="minutes",
        ),
        Field(
            "rounds",
            "integer",
            "How many rounds of choosing were begun in it; empty where nothing is chosen.",
            "Combien de tours de choix y ont commencé ; vide si l’on n’y choisit rien.",
            required=False,
            minimum=0,
        ),
    ),
)
