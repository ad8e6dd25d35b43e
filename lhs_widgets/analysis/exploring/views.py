"""What an analyst sees under a filter: a measure, its chart and its sentence; no widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from ...deck import Language
from ...errors import BadInput
from ...package import Package
from .. import charts, frames, measures, sentences, words
from ..sentences import Reading
from . import texts
from .cells import pooled, told

Frame = Callable[[Package, Language], pd.DataFrame]
Measure = Callable[[pd.DataFrame], pd.DataFrame]
Chart = Callable[[pd.DataFrame, Language], alt.TopLevelMixin]
Sentence = Callable[[pd.DataFrame, Language], Reading]


@dataclass(frozen=True)
class Question:
    """One question: the frame it reads, the scales it sums up, the columns that tell its rows
    apart, and how it is shown."""

    frame: Frame
    values: tuple[str, ...]
    rows: tuple[str, ...]
    measure: Measure
    chart: Chart
    sentence: Sentence


@dataclass(frozen=True)
class View:
    """What is seen under a filter. ``chart`` is None where there is nothing to show."""

    measure: pd.DataFrame
    chart: alt.TopLevelMixin | None
    reading: Reading


@dataclass(frozen=True)
class Filter:
    """What is looked at; None is all of a kind."""

    workshop: str | None = None
    phase: str | None = None
    group: str | None = None


def _by_group(frame: Frame, first: str, second: str) -> Question:
    """Medians of two scales by phase and group."""

    def chart(measure: pd.DataFrame, language: Language) -> alt.TopLevelMixin:
        return charts.by_phase_and_group(measure, first, second, language)

    def sentence(measure: pd.DataFrame, language: Language) -> Reading:
        return sentences.by_phase_and_group(measure, first, second, language)

    def measure(answers: pd.DataFrame) -> pd.DataFrame:
        return measures.by_phase_and_group(answers, first, second)

    return Question(frame, (first, second), (), measure, chart, sentence)


#: The questions, by the name of their words in :mod:`.texts`.
QUESTIONS: Mapping[str, Question] = {
    "roles": Question(
        frames.roles,
        ("today", "wished"),
        ("scope", "role"),
        measures.influence_gap,
        charts.influence,
        sentences.influence,
    ),
    "roles-by-group": Question(
        frames.roles,
        ("today", "wished"),
        ("scope",),
        measures.influence_by_group,
        charts.influence_by_group,
        sentences.influence_by_group,
    ),
    "conditions": Question(
        frames.conditions,
        ("importance", "in_place"),
        ("condition",),
        measures.matters_and_missing,
        charts.conditions,
        sentences.conditions,
    ),
    "conditions-by-group": _by_group(frames.conditions, "importance", "in_place"),
    "challenges": Question(
        frames.challenges,
        ("seriousness", "frequency"),
        ("challenge",),
        measures.challenge_weight,
        charts.challenges,
        sentences.challenges,
    ),
    "challenges-by-group": _by_group(frames.challenges, "seriousness", "frequency"),
}


class Views:
    """The answers of some workshops, ready to be looked at under any filter.

    Workshops of the same title are told apart by their code.

    Raises
    ------
    BadInput
        A workshop is there twice, so that its people would count twice.
    """

    def __init__(self, packages: Sequence[Package], language: Language) -> None:
        codes = [package.code for package in packages]
        for code in codes:
            if codes.count(code) > 1:
                raise BadInput(f"The workshop {code} is there twice; name each workshop once.")
        self._packages = packages
        self._language = language
        self._kept: dict[str, pd.DataFrame] = {}

    def answers(self, question: str) -> pd.DataFrame:
        """The answers to a question, with the groups that may be told; read once."""
        if question not in self._kept:
            asked = QUESTIONS[question]
            read = [
                (name, _rated(asked.frame(package, self._language), asked.values))
                for name, package in zip(self.workshops(), self._packages, strict=True)
            ]
            self._kept[question] = told(pooled(read), asked.rows, self._language)
        return self._kept[question]

    def workshops(self) -> list[str]:
        """What each workshop is called, in the order given."""
        titles = [package.title for package in self._packages]
        return [
            f"{title} ({package.code})" if titles.count(title) > 1 else title
            for title, package in zip(titles, self._packages, strict=True)
        ]

    def seen(self, question: str, by: Filter) -> View:
        """What a question shows under a filter."""
        answers = self.answers(question)
        rows = _filtered(answers, by)
        asked = QUESTIONS[question]
        measure = asked.measure(rows)
        if measure.empty:
            why = texts.NOBODY if answers.empty else texts.TOO_FEW
            return View(measure, None, Reading(why(self._language)))
        chart = asked.chart(measure, self._language)
        return View(measure, chart, asked.sentence(measure, self._language))

    def phases(self, question: str) -> list[str]:
        """The phases that a question can be looked at in."""
        return _present(self.answers(question)["phase"])

    def groups(self, question: str) -> list[str]:
        """The groups that a question can be looked at for."""
        together = words.ALL_TOGETHER(self._language)
        return [name for name in _present(self.answers(question)["group"]) if name != together]


def _rated(answers: pd.DataFrame, values: Sequence[str]) -> pd.DataFrame:
    """The answers that a measure counts: those with a value on any of the scales."""
    return answers.dropna(subset=list(values), how="all").reset_index(drop=True)


def _filtered(answers: pd.DataFrame, by: Filter) -> pd.DataFrame:
    kept = pd.Series(data=True, index=answers.index)
    for column in ("workshop", "phase", "group"):
        chosen = getattr(by, column)
        if chosen is not None:
            kept &= answers[column].astype("object") == chosen
    return answers[kept].reset_index(drop=True)


def _present(column: pd.Series) -> list[str]:
    there = set(column.dropna())
    return [str(name) for name in column.cat.categories if name in there]
