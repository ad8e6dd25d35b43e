"""Who took part, the roadmap, the plan, words and values: each section is for every reader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pandas as pd
import pytest

from lhs_widgets.analysis import frames, measures, words
from lhs_widgets.analysis.meaning import charts as meaning_charts
from lhs_widgets.analysis.meaning import frames as meaning_frames
from lhs_widgets.analysis.meaning import measures as meaning_measures
from lhs_widgets.analysis.meaning import sections as meaning_sections
from lhs_widgets.analysis.meaning import sentences as meaning_sentences
from lhs_widgets.analysis.meaning import texts as meaning_texts
from lhs_widgets.analysis.plan import charts as plan_charts
from lhs_widgets.analysis.plan import frames as plan_frames
from lhs_widgets.analysis.plan import measures as plan_measures
from lhs_widgets.analysis.plan import sentences as plan_sentences
from lhs_widgets.analysis.plan import texts as plan_texts
from lhs_widgets.analysis.roadmap import charts as roadmap_charts
from lhs_widgets.analysis.roadmap import frames as roadmap_frames
from lhs_widgets.analysis.roadmap import measures as roadmap_measures
from lhs_widgets.analysis.roadmap import sentences as roadmap_sentences
from lhs_widgets.analysis.roadmap import texts as roadmap_texts
from lhs_widgets.analysis.taking_part import charts as part_charts
from lhs_widgets.analysis.taking_part import frames as part_frames
from lhs_widgets.analysis.taking_part import measures as part_measures
from lhs_widgets.analysis.taking_part import sentences as part_sentences
from lhs_widgets.analysis.taking_part import texts as part_texts
from lhs_widgets.package import Package, read_package

from .conftest import ROOT
from .test_reading_aids import BREAKABLE

LANGUAGES = ["en", "fr"]
TEXTS: list[ModuleType] = [meaning_texts, plan_texts, roadmap_texts, part_texts]
Section = tuple[str, pd.DataFrame, ModuleType, ModuleType, ModuleType]


@pytest.fixture(scope="module")
def plan() -> Package:
    return read_package(ROOT / "data" / "example-plan")


def sections(walk: Package, plan: Package, language: Any) -> Iterator[Section]:
    """Each section's name and measure, with its charts, sentences and words."""
    for name, measure in taking_part(walk, language).items():
        yield name, measure, part_charts, part_sentences, part_texts
    for name, measure in roadmap(walk, language).items():
        yield name, measure, roadmap_charts, roadmap_sentences, roadmap_texts
    for name, measure in engagement(plan, language).items():
        yield name, measure, plan_charts, plan_sentences, plan_texts
    for name, measure in meaning(plan, language).items():
        yield name, measure, meaning_charts, meaning_sentences, meaning_texts


Shown = dict[str, list[tuple[str, pd.DataFrame, dict[str, Any], str]]]


@pytest.fixture(scope="module")
def shown(example: Package, plan: Package) -> Shown:
    """In each language, every section's name, measure, chart and sentence."""
    return {
        language: [
            (
                name,
                measure,
                getattr(charts, name)(measure, language).to_dict(),
                str(getattr(sentences, name)(measure, language)),
            )
            for name, measure, charts, sentences, _ in sections(example, plan, language)
        ]
        for language in LANGUAGES
    }


def taking_part(package: Package, language: Any) -> dict[str, pd.DataFrame]:
    people = part_frames.people(package, language)
    answered, voted = (
        read(package, language) for read in (part_frames.answered, part_frames.voted)
    )
    return {
        "arriving": part_measures.arriving(people),
        "answering": part_measures.answering(answered, voted, people),
        "balance": part_measures.balance(answered),
    }


def roadmap(package: Package, language: Any) -> dict[str, pd.DataFrame]:
    roles = roadmap_frames.roles(package, language)
    links = roadmap_frames.links(package, language)
    return {
        "held": roadmap_measures.held(
            roles,
            roadmap_frames.conditions(package, language),
            roadmap_frames.challenges(package, language),
        ),
        "through": roadmap_measures.through(roles),
        "easing": roadmap_measures.easing(links),
        "alone": roadmap_measures.alone(links),
    }


def engagement(package: Package, language: Any) -> dict[str, pd.DataFrame]:
    planned = plan_frames.planned(package, language)
    figures = plan_frames.figures(package, language)
    kinds = {
        "functions": "function",
        "activities": "activity",
        "levels": "promise",
        "roles": "role",
    }
    beside = {name: plan_measures.beside(planned, figures, about) for name, about in kinds.items()}
    roles = frames.roles(package, language)
    return {
        **beside,
        "who": plan_measures.crossed(planned, "who"),
        "what": plan_measures.crossed(planned, "activity"),
        "promised": plan_measures.promised(planned, roles),
    }


def meaning(package: Package, language: Any) -> dict[str, pd.DataFrame]:
    def chosen(lists: tuple[str, ...]) -> pd.DataFrame:
        return meaning_frames.chosen(package, language, lists)

    named = meaning_frames.counted(package, language, meaning_frames.NAMES)
    placed = meaning_frames.placed(package, language, meaning_frames.VALUES)
    values = chosen(meaning_frames.VALUES)
    return {
        "heard": meaning_measures.heard(chosen(meaning_frames.HEARD)),
        "named": meaning_measures.named(named),
        "families": meaning_measures.families(meaning_frames.glossary(package, language)),
        "first": meaning_measures.first(values),
        "first_by_group": meaning_measures.first_by_group(values),
        "lagging": meaning_measures.lagging(placed),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_says_what_it_shows_and_needs_no_colour(shown: Shown, language: str) -> None:
    assert len(shown[language]) == 20
    for name, measure, spec, sentence in shown[language]:
        assert len(measure), name
        assert spec["title"]
        assert sentence in spec["description"]
        drawn = json.dumps(spec)
        assert '"type": "text"' in drawn
        assert '"color": {"field"' not in drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workshop_that_lacks_it_gets_one_sentence(package_of: Any, language: Any) -> None:
    nothing = package_of({}, [])
    for name, measure, charts, sentences, texts in sections(nothing, nothing, language):
        sentence = getattr(sentences, name)(measure, language)
        assert measure.empty
        assert sentence == texts.NONE[name](language)
        assert sentence in getattr(charts, name)(measure, language).to_dict()["description"]


def test_figures_are_the_same_in_both_languages(shown: Shown) -> None:
    for one, other in zip(shown["en"], shown["fr"], strict=True):
        totals = [
            sorted(map(str, measure.select_dtypes("number").to_numpy().tolist()))
            for _, measure, *_ in (one, other)
        ]
        assert totals[0] == totals[1], one[0]


def test_every_column_has_its_words(shown: Shown) -> None:
    for name, measure, *_ in shown["en"]:
        made = roadmap_sentences.worded(measure, "en") if name == "held" else measure
        assert set(made.columns) <= set(words.COLUMNS), name


def test_french_marks_stand_after_a_no_break_space(shown: Shown) -> None:
    said = [
        text.fr
        for module in TEXTS
        for table in (module.TITLES, module.SAID, module.NONE)
        for text in table.values()
    ]
    said += [text.fr for text in (*words.WAYS.values(), *words.ABOUT.values())]
    said += [spec["description"] for _, _, spec, _ in shown["fr"]]
    quotes = re.compile(r"«\xa0[^»]*»")
    assert [text for text in said if BREAKABLE.search(quotes.sub("", text))] == []


def test_what_is_the_same_in_each_row_is_said_once(plan: Package) -> None:
    named = meaning_frames.counted(plan, "en", meaning_frames.NAMES)
    measure = meaning_measures.named(named)
    table = meaning_sections._table(measure, "en", 5)
    assert "Step" not in table.frame
    assert table.note.startswith("Our words – What we call each other – Articles that use the word")


def test_people_are_counted_by_way_only_where_it_is_known(example: Package) -> None:
    assert "way" not in set(measures.participation(frames.people(example, "en"))["about"])
