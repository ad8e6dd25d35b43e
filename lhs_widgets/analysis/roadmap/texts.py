"""The words of the roadmap, in both languages; marks in French stand after a no-break space."""

from __future__ import annotations

from ...deck import Text

TITLES: dict[str, Text] = {
    "held": Text(en="The group’s roadmap", fr="La feuille de route du groupe"),
    "through": Text(
        en="Roles through the phases, in points", fr="Les rôles au fil des phases, en points"
    ),
    "easing": Text(
        en="Which condition would ease which challenge, in people",
        fr="Quelle condition allégerait quel défi, en personnes",
    ),
    "alone": Text(
        en="Challenges without a condition that would ease them",
        fr="Défis sans condition qui les allégerait",
    ),
}

COUNTED = Text(en="Number of challenges", fr="Nombre de défis")

PARTS: dict[str, Text] = {
    "roles": Text(en="Roles", fr="Rôles"),
    "conditions": Text(en="Winning conditions", fr="Conditions gagnantes"),
    "challenges": Text(en="Challenges", fr="Défis"),
}

#: Why something is among the first.
BECAUSE: dict[str, Text] = {
    "roles": Text(en="points: {points}", fr="points : {points}"),
    "conditions": Text(
        en="importance {importance}, in place {in_place}",
        fr="importance {importance}, en place {in_place}",
    ),
    "challenges": Text(
        en="seriousness {seriousness}, frequency {frequency}",
        fr="gravité {seriousness}, fréquence {frequency}",
    ),
}

#: What is said where there is nothing to show.
NONE: dict[str, Text] = {
    "held": Text(
        en="No vote on roles, winning conditions or challenges was closed in this workshop.",
        fr="Aucun vote sur des rôles, des conditions gagnantes ou des défis n’a été clos dans cet "
        "atelier.",
    ),
    "through": Text(
        en="No vote on roles was closed in this workshop.",
        fr="Aucun vote sur des rôles n’a été clos dans cet atelier.",
    ),
    "easing": Text(
        en="Nobody linked a challenge to a winning condition in this workshop.",
        fr="Personne n’a relié un défi à une condition gagnante dans cet atelier.",
    ),
    "alone": Text(
        en="No challenges were written in this workshop.",
        fr="Aucun défi n’a été écrit dans cet atelier.",
    ),
}

#: What a reading says, and its parts.
SAID: dict[str, Text] = {
    "held": Text(en="First in each phase: {places}.", fr="En tête de chaque phase : {places}."),
    "through": Text(
        en="Roles with points in every phase: {n} of {total}, first of all {names} ({points}).",
        fr="Rôles qui ont des points dans chaque phase : {n} sur {total}, d’abord {names} "
        "({points}).",
    ),
    "through-none": Text(
        en="No role has points in every phase; the most has {names} ({points}).",
        fr="Aucun rôle n’a de points dans chaque phase ; {names} en a le plus ({points}).",
    ),
    "easing": Text(
        en="The link that most people drew: {names} ({n}).",
        fr="Le lien que le plus de personnes ont fait : {names} ({n}).",
    ),
    "link": Text(
        en="{condition} would ease {challenge} – {phase}",
        fr="{condition} allégerait {challenge} – {phase}",
    ),
    "alone": Text(
        en="Challenges for which nobody named a condition: {n} of {total}, {places}.",
        fr="Défis pour lesquels personne n’a nommé de condition : {n} sur {total}, {places}.",
    ),
    "cut": Text(
        en="Of each phase, the challenges and the conditions that most people linked.",
        fr="De chaque phase, les défis et les conditions que le plus de personnes ont reliés.",
    ),
}
