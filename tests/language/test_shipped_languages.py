"""The languages that come with the package: what they have is good; what they lack is reported."""

from __future__ import annotations

import pytest

from lhs_widgets.deck import load_deck
from lhs_widgets.language import SOURCES, languages, offered
from lhs_widgets.server import translating

FURTHER = [each for each in languages() if each not in SOURCES]


@pytest.mark.parametrize("language", FURTHER)
def test_its_translations_can_be_filled_in_and_are_of_what_is_said(language: str) -> None:
    wrong = [each for each in translating.lacks(language) if each.why != "missing"]
    assert wrong == []


def test_the_spanish_has_what_one_meets_when_joining_and_is_not_offered_by_itself() -> None:
    roadmap = load_deck("roadmap")
    steps = roadmap.steps.values()
    assert all(each.spoken("es") == "es" for step in steps for each in (step.title, step.question))
    assert "es" not in offered()
    said, all_ = translating.counted("es")["interface"]
    assert 100 < said < all_


def test_every_text_of_decks_analysis_and_reports_is_found() -> None:
    from lhs_widgets.analysis import words
    from lhs_widgets.report.words import LABELS

    found = {each.words for each in translating.content()}
    assert {each.en for each in [*words.COLUMNS.values(), *LABELS.values()]} <= found
    assert {step.help.en for step in load_deck("value").steps.values() if step.help} <= found
    assert "“{words}”" in found
