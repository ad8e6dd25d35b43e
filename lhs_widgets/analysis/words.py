"""The words of tables, charts and sentences, in both languages.

In French, what stands before : ; ? ! » and after « is a no-break space.
"""

from __future__ import annotations

import re

from ..deck import Language, Text, marks
from ..deck.marks import percent
from ..language import is_one, languages, name, number_marks
from . import titles


def _text(en: str, fr: str) -> Text:
    return Text(en=en, fr=fr)


#: What a column of a measure is called.
COLUMNS: dict[str, Text] = {
    "about": _text("About", "Au sujet de"),
    "label": _text("Who", "Qui"),
    "n": _text("People", "Personnes"),
    "scope": _text("For whom", "Pour qui"),
    "role": _text("Role", "Rôle"),
    "phase": _text("Phase", "Phase"),
    "group": _text("Group", "Groupe"),
    "condition": _text("Winning condition", "Condition gagnante"),
    "challenge": _text("Challenge", "Défi"),
    "today": _text("Say today", "Influence aujourd’hui"),
    "wished": _text("Say wished for", "Influence souhaitée"),
    "gap": _text("Gap", "Écart"),
    "q1": _text("Lower quartile", "Premier quartile"),
    "q3": _text("Upper quartile", "Troisième quartile"),
    "low": _text("95% interval from", "Intervalle à 95 %, de"),
    "high": _text("to", "à"),
    "importance": _text("Importance", "Importance"),
    "in_place": _text("In place today", "En place aujourd’hui"),
    "missing": _text("Matters and missing", "Compte et manque"),
    "seriousness": _text("Seriousness", "Gravité"),
    "frequency": _text("Frequency", "Fréquence"),
    "weight": _text("Weight", "Poids"),
    "eased_by": _text("Would be eased by", "Serait allégé par"),
    "step": _text("Step", "Étape"),
    "theme": _text("Theme", "Thème"),
    "table": _text("At table", "À la table"),
    "ideas": _text("Ideas", "Idées"),
    "option": _text("Choice", "Choix"),
    "points": _text("Points", "Points"),
    "number": _text("No.", "Nº"),
    "position": _text("Position", "Position"),
    "reason": _text("In their words", "Dans leurs mots"),
    "outcome": _text("What is agreed", "Ce qui est convenu"),
    "action": _text("What we will do", "Ce que nous ferons"),
    "who": _text("Who", "Qui"),
    "due": _text("By when", "Pour quand"),
    "done": _text("Done", "Fait"),
    "item": _text("Item", "Élément"),
    "bin": _text("Box", "Case"),
    "most": _text("Box of most", "Case la plus choisie"),
    "share": _text("Share, in %", "Part, en %"),
    "agree": _text("Pairs who agree, in %", "Paires d’accord, en %"),
    "figure": _text("What the source counted", "Ce que la source a compté"),
    "picks": _text("Picked by the group", "Choix du groupe"),
    "picked_share": _text("Share of the group’s picks, in %", "Part des choix du groupe, en %"),
    "published": _text("In the source", "Dans la source"),
    "published_share": _text("Share in the source, in %", "Part dans la source, en %"),
    "scale": _text("Question", "Question"),
    "scales": _text("First and second question", "Première et seconde question"),
    "value": _text("Value", "Valeur"),
    "point": _text("Point of the scale", "Point de l’échelle"),
    "median": _text("Median", "Médiane"),
    "first": _text("First question", "Première question"),
    "second": _text("Second question", "Seconde question"),
    "people": _text("People in the group", "Personnes du groupe"),
    "prompt": _text("Prompt", "Consigne"),
    "texts": _text("Texts", "Textes"),
    "column": _text("Column", "Colonne"),
    "columns": _text("Columns", "Colonnes"),
    "choice": _text("Choice", "Choix"),
    "beside": _text("Together with", "Avec"),
    "rows": _text("Rows", "Lignes"),
    "kind": _text("Kind", "Type"),
    "things": _text("Things", "Choses"),
    "node": _text("On the map", "Sur la carte"),
    "links": _text("Links", "Liens"),
    "items": _text("Items", "Éléments"),
    "alpha": _text("Alpha", "Alpha"),
    "concordance": _text("Kendall’s W", "W de Kendall"),
    "chance": _text("So alike by chance, in %", "Aussi pareil par hasard, en %"),
    "upper": _text("Upper points, in %", "Points du haut, en %"),
    "lower": _text("Lower points, in %", "Points du bas, en %"),
    "verdict": _text("The group", "Le groupe"),
    "workshop": _text("Workshop", "Atelier"),
    "workshops": _text("Workshops", "Ateliers"),
    "band": _text("Who they were", "Qui c’était"),
    "answers": _text("Answers", "Réponses"),
    "each": _text("Answers for each person", "Réponses par personne"),
    "outcomes": _text("Outcomes written down", "Conclusions écrites"),
    "what": _text("What", "Quoi"),
    "ballots": _text("Ballots", "Bulletins"),
    "agree_share": _text("Agree, in %", "D’accord, en %"),
    "live_share": _text("Can live with it, in %", "Peut vivre avec, en %"),
    "object_share": _text("Object, in %", "S’y oppose, en %"),
    "sure": _text("Before the next, in %", "Avant le suivant, en %"),
    "limit": _text("Enough, in %", "Assez, en %"),
    "p30": _text("30th percentile", "30e centile"),
    "p70": _text("70th percentile", "70e centile"),
    "ipras": _text("They may be apart by", "Leur écart peut être de"),
    "disagree": _text("Disagreement", "Désaccord"),
    "panel": _text("RAND/UCLA", "RAND/UCLA"),
    "limited": _text("1 to 3, in %", "1 à 3, en %"),
    "critical": _text("7 to 9, in %", "7 à 9, en %"),
    "core": _text("Core outcome", "Résultat de base"),
    "cluster": _text("Cluster", "Grappe"),
    "joins": _text("Joins the one above at, in %", "Rejoint le précédent à, en %"),
    "other": _text("Other group", "Autre groupe"),
    "others": _text("People in it", "Personnes de celui-ci"),
    "delta": _text("Cliff’s delta", "Delta de Cliff"),
    "pairs": _text("Pairs compared", "Paires comparées"),
    "apart": _text("Apart, in %", "Écart, en %"),
    "since": _text("From minute", "De la minute"),
    "until": _text("To minute", "À la minute"),
    "so_far": _text("People so far", "Personnes jusque-là"),
    "turns": _text("People, once a step", "Personnes, une fois par étape"),
    "turns_share": _text("Share of the people, in %", "Part des personnes, en %"),
    "answers_share": _text("Share of the answers, in %", "Part des réponses, en %"),
    "ratio": _text("Ratio of the two shares", "Rapport des deux parts"),
    "part": _text("Part", "Partie"),
    "place": _text("Place", "Rang"),
    "without": _text("Without a condition", "Sans condition"),
    "because": _text("Because of", "En raison de"),
    "level": _text("Promise", "Promesse"),
    "promised": _text("Say promised", "Influence promise"),
    "word": _text("Word", "Mot"),
    "meaning": _text("What we mean by it", "Ce que nous voulons dire"),
    "aside": _text("What we will not say", "Ce que nous ne dirons pas"),
    "family": _text("Family of terms", "Famille de termes"),
}

#: What people are counted by.
ABOUT = {
    "group": _text("Group", "Groupe"),
    "language": _text("Language", "Langue"),
    "way": _text("Way of taking part", "Façon de participer"),
}
WAYS = {
    "participant": _text("On a phone or a computer", "Avec un téléphone ou un ordinateur"),
    "scribe": _text(
        "On paper, entered by a scribe", "Sur papier, par une personne qui prend les notes"
    ),
    "facilitator": _text("Entered by the facilitator", "Par l’animation"),
    "rehearsal": _text("Pretended, in a rehearsal", "Pour de faux, dans une répétition"),
}
OTHER_WAYS = _text(
    "Other ways (too few people to show apart)",
    "Autres façons (trop peu de personnes pour être montrées à part)",
)
ALL_WAYS = _text("All ways together", "Toutes les façons ensemble")
SCOPES = {
    "self": _text("For themselves", "Pour soi"),
    "group": _text(
        "For patients, families and caregivers",
        "Pour les patientes et patients, les familles et les personnes proches aidantes",
    ),
}
POSITIONS = {
    "agree": _text("Agree", "D’accord"),
    "live-with": _text("Can live with it", "Peut vivre avec"),
    "object": _text("Object", "S’y oppose"),
}
BANDS = {
    "real": _text("Real people", "Personnes réelles"),
    "mixed": _text("Real and made-up people", "Personnes réelles et inventées"),
    "made-up": _text("Made-up people (a rehearsal)", "Personnes inventées (une répétition)"),
}
SMALLER = _text(
    "Smaller workshops, together (some have fewer than five people)",
    "Ateliers plus petits, ensemble (certains ont moins de cinq personnes)",
)
VERDICTS = {
    "upper": _text("agrees: upper points", "s’accorde : points du haut"),
    "lower": _text("agrees: lower points", "s’accorde : points du bas"),
    "middle": _text("agrees: middle points", "s’accorde : points du milieu"),
    "open": _text("does not agree enough", "ne s’accorde pas assez"),
    "in": _text("in", "retenu"),
    "out": _text("out", "écarté"),
    "no consensus": _text("open", "ouvert"),
    "appropriate": _text("appropriate", "approprié"),
    "uncertain": _text("uncertain", "incertain"),
    "inappropriate": _text("inappropriate", "inapproprié"),
}
BOX = _text("In which box?", "Dans quelle case ?")
WHICH = _text("Which one?", "Lequel ?")
ORDER = _text("In which order?", "Dans quel ordre ?")
NO_GROUP = _text("Group not given", "Groupe non précisé")
OTHERS = _text(
    "Other groups (too few people to show apart)",
    "Autres groupes (trop peu de personnes pour être montrés à part)",
)
EVERYONE_ELSE = _text("Everyone else", "Toutes les autres personnes")
OTHER_ROLES = _text(
    "Other roles, in people’s own words (fewer than five people each)",
    "Autres rôles, dans les mots des gens (moins de cinq personnes chacun)",
)
ALL_TOGETHER = _text("All groups together", "Tous les groupes ensemble")
ALL_LANGUAGES = _text("All languages together", "Toutes les langues ensemble")
NOTHING = _text("Nobody answered this yet.", "Personne n’a encore répondu à ceci.")
NOTHING_GROUPED = _text("No ideas were grouped.", "Aucune idée n’a été regroupée.")
NOTHING_CHOSEN = _text(
    "No vote of this kind was closed.", "Aucun vote de cette sorte n’a été clos."
)
NOTHING_CHECKED = _text("There was no sense check.", "Il n’y a pas eu de prise de pouls.")
NOTHING_AGREED = _text("Nothing is agreed yet.", "Rien n’est encore convenu.")
NOTHING_PROMISED = _text("No actions are agreed yet.", "Aucune action n’est encore convenue.")
TOO_FEW = _text(
    "No group has five people who answered this, so none is shown apart.",
    "Aucun groupe ne compte cinq personnes ayant répondu ; aucun n’est donc montré à part.",
)
POINTS = _text("Median, in points of the scale", "Médiane, en points de l’échelle")
POINTS_GIVEN = _text("Points", "Points")
PEOPLE = _text("Number of people", "Nombre de personnes")
GAP = _text("Median gap, in points of the scale", "Écart médian, en points de l’échelle")
GAP_OF_TWO = _text(
    "Median of each question, in points of the scale",
    "Médiane de chaque question, en points de l’échelle",
)
SHARE = _text("Share, in percent", "Part, en pourcentage")
TOGETHER = _text(
    "People who put them together, in percent on average",
    "Personnes qui les ont mis ensemble, en pourcentage moyen",
)
YES = _text("yes", "oui")
NO = _text("no", "non")
EASED_BY = _text("Eased by:", "Allégé par :")

#: What a chart is called.
TITLES = titles.TITLES

_PEOPLE = _text("{n} person", "{n} personne"), _text("{n} people", "{n} personnes")
_WORKSHOPS = _text("{n} workshop", "{n} atelier"), _text("{n} workshops", "{n} ateliers")
_POINTS = _text("{n} point", "{n} point"), _text("{n} points", "{n} points")
_FIRST = _text("The first {n} of {all} rows.", "Les {n} premières lignes sur {all}.")
_FIRST_OF_EACH = _text(
    "At most {n} rows for each step, the first ones.",
    "Au plus {n} lignes par étape, les premières.",
)
_FIRST_OF_EACH_COLUMN = _text(
    "At most {n} choices for each column, the most frequent.",
    "Au plus {n} choix par colonne, les plus fréquents.",
)
_AND = _text("{first} and {last}", "{first} et {last}")


def vega_numbers(language: Language) -> dict[str, object]:
    """Vega's marks for numbers, the same as :func:`number`'s."""
    decimal, group = number_marks(language)
    space = percent("", language).removesuffix("%")
    return {
        "decimal": decimal,
        "thousands": group,
        "grouping": [3],
        "currency": ["", f"{space}$"] if space else ["$", ""],
    }


def number(value: float, language: Language) -> str:
    """A count or a median as people write it: 3, 1,200 or 2.25; in French 1 200 or 2,25."""
    decimal, group = number_marks(language)
    text = f"{float(value):,.2f}".rstrip("0").removesuffix(".")
    return text.replace(".", "\0").replace(",", group).replace("\0", decimal)


def people(n: int, language: Language) -> str:
    """A number of people: 1 person, 2 people."""
    return _counted(_PEOPLE, n, language)


def workshops(n: int, language: Language) -> str:
    """A number of workshops: 1 workshop, 2 workshops."""
    return _counted(_WORKSHOPS, n, language)


def points(value: float, language: Language) -> str:
    """A difference on a scale: 1 point, 1.5 points; in French, the plural starts at 2."""
    return _counted(_POINTS, value, language)


def _counted(forms: tuple[Text, Text], n: float, language: Language) -> str:
    """In the singular or the plural, by the rule of the language that the words are in."""
    one = is_one(n, forms[0].spoken(language))
    return forms[0 if one else 1](language).format(n=number(n, language))


def quoted(text: str, language: Language) -> str:
    """Somebody's words, shortened to one line; what is in quotes already stays so."""
    line = one_line(text)
    if re.fullmatch("“[^“”]*”|«[^«»]*»", line):
        return line
    short = line if len(line) <= 120 else f"{line[:119].rstrip()}…"
    return marks.quoted(short, language)


def language_names() -> dict[str, Text]:
    """What the languages are called, those of the source in our words, others as CLDR has it."""
    return {each: _text(name(each, "en"), name(each, "fr")) for each in languages()}


def one_line(text: str) -> str:
    """The text without line breaks or doubled spaces; a no-break space stays one."""
    return re.sub(r"[^\S\xa0]+", " ", text).strip()


def the_first(n: int, total: int, language: Language) -> str:
    """How many rows of something are shown; nothing if that is all of them."""
    if n >= total:
        return ""
    return _FIRST(language).format(n=number(n, language), all=number(total, language))


def the_first_of_each(n: int, longest: int, language: Language) -> str:
    """How many rows of each step are shown; nothing if that is all of them."""
    if n >= longest:
        return ""
    return _FIRST_OF_EACH(language).format(n=number(n, language))


def the_first_of_each_column(n: int, longest: int, language: Language) -> str:
    """How many choices of each column are shown; nothing if that is all of them."""
    if n >= longest:
        return ""
    return _FIRST_OF_EACH_COLUMN(language).format(n=number(n, language))


def listed(parts: list[str], language: Language) -> str:
    """Some things in a row: a, b and c."""
    if len(parts) < 2:
        return "".join(parts)
    return _AND(language).format(first=", ".join(parts[:-1]), last=parts[-1])
