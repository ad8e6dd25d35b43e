"""The words of a report, in both languages.

In French, what stands before : ; ? ! » and after « is a no-break space.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from ..deck import Language, Text


def text(en: str, fr: str) -> Text:
    """The same words in both languages."""
    return Text(en=en, fr=fr)


#: Headings, labels and short notes, by the name that templates call them by.
LABELS: dict[str, Text] = {
    "kind": text("Our roadmap", "Notre feuille de route"),
    "report_on": text("Workshop of {date}", "Atelier du {date}"),
    "pretended": text(
        "Practice data: some or all of these people are made up. Nobody said or agreed any of it.",
        "Données d’exercice : une partie ou la totalité de ces personnes sont inventées. Personne "
        "n’a dit ni convenu ceci.",
    ),
    "contents": text("In this report", "Dans ce rapport"),
    "skip": text("Skip to the roadmap", "Aller à la feuille de route"),
    "cycle": text("The learning cycle", "Le cycle d’apprentissage"),
    "cycle_of": text(
        "Each phase leads to the next, and the last to the first again.",
        "Chaque phase mène à la suivante, et la dernière ramène à la première.",
    ),
    "phase_of": text("Phase {number}", "Phase {number}"),
    "to_the_cycle": text("Back to the cycle", "Retour au cycle"),
    "to_the_top": text("Back to the top", "Retour en haut"),
    "translated": text("{words} [translated: {translation}]", "{words} [traduit : {translation}]"),
    "hard": text("What is hardest here", "Le plus difficile ici"),
    "agreed": text("We agreed", "Nous avons convenu"),
    "not_agreed": text(
        "Nothing is written down as agreed for this step.",
        "Rien n’est noté comme convenu pour cette étape.",
    ),
    "at_tables": text("What the tables proposed", "Ce que les tables ont proposé"),
    "at_table": text("Table {n}", "Table {n}"),
    "who_agrees": text("Who agrees", "Qui est d’accord"),
    "views": text("Other views, word for word", "Les autres avis, mot pour mot"),
    "themes": text("What people raised", "Ce que les gens ont soulevé"),
    "theme": text("Theme", "Thème"),
    "in_words": text("In people’s words", "Dans les mots des gens"),
    "smaller": text("Themes of fewer than five people:", "Thèmes de moins de cinq personnes :"),
    "people": text("People", "Personnes"),
    "ideas": text("Ideas", "Idées"),
    "what": text("What", "Quoi"),
    "role": text("Role", "Rôle"),
    "today": text("Today", "Aujourd’hui"),
    "wished": text("Wished for", "Souhaitée"),
    "level": text("Level", "Niveau"),
    "means": text("What it promises people", "Ce que cela promet aux gens"),
    "who_took_part": text("Who took part", "Qui a participé"),
    "groups": text("Groups", "Groupes"),
    "languages": text("Languages of the pages", "Langues des pages"),
    "people_in_all": text("people took part", "personnes ont participé"),
    "person_in_all": text("person took part", "personne a participé"),
    "people_withdrew": text("withdrew", "retraits"),
    "person_withdrew": text("withdrew", "retrait"),
    "steps_agreed": text("outcomes agreed", "résultats convenus"),
    "step_agreed": text("outcome agreed", "résultat convenu"),
    "actions_agreed": text("actions agreed", "actions convenues"),
    "action_agreed": text("action agreed", "action convenue"),
    "withdrew": text(
        "People who withdrew: {n}. Nothing of what they said is in this report.",
        "Personnes qui se sont retirées : {n}. Rien de ce qu’elles ont dit n’est dans ce rapport.",
    ),
    "say": text("How much say people have", "L’influence que les gens ont"),
    "promise": text(
        "Each level of say is a promise to people. Today’s level and the level wished for are "
        "beside each role, in its phase.",
        "Chaque niveau d’influence est une promesse faite aux gens. Le niveau d’aujourd’hui et "
        "celui qu’on souhaite sont à côté de chaque rôle, dans sa phase.",
    ),
    "actions": text("What we will do", "Ce que nous ferons"),
    "action": text("Action", "Action"),
    "who": text("Who", "Qui"),
    "due": text("By when", "Pour quand"),
    "state": text("State", "État"),
    "done": text("Done", "Fait"),
    "open": text("To do", "À faire"),
    "nobody_yet": text("Nobody named yet", "Personne encore"),
    "no_date": text("No date", "Sans date"),
    "no_actions": text("No action was agreed.", "Aucune action n’a été convenue."),
    "earlier": text("You said, we did", "Vous l’avez dit, nous l’avons fait"),
    "earlier_of": text(
        "What was agreed at an earlier workshop, and where it stands.",
        "Ce qui a été convenu à un atelier précédent, et où cela en est.",
    ),
    "no_earlier": text(
        "No action was brought from an earlier workshop. Bring the actions above to the next one: "
        "it begins with what became of them.",
        "Aucune action ne vient d’un atelier précédent. Apportez les actions ci-dessus au "
        "prochain : il commence par ce qu’elles sont devenues.",
    ),
    "methods": text("How this was made", "Comment ceci a été fait"),
    "limits": text("What to keep in mind", "Ce qu’il faut garder en tête"),
    "draft": text("Draft of a GRIPP2 short form", "Ébauche du formulaire abrégé GRIPP2"),
    "draft_of": text(
        "GRIPP2 is a checklist for reporting how patients and the public were involved in a study. "
        "The data of the workshop fill what they can. Only people can fill the rest.",
        "GRIPP2 est une liste pour rendre compte de la participation des patients et du public à "
        "une étude. Les données de l’atelier remplissent ce qu’elles peuvent. Seules des "
        "personnes peuvent remplir le reste.",
    ),
    "gap": text("To fill in:", "À remplir :"),
    "sources": text("Sources", "Sources"),
    "gripp2": text(
        "Staniszewska S, Brett J, Simera I, et al. GRIPP2 reporting checklists: tools to improve "
        "reporting of patient and public involvement in research. BMJ 2017;358:j3453.",
        "Staniszewska S, Brett J, Simera I, et al. GRIPP2 reporting checklists: tools to improve "
        "reporting of patient and public involvement in research. BMJ 2017;358:j3453.",
    ),
    "too_few": text(
        "Fewer than five people chose here, so no figures are shown.",
        "Moins de cinq personnes ont choisi ici ; aucun chiffre n’est donc montré.",
    ),
    "few": text(
        "Chosen by fewer than five people each: {names}.",
        "Choisi par moins de cinq personnes chaque fois : {names}.",
    ),
    "few_more": text(
        "Fewer than five people each, so not shown: {n}.",
        "Moins de cinq personnes chaque fois, donc non montrés : {n}.",
    ),
    "more": text(
        "In the data but not shown here: {n}.",
        "Dans les données, mais non montrés ici : {n}.",
    ),
    "and_more": text("and {n} more", "et {n} de plus"),
    "matrix_alt": text(
        "Matrix: {across} by {up}. The table below it has the same figures.",
        "Matrice : {across} et {up}. Le tableau qui suit a les mêmes chiffres.",
    ),
}

#: Titles of figures.
FIGURES: dict[str, Text] = {
    "choices": text("Chosen first", "Choisi en premier"),
    "conditions": text("What matters, and how far it is there", "Ce qui compte, et ce qui est là"),
    "challenges": text("How serious, and how frequent", "La gravité et la fréquence"),
    "gaps": text(
        "Say today and wished for: {scope}", "Influence, aujourd’hui et souhaitée : {scope}"
    ),
    "sorting": text("Where people sorted each item", "Où chaque élément a été classé"),
    "choosing": text("What people chose", "Ce que les gens ont choisi"),
    "writing": text("How much was written", "Combien a été écrit"),
    "linking": text("What is linked most", "Ce qui est le plus relié"),
}

#: The corner of each matrix to look at first, and on which side it is.
CORNERS: dict[str, tuple[Text, Literal["left", "right"]]] = {
    "conditions": (text("Matters and missing", "Compte et manque"), "left"),
    "challenges": (text("Weighs most", "Pèse le plus"), "right"),
}

#: What people did at each kind of stage, as it goes on after “people”.
STAGES: dict[str, Text] = {
    "think": text("answered alone", "ont répondu chacune pour soi"),
    "reveal": text("saw all answers, without names", "ont vu toutes les réponses, sans noms"),
    "group": text("put ideas that belong together into themes", "ont réuni les idées par thèmes"),
    "vote": text("spread dots over the ideas", "ont réparti des points sur les idées"),
    "rate": text("placed ideas on two scales", "ont placé les idées sur deux échelles"),
    "rank": text("put their first choices in order", "ont mis en ordre leurs premiers choix"),
    "discuss": text("talked about what they saw", "ont parlé de ce qu’elles voyaient"),
    "sense-check": text(
        "said if they agree, can live with it or object",
        "ont dit si elles étaient d’accord, pouvaient vivre avec ou s’y opposaient",
    ),
    "agree": text("wrote down what they agree on", "ont écrit ce dont elles conviennent"),
}


def label(name: str, language: Language) -> str:
    """One label."""
    return LABELS[name](language)


def inside(sentence: str) -> str:
    """A phrase as it goes on after a colon."""
    return sentence[:1].lower() + sentence[1:]


def labels(language: Language) -> dict[str, str]:
    """All labels in one language."""
    return {name: said(language) for name, said in LABELS.items()}


def did(kinds: Collection[str], language: Language) -> list[str]:
    """What people did at stages of these kinds, each once, in the order of :data:`STAGES`."""
    return [said(language) for kind, said in STAGES.items() if kind in kinds]
