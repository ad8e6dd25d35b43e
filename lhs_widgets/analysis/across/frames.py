"""Tidy frames of a pool, one row an observation, with declared columns and dtypes.

An ``author`` tells people apart within one step of one workshop and leads nowhere else. Answers
with the same words but for case, spaces and final punctuation are one, also in two workshops.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ...deck import Deck, Language, Step
from ...deck.activities import ChooseRoles
from ...package import Pool
from .. import words
from ..frames import FLOOR, drawable, ordered, same_words, typed, worded

WORKSHOPS = {
    "workshop": "string",
    "band": "category",
    "people": "Int64",
    "answers": "Int64",
    "outcomes": "Int64",
}
_ANSWER = {"workshop": "category", "phase": "category", "author": "Int64"}
SAID = {**_ANSWER, "what": "string"}
ROLES = {
    **_ANSWER,
    "scope": "category",
    "role": "string",
    "today": "Int64",
    "wished": "Int64",
    "gap": "Int64",
}
CHECKS = {"workshop": "category", "check": "Int64", "position": "category"}


def workshops(pool: Pool, language: Language) -> pd.DataFrame:
    """The workshops: one row each, columns :data:`WORKSHOPS`, in the order of their codes.

    ``band`` says whether its people were real, played by a rehearsal, or some of each.
    """
    found = pool.tables["workshop"]
    some, all_ = found["rehearsed"] > 0, found["rehearsed"] == found["participants"]
    band = pd.Series("real", index=found.index).mask(some, "mixed").mask(some & all_, "made-up")
    agreed = pool.tables["decisions"].groupby("workshop").size()
    made = found.assign(
        workshop=found["code"].map(_names(pool)),
        band=ordered(band, {key: name(language) for key, name in words.BANDS.items()}),
        people=found["participants"],
        answers=found["contributions"],
        outcomes=found["code"].map(agreed).fillna(0).astype("Int64"),
    )
    return typed(made, WORKSHOPS)


def said(pool: Pool, kind: str, language: Language) -> pd.DataFrame:
    """The answers of one kind, one row each, columns :data:`SAID`, in every workshop.

    ``kind`` is ``role``, ``condition`` or ``challenge``. Roles that fewer than :data:`FLOOR` people
    of a phase named in their own words are folded, and so are words that were hidden from everyone.
    """
    found = _answers(pool, kind, language)
    own = same_words(drawable(found["text"]))
    if kind != "role":
        return typed(found.assign(what=own), SAID)
    return typed(found.assign(what=_roles(pool, found, own, ["phase"], language)), SAID)


def roles(pool: Pool, language: Language) -> pd.DataFrame:
    """Roles chosen with the say in them: one row an answer, columns :data:`ROLES`; the gap is
    wished minus today."""
    found = _answers(pool, "role", language)
    own = same_words(drawable(found["text"]))
    found = found.assign(role=_roles(pool, found, own, ["phase", "scope"], language))
    asked = pd.DataFrame(_asked(pool), columns=["workshop", "step", "today", "wished"])
    steps = found[["workshop", "step", "contribution"]].merge(asked, on=["workshop", "step"])
    rated = pool.tables["ratings"][["workshop", "contribution", "scale", "value"]]
    rated = rated[rated["scale"].isin(set(asked["today"]) | set(asked["wished"]))]
    rated = rated.merge(steps, on=["workshop", "contribution"])
    for column in ("today", "wished"):
        values = rated[rated["scale"] == rated[column]]
        values = values[["workshop", "contribution", "value"]].rename(columns={"value": column})
        found = found.merge(values, on=["workshop", "contribution"], how="left")
    scopes = {scope: name(language) for scope, name in words.SCOPES.items()}
    gap = found["wished"] - found["today"]
    return typed(found.assign(scope=ordered(found["scope"], scopes), gap=gap), ROLES)


def checks(pool: Pool, language: Language) -> pd.DataFrame:
    """Ballots of the last closed round of each sense check, one row each, columns :data:`CHECKS`.

    ``check`` tells the sense checks apart.
    """
    found = pool.tables["votes"]
    found = found[(found["kind"] == "sense-check") & found["counted"]]
    last = found.groupby(["workshop", "step", "stage"])["round"].transform("max")
    found = found[found["round"] == last]
    names = {key: name(language) for key, name in words.POSITIONS.items()}
    position = pd.Categorical(
        found["position"].map(names), categories=list(names.values()), ordered=True
    )
    check = found.groupby(["workshop", "step", "stage"], sort=False).ngroup()
    workshop = found["workshop"].map(_names(pool))
    return typed(found.assign(workshop=workshop, check=check, position=position), CHECKS)


def _names(pool: Pool) -> pd.Series:
    """What to call each workshop, by its code: titles alone may be the same."""
    found = pool.tables["workshop"].set_index("code")["title"]
    return found.index.to_series() + " – " + drawable(found)


def _answers(pool: Pool, kind: str, language: Language) -> pd.DataFrame:
    """The answers of a kind that were not hidden, with the title of their phase and a number for
    each author."""
    found = pool.tables["contributions"]
    found = found[(found["kind"] == kind) & found["moderated"].isna()]
    steps = pool.tables["steps"]
    steps = steps[["workshop", "step", "position"]].assign(phase=worded(steps, "phase", language))
    titles = steps.sort_values(["position", "workshop"])["phase"]
    found = found.drop(columns="phase").merge(steps, on=["workshop", "step"], how="left")
    author = found.groupby(["workshop", "step", "author"], sort=False).ngroup()
    phase = ordered(found["phase"], {title: title for title in titles.unique()})
    return found.assign(author=author, phase=phase)


def _roles(
    pool: Pool, found: pd.DataFrame, own: pd.Series, within: list[str], language: Language
) -> pd.Series:
    """The name of each role; of those in people's own words, if enough people chose it."""
    by = [*(found[column] for column in within), own]
    named_by = found["author"].groupby(by, observed=True).transform("nunique")
    own = own.where(named_by >= FLOOR, words.OTHER_ROLES(language))
    names = {
        role.id: role.name(language) for deck in pool.decks.values() for role in deck.roles.values()
    }
    return found["role"].map(names).astype("string").fillna(own)


def _asked(pool: Pool) -> Iterator[tuple[str, str, str, str]]:
    """The scales of each workshop's steps about roles: say today, and say wished for."""
    asked = {hash_: list(_of_deck(deck)) for hash_, deck in pool.decks.items()}
    table = pool.tables["workshop"]
    for code, used in zip(table["code"], table["deck_hash"], strict=True):
        yield from ((code, step.id, each.today, each.wished) for step, each in asked[used])


def _of_deck(deck: Deck) -> Iterator[tuple[Step, ChooseRoles]]:
    for step in deck.steps.values():
        if isinstance(step.activity, ChooseRoles):
            yield step, step.activity
