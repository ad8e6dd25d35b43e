"""The words of the readings, in both languages; marks in French stand after a no-break space."""

from __future__ import annotations

from ...deck import Text

TITLES: dict[str, Text] = {
    "heard": Text(en="Words to clear up", fr="Mots à éclaircir"),
    "named": Text(
        en="What we call each other: the group beside the source",
        fr="Comment nous nous appelons : le groupe à côté de la source",
    ),
    "families": Text(
        en="Families of the words in the glossary", fr="Familles des mots du glossaire"
    ),
    "first": Text(en="Values put first", fr="Valeurs mises en premier"),
    "first_by_group": Text(
        en="Values that each group chose, in percent of its people",
        fr="Valeurs choisies par chaque groupe, en pourcentage de ses membres",
    ),
    "lagging": Text(
        en="Values: how much they matter, and how far they are there",
        fr="Valeurs : à quel point elles comptent, et où elles en sont",
    ),
}

_NO_VALUES = Text(
    en="No values were chosen in this workshop.",
    fr="Aucune valeur n’a été choisie dans cet atelier.",
)

#: What is said where there is nothing to show.
NONE: dict[str, Text] = {
    "heard": Text(
        en="No words to clear up were chosen in this workshop.",
        fr="Aucun mot à éclaircir n’a été choisi dans cet atelier.",
    ),
    "named": Text(
        en="No names for those who take part were chosen in this workshop.",
        fr="Aucun nom pour les gens qui participent n’a été choisi dans cet atelier.",
    ),
    "families": Text(
        en="No glossary with families of terms was written in this workshop.",
        fr="Aucun glossaire avec des familles de termes n’a été écrit dans cet atelier.",
    ),
    "words": Text(
        en="No glossary was written in this workshop.",
        fr="Aucun glossaire n’a été écrit dans cet atelier.",
    ),
    "first": _NO_VALUES,
    "first_by_group": Text(
        en="At no step on values can two groups of at least five people be told apart.",
        fr="À aucune étape sur les valeurs, on ne peut distinguer deux groupes d’au moins cinq "
        "personnes.",
    ),
    "lagging": Text(
        en="No values were placed on two like scales in this workshop.",
        fr="Aucune valeur n’a été située sur deux échelles pareilles dans cet atelier.",
    ),
}

#: What a reading says, and its parts.
SAID: dict[str, Text] = {
    "heard": Text(
        en="Most people want to clear up {names} ({n}).",
        fr="Le plus de personnes veulent éclaircir {names} ({n}).",
    ),
    "named": Text(
        en="Chosen most by the group: {names} (picks: {picks}; figure in the source: {published}).",
        fr="Le plus choisi par le groupe : {names} (choix : {picks} ; nombre dans la source : "
        "{published}).",
    ),
    "families": Text(
        en="Words of the most people come from {names} ({n}).",
        fr="Les mots du plus grand nombre viennent de {names} ({n}).",
    ),
    "words": Text(
        en="The glossary has {n} entries; {aside} of them say which word will not be used.",
        fr="Le glossaire a {n} entrées ; {aside} d’entre elles disent quel mot on n’emploiera pas.",
    ),
    "first": Text(en="Put first: {places}.", fr="Mis en premier : {places}."),
    "first_by_group": Text(
        en="The largest share of a group is {share}%: {names}.",
        fr="La plus grande part d’un groupe est de {share} % : {names}.",
    ),
    "lagging": Text(
        en="What matters most beyond how far it is there: {names} (by {points} at the median{n}).",
        fr="Ce qui compte le plus par rapport à sa mise en place : {names} (de {points} à la "
        "médiane{n}).",
    ),
    "lagging-none": Text(
        en="No value matters more, at the median, than it is there.",
        fr="Aucune valeur ne compte plus, à la médiane, qu’elle n’est en place.",
    ),
}
