"""The words of the readings, in both languages; marks in French stand after a no-break space."""

from __future__ import annotations

from ...deck import Text

#: What is said where a workshop has no answers of a kind.
NONE: dict[str, Text] = {
    "sorting": Text(
        en="Nothing was sorted in this workshop.", fr="Rien n’a été classé dans cet atelier."
    ),
    "beside_published": Text(
        en="Nothing was picked from a list that comes with published figures.",
        fr="Rien n’a été choisi dans une liste accompagnée de chiffres publiés.",
    ),
    "placing": Text(
        en="Nothing was placed on a scale in this workshop.",
        fr="Rien n’a été situé sur une échelle dans cet atelier.",
    ),
    "gap_of_two": Text(
        en="Nobody answered two questions on the same scale in this workshop.",
        fr="Personne n’a répondu à deux questions sur la même échelle dans cet atelier.",
    ),
    "choosing": Text(
        en="Nothing was chosen from a list in this workshop.",
        fr="Rien n’a été choisi dans une liste dans cet atelier.",
    ),
    "choosing_by_group": Text(
        en="At no step can two groups of at least five people be told apart.",
        fr="À aucune étape, on ne peut distinguer deux groupes d’au moins cinq personnes.",
    ),
    "writing": Text(
        en="No texts were written under a prompt in this workshop.",
        fr="Aucun texte n’a été écrit sous une consigne dans cet atelier.",
    ),
    "filling": Text(
        en="No choices stand in a table in this workshop.",
        fr="Aucun tableau ne contient de choix dans cet atelier.",
    ),
    "crossing": Text(
        en="No row of a table holds choices of two columns in this workshop.",
        fr="Aucune ligne de tableau ne contient des choix de deux colonnes dans cet atelier.",
    ),
    "mapping": Text(
        en="Nothing was put on a map in this workshop.",
        fr="Rien n’a été mis sur une carte dans cet atelier.",
    ),
    "linking": Text(
        en="Nothing was linked on a map in this workshop.",
        fr="Rien n’a été relié sur une carte dans cet atelier.",
    ),
}

#: What a reading says, and its parts.
SAID: dict[str, Text] = {
    "sorting": Text(
        en="The most people in one box: {names} ({n}).",
        fr="Le plus de personnes dans une même case : {names} ({n}).",
    ),
    "alike": Text(
        en="People differ most on {names}: {agree}% of all pairs chose the same box{n}.",
        fr="Les gens diffèrent le plus sur {names} : {agree} % de toutes les paires ont choisi la "
        "même case{n}.",
    ),
    "beside_published": Text(
        en="Furthest from the source: {what}, with {share}% of the group’s picks and {published}% "
        "of what the source counted.",
        fr="Le plus loin de la source : {what}, avec {share} % des choix du groupe et "
        "{published} % de ce que la source a compté.",
    ),
    "placing": Text(
        en="Highest median for each question: {places}.",
        fr="Médiane la plus haute pour chaque question : {places}.",
    ),
    "spread": Text(
        en="People are least of one mind here: {names} ({share}% chose the most chosen point{n}).",
        fr="C’est ici que les avis se partagent le plus : {names} ({share} % ont choisi le point "
        "le plus choisi{n}).",
    ),
    "gap_of_two": Text(
        en="The two questions lie furthest apart for {names}: by {points} at the median{n}"
        "{interval}.",
        fr="Les deux questions s’écartent le plus pour {names} : de {points} à la médiane{n}"
        "{interval}.",
    ),
    "all-alike": Text(
        en="Everyone chose the same box for every item.",
        fr="Tout le monde a choisi la même case pour chaque élément.",
    ),
    "one-mind": Text(
        en="Everyone chose the same point for every item.",
        fr="Tout le monde a choisi le même point pour chaque élément.",
    ),
    "no-gap": Text(
        en="At the median, people gave both questions the same point for every item.",
        fr="À la médiane, les gens ont donné le même point aux deux questions pour chaque élément.",
    ),
    "interval": Text(en="95% interval {low} to {high}", fr="intervalle à 95 % de {low} à {high}"),
    "choosing": Text(
        en="Chosen most at each step: {places}.",
        fr="Les premiers choix de chaque étape : {places}.",
    ),
    "choosing_by_group": Text(
        en="The largest share of a group is {share}%: {names}.",
        fr="La plus grande part d’un groupe est de {share} % : {names}.",
    ),
    "writing": Text(
        en="The most was written here: {names} ({count}, {n}).",
        fr="C’est ici qu’on a le plus écrit : {names} ({count}, {n}).",
    ),
    "filling": Text(
        en="Most frequent in each column: {places}.",
        fr="Le plus fréquent de chaque colonne : {places}.",
    ),
    "crossing": Text(
        en="Most often in the same row: {names} ({count}).",
        fr="Le plus souvent sur la même ligne : {names} ({count}).",
    ),
    "mapping": Text(
        en="The most frequent kind is {names} ({count}, {n}).",
        fr="Le type le plus fréquent est {names} ({count}, {n}).",
    ),
    "linking": Text(
        en="Linked most: {names} ({count}, {n}).", fr="Le plus relié : {names} ({count}, {n})."
    ),
}
