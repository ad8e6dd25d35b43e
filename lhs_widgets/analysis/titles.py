"""The titles of the charts, in both languages."""

from __future__ import annotations

from ..deck import Text


def _text(en: str, fr: str) -> Text:
    return Text(en=en, fr=fr)


TITLES: dict[str, Text] = {
    "participation": _text("Who took part", "Qui a participé"),
    "influence": _text(
        "Say in each role: today and wished for",
        "L’influence dans chaque rôle : aujourd’hui et souhaitée",
    ),
    "influence_by_group": _text(
        "How much more say each group wishes for",
        "L’influence de plus que chaque groupe souhaite",
    ),
    "conditions": _text(
        "Winning conditions: importance, and how far in place",
        "Conditions gagnantes : leur importance et leur mise en place",
    ),
    "challenges": _text(
        "Challenges: how serious, how frequent, and what would ease them",
        "Défis : leur gravité, leur fréquence et ce qui les allégerait",
    ),
    "by_group": _text("By phase and group", "Par phase et par groupe"),
    "themes": _text("The themes, and the people behind them", "Les thèmes et qui les porte"),
    "choices": _text("What was chosen most", "Les premiers choix"),
    "placed_conditions": _text(
        "Conditions as the group placed them", "Les conditions, telles que le groupe les a placées"
    ),
    "placed_challenges": _text(
        "Challenges as the group placed them", "Les défis, tels que le groupe les a placés"
    ),
    "agreement": _text("Sense checks: who agrees", "Tours de table : qui est d’accord"),
    "actions": _text("What we will do, and by when", "Ce que nous ferons, et pour quand"),
    "sorting": _text("Where people sorted each item", "Où chaque élément a été classé"),
    "alike": _text("How alike people sorted", "À quel point les gens ont classé pareil"),
    "beside_published": _text(
        "The group’s picks beside the figures of the source",
        "Les choix du groupe à côté des chiffres de la source",
    ),
    "placing": _text(
        "Where people place each item: median and its 95% interval",
        "Où les gens placent chaque élément : médiane et intervalle à 95 %",
    ),
    "spread": _text("How many people chose each point", "Combien ont choisi chaque point"),
    "gap_of_two": _text(
        "Two questions beside each other", "Deux questions l’une à côté de l’autre"
    ),
    "choosing": _text("What people chose", "Ce que les gens ont choisi"),
    "choosing_by_group": _text(
        "What each group chose, in percent of its people",
        "Ce que chaque groupe a choisi, en pourcentage de ses membres",
    ),
    "writing": _text("How much was written", "Combien a été écrit"),
    "filling": _text("What stands in the tables", "Ce que contiennent les tableaux"),
    "crossing": _text("What stands in the same row", "Ce qui va sur la même ligne"),
    "mapping": _text("What is on the maps", "Ce qu’il y a sur les cartes"),
    "linking": _text("What is linked most", "Ce qui est le plus relié"),
    "answering_alike": _text(
        "How alike people answered, beyond chance",
        "À quel point les réponses se ressemblent, au-delà du hasard",
    ),
    "deciding": _text(
        "How many people chose the upper points, and the 95% interval",
        "Combien ont choisi les points du haut, et l’intervalle à 95 %",
    ),
    "ordering": _text(
        "How alike people put the items in order",
        "À quel point les gens rangent les éléments dans le même ordre",
    ),
    "dotting": _text(
        "Dots, and how far they rest on who was there",
        "Les points donnés, et combien ils tiennent à qui était là",
    ),
    "attending": _text("Who took part in each workshop", "Qui a participé à chaque atelier"),
    "returning_roles": _text(
        "Roles, by the workshops in which they were chosen",
        "Les rôles, selon les ateliers où ils ont été choisis",
    ),
    "returning_conditions": _text(
        "Winning conditions, by the workshops in which they were written",
        "Les conditions gagnantes, selon les ateliers où elles ont été écrites",
    ),
    "returning_challenges": _text(
        "Challenges, by the workshops in which they were written",
        "Les défis, selon les ateliers où ils ont été écrits",
    ),
    "wishing": _text(
        "Say in each role over all workshops: today and wished for",
        "L’influence dans chaque rôle, tous ateliers réunis : aujourd’hui et souhaitée",
    ),
    "agreeing": _text(
        "Sense checks: how many object and agree in each workshop",
        "Prises de pouls : combien s’opposent et sont d’accord dans chaque atelier",
    ),
}
