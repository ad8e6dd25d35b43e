"""The words of the plan, in both languages; marks in French stand after a no-break space."""

from __future__ import annotations

from ...deck import Text

TITLES: dict[str, Text] = {
    "functions": Text(
        en="Kinds of activity: the plan beside the articles",
        fr="Sortes d’activités : le plan à côté des articles",
    ),
    "activities": Text(
        en="Activities: the plan beside the articles", fr="Activités : le plan à côté des articles"
    ),
    "levels": Text(
        en="How much say: the plan beside the articles",
        fr="Combien d’influence : le plan à côté des articles",
    ),
    "who": Text(
        en="Who, and with how much say: rows of the plan",
        fr="Qui, et avec combien d’influence : lignes du plan",
    ),
    "what": Text(
        en="Which activity, and with how much say: rows of the plan",
        fr="Quelle activité, et avec combien d’influence : lignes du plan",
    ),
    "roles": Text(
        en="Roles: the plan beside the systems reviewed",
        fr="Rôles : le plan à côté des systèmes recensés",
    ),
    "promised": Text(
        en="The say promised beside the say wished for",
        fr="L’influence promise à côté de l’influence souhaitée",
    ),
}

_NO_PLAN = Text(
    en="No plan of activities and promises was made in this workshop.",
    fr="Aucun plan d’activités et de promesses n’a été fait dans cet atelier.",
)
_NO_ROLES = Text(
    en="The plan names no role that comes with published figures.",
    fr="Le plan ne nomme aucun rôle accompagné de chiffres publiés.",
)

#: What is said where there is nothing to show.
NONE: dict[str, Text] = {
    "functions": _NO_PLAN,
    "activities": _NO_PLAN,
    "levels": _NO_PLAN,
    "who": _NO_PLAN,
    "what": _NO_PLAN,
    "roles": _NO_ROLES,
    "promised": Text(
        en="No role of a plan was also rated by five people in this workshop.",
        fr="Aucun rôle d’un plan n’a aussi été coté par cinq personnes dans cet atelier.",
    ),
}

#: What a reading says, and its parts.
SAID: dict[str, Text] = {
    "beside": Text(
        en="Furthest above the source: {above} ({above_plan}% of the plan, {above_source}% of the "
        "figures); furthest below: {below} ({below_plan}%, {below_source}%).",
        fr="Le plus au-dessus de la source : {above} ({above_plan} % du plan, {above_source} % des "
        "chiffres) ; le plus en dessous : {below} ({below_plan} %, {below_source} %).",
    ),
    "beside-even": Text(
        en="The plan is spread as the figures of the source are.",
        fr="Le plan se répartit comme les chiffres de la source.",
    ),
    "absent": Text(
        en="Not in the plan, and found most often by the source: {names} ({published}).",
        fr="Absent du plan, et le plus souvent relevé par la source : {names} ({published}).",
    ),
    "deciding": Text(
        en="Promises that share or hand over the decision (collaborate, empower): {ours} of {all} "
        "in the plan ({share}%), {theirs} of {total} in the source ({published}%).",
        fr="Promesses qui partagent ou remettent la décision (collaborer, donner le pouvoir) : "
        "{ours} sur {all} dans le plan ({share} %), {theirs} sur {total} dans la source "
        "({published} %).",
    ),
    "crossed": Text(
        en="Most rows of the plan: {names} (rows: {rows}).",
        fr="Le plus de lignes du plan : {names} (lignes : {rows}).",
    ),
    "promised": Text(
        en="{scope}: roles promised less say than people wish for, {n} of {total}, most of all "
        "{names} (by {points} at the median).",
        fr="{scope} : rôles à qui l’on promet moins d’influence que souhaité, {n} sur {total}, "
        "surtout {names} (de {points} à la médiane).",
    ),
    "promised-all": Text(
        en="{scope}: every role shown is promised at least the say that people wish for.",
        fr="{scope} : chaque rôle montré se voit promettre au moins l’influence souhaitée.",
    ),
    "first": Text(en="The first {n} by rows of the plan.", fr="Les {n} premières par lignes."),
    "furthest": Text(
        en="The {n} that differ most from the source.",
        fr="Les {n} qui diffèrent le plus de la source.",
    ),
}
