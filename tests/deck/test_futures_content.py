"""Two futures: the worst, the best, hard questions, and what would lead to each."""

from __future__ import annotations

import pytest

from lhs_widgets.deck import Deck, load_deck


@pytest.fixture(scope="module")
def deck() -> Deck:
    return load_deck("futures")


def test_the_worst_and_the_best_are_imagined_before_what_leads_to_each(deck: Deck) -> None:
    order = [step for step in deck.steps if deck.steps[step].is_answered]
    assert order == ["fut-worst", "fut-best", "fut-what-if", "fut-paths", "fut-model", "fut-moves"]


def test_each_hard_question_is_one_and_has_its_place(deck: Deck) -> None:
    questions = deck.list_of["fut-questions"].items
    assert all(item.name.en.endswith("?") and item.name.fr.endswith("?") for item in questions)
    assert all(item.place.source == "giacomantonio-2025" for item in questions)


def test_a_cause_is_linked_to_one_of_the_two_futures(deck: Deck) -> None:
    columns = {column.id: column.choices for column in deck.steps["fut-paths"].activity.columns}
    assert columns["future"] == "fut-sides"
    assert [item.id for item in deck.list_of["fut-sides"].items] == ["side-worst", "side-best"]


def test_how_the_best_future_works_is_a_model_of_things_and_links(deck: Deck) -> None:
    assert deck.steps["fut-model"].activity.kind == "map"


def test_it_fits_in_two_hours_and_ends_in_agreement(deck: Deck) -> None:
    stages = [stage for step in deck.steps.values() for stage in step.stages]
    assert sum(stage.minutes for stage in stages) <= 120
    assert stages[-1].kind == "agree"
