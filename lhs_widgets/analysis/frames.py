"""Tidy frames of a package, one row an observation, with declared columns and dtypes.

Small groups are folded here, before anything is measured: no frame tells apart a group, or a
language, of fewer than :data:`FLOOR` people. Answers with the same words but for case, spaces and
final punctuation count as one.

An ``author`` tells people apart within one step, and leads nowhere else: nobody can be followed
from one step to the next, so ``phase`` keeps apart what was said at different steps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from ..deck import LANGUAGES, Language, Text
from ..deck.activities import ChooseRoles, WriteChallenges, WriteConditions
from ..language import content, languages
from ..package import Package
from . import words

#: The smallest number of people shown apart.
FLOOR = 5

PEOPLE = {"participant": "string", "group": "category", "language": "category"}
_ANSWER = {
    "contribution": "string",
    "author": "string",
    "group": "category",
    "phase": "category",
}
ROLES = {
    **_ANSWER,
    "scope": "category",
    "role": "string",
    "today": "Int64",
    "wished": "Int64",
    "gap": "Int64",
}
CONDITIONS = {**_ANSWER, "condition": "string", "importance": "Int64", "in_place": "Int64"}
CHALLENGES = {
    **_ANSWER,
    "challenge": "string",
    "seriousness": "Int64",
    "frequency": "Int64",
    "eased_by": "string",
}

# what no picture can hold: control characters and code points that XML lacks
_UNDRAWABLE = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]"

#: What stands for the values that are folded together.
FOLDED = "\0folded"
_NOT_GIVEN = "\0not given"


def people(package: Package, language: Language) -> pd.DataFrame:
    """Who took part: one row a person, columns :data:`PEOPLE`."""
    found = package.tables["participants"]
    groups = {group.id: group.name for group in package.deck.groups}
    return typed(
        pd.DataFrame(
            {
                "participant": found["participant"],
                "group": labelled(
                    fold(found["group"].fillna(_NOT_GIVEN)),
                    {**groups, _NOT_GIVEN: words.NO_GROUP},
                    (words.OTHERS, words.ALL_TOGETHER),
                    language,
                ),
                "language": labelled(
                    fold(found["language"].fillna(FOLDED)),
                    words.language_names(),
                    (words.OTHERS, words.ALL_LANGUAGES),
                    language,
                ),
            }
        ),
        PEOPLE,
    )


def roles(package: Package, language: Language) -> pd.DataFrame:
    """Roles chosen: one row an answer, columns :data:`ROLES`; the gap is wished minus today.

    The scope says whether people answered for themselves, or for patients, families and caregivers.
    Roles that fewer than :data:`FLOOR` people of a phase and scope named in their own words are
    folded.
    """
    pairs = [
        (activity.today, activity.wished)
        for step in package.deck.steps.values()
        if isinstance(activity := step.activity, ChooseRoles)
    ]
    frame = _rated(_answers(package, "role", language), package, pairs, ("today", "wished"))
    names = {role.id: role.name(language) for role in package.deck.roles.values()}
    own = same_words(frame["text"])
    named_by = frame["author"].groupby([frame["phase"], frame["scope"], own], observed=True)
    named_by = named_by.transform("nunique")
    own = own.where(named_by >= FLOOR, words.OTHER_ROLES(language))
    frame["role"] = frame["role"].map(names).astype("string").fillna(own)
    scopes = {scope: name(language) for scope, name in words.SCOPES.items()}
    frame["scope"] = ordered(frame["scope"], scopes)
    frame["gap"] = frame["wished"] - frame["today"]
    return typed(frame, ROLES)


def conditions(package: Package, language: Language) -> pd.DataFrame:
    """Winning conditions written: one row an answer, columns :data:`CONDITIONS`.

    The activity's first scale says how much a condition matters, the second how far it is there.
    """
    pairs = _pairs(package, WriteConditions)
    columns = ("importance", "in_place")
    frame = _rated(_answers(package, "condition", language), package, pairs, columns)
    return typed(frame.assign(condition=same_words(frame["text"])), CONDITIONS)


def challenges(package: Package, language: Language) -> pd.DataFrame:
    """Challenges written: one row an answer, columns :data:`CHALLENGES`.

    The first scale of the activity says how serious a challenge is, the second how frequent.
    """
    pairs = _pairs(package, WriteChallenges)
    columns = ("seriousness", "frequency")
    frame = _rated(_answers(package, "challenge", language), package, pairs, columns)
    said = package.tables["contributions"].set_index("contribution")["text"]
    eased = same_words(drawable(frame["eased_by"].map(said)))
    return typed(frame.assign(challenge=same_words(frame["text"]), eased_by=eased), CHALLENGES)


def fold(values: pd.Series, floor: int = FLOOR) -> pd.Series:
    """The values, with those of fewer than ``floor`` people folded into one.

    The fold takes in the next smallest as well until it holds ``floor`` people: otherwise what is
    missing from the total would give a small group away.
    """
    counts = values.value_counts().sort_index().sort_values(kind="stable")
    folded: list[str] = []
    total = 0
    for value, n in counts.items():
        if n >= floor and (not folded or total >= floor):
            break
        folded.append(str(value))
        total += int(n)
    return values.where(~values.isin(folded), FOLDED)


def camps(groups: pd.Series, others: str) -> pd.Series:
    """Each person's group; those of fewer than :data:`FLOOR` people, and those whose group is not
    told, are one, named ``others``."""
    known = groups.astype("object").replace(dict.fromkeys(map(words.OTHERS, languages()), FOLDED))
    return fold(known).replace(FOLDED, others)


def labelled(
    values: pd.Series, names: dict[str, Text], folded: tuple[Text, Text], language: Language
) -> pd.Series:
    """The values' names in the order of ``names``, the fold last; ``folded`` is some, or all."""
    alone = bool((values == FOLDED).all())
    labels = {key: name(language) for key, name in names.items()}
    labels[FOLDED] = folded[1 if alone else 0](language)
    return ordered(values, labels)


def ordered(values: pd.Series, labels: dict[str, str]) -> pd.Series:
    """The values' labels as ordered categories: those that are there, in the order given."""
    present = set(values)
    order = dict.fromkeys(label for key, label in labels.items() if key in present)
    named = values.map(labels).astype("object")
    return pd.Series(
        pd.Categorical(named, categories=list(order), ordered=True), index=values.index
    )


def _answers(package: Package, kind: str, language: Language) -> pd.DataFrame:
    """The answers of one kind with their author's group and their phase's title."""
    found = package.tables["contributions"]
    found = found[found["kind"] == kind].reset_index(drop=True)
    return found.assign(
        phase=ordered(found["step"], phases(package, language)),
        group=groups_of(package, found, language),
        text=drawable(found["text"]),
    )


def worded(table: pd.DataFrame, name: str, language: Language) -> pd.Series:
    """What a table says in English and French: in a further language, as its catalogue has it."""
    if language in LANGUAGES:
        return table[f"{name}_{language}"]
    said = content(language)
    return table[f"{name}_en"].map(lambda words: said.get(words, words)).astype("string")


def phases(package: Package, language: Language) -> dict[str, str]:
    """What to call each step: its phase, with its own title where a phase has two such steps."""
    steps = [(phase, step) for phase in package.deck.phases for step in phase.steps]
    kinds = Counter((phase.id, step.activity.kind) for phase, step in steps)
    return {
        step.id: phase.title(language)
        if kinds[phase.id, step.activity.kind] == 1
        else f"{phase.title(language)} – {step.title(language)}"
        for phase, step in steps
    }


def groups_of(package: Package, answers: pd.DataFrame, language: Language) -> pd.Series:
    """The group of each answer's author: told with the answer, or that of the person named.

    A group that :func:`people` folds is not told here either: the two together would tell the rest
    of the fold by subtraction.
    """
    folded = people(package, language).set_index("participant")["group"].astype("object")
    apart = set(folded)
    named = {group.id: group.name(language) for group in package.deck.groups}
    names = {group: name for group, name in named.items() if name in apart}
    whose, group = (answers[column].astype("object") for column in ("participant", "group"))
    told = whose.map(folded).astype("object").fillna(group.map(names))
    others = words.OTHERS(language) if told.notna().any() else words.ALL_TOGETHER(language)
    labels = [*names.values(), words.NO_GROUP(language), words.OTHERS(language)]
    labels.append(words.ALL_TOGETHER(language))
    return ordered(told.fillna(others), {label: label for label in labels})


def drawable(texts: pd.Series) -> pd.Series:
    """The texts with � for characters that would stop a chart from being drawn."""
    return texts.astype("string").str.replace(_UNDRAWABLE, "\ufffd", regex=True)


def _pairs(
    package: Package, kind: type[WriteConditions] | type[WriteChallenges]
) -> list[Sequence[str]]:
    activities = [step.activity for step in package.deck.steps.values()]
    return [activity.scales for activity in activities if isinstance(activity, kind)]


def _rated(
    answers: pd.DataFrame,
    package: Package,
    pairs: Sequence[Sequence[str]],
    columns: tuple[str, str],
) -> pd.DataFrame:
    """The answers with the values of their two scales as two columns."""
    ratings = package.tables["ratings"]
    for place, column in enumerate(columns):
        scales = {pair[place] for pair in pairs if len(pair) > place}
        given = ratings[ratings["scale"].isin(scales)].drop_duplicates("contribution")
        values = given.set_index("contribution")["value"]
        answers[column] = answers["contribution"].map(values).astype("Int64")
    return answers


def same_words(texts: pd.Series) -> pd.Series:
    """Each text, in the one spelling chosen for all that differ only in case and punctuation."""
    unique = pd.Series(texts.dropna().unique(), dtype="string")
    keys = unique.str.casefold().str.split().str.join(" ").str.rstrip(" .!;,")
    chosen = unique.groupby(keys).transform("min")
    return texts.map(dict(zip(unique, chosen, strict=True))).astype("string")


def typed(frame: pd.DataFrame, dtypes: dict[str, str]) -> pd.DataFrame:
    """The declared columns of a frame, with their dtypes."""
    return frame[list(dtypes)].astype(dtypes).reset_index(drop=True)
