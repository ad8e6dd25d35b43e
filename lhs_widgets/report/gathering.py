"""From a data package to what its report says, in one language."""

from __future__ import annotations

from datetime import date
from itertools import groupby

import pandas as pd

from ..analysis import frames, measures, sentences
from ..analysis.frames import drawable
from ..analysis.together import frames as together
from ..analysis.words import one_line
from ..deck import Deck, Language
from ..deck.activities import ChooseRoles
from ..language import long_date
from ..package import Package
from . import words
from .accounts import draft, limits, methods
from .content import Action, Group, Level, Phase, Report
from .scales import levels
from .steps import Steps
from .translated import translated


def gather(package: Package, language: Language) -> Report:
    """What the report on a package says; a pure function of both."""
    package = translated(package, language)
    workshop = package.tables["workshop"].iloc[0]
    people = measures.participation(frames.people(package, language))
    reading, say = sentences.participation(people, language), _say(package, language)
    now, earlier = _actions(package, language, carried=False), _actions(package, language)
    title = _plain(package.title)
    return Report(
        language=language,
        title=title,
        code=package.code,
        date=long_date(workshop["opened"].date(), language),
        pretended=_is_pretended(package),
        people=int(workshop["participants"]),
        groups=_groups(people, "group"),
        languages=_groups(people, "language"),
        withdrew=int(workshop["withdrew"]),
        reading=reading,
        phases=_phases(package, language),
        say=say,
        levels=_levels(package.deck, language),
        actions=now,
        earlier=earlier,
        methods=tuple(methods(package, language)),
        limits=tuple(limits(package, language)),
        draft=draft(
            package,
            language,
            title=title,
            reading=reading,
            say=say,
            actions=now,
            earlier=earlier,
        ),
        sources=(
            *(source.citation for source in package.deck.sources),
            words.label("gripp2", language),
        ),
    )


def _phases(package: Package, language: Language) -> tuple[Phase, ...]:
    """The phases with the steps that people answered, in the order in which the group took them."""
    deck, steps = package.deck, Steps(package, language)
    plan = package.tables["steps"].sort_values("planned")
    walked = [str(step) for step in plan[~plan["hidden"]]["step"]]
    answered = [step for step in walked if deck.steps[step].is_answered]
    cycle = [phase.id for phase in deck.phases if phase.central_challenge]
    found = []
    for id_, here in groupby(answered, lambda step: deck.phase_of(step).id):
        phase = next(each for each in deck.phases if each.id == id_)
        found.append(
            Phase(
                id=id_,
                number=cycle.index(id_) + 1 if len(cycle) > 1 and id_ in cycle else 0,
                title=phase.title(language),
                introduction=phase.introduction(language) if phase.introduction else "",
                challenge=phase.central_challenge.text(language) if phase.central_challenge else "",
                steps=tuple(steps.step(deck.steps[step]) for step in here),
            )
        )
    return tuple(found)


def _say(package: Package, language: Language) -> tuple[str, ...]:
    """Where people wish for more say; nothing where fewer than five people said of any role."""
    gaps = measures.influence_gap(frames.roles(package, language))
    often = gaps[gaps["n"] >= frames.FLOOR]
    return () if often.empty else (sentences.influence(often, language),)


def _levels(deck: Deck, language: Language) -> tuple[Level, ...]:
    found = _asks_for_influence(deck)
    return levels(deck.scale[found[0].today], language) if found else ()


def _asks_for_influence(deck: Deck) -> list[ChooseRoles]:
    activities = [step.activity for step in deck.steps.values()]
    return [activity for activity in activities if isinstance(activity, ChooseRoles)]


def _actions(package: Package, language: Language, *, carried: bool = True) -> tuple[Action, ...]:
    """The actions of an earlier workshop that were carried over, or those of this one."""
    table = package.tables["actions"]
    kept = table[table["carried"].notna() == carried]
    found = together.actions(Package(package.deck, {**package.tables, "actions": kept}), language)
    return tuple(
        Action(
            one_line(row.action),
            words.label("nobody_yet", language) if pd.isna(row.who) else one_line(row.who),
            words.label("no_date", language) if pd.isna(row.due) else _due(row.due, language),
            bool(row.done),
        )
        for row in found.itertuples()
    )


def _due(day: str, language: Language) -> str:
    try:
        return long_date(date.fromisoformat(day), language)
    except ValueError:  # an older package may hold other words
        return _plain(day)


def _plain(text: str) -> str:
    """Somebody's words on one line, without what no file can hold."""
    return one_line(str(drawable(pd.Series([text])).iloc[0]))


def _groups(people: pd.DataFrame, about: str) -> tuple[Group, ...]:
    rows = people[people["about"] == about]
    return tuple(Group(str(row.label), int(row.n)) for row in rows.itertuples())


def _is_pretended(package: Package) -> bool:
    tables = package.tables
    rehearses = tables["workshop"]["rehearses"].notna().any()
    return bool(rehearses or (tables["participants"]["origin"] == "rehearsal").any())
