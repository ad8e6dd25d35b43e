"""Pools of made-up workshops, as large as one likes: nobody was in them, and they say so.

In every workshop, :data:`PEOPLE` people answer the roadmap :data:`ANSWERS_EACH` times, rate each
answer on two scales, vote, and take a position in the sense checks.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from lhs_widgets.deck import Deck, deck_text, load_deck
from lhs_widgets.deck.activities import ChooseRoles, WriteChallenges, WriteConditions
from lhs_widgets.package.files import hash_of
from lhs_widgets.package.pooling import Gathered
from lhs_widgets.package.pooling.tables import POOLED

PEOPLE = 40
ANSWERS_EACH = 25
ANSWERS = PEOPLE * ANSWERS_EACH

_AT = pd.Timestamp("2026-01-15T13:00:00Z")
_KINDS = {ChooseRoles: "role", WriteConditions: "condition", WriteChallenges: "challenge"}
_POSITIONS = ["agree", "agree", "live-with", "object"]
_WORDINGS = 2000
_THEMES = 3


def made_up_pool(workshops: int, seed: int = 1) -> Gathered:
    """A pool of so many workshops; the same seed, the same pool."""
    deck, draw = load_deck("roadmap"), np.random.default_rng(seed)
    codes = pd.Series([f"MADE{place:04}" for place in range(workshops)], dtype="string")
    said = _said(codes, deck, draw)
    frames = {
        "workshop": _workshops(codes, deck),
        "participants": _people(codes, deck),
        "steps": _each(codes, _steps(deck)),
        "contributions": said,
        "ratings": _ratings(said, draw),
        "themes": _each(codes, _themes()),
        "votes": _votes(codes, draw),
        "decisions": _each(codes, _decisions()),
        "events": _events(codes, said),
    }
    tables = {}
    for table in POOLED:
        frame = frames.get(table.name, pd.DataFrame())
        frame = frame.reindex(columns=list(table.columns)).astype(table.dtypes)
        tables[table.name] = frame.sort_values(list(table.key), ignore_index=True)
    text = deck_text("roadmap")
    return Gathered(tables, {hash_of(text.encode()): text})


def _each(codes: pd.Series, rows: pd.DataFrame) -> pd.DataFrame:
    """The same rows in every workshop."""
    repeated = pd.concat([rows] * len(codes), ignore_index=True)
    return repeated.assign(workshop=codes.repeat(len(rows)).to_numpy())


@cache
def _asked() -> list[tuple[str, str, tuple[str, str]]]:
    """The steps about roles, conditions and challenges: id, kind and the two scales."""
    found = []
    for step in load_deck("roadmap").steps.values():
        match step.activity:
            case ChooseRoles(today=today, wished=wished):
                found.append((step.id, "role", (today, wished)))
            case WriteConditions(scales=(first, second)) | WriteChallenges(scales=(first, second)):
                found.append((step.id, _KINDS[type(step.activity)], (first, second)))
    return found


def _workshops(codes: pd.Series, deck: Deck) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "code": codes,
            "title": "Made up, for measuring",
            "deck": deck.id,
            "deck_version": deck.version,
            "opened": _AT,
            "current_step": _asked()[-1][0],
            "finished": True,
            "software_version": "made up",
            "participants": PEOPLE,
            "contributions": ANSWERS,
            "held_back": 0,
            "left_out": 0,
            "withdrew": 0,
            "rehearsed": PEOPLE,
            "deck_hash": hash_of(deck_text("roadmap").encode()),
            "package_format": 3,
            "package_hash": [hash_of(code.encode()) for code in codes],
        }
    )


def _people(codes: pd.Series, deck: Deck) -> pd.DataFrame:
    groups = [group.id for group in deck.groups][:4]
    numbers = range(PEOPLE)
    rows = {
        "participant": [f"p-{n:02}" for n in numbers],
        "language": [("en", "fr")[n % 2] for n in numbers],
        "group": [groups[n // 10] for n in numbers],
        "origin": "rehearsal",
        "joined": _AT,
    }
    return _each(codes, pd.DataFrame(rows))


def _steps(deck: Deck) -> pd.DataFrame:
    rows = []
    for place, (id_, step) in enumerate(deck.steps.items(), start=1):
        phase = deck.phase_of(id_)
        rows.append(
            {
                "step": id_,
                "position": place,
                "planned": place,
                "hidden": False,
                "phase": phase.id,
                "kind": step.activity.kind,
                "names": step.names,
                "title_en": step.title.en,
                "title_fr": step.title.fr,
                "phase_en": phase.title.en,
                "phase_fr": phase.title.fr,
            }
        )
    return pd.DataFrame(rows)


def _said(codes: pd.Series, deck: Deck, draw: np.random.Generator) -> pd.DataFrame:
    asked, roles = _asked(), list(deck.roles.values())
    person = np.repeat(np.arange(PEOPLE), ANSWERS_EACH)
    place = np.tile(np.arange(ANSWERS_EACH), PEOPLE)
    step = place % len(asked)
    language = np.array(["en", "fr"])[person % 2]
    groups = np.array([group.id for group in deck.groups])
    one = pd.DataFrame(
        {
            "contribution": [f"c-{p:02}-{n:02}" for p, n in zip(person, place, strict=True)],
            "author": [f"c-{p:02}-{n:02}" for p, n in zip(person, step, strict=True)],
            "group": groups[person // 10],
            "step": [asked[n][0] for n in step],
            "phase": [deck.phase_of(asked[n][0]).id for n in step],
            "kind": [asked[n][1] for n in step],
            "scope": np.array(["self", "group"])[place // len(asked) % 2],
            "language": language,
            "origin": "rehearsal",
            "revealed": True,
            "quotable": True,
        }
    )
    found = _each(codes, one)
    choice = draw.integers(0, len(roles), len(found))
    words = np.array([f"Made-up wording {n}" for n in range(_WORDINGS)], dtype=object)
    names = np.array([role.name.en for role in roles], dtype=object)
    ids = pd.Series(np.array([role.id for role in roles], dtype=object)[choice])
    is_role = (found["kind"] == "role").to_numpy()
    own = words[draw.integers(0, _WORDINGS, len(found))]
    return found.assign(text=np.where(is_role, names[choice], own), role=ids.where(is_role))


def _ratings(said: pd.DataFrame, draw: np.random.Generator) -> pd.DataFrame:
    scales = {step: pair for step, _, pair in _asked()}
    parts = []
    for place in (0, 1):
        scale = said["step"].map({step: pair[place] for step, pair in scales.items()})
        value = draw.integers(1, 6, len(said))
        part = said[["workshop", "contribution"]].assign(scale=scale, value=value)
        parts.append(part.assign(label_en="made up", label_fr="inventé", lowest=0, highest=5))
    return pd.concat(parts, ignore_index=True)


def _themes() -> pd.DataFrame:
    rows = [
        {"theme": f"theme-{step}-{n}", "step": step, "title": f"Made up {n}", "state": "there"}
        for step, _, _ in _asked()
        for n in range(_THEMES)
    ]
    return pd.DataFrame(rows).assign(ideas=0)


def _votes(codes: pd.Series, draw: np.random.Generator) -> pd.DataFrame:
    """A ballot of dots and one of a sense check at each step, of every person."""
    rows = [
        {"ballot": f"{step}-{kind}-1-{n:03}", "line": 1, "step": step, "stage": kind, "kind": kind}
        for step, _, _ in _asked()
        for kind in ("vote", "sense-check")
        for n in range(1, PEOPLE + 1)
    ]
    one = pd.DataFrame(rows).assign(round=1, counted=True, origin="rehearsal")
    found = _each(codes, one)
    checked = (found["kind"] == "sense-check").to_numpy()
    theme = pd.Series(draw.integers(0, _THEMES, len(found)).astype(str))
    theme = ("theme-" + found["step"] + "-" + theme).mask(checked)
    position = pd.Series(np.array(_POSITIONS, dtype=object)[draw.integers(0, 4, len(found))])
    dots = pd.Series(1, index=found.index).mask(checked)
    return found.assign(option=theme, theme=theme, dots=dots, position=position.where(checked))


def _decisions() -> pd.DataFrame:
    rows = [
        {"decision": step, "step": step, "text": "Made up", "language": "en", "at": _AT}
        for step, _, _ in _asked()
    ]
    return pd.DataFrame(rows).assign(origin="rehearsal")


def _events(codes: pd.Series, said: pd.DataFrame) -> pd.DataFrame:
    """That each answer was given, without who and when."""
    found = said[["workshop", "step"]].assign(kind="contributed", origin="rehearsal")
    return found.assign(seq=np.tile(np.arange(1, ANSWERS + 1), len(codes)))
