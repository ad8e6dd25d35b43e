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
    "judging": Text(
        en="No scale from 1 to 9 was used by five people in this workshop. The rules of expert "
        "panels are made for such scales only, so they are left out.",
        fr="Aucune échelle de 1 à 9 n’a été utilisée par cinq personnes dans cet atelier. Les "
        "règles des panels ne valent que pour ces échelles ; elles sont donc laissées de côté.",
    ),
    "joining": Text(
        en="Nowhere did five people sort the same two items in this workshop.",
        fr="Nulle part cinq personnes n’ont classé les deux mêmes éléments dans cet atelier.",
    ),
    "dividing": Text(
        en="Nothing was rated by two groups of at least five people that can be told apart.",
        fr="Rien n’a été évalué par deux groupes d’au moins cinq personnes que l’on puisse "
        "distinguer.",
    ),
    "parting": Text(
        en="Nothing was sorted or chosen by two groups of at least five people that can be told "
        "apart.",
        fr="Rien n’a été classé ou choisi par deux groupes d’au moins cinq personnes que l’on "
        "puisse distinguer.",
    ),
    "standing": Text(
        en="In no sense check can two groups of at least five people be told apart.",
        fr="Dans aucune prise de pouls, on ne peut distinguer deux groupes d’au moins cinq "
        "personnes.",
    ),
    "dissenting": Text(
        en="Nobody who objects or can just live with it gave a reason in a sense check of five "
        "people or more.",
        fr="Dans aucune prise de pouls de cinq personnes ou plus, qui s’y oppose ou peut vivre "
        "avec n’a donné de raison.",
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
    "judging": Text(
        en="By the core-outcome rule, in: {kept} of {total} items, out: {out}. Disagreement by "
        "IPRAS: {disagree}.",
        fr="Selon la règle des résultats de base, éléments retenus : {kept} sur {total}, écartés : "
        "{out}. Désaccord selon l’IPRAS : {disagree}.",
    ),
    "joining": Text(
        en="Put together most: {names} ({joins}% of people). Items: {items}; clusters that a "
        "majority holds together: {clusters}.",
        fr="Mis ensemble le plus souvent : {names} ({joins} % des gens). Éléments : {items} ; "
        "grappes qu’une majorité tient ensemble : {clusters}.",
    ),
    "no-delta": Text(
        en="On every item, the groups that can be told apart rate alike (pairs of groups compared: "
        "{pairs}).",
        fr="Pour chaque élément, les groupes que l’on peut distinguer évaluent pareil (paires de "
        "groupes comparées : {pairs}).",
    ),
    "dividing": Text(
        en="Groups rate furthest apart here: {item} – {scale} {group} (median {first}, {n}) rate "
        "higher than {other} (median {second}, {others}); Cliff’s delta {delta}. Pairs of groups "
        "compared: {pairs}; some of so many differ by chance.",
        fr="C’est ici que les groupes s’écartent le plus : {item} – {scale} {group} (médiane "
        "{first}, {n}) évalue plus haut que {other} (médiane {second}, {others}) ; delta de Cliff "
        "{delta}. Paires de groupes comparées : {pairs} ; sur un tel nombre, certaines diffèrent "
        "par hasard.",
    ),
    "parting": Text(
        en="Groups chose most differently here: {item}, {group} ({n}) and {other} ({others}); "
        "{apart}% of the choices would have to be others. Pairs of groups compared: {pairs}; with "
        "few people, chance alone makes this large.",
        fr="C’est ici que les groupes ont choisi le plus différemment : {item}, {group} ({n}) et "
        "{other} ({others}) ; {apart} % des choix devraient être autres. Paires de groupes "
        "comparées : {pairs} ; avec peu de personnes, le hasard seul rend ce nombre grand.",
    ),
    "standing": Text(
        en="Groups stand furthest apart here: {names} ({apart}% would have to stand elsewhere).",
        fr="C’est ici que les groupes s’écartent le plus : {names} ({apart} % devraient prendre "
        "une autre position).",
    ),
    "stand-alike": Text(
        en="In every sense check, the groups that can be told apart stand alike.",
        fr="Dans chaque prise de pouls, les groupes que l’on peut distinguer ont les mêmes "
        "positions.",
    ),
    "dissenting": Text(
        en="Reasons of people who object: {object}; of people who can just live with it: {live}.",
        fr="Raisons de qui s’y oppose : {object} ; de qui peut vivre avec : {live}.",
    ),
    "question": Text(
        en="Of each question, the first {n} items.",
        fr="De chaque question, les {n} premiers éléments.",
    ),
}
