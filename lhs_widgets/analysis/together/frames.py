"""Tidy frames of what the group made of its ideas, with declared columns and dtypes.

A ``ballot`` tells choices apart within one round, and leads to nobody. Only rounds that were closed
are read, of each stage the last one, and only if five people took part: of fewer, who took part
could work out what the others chose.
"""

from __future__ import annotations

import pandas as pd

from ...deck import Language
from ...deck.stages import Rank
from ...package import Package
from .. import words
from ..frames import FLOOR, drawable, ordered, same_words, typed, worded

THEMES = {
    "step": "category",
    "theme": "string",
    "table": "Int64",
    "ideas": "Int64",
    "n": "Int64",
}
CHOICES = {"ballot": "string", "step": "category", "option": "string", "points": "Int64"}
_PLACED = {"ballot": "string", "step": "category", "option": "string"}
CONDITIONS = {**_PLACED, "importance": "Int64", "in_place": "Int64"}
CHALLENGES = {**_PLACED, "seriousness": "Int64", "frequency": "Int64"}
POSITIONS = {"ballot": "string", "step": "category", "position": "category", "reason": "string"}
IDEAS = {"step": "category", "theme": "string", "table": "Int64", "idea": "string"}
OUTCOMES = {"step": "category", "table": "Int64", "outcome": "string"}
ACTIONS = {"action": "string", "who": "string", "due": "string", "done": "boolean"}


def themes(package: Package, language: Language) -> pd.DataFrame:
    """The themes with ideas in them: one row a theme, columns :data:`THEMES`.

    ``n`` counts the people whose ideas are in it.
    """
    found = package.tables["themes"]
    found = found[(found["state"] == "there") & (found["ideas"] > 0)]
    n = found["theme"].map(_people(package)).fillna(0)
    return typed(
        found.assign(
            step=steps(package, found, language), theme=drawable(found["title"]), n=n.astype(int)
        ),
        THEMES,
    )


def choices(package: Package, language: Language) -> pd.DataFrame:
    """Dots and rankings: one row a choice on a ballot, columns :data:`CHOICES`.

    A dot is a point; in a ranking the last place gives one, the place above it one more.
    """
    votes = last_closed(package, ["vote", "rank"])
    places = {
        (step.id, stage.id): stage.places
        for step in package.deck.steps.values()
        for stage in step.stages
        if isinstance(stage, Rank)
    }
    keys = zip(votes["step"], votes["stage"], strict=True)
    most = pd.Series([places.get(key, 0) for key in keys], index=votes.index, dtype="Int64")
    points = votes["dots"].fillna(most - votes["place"] + 1)
    return typed(options(package, votes, language).assign(points=points), CHOICES)


def conditions(package: Package, language: Language) -> pd.DataFrame:
    """Winning conditions on the group's two scales: one row a ballot and option, columns
    :data:`CONDITIONS`."""
    return _placed(package, language, "winning-conditions", CONDITIONS)


def challenges(package: Package, language: Language) -> pd.DataFrame:
    """Challenges on the group's two scales: one row a ballot and option, columns
    :data:`CHALLENGES`."""
    return _placed(package, language, "challenges", CHALLENGES)


def positions(package: Package, language: Language) -> pd.DataFrame:
    """The sense checks: one row a ballot, columns :data:`POSITIONS`."""
    votes = last_closed(package, ["sense-check"])
    labels = {position: name(language) for position, name in words.POSITIONS.items()}
    return typed(
        votes.assign(
            step=steps(package, votes, language),
            position=ordered(votes["position"], labels).cat.set_categories([*labels.values()]),
            reason=drawable(votes["reason"]),
        ),
        POSITIONS,
    )


def outcomes(package: Package, language: Language) -> pd.DataFrame:
    """What was agreed on: one row an outcome, columns :data:`OUTCOMES`, in the walk's order."""
    found = package.tables["decisions"]
    made = found.assign(step=steps(package, found, language), outcome=drawable(found["text"]))
    return typed(made.sort_values(["step", "table"], na_position="first"), OUTCOMES)


def actions(package: Package, language: Language) -> pd.DataFrame:  # noqa: ARG001 - as all frames
    """What will be done: one row an action, columns :data:`ACTIONS`, what is due first first."""
    found = package.tables["actions"]
    made = found.assign(action=drawable(found["text"]), who=drawable(found["who"]))
    return typed(made.sort_values(["due", "action"]), ACTIONS)


def steps(package: Package, frame: pd.DataFrame, language: Language) -> pd.Series:
    """The titles of a frame's steps, in the order in which the group took them."""
    return ordered(frame["step"], titles(package, language))


def titles(package: Package, language: Language) -> dict[str, str]:
    """What each step is called, by its id, in the order in which the group took them."""
    found = package.tables["steps"].sort_values("planned")
    words = (worded(found, name, language) for name in ("phase", "title"))
    named = zip(found["step"], *words, strict=True)
    return {str(step): f"{phase} – {title}" for step, phase, title in named}


def last_closed(package: Package, kinds: list[str]) -> pd.DataFrame:
    """The votes of these kinds in rounds that were closed, of each stage the last one, if at least
    :data:`..frames.FLOOR` people took part in it."""
    last = last_rounds(package, kinds)
    size = last.groupby(["step", "stage"])["ballot"].transform("nunique")
    return last[size >= FLOOR].reset_index(drop=True)


def last_rounds(package: Package, kinds: list[str]) -> pd.DataFrame:
    """The same, of however few people: to say that there was such a vote, not what it came to."""
    votes = package.tables["votes"]
    votes = votes[votes["kind"].isin(kinds) & votes["counted"]]
    last = votes.groupby(["step", "stage"])["round"].transform("max")
    return votes[votes["round"] == last].reset_index(drop=True)


def options(package: Package, votes: pd.DataFrame, language: Language) -> pd.DataFrame:
    """The votes with the name of what was chosen; “–” for what is gone."""
    names = _names(package, language)
    named = pd.Series([names.get(option, "–") for option in votes["option"]], dtype="string")
    return votes.assign(step=steps(package, votes, language), option=drawable(named))


def ideas(package: Package, language: Language) -> pd.DataFrame:
    """The ideas in each theme that is there: one row an idea, columns :data:`IDEAS`, in the order
    of the alphabet. What was hidden from everyone is not among them.
    """
    tables = package.tables
    themes = tables["themes"]
    found = tables["theme_ideas"].merge(themes[themes["state"] == "there"], on="theme")
    said = tables["contributions"].set_index("contribution")
    hidden = said.index[said["moderated"].notna()]
    found = found[~found["idea"].isin(hidden)].reset_index(drop=True)
    text = same_words(drawable(found["idea"].map(_names(package, language)).astype("string")))
    made = found.assign(
        step=steps(package, found, language), theme=drawable(found["title"]), idea=text
    )
    made = made.dropna(subset=["idea"]).drop_duplicates(["step", "theme", "table", "idea"])
    return typed(made.sort_values(["step", "theme", "table", "idea"]), IDEAS)


def _people(package: Package) -> dict[str, int]:
    """How many people each theme's ideas come from."""
    tables = package.tables
    said = tables["contributions"][["contribution", "step", "role", "item", "author"]]
    step_of = tables["themes"][["theme", "step"]]
    ideas = tables["theme_ideas"].merge(step_of, on="theme")
    inside = pd.concat(
        [
            ideas[["theme", "step", about]].dropna().merge(said, on=["step", about])
            for about in ("contribution", "role", "item")
        ]
    )
    n = inside.groupby("theme")["author"].nunique()
    return {str(theme): int(people) for theme, people in n.items()}


def _names(package: Package, language: Language) -> dict[str, str]:
    """The words of every idea and theme, by id."""
    tables = package.tables
    return {
        **_by_id(tables["contributions"], "contribution", "text"),
        **_by_id(tables["themes"], "theme", "title"),
        **{role.id: role.name(language) for role in package.deck.roles.values()},
        **{item.id: item.name(language) for item in package.deck.item.values()},
    }


def _by_id(table: pd.DataFrame, id_: str, name: str) -> dict[str, str]:
    return dict(zip(table[id_], table[name], strict=True))


def _placed(
    package: Package, language: Language, kind: str, dtypes: dict[str, str]
) -> pd.DataFrame:
    """Ballots with the values of their stage's two scales as two columns."""
    found = package.tables["steps"]
    here = set(found[found["kind"] == kind]["step"])
    votes = last_closed(package, ["rate"])
    votes = votes[votes["step"].isin(here)].reset_index(drop=True)
    scales = {
        (step.id, stage.id): getattr(stage, "scales", ())
        for step in package.deck.steps.values()
        for stage in step.stages
    }
    keys = zip(votes["step"], votes["stage"], votes["scale"], strict=True)
    place = [scales[step, stage].index(scale) for step, stage, scale in keys]
    made = options(package, votes, language).assign(place=place)
    rows = made.drop_duplicates(["ballot", "option"])[["ballot", "step", "option"]]
    for number, column in enumerate(list(dtypes)[-2:]):
        given = made[made["place"] == number][["ballot", "option", "value"]]
        given = given.drop_duplicates(["ballot", "option"]).rename(columns={"value": column})
        rows = rows.merge(given, on=["ballot", "option"], how="left")
    return typed(rows, dtypes)
