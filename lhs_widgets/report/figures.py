"""The figures of each step, taken from the measures of the analysis.

A maker gives a figure for each step it has something for, under the title that the analysis gives
the step. What rests on fewer than five people is told without its figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from ..analysis import frames, measures
from ..analysis import words as said
from ..analysis.frames import FLOOR
from ..analysis.together import frames as made_frames
from ..analysis.together import measures as made
from ..deck import Language
from ..deck.activities import ChooseRoles, WriteChallenges, WriteConditions
from ..package import Package
from . import words
from .activities import activities
from .content import Bar, Bars, Figure, Gap, Gaps, Matrix, Spot
from .rows import few, more, often
from .scales import levels, matrix_axes

Found = Iterator[tuple[str, Figure]]


def figures(package: Package, language: Language) -> Mapping[str, tuple[Figure, ...]]:
    """The figures of each step that has any, by the step's title in the analysis."""
    found: dict[str, list[Figure]] = {}
    for maker in (_choices, _conditions, _challenges, _gaps, activities):
        for step, figure in maker(package, language):
            found.setdefault(step, []).append(figure)
    return {step: tuple(each) for step, each in found.items()}


def too_few_chose(package: Package, language: Language) -> frozenset[str]:
    """The steps where fewer than five people cast a ballot of some kind, by title."""
    cast = made_frames.last_rounds(package, ["vote", "rate", "rank", "sense-check"])
    sizes = cast.groupby(["step", "stage"])["ballot"].nunique()
    titles = made_frames.titles(package, language)
    return frozenset(titles[step] for step, _ in sizes.index[sizes < FLOOR])


def _choices(package: Package, language: Language) -> Found:
    choices = made.most_chosen(made_frames.choices(package, language))
    for step, rows in choices.groupby("step", observed=True):
        shown = often(rows)
        bars = tuple(
            Bar(said.one_line(row.option), float(row.points), int(row.n))
            for row in shown.itertuples()
        )
        if bars:
            title = words.FIGURES["choices"](language)
            highest = max(bar.value for bar in bars)
            note = few(rows, "option", language)
            yield (
                str(step),
                Bars(title, said.COLUMNS["points"](language), 0, highest, bars, note),
            )


def _conditions(package: Package, language: Language) -> Found:
    placed = made.missing_most(made_frames.conditions(package, language))
    rated = measures.matters_and_missing(frames.conditions(package, language))
    rows = _placed_or_rated(package, placed, rated, "condition", WriteConditions, language)
    return _matrices(package, rows, ("in_place", "importance"), "conditions", language)


def _challenges(package: Package, language: Language) -> Found:
    placed = made.weighing_most(made_frames.challenges(package, language))
    rated = measures.challenge_weight(frames.challenges(package, language))
    rows = _placed_or_rated(package, placed, rated, "challenge", WriteChallenges, language)
    return _matrices(package, rows, ("frequency", "seriousness"), "challenges", language)


def _placed_or_rated(
    package: Package,
    placed: pd.DataFrame,
    rated: pd.DataFrame,
    name: str,
    kind: type[WriteConditions] | type[WriteChallenges],
    language: Language,
) -> Iterator[tuple[str, pd.DataFrame]]:
    """For each step of a kind, what the group placed; else the ratings people gave alone."""
    titles, phases = made_frames.titles(package, language), frames.phases(package, language)
    for step in package.deck.steps.values():
        if not isinstance(step.activity, kind):
            continue
        together = placed[placed["step"] == titles[step.id]]
        alone = rated[rated["phase"] == phases[step.id]].rename(columns={name: "option"})
        yield step.id, alone if together.empty else together


def _matrices(
    package: Package,
    steps: Iterator[tuple[str, pd.DataFrame]],
    columns: tuple[str, str],
    name: str,
    language: Language,
) -> Found:
    titles = made_frames.titles(package, language)
    corner, at = words.CORNERS[name]
    for step, rows in steps:
        given = rows.dropna(subset=list(columns))
        shown = often(given)
        axes = matrix_axes(package.deck, step, language)
        if shown.empty or axes is None:
            continue
        across, up = axes
        spots = tuple(
            Spot(
                number,
                said.one_line(row["option"]),
                across=float(row[columns[0]]),
                up=float(row[columns[1]]),
                people=int(row["n"]),
            )
            for number, (_, row) in enumerate(shown.iterrows(), start=1)
        )
        yield (
            titles[step],
            Matrix(
                words.FIGURES[name](language),
                across,
                up,
                corner(language),
                at,
                spots,
                more(given, language),
            ),
        )


def _gaps(package: Package, language: Language) -> Found:
    found = measures.influence_gap(frames.roles(package, language)).dropna(
        subset=["today", "wished"]
    )
    titles, phases = made_frames.titles(package, language), frames.phases(package, language)
    for step in package.deck.steps.values():
        if not isinstance(step.activity, ChooseRoles):
            continue
        scale = levels(package.deck.scale[step.activity.today], language)
        here = found[found["phase"] == phases[step.id]]
        for scope, rows in here.groupby("scope", observed=True):
            gaps = tuple(
                Gap(said.one_line(row.role), float(row.today), float(row.wished), int(row.n))
                for row in often(rows).itertuples()
            )
            if gaps:
                title = words.FIGURES["gaps"](language).format(scope=words.inside(str(scope)))
                yield titles[step.id], Gaps(title, scale, gaps, few(rows, "role", language))
