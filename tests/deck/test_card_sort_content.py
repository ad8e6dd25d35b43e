"""The card sort: described activities onto the levels of say, as in section 2.3 of the review."""

from __future__ import annotations

import re

import pytest

from lhs_widgets.deck import Deck, load_deck

#: Section 3.2.4 and Figure 4: 192 activities, 139 of them placed.
LEVELS = {
    "iap2-inform": 11,
    "iap2-consult": 24,
    "iap2-involve": 49,
    "iap2-collaborate": 41,
    "iap2-empower": 14,
    "iap2-unclear": 53,
}


@pytest.fixture(scope="module")
def deck() -> Deck:
    return load_deck("card-sort")


def test_the_levels_carry_the_published_counts(deck: Deck) -> None:
    counts = {item.id: item.count for item in deck.list_of["iap2-levels"].items}
    assert counts == LEVELS
    assert sum(counts.values()) == 192
    assert sum(counts.values()) - counts["iap2-unclear"] == 139


def test_twenty_described_activities_are_sorted_alone_onto_the_levels(deck: Deck) -> None:
    step = deck.steps["sort-cards"]
    assert (step.activity.items, step.activity.bins) == ("sort-activities", "iap2-levels")
    assert [stage.kind for stage in step.stages] == ["think", "reveal", "discuss"]
    items = deck.list_of["sort-activities"].items
    assert len(items) == 20
    assert all(item.description and item.place for item in items)


def test_what_to_sort_has_no_figure_or_note_that_gives_an_answer(deck: Deck) -> None:
    assert all(not (item.note or item.count) for item in deck.list_of["sort-activities"].items)


def test_the_published_levels_are_told_after_the_sorting(deck: Deck) -> None:
    told = {card.id: card.text for card in deck.steps["sort-reflections"].cards}
    text = told["sort-reflections-levels"]
    figures = [139, 192, *LEVELS.values()]
    for words in (text.en, text.fr):
        assert [int(figure) for figure in re.findall(r"\d+", words)] == figures


def test_the_guide_to_the_levels_stands_beside_what_follows(deck: Deck) -> None:
    guide = deck.steps["sort-guide"].activity
    assert (guide.rows, guide.glossary) == ("iap2-levels", True)


def test_it_fits_in_two_hours_and_ends_in_agreement(deck: Deck) -> None:
    stages = [stage for step in deck.steps.values() for stage in step.stages]
    assert sum(stage.minutes for stage in stages) <= 120
    assert stages[-1].kind == "agree"
