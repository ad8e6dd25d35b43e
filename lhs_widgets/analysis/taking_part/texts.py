"""The words of the readings, in both languages; marks in French stand after a no-break space."""

from __future__ import annotations

from ...deck import Text

MINUTES = Text(en="Minutes after the first person", fr="Minutes après la première personne")
PERCENT = Text(en="Percent", fr="Pourcentage")

TITLES: dict[str, Text] = {
    "arriving": Text(en="How many people had joined", fr="Combien de personnes étaient là"),
    "answering": Text(en="Who answered at each step", fr="Qui a répondu à chaque étape"),
    "balance": Text(
        en="Each group’s share of the people, and of the answers",
        fr="La part de chaque groupe : des personnes, et des réponses",
    ),
}

#: What is said where there is nothing to show.
NONE: dict[str, Text] = {
    "arriving": Text(
        en="Fewer than five people joined, so when they did is not shown.",
        fr="Moins de cinq personnes sont arrivées : leur arrivée n’est pas montrée.",
    ),
    "answering": Text(
        en="At no step did five people answer or vote.",
        fr="À aucune étape, cinq personnes n’ont répondu ou voté.",
    ),
    "balance": Text(
        en="At no step can two groups of at least five people be told apart, so their shares are "
        "not shown.",
        fr="À aucune étape, on ne peut distinguer deux groupes d’au moins cinq personnes : leurs "
        "parts ne sont pas montrées.",
    ),
}

#: What a reading says, and its parts.
SAID: dict[str, Text] = {
    "arriving": Text(
        en="Half of the {people} had joined within {half} minutes of the first, and all of them "
        "within {all}.",
        fr="La moitié des {people} étaient là en {half} minutes au plus après la première, et "
        "toutes en {all}.",
    ),
    "arriving-late": Text(
        en="Half of the {people} had joined within {half} minutes of the first; some joined more "
        "than a day later.",
        fr="La moitié des {people} étaient là en {half} minutes au plus après la première ; "
        "certaines sont arrivées plus d’un jour après.",
    ),
    "arriving-one": Text(
        en="All {people} joined within {all} minutes of the first.",
        fr="Les {people} étaient toutes là en {all} minutes au plus après la première.",
    ),
    "arriving-days": Text(
        en="The {people} joined over more than a day.",
        fr="Les {people} sont arrivées sur plus d’un jour.",
    ),
    "span": Text(en="{since} to {until}", fr="{since} à {until}"),
    "span-open": Text(en="{since} and more", fr="{since} et plus"),
    "answering": Text(
        en="Most people answered at {most} ({high}, {high_share}% of all), fewest at {least} "
        "({low}, {low_share}%).",
        fr="Le plus de personnes ont répondu à {most} ({high}, {high_share} % de toutes), le moins "
        "à {least} ({low}, {low_share} %).",
    ),
    "answering-even": Text(
        en="As many people answered at every step shown: {high} ({high_share}% of all).",
        fr="Autant de personnes ont répondu à chaque étape montrée : {high} ({high_share} % de "
        "toutes).",
    ),
    "answering-votes": Text(
        en="People voted, but at no step did five write or choose an answer of their own.",
        fr="On a voté, mais à aucune étape, cinq personnes n’ont donné de réponse à elles.",
    ),
    "balance": Text(
        en="Beside its share of the people, {most} answered most ({most_said}% of the answers, "
        "{most_there}% of the people) and {least} least ({least_said}%, {least_there}%).",
        fr="Par rapport à sa part des personnes, c’est {most} qui a le plus répondu ({most_said} % "
        "des réponses, {most_there} % des personnes) et {least} le moins ({least_said} %, "
        "{least_there} %).",
    ),
    "balance-even": Text(
        en="Every group has the same share of the answers as of the people.",
        fr="Chaque groupe a la même part des réponses que des personnes.",
    ),
    "moved": Text(
        en="To be even, {share}% of the answers would have to come from another group.",
        fr="Pour l’équilibre, {share} % des réponses devraient venir d’un autre groupe.",
    ),
}
