"""The words of the readings across workshops, in both languages; marks in French stand after a
no-break space."""

from __future__ import annotations

from ...deck import Text

#: What is said where no workshop has answers of a kind.
NONE: dict[str, Text] = {
    "attending": Text(en="The pool holds no workshop.", fr="Aucun atelier n’est réuni ici."),
    "returning_roles": Text(
        en="No roles were chosen in these workshops.",
        fr="Aucun rôle n’a été choisi dans ces ateliers.",
    ),
    "returning_conditions": Text(
        en="No conditions were written in these workshops.",
        fr="Aucune condition n’a été écrite dans ces ateliers.",
    ),
    "returning_challenges": Text(
        en="No challenges were written in these workshops.",
        fr="Aucun défi n’a été écrit dans ces ateliers.",
    ),
    "agreeing": Text(
        en="No workshop has a closed sense check of five people.",
        fr="Aucun atelier n’a de prise de pouls close par cinq personnes.",
    ),
}

#: What a reading says, and its parts.
SAID: dict[str, Text] = {
    "attending": Text(
        en="{people} took part in {workshops}, the most in {names} ({n}).",
        fr="Participation : {people} dans {workshops}, le plus dans {names} ({n}).",
    ),
    "made-up": Text(
        en="Of these, {n} were played by a rehearsal: what they say is made up.",
        fr="De ce nombre, {n} ont été jouées par une répétition : ce qu’elles disent est inventé.",
    ),
    "returning": Text(
        en="Back in the most workshops, phase by phase: {places}.",
        fr="Ce qui revient dans le plus d’ateliers, phase par phase : {places}.",
    ),
    "place": Text(en="{phase}, {what} ({workshops})", fr="{phase}, {what} ({workshops})"),
    "once": Text(
        en="Nothing was said in the same words in two workshops.",
        fr="Rien n’a été dit dans les mêmes mots dans deux ateliers.",
    ),
    "back": Text(
        en="Of all that was said, {n} of {total} came back in a second workshop.",
        fr="De tout ce qui a été dit, {n} sur {total} est revenu dans un deuxième atelier.",
    ),
    "agreeing": Text(
        en="People agree most often in {names} ({high}%), and least often in {last} ({low}%).",
        fr="On est le plus souvent d’accord dans {names} ({high} %), et le moins souvent dans "
        "{last} ({low} %).",
    ),
    "agreeing-one": Text(
        en="In {names}, {high}% of the sense-check ballots agree.",
        fr="Dans {names}, {high} % des bulletins des prises de pouls sont d’accord.",
    ),
    "each-phase": Text(
        en="At most {n} rows for each phase, the first ones.",
        fr="Au plus {n} lignes par phase, les premières.",
    ),
    "each-band": Text(
        en="At most {n} workshops of each kind, the largest ones.",
        fr="Au plus {n} ateliers de chaque sorte, les plus grands.",
    ),
}
