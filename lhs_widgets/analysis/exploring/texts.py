"""The words of exploring, in both languages."""

from __future__ import annotations

from ...deck import Text

QUESTION = Text(en="Question", fr="Question")
WORKSHOP = Text(en="Workshop", fr="Atelier")
PHASE = Text(en="Phase", fr="Phase")
GROUP = Text(en="Group", fr="Groupe")

ALL_WORKSHOPS = Text(en="All workshops", fr="Tous les ateliers")
ALL_PHASES = Text(en="All phases", fr="Toutes les phases")
ALL_GROUPS = Text(en="All groups", fr="Tous les groupes")

QUESTIONS: dict[str, Text] = {
    "roles": Text(
        en="In which roles do people wish for more say?",
        fr="Dans quels rôles les gens souhaitent-ils plus d’influence ?",
    ),
    "roles-by-group": Text(
        en="Does the gap differ between groups?", fr="L’écart diffère-t-il entre les groupes ?"
    ),
    "conditions": Text(
        en="Which conditions matter and are missing?",
        fr="Quelles conditions comptent et manquent ?",
    ),
    "conditions-by-group": Text(
        en="For which groups are conditions missing most?",
        fr="Pour quels groupes les conditions manquent-elles le plus ?",
    ),
    "challenges": Text(
        en="Which challenges weigh most, and what would ease them?",
        fr="Quels défis pèsent le plus, et qu’est-ce qui les allégerait ?",
    ),
    "challenges-by-group": Text(
        en="For which groups do challenges weigh most?",
        fr="Pour quels groupes les défis pèsent-ils le plus ?",
    ),
}

TOO_FEW = Text(
    en="There is nothing that five people answered under this filter, so nothing is shown.",
    fr="Sous ce filtre, il n’y a rien à quoi cinq personnes aient répondu : rien n’est montré.",
)
NOBODY = Text(
    en="Nobody answered this in these workshops.",
    fr="Personne n’a répondu à ceci dans ces ateliers.",
)
ONLY_IN_LAB = Text(
    en="In JupyterLab, four lists above the picture choose what it shows.",
    fr="Dans JupyterLab, quatre listes au-dessus de l’image choisissent ce qu’elle montre.",
)
