"""The words of the readings, in both languages; marks in French stand after a no-break space."""

from __future__ import annotations

from ...deck import Text

#: What is said where a workshop has no answers of a kind.
NONE: dict[str, Text] = {
    "answering_alike": Text(
        en="Nowhere did five people sort or rate items in this workshop.",
        fr="Nulle part cinq personnes n’ont classé ou évalué des éléments dans cet atelier.",
    ),
    "deciding": Text(
        en="Nothing was rated on a scale by five people in this workshop.",
        fr="Rien n’a été évalué sur une échelle par cinq personnes dans cet atelier.",
    ),
    "ordering": Text(
        en="Nowhere did five people put the same items in order in this workshop.",
        fr="Nulle part cinq personnes n’ont mis les mêmes éléments en ordre dans cet atelier.",
    ),
    "dotting": Text(
        en="No vote with dots of five people was closed in this workshop.",
        fr="Aucun vote par points de cinq personnes n’a été clos dans cet atelier.",
    ),
}

#: What a reading says, and its parts.
SAID: dict[str, Text] = {
    "alike": Text(
        en="People answered most alike here: {most} (alpha {best}); least alike here: {least} "
        "(alpha {worst}).",
        fr="C’est ici qu’on a répondu le plus pareil : {most} (alpha {best}) ; le moins pareil "
        "ici : {least} (alpha {worst}).",
    ),
    "alike-one": Text(
        en="One question can be judged: {most} (alpha {best}).",
        fr="On peut juger une question : {most} (alpha {best}).",
    ),
    "chance": Text(
        en="Questions whose interval reaches 0, what chance would do: {n} of {total}.",
        fr="Questions dont l’intervalle atteint 0, ce que ferait le hasard : {n} sur {total}.",
    ),
    "no-alpha": Text(
        en="Every question was answered in one way only, so how alike people are beyond chance "
        "can’t be said.",
        fr="Chaque question n’a reçu qu’une réponse : on ne peut dire à quel point les gens se "
        "ressemblent au-delà du hasard.",
    ),
    "deciding": Text(
        en="Enough people agree on {agreed} of {total} items and questions (at least {limit}%).",
        fr="Assez de personnes s’accordent pour {agreed} des {total} éléments et questions (au "
        "moins {limit} %).",
    ),
    "split": Text(
        en="Opinions are most split here: {names} ({lower}% lower, {upper}% upper points{n}).",
        fr="C’est ici que les avis s’opposent le plus : {names} ({lower} % points du bas, "
        "{upper} % points du haut{n}).",
    ),
    "ordering": Text(
        en="The order is most alike here: {names} (W {w}{n}); of orders shuffled at random, "
        "{chance}% are as alike.",
        fr="C’est ici que l’ordre est le plus pareil : {names} (W {w}{n}) ; des ordres mêlés au "
        "hasard, {chance} % sont aussi pareils.",
    ),
    "dotting": Text(
        en="First at each step, and how often when ballots are drawn again: {places}.",
        fr="Premier à chaque étape, et à quelle fréquence si l’on retire les bulletins au "
        "sort : {places}.",
    ),
    "question": Text(
        en="Of each question, the first {n} items.",
        fr="De chaque question, les {n} premiers éléments.",
    ),
}
