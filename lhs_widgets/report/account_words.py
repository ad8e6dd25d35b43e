"""What a report says of itself, in both languages: methods, limits and the GRIPP2 draft.

In French, what stands before : ; ? ! » and after « is a no-break space.
"""

from __future__ import annotations

from ..deck import Text
from .words import text as _text

METHODS: dict[str, Text] = {
    "deck": _text(
        "The group worked with the deck “{deck}”, version {version}.",
        "Le groupe a travaillé avec la trousse « {deck} », version {version}.",
    ),
    "walk": _text("Along the walk, people {did}.", "En chemin, les personnes {did}."),
    "answers": _text(
        "Answers: {n}. What people wrote is in their own language and words.",
        "Réponses : {n}. Ce que les gens ont écrit est dans leur langue et dans leurs mots.",
    ),
    "scribe": _text(
        "People whose answers a scribe or the facilitator entered: {n}.",
        "Personnes dont les réponses ont été entrées par quelqu’un d’autre : {n}.",
    ),
    "scribe_few": _text(
        "A scribe or the facilitator entered the answers of a few people.",
        "Les réponses de quelques personnes ont été entrées par quelqu’un d’autre.",
    ),
    "imported": _text("Ideas brought in from elsewhere: {n}.", "Idées apportées d’ailleurs : {n}."),
    "median": _text(
        "A figure on a scale is a median: half of the people are at it or below, half at it or "
        "above. A person counts once.",
        "Un chiffre sur une échelle est une médiane : la moitié des gens sont à ce point ou en "
        "dessous, la moitié à ce point ou au-dessus. Chaque personne compte une fois.",
    ),
    "software": _text(
        "The data come from lhs-widgets {version}; the figures can be made again from the data "
        "package {code}.",
        "Les données viennent de lhs-widgets {version} ; les chiffres peuvent être refaits à "
        "partir des données {code}.",
    ),
}

LIMITS: dict[str, Text] = {
    "sample": _text(
        "These are the views of the people in the room. They do not stand for all patients, "
        "families or teams.",
        "Ce sont les avis des personnes présentes. Ils ne valent pas pour toutes les patientes et "
        "tous les patients, les familles ou les équipes.",
    ),
    "small": _text(
        "Groups of fewer than five people are put together with others, so that nobody can be "
        "picked out.",
        "Les groupes de moins de cinq personnes sont réunis à d’autres, pour que nul ne soit "
        "reconnu.",
    ),
    "order": _text(
        "With few people, a small difference between two figures says little.",
        "Avec peu de gens, une petite différence entre deux chiffres dit peu.",
    ),
    "left_out": _text(
        "Answers and votes that are not counted here, as people did not agree to research: {n}.",
        "Réponses et votes qui ne sont pas comptés ici, faute d’accord pour la recherche : {n}.",
    ),
    "unquoted": _text(
        "Some people did not agree to be quoted. Their words, and some of others so that nobody "
        "can tell whose they are, are left out or masked.",
        "Certaines personnes n’ont pas accepté d’être citées. Leurs mots, et quelques autres afin "
        "que personne ne sache de qui ils sont, sont omis ou masqués.",
    ),
    "live": _text(
        "The workshop was not over when the data were written. Answers and votes not in them: {n}.",
        "L’atelier n’était pas terminé quand les données ont été écrites. Réponses et votes qui "
        "n’y sont pas : {n}.",
    ),
    "words": _text(
        "What people wrote was not translated or corrected.",
        "Ce que les gens ont écrit n’a été ni traduit ni corrigé.",
    ),
}

#: The five headings of the GRIPP2 short form; what each asks is in our own words.
DRAFT: dict[str, tuple[Text, Text, tuple[Text, ...]]] = {
    "aim": (
        _text("1. Aim", "1. But"),
        _text("Why people were involved.", "Pourquoi des gens ont été invités à participer."),
        (
            _text(
                "What did you hope that patients, families and caregivers would change?",
                "Qu’espériez-vous que les patients, les familles et les proches changent ?",
            ),
        ),
    ),
    "methods": (
        _text("2. Methods", "2. Méthodes"),
        _text("How people were involved.", "Comment les gens ont participé."),
        (
            _text(
                "How were people invited, prepared, supported and paid?",
                "Comment les gens ont-ils été invités, préparés, appuyés et payés ?",
            ),
            _text(
                "What part did they have in planning the workshop and in reading its results?",
                "Quelle part ont-ils eue dans la préparation de l’atelier et la lecture des "
                "résultats ?",
            ),
        ),
    ),
    "results": (
        _text("3. Study results", "3. Résultats"),
        _text(
            "What came of their involvement, the good and the bad.",
            "Ce que leur participation a donné, en bien et en mal.",
        ),
        (
            _text(
                "What is different because of them, and what did not work?",
                "Qu’est-ce qui est différent grâce à eux, et qu’est-ce qui n’a pas marché ?",
            ),
        ),
    ),
    "discussion": (
        _text("4. Discussion and conclusions", "4. Discussion et conclusions"),
        _text(
            "How far their involvement shaped the whole.",
            "À quel point leur participation a façonné l’ensemble.",
        ),
        (
            _text(
                "Which choices of the study or the service were shaped by it, and which were not?",
                "Quels choix de l’étude ou du service en ont été façonnés, et lesquels non ?",
            ),
        ),
    ),
    "reflections": (
        _text("5. Reflections and critical perspective", "5. Réflexions et regard critique"),
        _text(
            "What went well and what did not, so that others can learn.",
            "Ce qui a bien marché ou non, pour que d’autres en apprennent.",
        ),
        (
            _text(
                "What would you do differently next time?",
                "Que feriez-vous autrement la prochaine fois ?",
            ),
            _text(
                "What do the people who took part say of it themselves?",
                "Qu’en disent les personnes qui ont participé ?",
            ),
        ),
    ),
}

KNOWN: dict[str, Text] = {
    "title": _text(
        "The workshop “{title}” brought people together around this: {summary}",
        "L’atelier « {title} » a réuni des gens autour de ceci : {summary}",
    ),
    "outcomes": _text(
        "Outcomes the group agreed on: {n}.", "Résultats convenus par le groupe : {n}."
    ),
    "actions": _text(
        "Actions agreed: {n}, of which done: {done}.",
        "Actions convenues : {n}, dont faites : {done}.",
    ),
    "earlier": _text(
        "Actions from an earlier workshop: {n}, of which done: {done}.",
        "Actions d’un atelier précédent : {n}, dont faites : {done}.",
    ),
    "withdrew": _text("People who withdrew: {n}.", "Personnes qui se sont retirées : {n}."),
}
